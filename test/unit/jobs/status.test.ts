import { describe, expect, it } from "vitest";
import { jobView, legacyJob, legacyTasks } from "../../../src/core/jobs/projection.js";
import { react, resume } from "../../../src/core/jobs/react.js";
import { applied, isOver, objection, statusOf, unsubmitted, type JobStatus } from "../../../src/core/jobs/status.js";
import type { JobFact, JobRecord, JobRun, TaskOutcome, TaskState } from "../../../src/core/model/job.js";
import { jobOf } from "./jobs.js";

const job = jobOf({ a: [], b: ["a"], c: [] });
const time = (seq: number): string => `2026-11-21T14:00:0${seq}.000000Z`;

/** The facts as a journal of one a second. */
function journal(facts: readonly JobFact[]): readonly JobRecord[] {
  return facts.map((fact, index) => ({ seq: index + 1, at: time(index + 1), ...fact }));
}

function after(...facts: readonly JobFact[]): JobStatus {
  return statusOf(job, journal(facts));
}

const submitted: JobFact = { type: "submitted", id: "id" };
const starting = (task: string, attempt = 1): JobFact => ({ type: "starting", task, attempt });
const started = (task: string, attempt = 1): JobFact => ({
  type: "started",
  task,
  attempt,
  process: { pid: 1, startTime: "1", bootId: "b" },
  stdout: `/${task}/out`,
  stderr: `/${task}/err`,
});
const ended = (task: string, outcome: TaskOutcome = "succeeded", attempt = 1): JobFact => ({
  type: "ended",
  task,
  attempt,
  outcome,
  code: outcome === "succeeded" ? 0 : 3,
  signal: null,
  reason: outcome === "succeeded" ? null : "why",
});
const cancelRequested: JobFact = { type: "cancelRequested" };

describe("the state of a job", () => {
  it("is empty before anything is journaled of it", () => {
    const nothing = { attempt: 0, startedAt: null, endedAt: null, code: null, reason: null, logs: null };
    expect(unsubmitted(job)).toEqual({
      seq: 0,
      id: null,
      submittedAt: null,
      startedAt: null,
      endedAt: null,
      updatedAt: null,
      cancelRequested: false,
      outcome: null,
      tasks: new Map(["a", "b", "c"].map((id) => [id, { state: "pending", ...nothing }])),
    });
  });

  it("has an id and the tasks that may start once it is submitted", () => {
    const status = after(submitted);
    expect(status).toMatchObject({ seq: 1, id: "id", submittedAt: time(1), updatedAt: time(1), startedAt: null });
    expect([...status.tasks].map(([id, { state }]) => [id, state])).toEqual([
      ["a", "ready"],
      ["b", "pending"],
      ["c", "ready"],
    ]);
  });

  it("begins with its first task, not with a later one", () => {
    const status = after(submitted, starting("a"), starting("c"));
    expect(status).toMatchObject({ startedAt: time(2), updatedAt: time(3) });
    expect(status.tasks.get("c")).toMatchObject({ state: "starting", attempt: 1, startedAt: time(3) });
  });

  it("has the logs of what runs, and the time when its process began", () => {
    expect(after(submitted, starting("a"), started("a")).tasks.get("a")).toEqual({
      state: "running",
      attempt: 1,
      startedAt: time(3),
      endedAt: null,
      code: null,
      reason: null,
      logs: { stdout: "/a/out", stderr: "/a/err" },
    });
  });

  it("has what a task came to, and readies what waited for it", () => {
    const status = after(submitted, starting("a"), started("a"), ended("a"));
    expect(status.tasks.get("a")).toMatchObject({ state: "succeeded", endedAt: time(4), code: 0, reason: null });
    expect(status.tasks.get("b")?.state).toBe("ready");
    const failed = after(submitted, starting("a"), ended("a", "failed"));
    expect(failed.tasks.get("a")).toMatchObject({ state: "failed", code: 3, reason: "why" });
    expect(failed.tasks.get("b")?.state).toBe("pending");
  });

  it("has a task that never ran ready again, without a start", () => {
    expect(after(submitted, starting("a"), { type: "notStarted", task: "a", attempt: 1 }).tasks.get("a")).toMatchObject(
      {
        state: "ready",
        attempt: 1,
        startedAt: null,
      },
    );
  });

  it("says of a task that will never run what it waited for", () => {
    const status = after(submitted, starting("a"), ended("a", "failed"), {
      type: "upstreamFailed",
      task: "b",
      upstream: "a",
    });
    expect(status.tasks.get("b")).toMatchObject({
      state: "upstreamFailed",
      endedAt: time(4),
      reason: '"a", which it needs, did not succeed',
    });
  });

  it("says of a task that was dropped that it had not started", () => {
    const status = after(submitted, cancelRequested, { type: "cancelled", task: "b" });
    expect(status.cancelRequested).toBe(true);
    expect(status.tasks.get("b")).toMatchObject({
      state: "cancelled",
      endedAt: time(3),
      reason: "cancelled before it started",
    });
  });

  it("ends with its outcome", () => {
    const [a, b, c] = ["a", "b", "c"].map((task): JobFact => ({ type: "cancelled", task }));
    const status = after(submitted, cancelRequested, a as JobFact, b as JobFact, c as JobFact, {
      type: "finished",
      outcome: "cancelled",
    });
    expect(status).toMatchObject({ outcome: "cancelled", endedAt: time(6), updatedAt: time(6), seq: 6 });
  });

  it("leaves the state before it as it was", () => {
    const before = after(submitted);
    applied(job, before, { seq: 2, at: time(2), ...starting("a") });
    expect(before.tasks.get("a")?.state).toBe("ready");
  });
});

