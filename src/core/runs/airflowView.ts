import type { DagRun, TaskInstance } from "../airflow/types.js";
import type { OperatorState, RunState } from "../model/run.js";
import { lifeOf } from "../store/keys.js";
import type { EngineView, TaskView } from "./merge.js";

/** Airflow's states of a DAG run (v2: `DagRunState`) in our words. */
function runStateOfDagRun(state: string): RunState {
  return RUN_STATES[state] ?? "unknown";
}

/** Airflow's states of a task instance (`TaskInstanceState`, null: not scheduled yet) in our words. */
function operatorStateOfTaskInstance(state: string | null): OperatorState {
  return state === null ? "waiting" : (TASK_STATES[state] ?? "unknown");
}

const RUN_STATES: Readonly<Record<string, RunState>> = {
  queued: "queued",
  running: "running",
  success: "succeeded",
  failed: "failed",
};

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

/** What Airflow says of a run. Without task instances every operator that has no manifest counts as waiting. */
export function viewOfDagRun(run: DagRun, tasks: readonly TaskInstance[]): EngineView {
  return {
    runId: run.runId,
    state: runStateOfDagRun(run.state),
    life: run.startedAt === null ? null : lifeOf(run.startedAt),
    queuedAt: run.queuedAt,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    parameters: run.conf,
    tasks: new Map(tasks.map((task) => [task.taskId, viewOfTaskInstance(task)])),
  };
}

function viewOfTaskInstance({ state, tryNumber, startedAt, endedAt }: TaskInstance): TaskView {
  return { state: operatorStateOfTaskInstance(state), tryNumber, startedAt, endedAt };
}
