import { describe, expect, it } from "vitest";
import type { RunState } from "../../../../src/core/model/run.js";
import { UnfinishedRuns } from "../../../../src/extension/runs/unfinishedRuns.js";

function run(
  rid: string,
  state: RunState,
): { readonly target: string; readonly rid: string; readonly state: RunState } {
  return { target: "local", rid, state };
}

describe("runs that were seen unfinished", () => {
  it("are told once when they have ended", () => {
    const runs = new UnfinishedRuns();
    expect(runs.look("/wine", [run("a", "running"), run("b", "succeeded")])).toEqual([]);
    expect(runs.look("/wine", [run("a", "failed"), run("b", "succeeded")])).toEqual([run("a", "failed")]);
    expect(runs.look("/wine", [run("a", "failed")])).toEqual([]);
  });

  it("are told again when they were cleared and have ended again", () => {
    const runs = new UnfinishedRuns();
    for (const state of ["running", "failed", "running"] as const) runs.look("/wine", [run("a", state)]);
    expect(runs.look("/wine", [run("a", "succeeded")])).toEqual([run("a", "succeeded")]);
  });

  it("are told where they ended before the first look, but were started here", () => {
    const runs = new UnfinishedRuns();
    runs.add("/wine", "local", "a");
    expect(runs.look("/wine", [])).toEqual([]);
    expect(runs.look("/wine", [run("a", "succeeded")])).toEqual([run("a", "succeeded")]);
  });

  it("are told apart by folder and target", () => {
    const runs = new UnfinishedRuns();
    runs.add("/wine", "local", "a");
    expect(runs.look("/beer", [run("a", "succeeded")])).toEqual([]);
    expect(runs.look("/wine", [{ ...run("a", "succeeded"), target: "airflow" }])).toEqual([]);
  });

  it("tell whether anything goes on in a folder", () => {
    const runs = new UnfinishedRuns();
    runs.add("/wine", "local", "a");
    expect([runs.isIn("/wine"), runs.isIn("/beer")]).toEqual([true, false]);
    runs.look("/wine", [run("a", "succeeded")]);
    expect(runs.isIn("/wine")).toBe(false);
  });

  it("are all that is kept: nothing of what has ended, nothing of a folder that was closed", () => {
    const runs = new UnfinishedRuns();
    runs.look(
      "/wine",
      Array.from({ length: 100 }, (_, index) => run(`old${index}`, "succeeded")),
    );
    runs.look("/wine", [run("a", "running")]);
    runs.look("/beer", [run("b", "queued")]);
    expect(runs.size).toBe(2);
    runs.look("/wine", [run("a", "succeeded")]);
    runs.forget("/beer");
    expect(runs.size).toBe(0);
  });
});
