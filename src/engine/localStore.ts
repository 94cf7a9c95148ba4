import { constants, copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { formatKey, formatMarker, knownFormat, storeKeys, WrongContent } from "../core/index.js";
import { nodeHash } from "../platform/hash.js";
import { codeOf, linkIfAbsent, temporaryName, writeExclusively } from "./wholeFiles.js";

/**
 * The folder store of a run, with what the engine alone can do: put a file by linking or moving it.
 *
 * Nothing is ever replaced but values, which are named by the digest of their bytes: what takes such a name has the right to it.
 */
export class LocalStore {
  /** @param folder absolute */
  constructor(private readonly folder: string) {}

  fileOf(key: string): string {
    return path.join(this.folder, ...storeKeys.checkedKey(key).split("/"));
  }

  /** Refuses a store of a newer layout, and says the number of ours in one without. */
  requireFormat(): void {
    const marker = bytesIfThere(this.fileOf(formatKey));
    if (marker === undefined) this.putIfAbsent(formatKey, formatMarker);
    else knownFormat(marker, this.folder);
  }

  read(key: string): string {
    return readFileSync(this.fileOf(key), "utf8");
  }

  putIfAbsent(key: string, bytes: Uint8Array): void {
    this.makeFolderOf(key);
    writeExclusively(this.fileOf(key), bytes);
  }

  /** The file itself becomes the object; on another file system, a copy of it. */
  linkIfAbsent(file: string, key: string): void {
    this.makeFolderOf(key);
    try {
      linkIfAbsent(file, this.fileOf(key));
    } catch (error) {
      if (codeOf(error) !== "EXDEV") throw notLeft(error, file);
      this.copyIfAbsent(file, key);
    }
  }

  /** The file itself becomes the value. What was moved before, and is looked for again after a crash, stays. */
  moveValue(file: string, key: string): void {
    this.makeFolderOf(key);
    const target = this.fileOf(key);
    try {
      renameSync(file, target);
    } catch (error) {
      if (codeOf(error) === "ENOENT" && existsSync(target)) return;
      if (codeOf(error) !== "EXDEV") throw notLeft(error, file);
      this.takeName(target, (temporary) => copyFileSync(file, temporary, constants.COPYFILE_EXCL));
      rmSync(file);
    }
  }

  /** One more name for a value of an older store, where it lay in its attempt's folder. */
  linkValue(file: string, key: string): void {
    this.makeFolderOf(key);
    this.takeName(this.fileOf(key), (temporary) => linkSync(file, temporary));
  }

  putValue(key: string, bytes: Uint8Array): void {
    this.makeFolderOf(key);
    const target = this.fileOf(key);
    if (bytesIfThere(target)?.equals(bytes) === true) return;
    this.takeName(target, (temporary) => writeExclusively(temporary, bytes));
  }

  private takeName(target: string, make: (temporary: string) => void): void {
    const temporary = temporaryName(target);
    make(temporary);
    try {
      renameSync(temporary, target);
    } finally {
      // Two names of one file are left as they are by a rename.
      rmSync(temporary, { force: true });
    }
  }

  private copyIfAbsent(file: string, key: string): void {
    const temporary = temporaryName(this.fileOf(key));
    copyFileSync(file, temporary, constants.COPYFILE_EXCL);
    try {
      linkIfAbsent(temporary, this.fileOf(key));
    } finally {
      rmSync(temporary);
    }
  }

  private makeFolderOf(key: string): void {
    mkdirSync(path.dirname(this.fileOf(key)), { recursive: true, mode: 0o700 });
  }
}

/** The bytes of a file whose name is their SHA-256; undefined where it is gone. Throws WrongContent. */
export function readBlobFile(file: string): Uint8Array | undefined {
  const bytes = bytesIfThere(file);
  if (bytes !== undefined && nodeHash.sha256(bytes) !== path.basename(file))
    throw new WrongContent(file, "Run the workflow again: reading its file puts that right.");
  return bytes;
}

function bytesIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** A file that is missing, in words; anything else as it is. */
function notLeft(error: unknown, file: string): unknown {
  return codeOf(error) === "ENOENT" && !existsSync(file)
    ? new Error(`${file}, which its process says that it wrote, is not there.`, { cause: error })
    : error;
}
