import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { limits, readHint, readOwned, type Owned } from "../platform/ownedFile.js";

let counter = 0;

/** Through a temporary name in the same folder, then renamed: readers see the old text or the new. */
export function writeWhole(file: string, text: string): void {
  const temporary = temporaryName(file);
  writeFlushed(temporary, text);
  moveOver(temporary, file);
}

/** As {@link writeWhole}, without waiting for the disk: for what can be made again from a journal. */
export function writeProjection(file: string, text: string): void {
  const temporary = temporaryName(file);
  writeFileSync(temporary, text, { mode: 0o600 });
  moveOver(temporary, file);
}

/** Whatever lay there is gone, a link itself and not what it leads to; a folder only where it is empty. */
function moveOver(temporary: string, file: string): void {
  try {
    if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true) rmdirSync(file);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    if (codeOf(error) !== "ENOTEMPTY" && codeOf(error) !== "EEXIST" && codeOf(error) !== "EISDIR") throw error;
    throw new Error(`${file} is a folder with something in it, where a file of Aqueduct's has to lie. Move it away.`, {
      cause: error,
    });
  }
}

/** Creates a file with all of its text at once; false where the name is taken. */
export function writeExclusively(file: string, text: string | Uint8Array): boolean {
  const temporary = temporaryName(file);
  writeFlushed(temporary, text);
  try {
    return linkIfAbsent(temporary, file);
  } finally {
    rmSync(temporary);
  }
}

/** False where the name is taken. */
export function linkIfAbsent(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * The text of a file below `.air-executor`, which has been checked to be ours alone; it may have come with an archive all the same.
 * Throws where it is anything but a regular file, leads out of the base, or is larger than `limit` bytes.
 */
export function readIfThere(file: string, limit: number = limits.card): string | undefined {
  return readBytesIfThere(file, limit)?.toString("utf8");
}

/** As {@link readIfThere}, of a hint: what can't be one says nothing, and is made anew. */
export function hintIfThere(file: string): string | undefined {
  return readHint(file, below(file, limits.card))?.toString("utf8");
}

/** The same as {@link readIfThere}, as its bytes are. */
export function readBytesIfThere(file: string, limit: number): Buffer | undefined {
  return readOwned(file, below(file, limit));
}

/** How a file below a base may be opened. */
export function below(file: string, limit: number): Owned {
  const mark = `${path.sep}.air-executor${path.sep}`;
  const end = file.lastIndexOf(mark);
  return { folder: end < 0 ? path.dirname(file) : file.slice(0, end + mark.length - 1), limit, owner: "any" };
}

/** The end of a file that may be larger than a string can be: at most so many bytes. */
export function readEndIfThere(file: string, bytes: number): string | undefined {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return undefined;
  const opened = openSync(file, "r");
  try {
    const end = Buffer.alloc(Math.min(size, bytes));
    const read = readSync(opened, end, 0, end.length, size - end.length);
    return end.toString("utf8", 0, read);
  } finally {
    closeSync(opened);
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** In the same folder, and hidden: neither a listing of a store nor Air-Executor 1 takes it for what it will be. */
export function temporaryName(file: string): string {
  counter += 1;
  return path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}-${counter}.tmp`);
}

function writeFlushed(file: string, text: string | Uint8Array): void {
  const opened = openSync(file, "wx", 0o600);
  try {
    const bytes = typeof text === "string" ? Buffer.from(text) : text;
    for (let written = 0; written < bytes.length; ) written += writeSync(opened, bytes, written);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
