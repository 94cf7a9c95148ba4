import type { Run } from "../../formats/history.js";

export type { LiveWorkflow, OperatorRun, Run, UnreadableRun } from "../../formats/history.js";
export type { OperatorState, RunState } from "../../formats/states.js";

/** By which runs stand in order: when a run began or, before that, was queued; empty where neither is known. RFC 3339. */
export function whenOf({ startedAt, queuedAt }: Pick<Run, "startedAt" | "queuedAt">): string {
  return startedAt ?? queuedAt ?? "";
}