describe("a fact cannot follow", () => {
  const why = (status: JobStatus, fact: JobFact, seq = status.seq + 1): string | undefined =>
    objection(status, { ...fact, seq });
  const finished: JobFact = { type: "finished", outcome: "failed" };
  const all = after(submitted);
  const over = (): JobStatus =>
    after(submitted, cancelRequested, ...["a", "b", "c"].map((task): JobFact => ({ type: "cancelled", task })));

  it.each<[string, () => JobStatus, JobFact, string]>([
    ["a second submission", () => all, submitted, "the job was submitted before"],
    ["anything before the submission", () => unsubmitted(job), starting("a"), "the job was not submitted"],
    ["a cancel before the submission", () => unsubmitted(job), cancelRequested, "the job was not submitted"],
    ["a second cancel", () => after(submitted, cancelRequested), cancelRequested, "the job was cancelled before"],
    ["the end before a task's", () => all, finished, "a task is not over"],
    ["anything about a task that is not there", () => all, starting("x"), 'there is no task "x"'],
    ["a start of what waits", () => all, starting("b"), 'task "b" is pending'],
    ["a second start", () => after(submitted, starting("a")), starting("a", 2), 'task "a" is starting'],
    ["a process of what was not started", () => all, started("a"), 'task "a" is ready'],
    ["a process twice", () => after(submitted, starting("a"), started("a")), started("a"), 'task "a" is running'],
    [
      "that a running task never ran",
      () => after(submitted, starting("a"), started("a")),
      { type: "notStarted", task: "a", attempt: 1 },
      'task "a" is running',
    ],
    ["an end of what was not started", () => all, ended("a"), 'task "a" is ready'],
    ["an end twice", () => after(submitted, starting("a"), ended("a")), ended("a"), 'task "a" is succeeded'],
    [
      "giving up a task that may start",
      () => all,
      { type: "upstreamFailed", task: "a", upstream: "b" },
      'task "a" is ready',
    ],
    [
      "dropping what runs",
      () => after(submitted, starting("a"), started("a")),
      { type: "cancelled", task: "a" },
      'task "a" is running',
    ],
    ["a first attempt with number 2", () => all, starting("a", 2), 'task "a" is at attempt 0'],
    [
      "the end of another attempt",
      () => after(submitted, starting("a")),
      ended("a", "failed", 2),
      'task "a" is at attempt 1',
    ],
  ])("%s", (_what, status, fact, reason) => {
    expect(why(status(), fact)).toBe(reason);
  });

  it("out of its number", () => {
    expect([why(all, starting("a"), 1), why(all, starting("a"), 3)]).toEqual([
      "number 2 is missing",
      "number 2 is missing",
    ]);
  });

  it("behind the end", () => {
    const status = applied(job, over(), { seq: 6, at: time(6), ...finished });
    expect(why(status, starting("a"))).toBe("the job is finished");
  });

  it("and those that can, do", () => {
    expect([
      why(unsubmitted(job), submitted),
      why(all, starting("a")),
      why(all, cancelRequested),
      why(all, { type: "cancelled", task: "a" }),
      why(all, { type: "cancelled", task: "b" }),
      why(all, { type: "upstreamFailed", task: "b", upstream: "a" }),
      why(after(submitted, starting("a")), ended("a")),
      why(after(submitted, starting("a")), { type: "notStarted", task: "a", attempt: 1 }),
      why(after(submitted, starting("a"), started("a")), ended("a")),
      why(over(), finished),
    ]).toEqual(Array.from({ length: 10 }, () => undefined));
  });

  it("and is refused with its number, job and reason", () => {
    expect(() => applied(job, all, { seq: 2, at: time(2), ...starting("b") })).toThrow(
      'Record 2 of job "job" (starting) cannot follow: task "b" is pending.',
    );
  });
});

