import { describe, expect, it } from "vitest";
import { objectionsToJob } from "../../../src/core/jobs/submission.js";
import type { OperatorTask } from "../../../src/core/model/job.js";
import { bounded, jobOf } from "./jobs.js";

describe("a job is refused", () => {
  it.each([
    ["without tasks", jobOf({}), 'Job "job" has no tasks.'],
    ["whose name is a path", { ...jobOf({ a: [] }), name: "../a" }, '"../a" is no name for a job'],
    ["that runs nothing at once", jobOf({ a: [] }, 0), '"parallel" is 0'],
    ["with a task whose id is a path", jobOf({ "..": [] }), '".." is no id for a task'],
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
    expect(objectionsToJob(bounded(job)).join(" ")).toContain(sentence);
  });

  it("when an operator reads what it does not wait for", () => {
    const operator = { inputs: [{ artifact: "x", producer: "b" }] } as unknown as OperatorTask;
    const [first, second] = jobOf({ a: [], b: [] }).tasks;
    if (first === undefined || second === undefined) throw new Error("no tasks");
    const run = { parameters: [] } as never;
    expect(objectionsToJob({ ...jobOf({}), run, tasks: [{ ...first, operator }, second] })).toEqual([
      'Task "a" reads "x" of "b": list "b" under its dependencies.',
    ]);
  });

  it("never when it can come to an end", () => {
    expect(objectionsToJob(bounded(jobOf({ a: [], b: ["a"], c: ["a", "b"] })))).toEqual([]);
  });
});
