import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { journalText, readJournal } from "../../../src/core/jobs/journal.js";
import { jobView, legacyJob, legacyTasks } from "../../../src/core/jobs/projection.js";
import { react, resume, type JobCommand, type JobEvent } from "../../../src/core/jobs/react.js";
import { statusOf, unsubmitted, type JobStatus } from "../../../src/core/jobs/status.js";
import type { Job, JobRecord, TaskOutcome } from "../../../src/core/model/job.js";
import { anyJob, at, jobOf } from "./jobs.js";

describe("a job", () => {
  it("starts what depends on nothing, as many as may run at once, in its own order", () => {
    expect(new Run(jobOf({ a: [], b: [], c: [] }, 2)).take(submitted).starts).toEqual(["a", "b"]);
  });

  it("starts a task once all that it depends on has succeeded", () => {
    const run = new Run(jobOf({ a: [], b: [], both: ["a", "b"] })).take(submitted);
    expect(run.take(ended("a", "succeeded")).starts).toEqual(["a", "b"]);
    expect(run.take(ended("b", "succeeded")).starts).toEqual(["a", "b", "both"]);
  });

  it("marks everything downstream of a failure in the same moment, and goes on with the rest", () => {
    const run = new Run(jobOf({ a: [], b: ["a"], c: ["b"], d: [] })).take(submitted).take(ended("a", "failed"));
    expect(run.states).toEqual({ a: "failed", b: "upstreamFailed", c: "upstreamFailed", d: "starting" });
    expect(run.take(ended("d", "succeeded")).status.outcome).toBe("failed");
  });

  it("starts a task again whose attempt never ran, under the next number", () => {
    const run = new Run(jobOf({ a: [] })).take(submitted).take({ type: "notStarted", task: "a", attempt: 1 });
    expect(run.commands.at(-1)).toEqual({ type: "start", task: "a", attempt: 2 });
  });

  it("when cancelled ends what runs, drops what waits, and is over when the last has ended", () => {
    const run = new Run(jobOf({ a: [], b: ["a"] })).take(submitted).take({ type: "cancelRequested" });
    expect(run.commands.at(-1)).toEqual({ type: "end", task: "a", attempt: 1 });
    expect(run.states).toEqual({ a: "starting", b: "cancelled" });
    expect(run.take(ended("a", "cancelled")).status.outcome).toBe("cancelled");
  });

  it("leaves out what cannot have happened, and says why", () => {
    const run = new Run(jobOf({ a: [] })).take(submitted).take(ended("a", "succeeded"));
    expect(react(run.job, run.status, ended("a", "failed"), at)).toMatchObject({
      records: [],
      commands: [],
      ignored: "the job is finished",
    });
  });
});

describe("whatever happens to any job, in any order", () => {
  const events = fc.array(
    fc.record({
      pick: fc.nat(),
      outcome: fc.constantFrom<TaskOutcome>("succeeded", "succeeded", "failed", "lost"),
      kind: fc.nat({ max: 9 }),
    }),
    { maxLength: 60 },
  );

  it("it comes to an end with every task over, never runs more at once than it may, and never starts a task too early", () => {
    fc.assert(
      fc.property(anyJob, events, (job, choices) => {
        const run = new Run(job).take(submitted);
        for (const choice of choices) {
          run.happen(choice);
          run.check();
        }
        run.finish();
        expect(run.status.outcome).not.toBeNull();
        expect(
          Object.values(run.states).filter((state) => ["pending", "ready", "starting", "running"].includes(state)),
        ).toEqual([]);
      }),
    );
  });

  it("its state is what its journal adds up to, at every point and through its text", () => {
    fc.assert(
      fc.property(anyJob, events, (job, choices) => {
        const run = new Run(job).take(submitted);
        for (const choice of choices) run.happen(choice);
        expect(statusOf(job, run.records)).toEqual(run.status);
        expect(statusOf(job, readJournal(new TextEncoder().encode(journalText(run.records))).records)).toEqual(
          run.status,
        );
      }),
    );
  });

  it("a daemon that takes over after any record starts nothing twice and comes to an end as well", () => {
    fc.assert(
      fc.property(anyJob, events, fc.nat(), (job, choices, cut) => {
        const before = new Run(job).take(submitted);
        for (const choice of choices) before.happen(choice);
        const kept = before.records.slice(0, 1 + (cut % before.records.length));
        const after = new Run(job, kept);
        after.resume();
        after.finish();
        after.check();
        expect(after.status.outcome).not.toBeNull();
        const attempts = after.records.flatMap((record) =>
          record.type === "starting" ? [`${record.task} ${record.attempt}`] : [],
        );
        expect(new Set(attempts).size).toBe(attempts.length);
      }),
    );
  });

  it("Air-Executor 1 finds only words that it knows, and a finished job only with tasks that are over", () => {
    fc.assert(
      fc.property(anyJob, events, (job, choices) => {
        const run = new Run(job).take(submitted);
        for (const choice of choices) run.happen(choice);
        const state = legacyJob(job, run.status, at).state;
        const tasks = legacyTasks(job, run.status, at).map(({ status }) => status);
        expect(["waiting", "working", "completed", "failed"]).toContain(state);
        for (const status of tasks) expect(["pending", "running", "completed", "failed"]).toContain(status);
        if (state === "completed") expect(new Set(tasks)).toEqual(new Set(["completed"]));
        if (state === "failed") expect(tasks).not.toContain("pending");
        expect(jobView(job, run.status).tasks).toHaveLength(job.tasks.length);
      }),
    );
  });
});