it("a task is over when nothing more will happen to it", () => {
  const states: readonly TaskState[] = [
    "pending",
    "ready",
    "starting",
    "running",
    "succeeded",
    "failed",
    "cancelled",
    "lost",
    "upstreamFailed",
  ];
  expect(states.filter(isOver)).toEqual(["succeeded", "failed", "cancelled", "lost", "upstreamFailed"]);
});

describe("what follows from an event", () => {
  const at = time(9);

  it("is written down in its order, before anything is done", () => {
    const { records, commands, status, ignored } = react(job, unsubmitted(job), { type: "submitted", id: "id" }, at);
    expect(records).toEqual([
      { seq: 1, at, type: "submitted", id: "id" },
      { seq: 2, at, type: "starting", task: "a", attempt: 1 },
      { seq: 3, at, type: "starting", task: "c", attempt: 1 },
    ]);
    expect(commands).toEqual([
      { type: "start", task: "a", attempt: 1 },
      { type: "start", task: "c", attempt: 1 },
    ]);
    expect([status.seq, ignored]).toEqual([3, undefined]);
  });

  it("names for a task that will never run the one that it waited for", () => {
    const chain = jobOf({ a: [], b: ["a"], c: ["b"] });
    const status = statusOf(chain, journal([submitted, starting("a")]));
    const { records } = react(chain, status, ended("a", "lost") as never, at);
    expect(records.slice(1)).toEqual([
      { seq: 4, at, type: "upstreamFailed", task: "b", upstream: "a" },
      { seq: 5, at, type: "upstreamFailed", task: "c", upstream: "b" },
      { seq: 6, at, type: "finished", outcome: "failed" },
    ]);
  });

  it("gives up a task that stands before the one that it waited for as well", () => {
    const turned = jobOf({ c: ["b"], b: ["a"], a: [] });
    const status = statusOf(turned, journal([submitted, starting("a")]));
    const { status: next } = react(turned, status, ended("a", "failed") as never, at);
    expect([...next.tasks.values()].map(({ state }) => state)).toEqual(["upstreamFailed", "upstreamFailed", "failed"]);
  });

  it("starts no more than may run at once, and the next one as soon as one has ended", () => {
    const narrow = jobOf({ a: [], b: [], c: [] }, 1);
    const first = react(narrow, unsubmitted(narrow), { type: "submitted", id: "id" }, at);
    expect(first.commands).toEqual([{ type: "start", task: "a", attempt: 1 }]);
    const second = react(narrow, first.status, ended("a") as never, at);
    expect(second.commands).toEqual([{ type: "start", task: "b", attempt: 1 }]);
  });

  it("of a cancel ends what is starting or runs, and nothing else", () => {
    const status = after(submitted, starting("a"), started("a"), starting("c"));
    const { commands, records } = react(job, status, { type: "cancelRequested" }, at);
    expect(commands).toEqual([
      { type: "end", task: "a", attempt: 1 },
      { type: "end", task: "c", attempt: 1 },
    ]);
    expect(records.slice(1)).toEqual([{ seq: 6, at, type: "cancelled", task: "b" }]);
  });

  it("starts nothing any more once the job is being cancelled", () => {
    const status = after(submitted, starting("a"), cancelRequested);
    const { commands, status: next } = react(job, status, { type: "notStarted", task: "a", attempt: 1 }, at);
    expect(commands).toEqual([]);
    expect(next.outcome).toBe("cancelled");
  });

  it("is success only where every task succeeded, and a cancel only where one was cancelled", () => {
    const pair = jobOf({ a: [], b: [] });
    const outcome = (left: TaskOutcome, right: TaskOutcome): unknown => {
      const status = statusOf(pair, journal([submitted, starting("a"), starting("b"), ended("a", left)]));
      return react(pair, status, ended("b", right) as never, at).status.outcome;
    };
    expect([
      outcome("succeeded", "succeeded"),
      outcome("succeeded", "failed"),
      outcome("lost", "succeeded"),
      outcome("failed", "cancelled"),
      outcome("cancelled", "succeeded"),
    ]).toEqual(["succeeded", "failed", "failed", "cancelled", "cancelled"]);
  });

  it("is nothing where the event cannot follow, and the state stays", () => {
    const status = after(submitted);
    expect(react(job, status, ended("a") as never, at)).toEqual({
      status,
      records: [],
      commands: [],
      ignored: 'task "a" is ready',
    });
  });
});

