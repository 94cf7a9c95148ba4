import { describe, expect, it } from "vitest";

import type { Manifest, RunRecord } from "../../../src/core/model/manifest.js";
import { mergeRun, type EngineView, type RunFacts, type TaskView } from "../../../src/core/runs/merge.js";

const record: RunRecord = {
  format: 1,
  project: "p",
  workflow: "wine",
  target: "airflow",
  runId: "aqueduct__1",
  life: "20261121T012301.048772Z",
  build: "b".repeat(64),
  parameters: { floor: 6 },
  startedBy: "airflow",
  scheduled: false,
};

function manifest(operator: string, changes: Partial<Manifest> = {}): Manifest {
  return {
    format: 1,
    operator,
    kind: "function",
    status: "succeeded",
    build: record.build,
    life: record.life,
    try: 1,
    engine: "airflow",
    failure: null,
    check: null,
    metric: null,
    startedAt: "2026-11-21T01:23:02.000000Z",
    endedAt: "2026-11-21T01:23:03.000000Z",
    wallSeconds: 1,
    peakBytes: null,
    python: "3.11.7",
    saved: null,
    artifacts: [],
    logs: { stdout: null, stderr: null },
    reuse: null,
    ...changes,
  };
}

function engine(changes: Partial<EngineView> = {}): EngineView {
  return { runId: record.runId, state: "running", life: record.life, queuedAt: null, startedAt: null, endedAt: null, parameters: {}, tasks: new Map(), ...changes };
}

function task(state: TaskView["state"], tryNumber: number): TaskView {
  return { state, tryNumber, startedAt: null, endedAt: null };
}

const facts: RunFacts = { rid: "r", target: "airflow", project: "p", workflow: "wine", record, manifests: [], engine: undefined, build: undefined };

describe("a run made of what store and engine say", () => {
  it("shows a later attempt that is running instead of the manifest of the failed one", () => {
    const run = mergeRun({ ...facts, manifests: [manifest("clean", { status: "failed" })], engine: engine({ tasks: new Map([["clean", task("running", 2)]]) }) });
    expect(run.operators).toMatchObject([{ operator: "clean", state: "running", tryNumber: 2, manifest: null }]);
  });

  it("lets a manifest stand over the engine's word about the same attempt", () => {
    const run = mergeRun({ ...facts, manifests: [manifest("clean")], engine: engine({ tasks: new Map([["clean", task("running", 1)]]) }) });
    expect(run.operators).toMatchObject([{ operator: "clean", state: "succeeded" }]);
  });

  it("shows a WARNING check that did not pass as a warning of a succeeded run", () => {
    const warned = manifest("bound", { kind: "check", check: { passed: false, severity: "warning" } });
    expect(mergeRun({ ...facts, manifests: [warned], engine: engine({ state: "succeeded" }) })).toMatchObject({ state: "succeeded", warning: true });
  });

  it("calls a run cancelled that Airflow calls failed, where a manifest says so", () => {
    expect(mergeRun({ ...facts, manifests: [manifest("clean", { status: "cancelled" })], engine: engine({ state: "failed" }) }).state).toBe("cancelled");
  });

  it("does not claim success while manifests are missing and no engine can be asked", () => {
    const build = { format: 1, project: "p", workflow: "wine", schedule: null, artifacts: [], runtime: { version: "1", blob: "" }, launcher: 1, operators: [{ id: "clean" }, { id: "save" }] } as unknown as NonNullable<RunFacts["build"]>;
    expect(mergeRun({ ...facts, build, manifests: [manifest("clean")] }).state).toBe("unknown");
  });

  it("hides the gate", () => {
    expect(mergeRun({ ...facts, engine: engine({ tasks: new Map([["_gate", task("running", 1)]]) }) }).operators).toEqual([]);
  });
});
