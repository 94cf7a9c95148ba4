import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FileEntry, Files } from "../core/index.js";

export const nodeFiles: Files = {
  read: (file) => unlessMissing(readFile(file)),
  readText: (file) => unlessMissing(readFile(file, "utf8")),
  writeAtomically,
  list: async (folder) => (await unlessMissing(readdir(folder, { withFileTypes: true })))?.map(asEntry),
  remove: (file) => rm(file, { recursive: true, force: true }),
  makeFolder: async (folder, options = {}) => {
    await mkdir(folder, { recursive: true, ...options });
  },
  makeTemporaryFolder: () => mkdtemp(path.join(tmpdir(), "aqueduct-")),
  join: (...parts) => path.join(...parts),
  dirname: (file) => path.dirname(file),
  relative: (folder, file) => path.relative(folder, file).split(path.sep).join("/"),
};

/** Whether a failure means that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** Its temporary name begins with a dot and does not end as `file` does: Airflow, say, reads every `.py` of a folder at any moment. */
async function writeAtomically(
  file: string,
  bytes: Uint8Array | string,
  { mode = 0o666 }: { readonly mode?: number } = {},
): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFlushed(temporary, bytes, mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Writes a new file and waits until the disk has it. */
export async function writeFlushed(file: string, bytes: Uint8Array | string, mode = 0o666): Promise<void> {
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

function asEntry(entry: { readonly name: string; isFile(): boolean; isDirectory(): boolean }): FileEntry {
  return { name: entry.name, kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other" };
}
