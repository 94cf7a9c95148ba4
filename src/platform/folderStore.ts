import { createHash, randomBytes } from "node:crypto";
import { link, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { lock } from "proper-lockfile";
import { storeKeys, type ObjectStore, type StoredDigest, type StoredObject } from "../core/index.js";
import { isMissing, writeFlushed } from "./files.js";
import { sha256OfFile } from "./hash.js";
import { modesIn } from "./privateModes.js";

/** Temporary files and locks lie here: in the same file system, so that they can be linked, and hidden from listings. */
const scratch = ".scratch";

/** A store in a folder. Put-if-absent is a temporary file and `link()`, which fails where the name is taken; a swap holds a lock. */
export function folderStore(folder: string): ObjectStore {
  const root = path.resolve(folder);
  const fileOf = (key: string): string => path.join(root, ...storeKeys.checkedKey(key).split("/"));
  const putIfAbsent = (key: string, bytes: Uint8Array, signal?: AbortSignal): Promise<boolean> =>
    linkNew(root, fileOf(key), bytes, signal);
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
      return swap(root, fileOf(key), bytes, etag, signal);
    },
    delete: async (key, signal) => {
      signal?.throwIfAborted();
      await rm(fileOf(key), { force: true });
    },
  };
}

async function digestOf(file: string, signal?: AbortSignal): Promise<StoredDigest | undefined> {
  signal?.throwIfAborted();
  try {
    const sha256 = await sha256OfFile(file, signal);
    return { sha256, etag: sha256 };
  } catch (error) {
    if (isMissing(error) || isFolder(error)) return undefined;
    signal?.throwIfAborted();
    throw error;
  }
}

async function readObject(file: string, signal?: AbortSignal): Promise<StoredObject | undefined> {
  signal?.throwIfAborted();
  try {
    const bytes = await readFile(file, signal === undefined ? {} : { signal });
    return { bytes, etag: etagOf(bytes) };
  } catch (error) {
    if (isMissing(error) || isFolder(error)) return undefined;
    signal?.throwIfAborted();
    throw error;
  }
}

/** In a bucket a key may be the beginning of others and is none for that. */
function isFolder(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EISDIR";
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
  await writeFlushed(file, bytes, modesIn(root).file);
  return file;
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: modesIn(folder).folder });
}

async function scratchFolder(root: string): Promise<string> {
  const folder = path.join(root, scratch);
  await makeFolder(folder);
  return folder;
}

/** Names in order of the bytes of the keys under them: a folder sorts with its slash. Hidden ones are none of ours. */
async function namesIn(root: string, prefix: string, signal?: AbortSignal): Promise<readonly string[]> {
  signal?.throwIfAborted();
  try {
    const entries = await readdir(path.join(root, prefix), { withFileTypes: true });
    return entries
      .filter(({ name }) => !name.startsWith("."))
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
