import type { TargetState } from "../../formats/history.js";
import { isAirflowError } from "../airflow/errors.js";

export type { TargetState } from "../../formats/history.js";

export function answers(target: string): TargetState {
  return { target, state: "answers", message: "" };
}

/** The state that follows from what went wrong while the target was looked at: with Airflow, or else with its store. */
export function stateOfFailure(target: string, error: unknown): TargetState {
  if (isAirflowError(error)) return { target, state: error.kind, message: error.message };
  return { target, state: "storeFailed", message: error instanceof Error ? error.message : String(error) };
}

export function withoutStore(target: string): TargetState {
  return {
    target,
    state: "noStore",
    message: `"${target}" has no store in aqueduct.json: add one, and what it published and ran is found there.`,
  };
}
