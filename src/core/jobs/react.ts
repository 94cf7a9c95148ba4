import type { Job, JobFact, JobRecord, TaskState } from "../model/job.js";
import { applied, isOver, objection, type JobStatus } from "./status.js";

/** What the daemon must do once the records are safe. */
export type JobCommand =
  | { readonly type: "start"; readonly task: string; readonly attempt: number }
  /** End everything that the attempt started. */
  | { readonly type: "end"; readonly task: string; readonly attempt: number };

export interface Reaction {
  readonly status: JobStatus;
  /** To be appended to the journal in one go, before any command is carried out. */
  readonly records: readonly JobRecord[];
  readonly commands: readonly JobCommand[];
  /** Why the event was left out: it cannot follow what is known. */
  readonly ignored: string | undefined;
}

/** What may happen to a job; everything else that is journaled follows from it. */
export type JobEvent = Extract<
  JobFact,
  { readonly type: "submitted" | "started" | "notStarted" | "ended" | "cancelRequested" }
>;

/**
 * Takes an event in and says what follows: which tasks may start, which never will, whether the job is finished.
 *
 * An event that cannot follow (an attempt that is over, a second cancel) changes nothing and is named in `ignored`.
 *
 * @param allowance how many tasks may start now, beside what the job's own `parallel` says
 */
export function react(job: Job, status: JobStatus, event: JobEvent, at: string, allowance = Infinity): Reaction {
  const ignored = objection(status, { ...event, seq: status.seq + 1 });
  if (ignored !== undefined) return { status, records: [], commands: [], ignored };
  const steps = new Steps(job, status, at, allowance);
  steps.add(event);
  if (event.type === "cancelRequested") steps.end();
  steps.settle();
  return { status: steps.status, records: steps.records, commands: steps.commands, ignored: undefined };
}

/** What follows from the state alone, for a daemon that takes a job over: starts that were due when the last one died. */
export function resume(job: Job, status: JobStatus, at: string, allowance = Infinity): Reaction {
  const steps = new Steps(job, status, at, allowance);
  if (status.submittedAt !== null && status.outcome === null) steps.settle();
  return { status: steps.status, records: steps.records, commands: steps.commands, ignored: undefined };
}

class Steps {
  readonly records: JobRecord[] = [];
  readonly commands: JobCommand[] = [];
  private readonly at: string;

  constructor(
    private readonly job: Job,
    public status: JobStatus,
    at: string,
    private readonly allowance: number,
  ) {
    // The system's clock may have been set back: nothing that follows stands before what it follows.
    const { updatedAt } = status;
    this.at = updatedAt !== null && at < updatedAt ? updatedAt : at;
  }

  add(fact: JobFact): void {
    const record: JobRecord = { seq: this.status.seq + 1, at: this.at, ...fact };
    this.status = applied(this.job, this.status, record);
    this.records.push(record);
  }

  end(): void {
    for (const [task, { state, attempt }] of this.status.tasks) {
      if (isActive(state)) this.commands.push({ type: "end", task, attempt });
    }
  }

  settle(): void {
    this.giveUp();
    if (this.status.cancelRequested) this.drop();
    else this.start();
    if (this.states().every(isOver)) this.add({ type: "finished", outcome: this.outcome() });
  }

  /** At once for everything downstream, so that a job ends when its last possible task has ended. */
  private giveUp(): void {
    for (let found = true; found; ) {
      found = false;
      for (const { id, dependencies } of this.job.tasks) {
        if (this.stateOf(id) !== "pending") continue;
        const upstream = dependencies.find(
          (dependency) => isOver(this.stateOf(dependency)) && this.stateOf(dependency) !== "succeeded",
        );
        if (upstream === undefined) continue;
        this.add({ type: "upstreamFailed", task: id, upstream });
        found = true;
      }
    }
  }

  private drop(): void {
    for (const { id } of this.job.tasks) {
      if (["pending", "ready"].includes(this.stateOf(id))) this.add({ type: "cancelled", task: id });
    }
  }

  private start(): void {
    let free = Math.min(this.allowance, this.job.parallel - this.states().filter(isActive).length);
    for (const { id } of this.job.tasks) {
      if (free <= 0) return;
      if (this.stateOf(id) !== "ready") continue;
      const attempt = (this.status.tasks.get(id)?.attempt ?? 0) + 1;
      this.add({ type: "starting", task: id, attempt });
      this.commands.push({ type: "start", task: id, attempt });
      free -= 1;
    }
  }

  private outcome(): "succeeded" | "failed" | "cancelled" {
    const states = this.states();
    if (states.every((state) => state === "succeeded")) return "succeeded";
    return states.includes("cancelled") ? "cancelled" : "failed";
  }

  private states(): readonly TaskState[] {
    return [...this.status.tasks.values()].map(({ state }) => state);
  }

  private stateOf(id: string): TaskState {
    return this.status.tasks.get(id)?.state ?? "pending";
  }
}

function isActive(state: TaskState): boolean {
  return state === "starting" || state === "running";
}
