import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { limitText, type StoreBudget } from "../core/model/budgets.js";
import { UnreadableError } from "../formats/reader.js";
import { SlowAnswer } from "./s3Errors.js";

/**
 * The body of an object, piece by piece.
 *
 * Throws {@link UnreadableError} where it is larger than `most` bytes, and {@link SlowAnswer} where it stands still, or comes too slowly to end.
 */
export async function* steadily(
  body: Readable | undefined,
  address: string,
  most: number,
  budget: StoreBudget,
): AsyncGenerator<Uint8Array> {
  if (body === undefined) return;
  const started = performance.now();
  const silent = setTimeout(() => body.destroy(new SlowAnswer(budget.silence)), budget.silence);
  let size = 0;
  try {
    for await (const piece of body as AsyncIterable<Uint8Array>) {
      silent.refresh();
      size += piece.length;
      if (size > most)
        throw new UnreadableError(address, {
          readable: false,
          where: "",
          why: `it is larger than ${limitText(most)}. Move it away`,
        });
      const elapsed = performance.now() - started;
      if (elapsed > budget.time + (size / budget.speed) * 1000) throw new SlowAnswer(elapsed);
      yield piece;
    }
  } finally {
    clearTimeout(silent);
    body.destroy();
  }
}

export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** Piece by piece: a value may be larger than memory. */
export async function sha256Of(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}
