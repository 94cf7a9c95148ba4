import { describe, expect, it } from "vitest";

import { mergeRun, type EngineView, type RunFacts, type TaskView } from "../../../src/core/runs/merge.js";
import { buildOperator, buildRecord } from "../builds.js";
import { manifest, record } from "./facts.js";

function engine(changes: Partial<EngineView> = {}): EngineView {
  return {
    runId: record.runId,
    state: "running",
    life: record.life,
    queuedAt: null,
    startedAt: null,
    endedAt: null,
    parameters: {},
    tasks: new Map(),
    ...changes,
  };
}

function task(state: TaskView["state"], tryNumber: number): TaskView {
  return { state, tryNumber, startedAt: null, endedAt: null };
}

const facts: RunFacts = {
  rid: "r",
  target: "airflow",
  project: "p",
  workflow: "wine",
  record,
  manifests: [],
  engine: undefined,
  build: undefined,
};

describe("a run made of what store and engine say", () => {
  it("shows a later attempt that is running instead of the manifest of the failed one", () => {
    const run = mergeRun({
      ...facts,
      manifests: [manifest("clean", { status: "failed" })],
      engine: engine({ tasks: new Map([["clean", task("running", 2)]]) }),
    });
    expect(run.operators).toMatchObject([{ operator: "clean", state: "running", tryNumber: 2, manifest: null }]);
  });

  it("lets a manifest stand over the engine's word about the same attempt", () => {
    const run = mergeRun({
      ...facts,
      manifests: [manifest("clean")],
      engine: engine({ tasks: new Map([["clean", task("running", 1)]]) }),
    });
    expect(run.operators).toMatchObject([{ operator: "clean", state: "succeeded" }]);
  });

  it("shows a WARNING check that did not pass as a warning of a succeeded run", () => {
    const warned = manifest("bound", { kind: "check", check: { passed: false, severity: "warning" } });
    expect(mergeRun({ ...facts, manifests: [warned], engine: engine({ state: "succeeded" }) })).toMatchObject({
      state: "succeeded",
      warning: true,
    });
  });

  it("calls a run cancelled that Airflow calls failed, where a manifest says so", () => {
    expect(
      mergeRun({
        ...facts,
        manifests: [manifest("clean", { status: "cancelled" })],
        engine: engine({ state: "failed" }),
      }).state,
    ).toBe("cancelled");
  });

  it("does not claim success while manifests are missing and no engine can be asked", () => {
    const build = buildRecord([buildOperator("clean"), buildOperator("save")]);
    expect(mergeRun({ ...facts, build, manifests: [manifest("clean")] }).state).toBe("unknown");
  });

  it("of one operator with what it needs names that one and leaves the rest of the build out; of all of them it names none", () => {
    const build = buildRecord(["clean", "predict", "save"].map((id) => buildOperator(id, { name: `my ${id}` })));
    const tasks = (ids: readonly string[]): EngineView =>
      engine({ isWhole: true, tasks: new Map(ids.map((id) => [id, task("waiting", 0)])) });
    const partial = mergeRun({ ...facts, target: "local", build, engine: tasks(["clean", "predict"]) });
    expect([partial.only, partial.operators.map(({ operator }) => operator)]).toEqual([
      "my predict",
      ["clean", "predict"],
    ]);
    expect(
      mergeRun({ ...facts, target: "local", build, engine: tasks(["clean", "predict", "save"]) }),
    ).not.toHaveProperty("only");
    // What Airflow has not told of yet is still part of the run.
    expect(
      mergeRun({ ...facts, build, engine: engine({ tasks: new Map([["clean", task("running", 1)]]) }) }),
    ).not.toHaveProperty("only");
  });

  it("hides the gate", () => {
    expect(
      mergeRun({ ...facts, engine: engine({ tasks: new Map([["_gate", task("running", 1)]]) }) }).operators,
    ).toEqual([]);
  });
});
