import type { OperatorState, RunState } from "../model/run.js";

/** Airflow's states of a DAG run (v2: `DagRunState`) in our words. */
export function runStateOfDagRun(state: string): RunState {
  return RUN_STATES[state] ?? "unknown";
}

/** Airflow's states of a task instance (`TaskInstanceState`, null: not scheduled yet) in our words. */
export function operatorStateOfTaskInstance(state: string | null): OperatorState {
  return state === null ? "waiting" : (TASK_STATES[state] ?? "unknown");
}

const RUN_STATES: Readonly<Record<string, RunState>> = { queued: "queued", running: "running", success: "succeeded", failed: "failed" };

const TASK_STATES: Readonly<Record<string, OperatorState>> = {
  none: "waiting",
  scheduled: "queued",
  queued: "queued",
  up_for_retry: "queued",
  up_for_reschedule: "queued",
  restarting: "queued",
  running: "running",
  deferred: "running",
  success: "succeeded",
  failed: "failed",
  upstream_failed: "upstreamFailed",
  skipped: "skipped",
  removed: "skipped",
};