describe("a daemon that takes over", () => {
  it("starts what was due", () => {
    const { commands, records, ignored } = resume(job, after(submitted), time(9));
    expect(commands.map(({ task }) => task)).toEqual(["a", "c"]);
    expect(records.map(({ seq, at }) => [seq, at])).toEqual([
      [2, time(9)],
      [3, time(9)],
    ]);
    expect(ignored).toBeUndefined();
  });

  it("does nothing with a job that was not submitted, or is over", () => {
    const over = statusOf(
      jobOf({ a: [] }),
      journal([submitted, starting("a"), ended("a"), { type: "finished", outcome: "succeeded" }]),
    );
    for (const status of [unsubmitted(job), over])
      expect(resume(job, status, time(9))).toEqual({ status, records: [], commands: [], ignored: undefined });
  });
});

describe("what Air-Executor 1 reads", () => {
  const created = "2026-01-01T00:00:00.000000Z";
  const stateOf = (status: JobStatus): string => legacyJob(job, status, created).state;
  const finished = (outcome: "succeeded" | "failed" | "cancelled"): JobStatus => ({ ...after(submitted), outcome });

  it("of a job that nothing is journaled of stands in when it was created, and its name", () => {
    expect(legacyJob(job, unsubmitted(job), created)).toEqual({
      id: "job",
      name: "job",
      state: "waiting",
      created_at: created,
      updated_at: created,
    });
  });

  it("of a job is its own id and times", () => {
    expect(legacyJob(job, after(submitted, starting("a")), created)).toEqual({
      id: "id",
      name: "job",
      state: "working",
      created_at: time(1),
      updated_at: time(2),
    });
  });

  it("of a job's state is one of four words", () => {
    expect([
      stateOf(after(submitted)),
      stateOf(after(submitted, starting("a"))),
      stateOf(finished("succeeded")),
      stateOf(finished("failed")),
      stateOf(finished("cancelled")),
    ]).toEqual(["waiting", "working", "completed", "failed", "failed"]);
  });

  it("of a task's state is one of four words", () => {
    const one = jobOf({ a: [] });
    const word = (state: TaskState): string | undefined => {
      const status = unsubmitted(one);
      const task = status.tasks.get("a");
      if (task === undefined) throw new Error("There is no task.");
      return legacyTasks(one, { ...status, tasks: new Map([["a", { ...task, state }]]) }, created)[0]?.status;
    };
    expect(
      (
        [
          "pending",
          "ready",
          "starting",
          "running",
          "succeeded",
          "failed",
          "cancelled",
          "lost",
          "upstreamFailed",
        ] as const
      ).map(word),
    ).toEqual(["pending", "pending", "running", "running", "completed", "failed", "failed", "failed", "failed"]);
  });

  it("of a task is what it runs, when, and why it failed", () => {
    const plain = { ...jobOf({ a: [], b: ["a"] }), name: "job" };
    const [first, second] = legacyTasks(
      plain,
      statusOf(plain, journal([submitted, starting("a"), ended("a", "failed")])),
      created,
    );
    expect(first).toEqual({
      id: "a",
      job_name: "job",
      command: "true",
      args: [],
      dependencies: [],
      status: "failed",
      created_at: time(1),
      started_at: time(2),
      completed_at: time(3),
      error: "Exit code 3: why",
    });
    expect(second).toMatchObject({ dependencies: ["a"], started_at: null, completed_at: null, error: null });
  });

  it("of a job that nothing is journaled of, and of a task that its journal does not know, is what stands in its file", () => {
    const status = { ...unsubmitted(job), tasks: new Map<string, never>() };
    expect(legacyTasks(job, status, created)[0]).toMatchObject({
      status: "pending",
      created_at: created,
      started_at: null,
      completed_at: null,
      error: null,
    });
  });

  it("of a reason is the first 4,096 characters, with the exit code where that says something", () => {
    const one = jobOf({ a: [] });
    const error = (code: number | null, reason: string): string | null | undefined => {
      const end = { ...ended("a", "failed"), code, reason } as JobFact;
      return legacyTasks(one, statusOf(one, journal([submitted, starting("a"), end])), created)[0]?.error;
    };
    expect([error(null, "gone"), error(0, "no result"), error(9, "killed")]).toEqual([
      "gone",
      "no result",
      "Exit code 9: killed",
    ]);
    expect(error(null, "x".repeat(5000))).toBe("x".repeat(4096));
  });
});

describe("a job as the engine shows it", () => {
  const run: JobRun = {
    project: "p",
    workflow: "wine",
    target: "local",
    runId: "local__1",
    rid: "r",
    life: "l",
    build: "b",
    store: "/store",
    parameters: [],
  };

  it("has its state, times, tasks and run, and nothing of the run that is no one's business", () => {
    const status = after(submitted, starting("a"), cancelRequested);
    expect(jobView({ ...job, run }, status)).toEqual({
      name: "job",
      state: "working",
      outcome: null,
      cancelRequested: true,
      submittedAt: time(1),
      startedAt: time(2),
      endedAt: null,
      run: { project: "p", workflow: "wine", runId: "local__1", rid: "r", life: "l", build: "b" },
      tasks: [...status.tasks].map(([id, task]) => ({ id, ...task })),
    });
    expect(jobView(job, { ...status, outcome: "succeeded", endedAt: time(9) })).toMatchObject({
      run: null,
      outcome: "succeeded",
      state: "completed",
      endedAt: time(9),
    });
  });
});
