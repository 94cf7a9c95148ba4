import type { JobTaskView, JobView, TaskState } from "../model/job.js";
import type { OperatorState, RunState } from "../model/run.js";
import type { EngineView, TaskView } from "./merge.js";

/** What the local engine says of the run that a job stands for; undefined for a job that is no run of a workflow. */
export function viewOfJob(job: JobView): EngineView | undefined {
  if (job.run === null) return undefined;
  return {
    runId: job.run.runId,
    state: runState(job),
    life: job.run.life,
    queuedAt: job.submittedAt,
    startedAt: job.startedAt,
    endedAt: job.endedAt,
    parameters: {},
    tasks: new Map(job.tasks.map((task) => [task.id, viewOfTask(task)])),
    isWhole: true,
  };
}

function runState(job: JobView): RunState {
  if (job.outcome !== null) return job.outcome;
  return job.state === "waiting" ? "queued" : "running";
}

function viewOfTask(task: JobTaskView): TaskView {
  return { state: TASK_STATES[task.state], tryNumber: task.attempt, startedAt: task.startedAt, endedAt: task.endedAt };
}

const TASK_STATES: Readonly<Record<TaskState, OperatorState>> = {
  pending: "waiting",
  ready: "queued",
  starting: "queued",
  running: "running",
  succeeded: "succeeded",
  failed: "failed",
  cancelled: "cancelled",
  lost: "failed",
  upstreamFailed: "upstreamFailed",
};
