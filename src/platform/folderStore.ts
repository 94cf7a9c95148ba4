import { createHash, randomBytes } from "node:crypto";
import { link, mkdir, readdir, rename, rm, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { lock } from "proper-lockfile";
import { storeKeys, type ObjectStore, type StoredDigest, type StoredObject } from "../core/index.js";
import { limitText, mostBytesOf } from "../core/model/budgets.js";
import { UnreadableError } from "../formats/reader.js";
import { isMissing, openUnwaited, writeFlushed } from "./files.js";
import { sha256OfStream } from "./hash.js";
import { asNotWritten } from "./notWritten.js";
import { modesIn } from "./privateModes.js";

/** Temporary files and locks lie here: in the same file system, so that they can be linked, and hidden from listings. */
const scratch = ".scratch";

/** A store in a folder. Put-if-absent is a temporary file and `link()`, which fails where the name is taken; a swap holds a lock. */
export function folderStore(folder: string): ObjectStore {
  const root = path.resolve(folder);
  const fileOf = (key: string): string => path.join(root, ...storeKeys.checkedKey(key).split("/"));
  const putIfAbsent = (key: string, bytes: Uint8Array, signal?: AbortSignal): Promise<boolean> =>
    explained(fileOf(key), () => linkNew(root, fileOf(key), bytes, signal));
  return {
    address: root,
    get: (key, signal) => readObject(fileOf(key), signal),
    digestOf: (key, signal) => digestOf(fileOf(key), signal),
    list: async (prefix, { startAfter = "", limit = Number.POSITIVE_INFINITY, signal } = {}) => {
      const keys: string[] = [];
      const base = prefix.slice(0, prefix.lastIndexOf("/") + 1);
      for await (const key of walk(root, base, prefix, startAfter, signal)) {
        if (keys.length >= limit) break;
        keys.push(key);
      }
      return keys;
    },
    listFolder: (prefix, signal) => namesIn(root, prefix, signal),
    putIfAbsent,
    putIfMatch: async (key, bytes, etag, signal) => {
      if (etag === undefined) return putIfAbsent(key, bytes, signal);
      return explained(fileOf(key), () => swap(root, fileOf(key), bytes, etag, signal));
    },
    delete: async (key, signal) => {
      signal?.throwIfAborted();
      await rm(fileOf(key), { force: true });
    },
  };
}

async function digestOf(file: string, signal?: AbortSignal): Promise<StoredDigest | undefined> {
  const opened = await openObject(file, signal);
  if (opened === undefined) return undefined;
  // The stream closes the file.
  const sha256 = await unlessAborted(sha256OfStream(opened.createReadStream(), signal), signal);
  return { sha256, etag: sha256 };
}

async function readObject(file: string, signal?: AbortSignal): Promise<StoredObject | undefined> {
  const opened = await openObject(file, signal);
  try {
    const most = mostBytesOf(file);
    if (opened !== undefined && (await opened.stat()).size > most)
      throw new UnreadableError(file, {
        readable: false,
        where: "",
        why: `it is larger than ${limitText(most)}. Move it away`,
      });
    const bytes = opened && (await unlessAborted(opened.readFile(signal === undefined ? {} : { signal }), signal));
    return bytes && { bytes, etag: etagOf(bytes) };
  } finally {
    await opened?.close();
  }
}

/** Rejects with the signal's own reason where it is aborted. */
async function unlessAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await work;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

/** Undefined where no file is. In a bucket a key may be the beginning of others and is none for that; a pipe would be waited for, a device read without end. */
async function openObject(file: string, signal?: AbortSignal): Promise<FileHandle | undefined> {
  signal?.throwIfAborted();
  try {
    const opened = await openUnwaited(file);
    if ((await opened.stat()).isFile()) return opened;
    await opened.close();
    return undefined;
  } catch (error) {
    if (isMissing(error) || isNoFile(error)) return undefined;
    throw error;
  }
}

/** What opening a folder (on Windows), or a socket, says. */
function isNoFile(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EISDIR" || error.code === "ENXIO");
}

function etagOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function linkNew(root: string, file: string, bytes: Uint8Array, signal?: AbortSignal): Promise<boolean> {
  signal?.throwIfAborted();
  const temporary = await writeScratch(root, bytes);
  try {
    await makeFolder(path.dirname(file));
    await link(temporary, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function swap(
  root: string,
  file: string,
  bytes: Uint8Array,
  etag: string,
  signal?: AbortSignal,
): Promise<boolean> {
  signal?.throwIfAborted();
  const lockfile = path.join(await scratchFolder(root), `${etagOf(Buffer.from(file)).slice(0, 32)}.lock`);
  const release = await lock(file, {
    lockfilePath: lockfile,
    realpath: false,
    stale: 10_000,
    retries: { retries: 200, minTimeout: 10, maxTimeout: 50 },
  });
  try {
    if ((await readObject(file))?.etag !== etag) return false;
    await rename(await writeScratch(root, bytes), file);
    return true;
  } finally {
    await release();
  }
}

async function writeScratch(root: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(await scratchFolder(root), randomBytes(12).toString("hex"));
  try {
    await writeFlushed(file, bytes, modesIn(root).file);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return file;
}

/** A write that fails says which object, why and what to do. */
async function explained<T>(file: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw await asNotWritten(error, file);
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: modesIn(folder).folder });
}

async function scratchFolder(root: string): Promise<string> {
  const folder = path.join(root, scratch);
  await makeFolder(folder);
  return folder;
}

/** Names in order of the bytes of the keys under them: a folder sorts with its slash. Hidden ones are none of ours, nor is what can be no object. */
async function namesIn(root: string, prefix: string, signal?: AbortSignal): Promise<readonly string[]> {
  signal?.throwIfAborted();
  try {
    const entries = await readdir(path.join(root, prefix), { withFileTypes: true });
    return entries
      .filter(
        (entry) => !entry.name.startsWith(".") && (entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()),
      )
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort(byCodeUnit);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function* walk(
  root: string,
  folder: string,
  prefix: string,
  startAfter: string,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  for (const name of await namesIn(root, folder, signal)) {
    const key = folder + name;
    if (!key.startsWith(prefix) && !prefix.startsWith(key)) continue;
    if (!name.endsWith("/")) {
      if (key > startAfter) yield key;
    } else if (key > startAfter || startAfter.startsWith(key)) {
      yield* walk(root, key, prefix, startAfter, signal);
    }
  }
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
