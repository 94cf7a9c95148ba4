import { randomBytes } from "node:crypto";
import { constants, lstatSync } from "node:fs";
import { mkdir, mkdtemp, open, readdir, rename, rm, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FileEntry, Files } from "../core/index.js";
import { fileBudget, limitText } from "../core/model/budgets.js";
import { endsSearch, isReadByAll, makeOwnFolder, readOwned } from "./ownedFile.js";
import { asNotWritten } from "./notWritten.js";
import { modesIn } from "./privateModes.js";
import { userTrust, type Trust } from "./trustedFolders.js";

/** @param trust which folders are taken as they are, whoever owns what lies in them */
export function nodeFilesFor(trust: Trust): Files {
  return {
    ...plainFiles,
    makeOwnFolder: (own, folder) => inTurn(() => makeOwnFolder(own, folder, trust)),
    readOwned: (file, folder, limit) =>
      inTurn(() => withoutMark(readOwned(file, { folder, limit, trust })?.toString("utf8"))),
  };
}

const plainFiles: Omit<Files, "readOwned" | "makeOwnFolder"> = {
  read: (file) => unlessMissing(readRegular(file)),
  readText: async (file, limit) => (await unlessMissing(readRegular(file, limit)))?.toString("utf8"),
  writeAtomically,
  endsSearch: (folder) => inTurn(() => endsSearch(folder)),
  isReadByAll: (folder) => inTurn(() => isReadByAll(folder)),
  kindOf: (file) => inTurn(() => kindOf(lstatSync(file, { throwIfNoEntry: false }))),
  list: async (folder) => (await unlessMissing(readdir(folder, { withFileTypes: true })))?.map(asEntry),
  remove: (file) => rm(file, { recursive: true, force: true }),
  makeFolder: async (folder) => {
    try {
      await mkdir(folder, { recursive: true });
    } catch (error) {
      throw await asNotWritten(error, folder);
    }
  },
  makeTemporaryFolder: () => mkdtemp(path.join(tmpdir(), "aqueduct-")),
  join: (...parts) => path.join(...parts),
  dirname: (file) => path.dirname(file),
  relative: (folder, file) => path.relative(folder, file).split(path.sep).join("/"),
};

/** Files of what the user trusts on this machine. */
export const nodeFiles: Files = nodeFilesFor(userTrust);

/** Opened to be read, through links, without waiting for the other end of a pipe: it may be anything but a file, so judge it first. */
export function openUnwaited(file: string): Promise<FileHandle> {
  // Windows has no such flag.
  const { O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
  return open(file, constants.O_RDONLY | O_NONBLOCK);
}

/** A pipe would be waited for, a device read without end; links are followed to what they lead to. */
async function readRegular(file: string, limit = fileBudget): Promise<Buffer> {
  const handle = await openUnwaited(file);
  try {
    const facts = await handle.stat();
    if (!facts.isFile() && !facts.isDirectory())
      throw new Error(`${file} is not a regular file, so it is not read. Move it away.`);
    if (facts.isFile() && facts.size > limit)
      throw new Error(`${file} is larger than ${limitText(limit)}, so it is not read. Move it away.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** These files are small, and each step of opening one depends on the one before. */
export function inTurn<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}

/** Some editors of Windows put a byte order mark before UTF-8. */
function withoutMark(text: string | undefined): string | undefined {
  return text?.startsWith("\u{FEFF}") === true ? text.slice(1) : text;
}

/** Whether a failure means that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** Its temporary name begins with a dot and does not end as `file` does: Airflow, say, reads every `.py` of a folder at any moment. */
async function writeAtomically(
  file: string,
  bytes: Uint8Array | string,
  { mode }: { readonly mode?: number } = {},
): Promise<void> {
  const folder = path.dirname(file);
  const modes = modesIn(folder);
  const temporary = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await mkdir(folder, { recursive: true, mode: modes.folder });
    await writeFlushed(temporary, bytes, modes.file ?? mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw await asNotWritten(error, file);
  }
}

/** Writes a new file and waits until the disk has it. */
export async function writeFlushed(file: string, bytes: Uint8Array | string, mode?: number): Promise<void> {
  const handle = await open(file, "wx", mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function asEntry(entry: Kind & { readonly name: string }): FileEntry {
  return { name: entry.name, kind: kindOf(entry) };
}

interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
}

function kindOf(entry: Kind): FileEntry["kind"];
function kindOf(entry: Kind | undefined): FileEntry["kind"] | undefined;
function kindOf(entry: Kind | undefined): FileEntry["kind"] | undefined {
  return entry?.isFile() === true ? "file" : entry?.isDirectory() === true ? "folder" : entry && "other";
}
