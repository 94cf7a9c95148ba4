import { randomBytes } from "node:crypto";
import type { Random } from "../core/index.js";

export const nodeRandom: Random = {
  hex: (bytes) => randomBytes(bytes).toString("hex"),
};
