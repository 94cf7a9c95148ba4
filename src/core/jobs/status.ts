import type { Job, JobFact, JobRecord, JobTask, JobTaskView, TaskOutcome, TaskState } from "../model/job.js";

/** What a journal says of one task. */
export type TaskStatus = Omit<JobTaskView, "id">;

/** What a journal says of a job. */
export interface JobStatus {
  /** The journal's last number. */
  readonly seq: number;
  readonly id: string | null;
  readonly submittedAt: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly updatedAt: string | null;
  readonly cancelRequested: boolean;
  readonly outcome: "succeeded" | "failed" | "cancelled" | null;
  /** In the job's own order. */
  readonly tasks: ReadonlyMap<string, TaskStatus>;
}

const untouched: TaskStatus = {
  state: "pending",
  attempt: 0,
  startedAt: null,
  endedAt: null,
  code: null,
  reason: null,
  logs: null,
};

/** A job of which nothing has been journaled. */
export function unsubmitted(job: Job): JobStatus {
  return {
    seq: 0,
    id: null,
    submittedAt: null,
    startedAt: null,
    endedAt: null,
    updatedAt: null,
    cancelRequested: false,
    outcome: null,
    tasks: new Map(job.tasks.map(({ id }) => [id, untouched])),
  };
}

/** The state that a journal adds up to. Throws where its records cannot follow one another: the file was edited by hand. */
export function statusOf(job: Job, journal: readonly JobRecord[]): JobStatus {
  return journal.reduce((status, record) => applied(job, status, record), unsubmitted(job));
}

/** The state after one more record; throws where the record cannot follow. */
export function applied(job: Job, status: JobStatus, record: JobRecord): JobStatus {
  const reason = objection(status, record);
  if (reason !== undefined)
    throw new Error(`Record ${record.seq} of job "${job.name}" (${record.type}) cannot follow: ${reason}.`);
  const next = { ...status, seq: record.seq, updatedAt: record.at };
  switch (record.type) {
    case "submitted":
      return withReady(job, { ...next, id: record.id, submittedAt: record.at });
    case "starting":
      return withTask({ ...next, startedAt: status.startedAt ?? record.at }, record.task, {
        state: "starting",
        attempt: record.attempt,
        startedAt: record.at,
      });
    case "started":
      return withTask(next, record.task, {
        state: "running",
        startedAt: record.at,
        logs: { stdout: record.stdout, stderr: record.stderr },
      });
    case "notStarted":
      return withTask(next, record.task, { state: "ready", startedAt: null });
    case "ended":
      return withReady(
        job,
        withTask(next, record.task, {
          state: record.outcome,
          endedAt: record.at,
          code: record.code,
          reason: record.reason,
        }),
      );
    case "upstreamFailed":
      return withTask(next, record.task, {
        state: "upstreamFailed",
        endedAt: record.at,
        reason: `"${record.upstream}", which it needs, did not succeed`,
      });
    case "cancelRequested":
      return { ...next, cancelRequested: true };
    case "cancelled":
      return withTask(next, record.task, {
        state: "cancelled",
        endedAt: record.at,
        reason: "cancelled before it started",
      });
    case "finished":
      return { ...next, outcome: record.outcome, endedAt: record.at };
  }
}

/** Why a fact cannot follow, or undefined where it can. */
export function objection(status: JobStatus, record: JobFact & { readonly seq: number }): string | undefined {
  if (record.seq !== status.seq + 1) return `number ${status.seq + 1} is missing`;
  if (status.outcome !== null) return "the job is finished";
  if (record.type === "submitted") return status.submittedAt === null ? undefined : "the job was submitted before";
  if (status.submittedAt === null) return "the job was not submitted";
  if (record.type === "cancelRequested") return status.cancelRequested ? "the job was cancelled before" : undefined;
  if (record.type === "finished")
    return [...status.tasks.values()].every(({ state }) => isOver(state)) ? undefined : "a task is not over";
  const task = status.tasks.get(record.task);
  if (task === undefined) return `there is no task "${record.task}"`;
  return objectionOfTask(task, record);
}

/** Whether nothing more will happen to a task of this state. */
export function isOver(state: TaskState): boolean {
  return isOutcome(state) || state === "upstreamFailed";
}

type TaskFact = Extract<JobFact, { readonly task: string }>;

function objectionOfTask(task: TaskStatus, record: TaskFact): string | undefined {
  const allowed = before[record.type];
  if (!allowed.includes(task.state)) return `task "${record.task}" is ${task.state}`;
  if (!("attempt" in record)) return undefined;
  const attempt = record.type === "starting" ? task.attempt + 1 : task.attempt;
  return record.attempt === attempt ? undefined : `task "${record.task}" is at attempt ${task.attempt}`;
}

/** The states in which a task may be when a fact about it arrives. An attempt may end before its start was noted. */
const before: Readonly<Record<TaskFact["type"], readonly TaskState[]>> = {
  starting: ["ready"],
  started: ["starting"],
  notStarted: ["starting"],
  ended: ["starting", "running"],
  upstreamFailed: ["pending"],
  cancelled: ["pending", "ready"],
};

function isOutcome(state: TaskState): state is TaskOutcome {
  return state === "succeeded" || state === "failed" || state === "cancelled" || state === "lost";
}

function withTask(status: JobStatus, id: string, change: Partial<TaskStatus>): JobStatus {
  const tasks = new Map(status.tasks);
  tasks.set(id, { ...(status.tasks.get(id) ?? untouched), ...change });
  return { ...status, tasks };
}

/** Ready is no fact of its own: it follows from what has ended. */
function withReady(job: Job, status: JobStatus): JobStatus {
  const ready = job.tasks.filter((task) => status.tasks.get(task.id)?.state === "pending" && isReady(task, status));
  return ready.reduce((changed, { id }) => withTask(changed, id, { state: "ready" }), status);
}

function isReady(task: JobTask, status: JobStatus): boolean {
  return task.dependencies.every((id) => status.tasks.get(id)?.state === "succeeded");
}
