import { constants, lstatSync, openSync, readSync } from "node:fs";

import { countOf } from "../core/model/words.js";

/** What was opened is no link, but it may be anything else: judge it before it is read. */
export type PlainOpen = number | "link" | "special" | undefined;

/** Opens neither through a link at the path's end, nor waiting for the other end of a pipe. `special`: a socket or a pipe; undefined: not there. */
export function openPlain(file: string, flags: number): PlainOpen {
  // Windows has neither flag.
  const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
  try {
    if (O_NOFOLLOW === 0 && lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true) return "link";
    return openSync(file, flags | O_NOFOLLOW | O_NONBLOCK, 0o600);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    if (code === "ELOOP" || code === "EMLINK") return "link";
    if (code === "ENXIO" || code === "EISDIR" || code === "EOPNOTSUPP") return "special";
    throw error;
  }
}

/** All of an opened file. Throws where more than the limit came while it was read. @param limit bytes */
export function contentOf(opened: number, limit: number): Buffer {
  const pieces: Buffer[] = [];
  for (let size = 0; size <= limit; ) {
    const piece = Buffer.alloc(Math.min(64 * 1024, limit + 1 - size));
    const read = readSync(opened, piece, 0, piece.length, size);
    if (read === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, read));
    size += read;
  }
  throw new Error(`A file that was being read grew beyond ${countOf(limit, "byte")}.`);
}
