import type { Reused } from "../model/manifest.js";
import { clockTime, type TimeStyle } from "./times.js";

/** Where the values of an operator come from that was not called: `reused from run of 12:03`, with the day where it was another one; null where it was called, or has not ended. */
export function reusedText(
  attempt: { readonly reused?: Reused | undefined; readonly endedAt: string } | null,
  style: TimeStyle = {},
): string | null {
  return attempt?.reused === undefined
    ? null
    : `reused from run of ${clockTime(attempt.reused.runStartedAt, attempt.endedAt, style)}`;
}
