import type * as v from "valibot";
import { oneOf } from "./schema.js";

export const runState = oneOf("queued", "running", "succeeded", "failed", "cancelled", "unknown");
export type RunState = v.InferOutput<typeof runState>;

export const operatorState = oneOf(
  "waiting",
  "queued",
  "running",
  "succeeded",
  "warning",
  "failed",
  "cancelled",
  "upstreamFailed",
  "skipped",
  "unknown",
);
export type OperatorState = v.InferOutput<typeof operatorState>;