const submitted: JobEvent = { type: "submitted", id: "1" };

function ended(task: string, outcome: TaskOutcome, attempt = 1): JobEvent {
  return {
    type: "ended",
    task,
    attempt,
    outcome,
    code: outcome === "succeeded" ? 0 : 1,
    signal: null,
    reason: outcome === "succeeded" ? null : "no",
  };
}

/** A daemon without a world: it keeps the journal and what it was told to do. */
class Run {
  status: JobStatus;
  readonly commands: JobCommand[] = [];
  readonly records: JobRecord[];

  constructor(
    readonly job: Job,
    journal: readonly JobRecord[] = [],
  ) {
    this.records = [...journal];
    this.status = journal.length === 0 ? unsubmitted(job) : statusOf(job, journal);
  }

  take(event: JobEvent): this {
    return this.add(react(this.job, this.status, event, at));
  }

  resume(): void {
    this.add(resume(this.job, this.status, at));
  }

  /** One thing that can happen, legal or not. */
  happen({
    pick,
    outcome,
    kind,
  }: {
    readonly pick: number;
    readonly outcome: TaskOutcome;
    readonly kind: number;
  }): void {
    const task = this.job.tasks[pick % this.job.tasks.length]?.id ?? "";
    const attempt = this.status.tasks.get(task)?.attempt ?? 0;
    if (kind === 0 && pick % 5 === 0) this.take({ type: "cancelRequested" });
    else if (kind === 1) this.take({ type: "notStarted", task, attempt });
    else if (kind <= 4)
      this.take({
        type: "started",
        task,
        attempt,
        process: { pid: 1, startTime: "1", bootId: "b" },
        stdout: "o",
        stderr: "e",
      });
    else this.take(ended(task, this.status.cancelRequested ? "cancelled" : outcome, attempt));
  }

  /** Everything that runs ends well, until nothing runs. */
  finish(): void {
    for (let active = this.active; active.length > 0; active = this.active) {
      for (const { id, attempt } of active) this.take(ended(id, "succeeded", attempt));
    }
  }

  check(): void {
    expect(this.active.length).toBeLessThanOrEqual(this.job.parallel);
    for (const { id, dependencies } of this.job.tasks) {
      if ((this.status.tasks.get(id)?.attempt ?? 0) === 0) continue;
      expect(dependencies.map((dependency) => this.states[dependency])).toEqual(dependencies.map(() => "succeeded"));
    }
  }

  get starts(): readonly string[] {
    return this.commands.flatMap((command) => (command.type === "start" ? [command.task] : []));
  }

  get states(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.status.tasks].map(([id, { state }]) => [id, state]));
  }

  private get active(): readonly { readonly id: string; readonly attempt: number }[] {
    return [...this.status.tasks].flatMap(([id, { state, attempt }]) =>
      state === "starting" || state === "running" ? [{ id, attempt }] : [],
    );
  }

  private add({
    status,
    records,
    commands,
  }: {
    readonly status: JobStatus;
    readonly records: readonly JobRecord[];
    readonly commands: readonly JobCommand[];
  }): this {
    this.status = status;
    this.records.push(...records);
    this.commands.push(...commands);
    return this;
  }
}
