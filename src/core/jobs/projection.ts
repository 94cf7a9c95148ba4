import type { Job, JobState, JobView, TaskState } from "../model/job.js";
import type { JobStatus, TaskStatus } from "./status.js";

/** `state.json` as Air-Executor 1 reads it. */
export interface LegacyJob {
  readonly id: string;
  readonly name: string;
  readonly state: JobState;
  readonly created_at: string;
  readonly updated_at: string;
}

/** An element of `tasks.json` as Air-Executor 1 reads it; it rejects any other word in `status`. */
export interface LegacyTask {
  readonly id: string;
  readonly job_name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly dependencies: readonly string[];
  readonly status: "pending" | "running" | "completed" | "failed";
  readonly created_at: string;
  readonly started_at: string | null;
  readonly completed_at: string | null;
  readonly error: string | null;
}

/** Only a job that nothing has been journaled of has no times; `createdAt` stands in for them. */
export function legacyJob(job: Job, status: JobStatus, createdAt: string): LegacyJob {
  return {
    id: status.id ?? job.name,
    name: job.name,
    state: jobState(status),
    created_at: status.submittedAt ?? createdAt,
    updated_at: status.updatedAt ?? createdAt,
  };
}

export function legacyTasks(job: Job, status: JobStatus, createdAt: string): readonly LegacyTask[] {
  return job.tasks.map(({ id, command, args, dependencies }) => {
    const task = status.tasks.get(id);
    return {
      id,
      job_name: job.name,
      command,
      args,
      dependencies,
      status: legacyStatus(task?.state ?? "pending"),
      created_at: status.submittedAt ?? createdAt,
      started_at: task?.startedAt ?? null,
      completed_at: task?.endedAt ?? null,
      error: task === undefined ? null : legacyError(task),
    };
  });
}

export function jobView(job: Job, status: JobStatus): JobView {
  return {
    name: job.name,
    state: jobState(status),
    outcome: status.outcome,
    cancelRequested: status.cancelRequested,
    submittedAt: status.submittedAt,
    startedAt: status.startedAt,
    endedAt: status.endedAt,
    run: job.run && viewOfRun(job.run),
    tasks: [...status.tasks].map(([id, task]) => ({ id, ...task })),
  };
}

function viewOfRun({ project, workflow, runId, rid, life, build }: NonNullable<Job["run"]>): JobView["run"] {
  return { project, workflow, runId, rid, life, build };
}

function jobState(status: JobStatus): JobState {
  if (status.outcome !== null) return status.outcome === "succeeded" ? "completed" : "failed";
  return status.startedAt === null ? "waiting" : "working";
}

function legacyStatus(state: TaskState): LegacyTask["status"] {
  switch (state) {
    case "pending":
    case "ready":
      return "pending";
    case "starting":
    case "running":
      return "running";
    case "succeeded":
      return "completed";
    case "failed":
    case "cancelled":
    case "lost":
    case "upstreamFailed":
      return "failed";
  }
}

/** The longest text that goes into `error`; all of it is in the log. */
const longestError = 4096;

function legacyError({ reason, code }: TaskStatus): string | null {
  if (reason === null) return null;
  const text = code === null || code === 0 ? reason : `Exit code ${code}: ${reason}`;
  return text.slice(0, longestError);
}
