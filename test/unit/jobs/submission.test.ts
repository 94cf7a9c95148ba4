import { describe, expect, it } from "vitest";
import { objectionsToJob } from "../../../src/core/jobs/submission.js";
import type { Job, JobRun, OperatorTask } from "../../../src/core/model/job.js";
import { bounded, jobOf, predict } from "./jobs.js";

const objectionsOf = (job: Job): readonly string[] => objectionsToJob(bounded(job));

describe("a job is refused", () => {
  it.each([
    ["without tasks", jobOf({}), 'Job "job" has no tasks.'],
    ["whose name is a path", { ...jobOf({ a: [] }), name: "../a" }, '"../a" is not a valid name for a job'],
    ["that runs nothing at once", jobOf({ a: [] }, 0), '"parallel" is 0'],
    ["with a task whose id is a path", jobOf({ "..": [] }), '".." is not a valid id for a task'],
    [
      "with one task twice",
      { ...jobOf({ a: [] }), tasks: [...jobOf({ a: [] }).tasks, ...jobOf({ a: [] }).tasks] },
      'Task "a" stands twice',
    ],
    ["with a task that waits for one that is not there", jobOf({ a: ["b"] }), 'depends on "b"'],
    [
      "with tasks that wait for one another",
      jobOf({ a: ["c"], b: ["a"], c: ["b"], d: [] }),
      "These tasks wait for one another: a, b, c.",
    ],
  ])("%s", (_what, job, sentence) => {
    expect(objectionsOf(job).join(" ")).toContain(sentence);
  });

  it("when an operator reads what it does not wait for", () => {
    const operator = { inputs: [{ artifact: "x", producer: "b" }] } as unknown as OperatorTask;
    const [first, second] = jobOf({ a: [], b: [] }).tasks;
    if (first === undefined || second === undefined) throw new Error("no tasks");
    const run = { parameters: [] } as never;
    expect(objectionsOf({ ...jobOf({}), run, tasks: [{ ...first, operator }, second] })).toEqual([
      'Task "a" reads "x" of "b": list "b" under its dependencies.',
    ]);
  });

  it("never when it can come to an end", () => {
    expect(objectionsOf(jobOf({ a: [], b: ["a"], c: ["a", "b"] }))).toEqual([]);
  });
});

describe("of a job that is refused", () => {
  const objections = (changes: Partial<Job>, of: Job = jobOf({ a: [] })): readonly string[] =>
    objectionsOf({ ...of, ...changes });
  const operator = (...inputs: OperatorTask["inputs"]): OperatorTask => ({ ...predict, inputs });

  it.each(["", "x".repeat(101), "a b", "a/b", ".a", "é"])("the name %j is told", (name) => {
    expect(objections({ name })).toEqual([
      `"${name}" is not a valid name for a job: use letters, digits, "-" and "_", at most 100.`,
    ]);
  });

  it.each(["a", "x".repeat(100), "Wine-2_b"])("the name is not the reason where it is %j", (name) => {
    expect(objections({ name })).toEqual([]);
  });

  it("one task at once is taken", () => {
    expect(objections({ parallel: 1 })).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN])("%d tasks at once are told", (parallel) => {
    expect(objections({ parallel })).toEqual([`"parallel" is ${parallel}: give a whole number from 1.`]);
  });

  it.each(["-a", ".a", "a b", "x".repeat(101), ""])("the task %j is told", (id) => {
    expect(objectionsOf(jobOf({ [id]: [] }))).toEqual([
      `"${id}" is not a valid id for a task: use letters, digits, "_", "-" and ".".`,
    ]);
  });

  it.each(["a", "_gate", "a.b-c_d", "1", "x".repeat(100)])("the task is not the reason where it is %j", (id) => {
    expect(objectionsOf(jobOf({ [id]: [] }))).toEqual([]);
  });

  it("every objection is told, each in a sentence", () => {
    const twice = [...jobOf({ a: ["b"] }).tasks, ...jobOf({ a: ["b"] }).tasks];
    expect(objections({ name: "", parallel: 0, tasks: twice })).toEqual([
      '"" is not a valid name for a job: use letters, digits, "-" and "_", at most 100.',
      '"parallel" is 0: give a whole number from 1.',
      'Task "a" stands twice in job "".',
      'Task "a" depends on "b", which is not in the job.',
      'Task "a" depends on "b", which is not in the job.',
    ]);
  });

  it("a task that waits for itself waits for ever", () => {
    expect(objectionsOf(jobOf({ a: ["a"], b: [] }))).toEqual(["These tasks wait for one another: a."]);
  });

  it("what waits for a circle is told with it", () => {
    expect(objectionsOf(jobOf({ z: ["a"], a: ["b"], b: ["a"], x: [] }))).toEqual([
      "These tasks wait for one another: z, a, b.",
    ]);
  });

  it("an operator without a run is told", () => {
    const [task] = jobOf({ a: [] }).tasks;
    if (task === undefined) throw new Error("There is no task.");
    expect(objections({ tasks: [{ ...task, operator: operator() }] })).toEqual([
      'Task "a" runs an operator, but the job names no run to keep its values.',
    ]);
  });

  it("inputs are not the reason where they are parameters, or of tasks that are waited for", () => {
    const [a, b] = jobOf({ a: [], b: ["a"] }).tasks;
    if (a === undefined || b === undefined) throw new Error("There are no tasks.");
    const run: JobRun = {
      project: "p",
      workflow: "w",
      target: "local",
      runId: "local__1",
      rid: "r",
      life: "l",
      build: "b",
      store: "/s",
      parameters: [{ operator: "floor", artifact: "floor", name: "floor", value: { json: 6 } }],
    };
    const inputs = [
      { artifact: "floor", producer: "floor" },
      { artifact: "a", producer: "a" },
    ];
    expect(objections({ run, tasks: [a, { ...b, operator: operator(...inputs) }] })).toEqual([]);
    expect(objections({ run, tasks: [a, { ...b, operator: operator({ artifact: "x", producer: "c" }) }] })).toEqual([
      'Task "b" reads "x" of "c": list "c" under its dependencies.',
    ]);
  });
});
