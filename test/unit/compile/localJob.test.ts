import { describe, expect, it } from "vitest";
import { compileBuild } from "../../../src/core/compile/build.js";
import { localJob, type LocalJobRequest } from "../../../src/core/compile/localJob.js";
import type { Job } from "../../../src/core/model/job.js";
import type { Workflow } from "../../../src/core/model/workflow.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { wineTrace } from "../../fakes/wine.js";

const shipped = (id: string) => ({
  id,
  code: null,
  values: [],
  modules: [],
  python: null,
  requirements: [],
  reuse: nodeHash.sha256(id),
  stable: true,
});
const source = { file: "wine.py", line: 1, column: 1, endLine: 1, endColumn: 2 };
const operator = (id: string, kind: Workflow["operators"][number]["kind"], inputs: readonly string[], more = {}) => ({
  id,
  name: id,
  kind,
  inputs,
  outputs: kind === "save" ? [] : [id],
  source,
  definition: null,
  ...more,
});
const operators = [
  operator("demo_query", "extract", [], { resource: "demo", query: "SELECT 1" }),
  operator("floor", "parameter", [], { default: { type: "numeric", json: 6 } }),
  operator("made_up", "function", ["floor"]),
  operator("clean", "function", ["demo_query", "made_up"]),
  operator("predict", "function", ["clean", "floor"]),
  operator("error", "metric", ["predict"]),
];
const workflow: Workflow = {
  name: "wine predictions",
  engine: null,
  schedule: null,
  source,
  operators,
  artifacts: operators.map(({ id }) => ({ id, name: id, type: "unknown", producer: id })),
};
const trace = {
  ...wineTrace,
  graph: { ...wineTrace.graph, workflows: [workflow] },
  shipments: [
    {
      workflow: "wine predictions",
      operators: operators.map(({ id, kind }) => ({
        ...shipped(id),
        ...(kind === "parameter"
          ? { parameter: { blob: "a".repeat(64), encoding: "json" as const, type: "numeric" as const } }
          : {}),
      })),
    },
  ],
};
const { value: build } = compileBuild({
  trace,
  workflow,
  project: "p-1",
  resources: new Map([
    ["demo", { kind: "database", name: "demo", url: "sqlite:////demo.db", airflowConnection: "demo" }],
  ]),
  runtime: { version: "0.1.0", blob: "9".repeat(64) },
  hash: nodeHash,
});

function job(more: Partial<LocalJobRequest>): Job {
  if (build === undefined) throw new Error("The sample does not build.");
  const place = {
    folder: "/w",
    workingFolder: "/w",
    interpreter: "python3",
    runtimeFolder: "/r",
    store: "/s",
    blob: (digest: string) => `/s/${digest}`,
  };
  return localJob({
    build: build.record,
    buildName: build.name,
    run: { runId: "local__1", rid: "1", life: "l" },
    workflowKey: "k",
    place,
    parameters: {},
    surroundings: () => ({ python: "3.11", digest: "d" }),
    parallel: 2,
    ...more,
  });
}

describe("what a run on this machine may take from earlier runs", () => {
  it("is nothing where the whole workflow runs", () => {
    expect(job({}).run?.reuse).toBeUndefined();
  });

  it("is what stands before the operator that was asked for, but what gets its data from outside", () => {
    expect(job({ only: "predict" }).run?.reuse).toEqual({ asked: "predict", operators: ["clean"], extracts: "again" });
    expect(job({ only: "error" }).run?.reuse).toEqual({
      asked: "error",
      operators: ["clean", "predict"],
      extracts: "again",
    });
  });

  it("is that too where the user says so, and never the operator that was asked for", () => {
    expect(job({ only: "predict", extracts: "cached" }).run?.reuse).toEqual({
      asked: "predict",
      operators: ["demo_query", "made_up", "clean"],
      extracts: "cached",
    });
    expect(job({ only: "demo_query", extracts: "cached" }).run?.reuse?.operators).toEqual([]);
  });

  it("is no extract whose query names the day, which is another one tomorrow", () => {
    const asked = (query: string | readonly string[], tags?: readonly string[]): readonly string[] | undefined => {
      if (build === undefined) throw new Error("The sample does not build.");
      const dated = build.record.operators.map((each) =>
        each.kind === "extract" ? { ...each, query, ...(tags && { tags }) } : each,
      );
      return job({ only: "predict", extracts: "cached", build: { ...build.record, operators: dated } }).run?.reuse
        ?.operators;
    };
    expect(asked("SELECT '{{ today }}'")).toEqual(["made_up", "clean"]);
    expect(asked(["SELECT 1 AS a", "SELECT a FROM $ WHERE a < {{today}}"])).toEqual(["made_up", "clean"]);
    for (const query of ["SELECT 1 -- {{ today }}", "SELECT today"])
      expect(asked(query)).toEqual(["demo_query", "made_up", "clean"]);
    expect(asked("SELECT {{ today }}", ["today"])).toEqual(["demo_query", "made_up", "clean"]);
  });

  it("is decided by what the operators run in, where that is known", () => {
    expect(job({ only: "predict" }).tasks.map(({ operator: task }) => task?.surroundings?.digest)).toEqual([
      "d",
      "d",
      "d",
      "d",
    ]);
    expect(job({ only: "predict", surroundings: () => undefined }).tasks[0]?.operator).not.toHaveProperty(
      "surroundings",
    );
  });
});

describe("a parameter of a run on this machine", () => {
  it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("may be called %s", (name) => {
    if (build === undefined) throw new Error("The sample does not build.");
    const named = build.record.operators.map((each) => (each.id === "floor" ? { ...each, id: name } : each));
    const record = { ...build.record, operators: named };
    const valueOf = (parameters: LocalJobRequest["parameters"]): unknown =>
      job({ build: record, parameters }).run?.parameters.find(({ operator: id }) => id === name)?.value;
    expect(valueOf({})).toMatchObject({ file: `/s/${"a".repeat(64)}`, encoding: "json" });
    expect(valueOf(Object.fromEntries([[name, 7]]))).toEqual({ json: 7 });
  });
});
