import type { Manifest } from "../model/manifest.js";
import { clockTime, type TimeStyle } from "./times.js";

/** Where the values of an operator come from that was not called: `reused from run of 12:03`, with the day where it was another one; undefined where it was called. */
export function reusedText({ reused, endedAt }: Pick<Manifest, "reused" | "endedAt">, style: TimeStyle = {}): string | undefined {
  return reused === undefined ? undefined : `reused from run of ${clockTime(reused.runStartedAt, endedAt, style)}`;
}
