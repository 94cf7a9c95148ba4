import { isAirflowError, type AirflowFailure } from "../airflow/errors.js";

/** How a target answered. What was known of its runs is shown in any case. */
export interface TargetState {
  readonly target: string;
  /** `noStore`: `aqueduct.json` names none; `storeFailed`: the store cannot be read; `engineFailed`: the local engine cannot be asked. */
  readonly state: "answers" | AirflowFailure | "noStore" | "storeFailed" | "engineFailed";
  /** A sentence that says what to do; empty where it answers. */
  readonly message: string;
}

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
