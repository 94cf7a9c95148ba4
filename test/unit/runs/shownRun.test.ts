import { describe, expect, it } from "vitest";
import type { Run } from "../../../src/core/model/run.js";
import { shownRun } from "../../../src/core/runs/shownRun.js";

const run = (rid: string, startedAt: string, more: Partial<Run> = {}): Run => ({
  rid,
  target: "local",
  project: "p",
  workflow: "wine",
  runId: rid,
  life: null,
  state: "succeeded",
  warning: false,
  build: null,
  parameters: {},
  queuedAt: startedAt,
  startedAt,
  endedAt: null,
  deleted: false,
  operators: [],
  ...more,
});
const runs = [
  run("dag", "2026-11-21T05:00:00.000Z", { target: "airflow" }),
  run("newest", "2026-11-21T04:00:00.000Z"),
  run("other", "2026-11-21T03:30:00.000Z", { workflow: "training" }),
  run("oldest", "2026-11-21T03:00:00.000Z"),
];
const shown = (...more: [Parameters<typeof shownRun>[2]]): string | undefined => shownRun(runs, "wine", ...more)?.rid;

describe("the run whose states a graph shows", () => {
  it("is the workflow's newest of this machine", () => {
    expect(shown(undefined)).toBe("newest");
    expect(shownRun([], "wine", undefined)).toBeUndefined();
  });

  it("is the one that was chosen, of whatever target", () => {
    expect(shown({ run: { target: "airflow", rid: "dag" }, at: "2026-11-21T06:00:00.000Z" })).toBe("dag");
    expect(shown({ run: { target: "local", rid: "oldest" }, at: "2026-11-21T06:00:00.000Z" })).toBe("oldest");
  });

  it("is none where none was wanted", () => {
    expect(shown({ run: null, at: "2026-11-21T06:00:00.000Z" })).toBeUndefined();
  });

  it("is the newest again once one was started after the choice", () => {
    expect(shown({ run: { target: "local", rid: "oldest" }, at: "2026-11-21T03:59:00.000Z" })).toBe("newest");
    expect(shown({ run: null, at: "2026-11-21T03:59:00.000Z" })).toBe("newest");
  });
});

describe("the newest run, compared with a choice,", () => {
  const at = "2026-11-21T04:00:00.000Z";
  const shownOf = (changes: Partial<Run>): string | undefined =>
    shownRun([run("new", at, changes), run("chosen", at, { target: "airflow" })], "wine", {
      run: { target: "airflow", rid: "chosen" },
      at,
    })?.rid;

  it("counts from when it was queued, else from when it started", () => {
    expect(shownOf({ queuedAt: "2026-11-21T04:00:00.001Z" })).toBe("new");
    expect(shownOf({ queuedAt: null, startedAt: "2026-11-21T05:00:00.000Z" })).toBe("new");
    expect(shownOf({ queuedAt: "2026-11-21T03:00:00.000Z", startedAt: "2026-11-21T05:00:00.000Z" })).toBe("chosen");
  });

  it("that was queued at that very moment, or nobody knows when, is not newer", () => {
    expect([shownOf({}), shownOf({ queuedAt: null, startedAt: null })]).toEqual(["chosen", "chosen"]);
  });

  it("is not taken for one of the same id on another target", () => {
    const choice = { run: { target: "airflow", rid: "newest" }, at: "2026-11-21T06:00:00.000Z" };
    expect(shownRun(runs, "wine", choice)).toBeUndefined();
  });

  it("that was chosen may be the only one of this workflow", () => {
    const choice = { run: { target: "airflow", rid: "dag" }, at: "2026-11-21T06:00:00.000Z" };
    expect(shownRun(runs, "unknown", choice)?.rid).toBe("dag");
  });
});
