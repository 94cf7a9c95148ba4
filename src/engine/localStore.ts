import { constants, copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { WrongContent, storeKeys } from "../core/index.js";
import { nodeHash } from "../platform/hash.js";
import { codeOf, linkIfAbsent, temporaryName, writeExclusively } from "./wholeFiles.js";

/** The folder store of a run, with what the engine alone can do: put a file by linking it. Nothing is ever replaced. */
export class LocalStore {
  /** @param folder absolute */
  constructor(private readonly folder: string) {}

  fileOf(key: string): string {
    return path.join(this.folder, ...storeKeys.checkedKey(key).split("/"));
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
      if (codeOf(error) !== "EXDEV") throw error;
      this.copyIfAbsent(file, key);
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

function bytesIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
