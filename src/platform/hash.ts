import { createHash } from "node:crypto";
import type { Hash } from "../core/index.js";

export const nodeHash: Hash = {
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
};
