import { describe, expect, it } from "vitest";
import { compileBuild } from "../../../src/core/compile/build.js";
import { compileDag } from "../../../src/core/compile/dag.js";
import type { Workflow } from "../../../src/core/model/workflow.js";
import type { MayChangeType, Resource } from "../../../src/core/resources/resource.js";
import { blobsOf, type NamedBuild } from "../../../src/core/store/builds.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { digest, wine, wineTrace } from "../../fakes/wine.js";

const resources = new Map<string, Resource>([
  ["demo", { kind: "database", name: "demo", url: "sqlite:////demo.db", airflowConnection: "demo_on_airflow" }],
  ["airflow", { kind: "airflow", name: "airflow", url: "http://a" }],
]);
const runtime = { version: "0.1.0", blob: "9".repeat(64) };
const compile = (workflow: Workflow, known = resources): ReturnType<typeof compileBuild> =>
  compileBuild({ trace: wineTrace, workflow, project: "p-1", resources: known, runtime, hash: nodeHash });

function built(workflow: Workflow): NamedBuild {
  const { value, problems } = compile(workflow);
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value;
}

describe("a build", () => {
  it("is named by its canonical record", () => {
    const { value, problems } = compile(wine);
    expect(problems).toEqual([]);
    expect(value?.name).toBe(nodeHash.sha256(value?.text ?? ""));
    expect(JSON.parse(value?.text ?? "")).toEqual(value?.record);
  });

  it("has saves last and no columns", () => {
    const { value } = compile(wine);
    expect(value?.record.operators.map(({ id }) => id)).toEqual([
      "demo_query",
      "floor",
      "seen",
      "predict",
      "error",
      "save_to_demo",
    ]);
    expect(value?.text).not.toMatch(/column/i);
  });

  it("is the same where only columns differ, as they do between Python versions", () => {
    const elsewhere = {
      ...wine,
      operators: wine.operators.map((operator) => ({
        ...operator,
        source: { ...operator.source, column: 5, endColumn: 7 },
      })),
    };
    expect(compile(elsewhere).value?.name).toBe(compile(wine).value?.name);
  });

  it("is another one for another schedule", () => {
    expect(compile({ ...wine, schedule: null }).value?.name).not.toBe(compile(wine).value?.name);
  });

  it("has the workflow's description, and is another one for another", () => {
    const described = compile({ ...wine, description: "What was sold" }).value;
    expect(described?.record.description).toBe("What was sold");
    expect(described?.name).not.toBe(compile(wine).value?.name);
    expect(compile(wine).value?.record).not.toHaveProperty("description");
  });

  it("holds functions to the types of their values, but those that may change", () => {
    const held = (mayChangeType?: MayChangeType): readonly string[] =>
      compileBuild({
        trace: wineTrace,
        workflow: wine,
        project: "p-1",
        resources,
        runtime,
        hash: nodeHash,
        ...(mayChangeType === undefined ? {} : { mayChangeType }),
      }).value?.record.operators.flatMap(({ id, origin }) => (origin === undefined ? [] : [id])) ?? [];
    expect([held(), held(["predict"]), held("all")]).toEqual([["predict"], [], []]);
  });

  it("tells a name of an operator that is probably meant otherwise", () => {
    const told = (mayChangeType: MayChangeType): readonly string[] =>
      compileBuild({
        trace: wineTrace,
        workflow: wine,
        project: "p-1",
        resources,
        runtime,
        hash: nodeHash,
        mayChangeType,
      }).problems.map(({ severity, message, line }) => `${line} ${severity}: ${message}`);
    expect(told(["predct"])).toEqual([
      `${String(wine.operators.find(({ name }) => name === "predict")?.source.line)} information: "mayChangeType" of aqueduct.json names "predct", as no operator of this workflow is called: is "predict" meant? Its values keep their types.`,
    ]);
    expect([told(["predict"]), told(["predct", "predict"]), told(["of another workflow"]), told("all")].flat()).toEqual(
      [],
    );
  });

  it("names every blob that it needs, once", () => {
    expect(blobsOf(built(wine).record)).toEqual(["9".repeat(64), ..."abcde".split("").map(digest)].sort());
  });

  it.each<[string, Workflow, string, number]>([
    ["a workflow without name", { ...wine, name: null }, "workflow-unnamed", 15],
    ["operators that nothing publishes", { ...wine, name: null, source: null }, "workflow-unpublished", 13],
    ["a workflow without operators", { ...wine, operators: [] }, "workflow-empty", 15],
  ])("refuses %s", (_, workflow, code, line) => {
    const { value, problems } = compile(workflow);
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ code, severity: "error", line }]);
  });

  it("refuses resources that are unknown or no database, on the lines that name them", () => {
    expect(compile(wine, new Map()).problems).toMatchObject([
      { code: "resource-unknown", line: 3 },
      { code: "resource-unknown", line: 12 },
    ]);
    const store = new Map<string, Resource>([["demo", { kind: "folder", name: "demo", folder: "/s" }]]);
    expect(compile(wine, store).problems[0]?.message).toContain("is not a database");
  });
});

describe("the DAG of a build", () => {
  const build = built(wine);
  const spec = compileDag({
    build,
    key: "wine_predictions-f93c965a",
    target: "airflow",
    dagId: "wine_predictions",
    startDate: "2026-11-21T14:00:00.000000Z",
    store: { kind: "folder", name: "s", folder: "/srv/s" },
    resources,
  });

  it("has a task an operator, the gate behind the last of them, the saves behind the gate", () => {
    expect(spec.tasks).toEqual([
      { id: "demo_query", upstream: [] },
      { id: "predict", upstream: [0] },
      { id: "error", upstream: [1] },
      { id: "_gate", upstream: [2] },
      { id: "save_to_demo", upstream: [3] },
    ]);
  });

  it("has the parameters whose default can be written, with what Airflow's form takes", () => {
    expect(spec.params).toMatchObject({ floor: { default: "6", schema: { description: "A number, such as 6." } } });
  });

  it("names Connections, never URLs", () => {
    expect(spec.connections).toEqual({ demo: "demo_on_airflow" });
    expect(JSON.stringify(spec)).not.toContain("sqlite");
  });

  it("needs no gate where nothing is saved", () => {
    const unsaved = built({ ...wine, operators: wine.operators.filter(({ kind }) => kind !== "save") });
    const request = {
      key: "k",
      target: "airflow",
      dagId: "d",
      startDate: "",
      store: { kind: "folder", name: "s", folder: "/s" },
      resources,
    } as const;
    expect(compileDag({ ...request, build: unsaved }).tasks.map(({ id }) => id)).toEqual([
      "demo_query",
      "predict",
      "error",
    ]);
  });

  it("tells its tasks where the store is, by Connection and without profile", () => {
    const store = {
      kind: "s3",
      name: "lake",
      bucket: "wines",
      prefix: "aqueduct",
      endpoint: "http://127.0.0.1:1",
      profile: "mine",
      airflowConnection: "lake",
    } as const;
    const request = { build, key: "k", target: "airflow", dagId: "d", startDate: "", resources };
    expect(compileDag({ ...request, store }).store).toEqual({
      type: "s3",
      connection: "lake",
      bucket: "wines",
      prefix: "aqueduct",
      region: null,
      endpoint: "http://127.0.0.1:1",
    });
  });
});
