import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Hash } from "../core/index.js";

export const nodeHash: Hash = {
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
};

/** Read piece by piece: a file may be larger than memory. Lower-case hex. */
export async function sha256OfFile(file: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash, signal === undefined ? {} : { signal });
  return hash.digest("hex");
}
