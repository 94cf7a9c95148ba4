import type { OperatorRun, Run } from "../../formats/history.js";
import type { Failure } from "../../formats/manifest.js";

export type { LiveWorkflow, OperatorRun, Run, UnreadableRun } from "../../formats/history.js";
export type { OperatorState, RunState } from "../../formats/states.js";

/** By which runs stand in order: when a run began or, before that, was queued; empty where neither is known. RFC 3339. */
export function whenOf({ startedAt, queuedAt }: Pick<Run, "startedAt" | "queuedAt">): string {
  return startedAt ?? queuedAt ?? "";
}

/** Why the last attempt of an operator failed: by its manifest or, where it left none, by Airflow's log; null where it did not, or nobody knows. */
export function failureOfOperator({
  manifest,
  loggedFailure,
}: Pick<OperatorRun, "manifest" | "loggedFailure">): Failure | null {
  return manifest === null ? (loggedFailure ?? null) : manifest.failure;
}
