import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Hash } from "../core/index.js";

export const nodeHash: Hash = {
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
};

/** Read piece by piece: a file may be larger than memory. Lower-case hex. */
export function sha256OfFile(file: string, signal?: AbortSignal): Promise<string> {
  return sha256OfStream(createReadStream(file), signal);
}

/** Lower-case hex. */
export async function sha256OfStream(stream: Readable, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(stream, hash, signal === undefined ? {} : { signal });
  return hash.digest("hex");
}
