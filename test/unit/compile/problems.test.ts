import { describe, expect, it } from "vitest";
import { compileBuild } from "../../../src/core/compile/build.js";
import type { Workflow } from "../../../src/core/model/workflow.js";
import type { Resource } from "../../../src/core/resources/resource.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { wine, wineTrace } from "../../fakes/wine.js";

const demo: Resource = { kind: "database", name: "demo", url: "sqlite:////demo.db", airflowConnection: "demo" };
const resources = new Map<string, Resource>([["demo", demo]]);
const request = { project: "p-1", runtime: { version: "0.1.0", blob: "9".repeat(64) }, hash: nodeHash } as const;

function compile(
  workflow: Workflow,
  known: ReadonlyMap<string, Resource> = resources,
  trace = wineTrace,
): ReturnType<typeof compileBuild> {
  return compileBuild({ ...request, trace, workflow, resources: known });
}

function messages(workflow: Workflow, known?: ReadonlyMap<string, Resource>): readonly string[] {
  return compile(workflow, known).problems.map(
    ({ severity, code, message, line }) => `${line} ${severity} ${code}: ${message}`,
  );
}

describe("why a workflow cannot be built", () => {
  it("is said in a sentence, on the line that says it", () => {
    expect(messages(wine)).toEqual([]);
    expect(messages({ ...wine, source: null, name: null })).toEqual([
      '13 error workflow-unpublished: No publish_flow reaches these operators. Add client.publish_flow("name", artifacts=[…]).',
    ]);
    const unnamed = 'error workflow-unnamed: This workflow has no name. Write publish_flow("its name", artifacts=[…]).';
    expect(messages({ ...wine, name: null })).toEqual([`15 ${unnamed}`]);
    expect(messages({ ...wine, name: "  " })).toEqual([`15 ${unnamed}`]);
    expect(messages({ ...wine, operators: [] })).toEqual([
      `15 error workflow-empty: Nothing leads to what "${wine.name ?? ""}" publishes. Name its artifacts: publish_flow("${wine.name ?? ""}", artifacts=[…]).`,
    ]);
    expect(messages({ ...wine, operators: [], source: null, name: null })).toEqual([]);
  });

  it("names the resource that is missing, or that is no database", () => {
    const missing =
      'error resource-unknown: There is no resource "demo" (known: none yet). Add it to "resources" in aqueduct.json, such as "demo": {"type": "database", "url": "sqlite:///demo.db"}.';
    expect(messages(wine, new Map())).toEqual([`3 ${missing}`, `12 ${missing}`]);
    expect(messages(wine, new Map([["demo", { kind: "airflow", name: "demo", url: "http://a" }]]))).toEqual([
      '3 error resource-unknown: "demo" is not a database, so "demo query" cannot use it. Name one of type "database".',
      '12 error resource-unknown: "demo" is not a database, so "save to demo" cannot use it. Name one of type "database".',
    ]);
  });

  it("leaves no build", () => {
    expect(compile({ ...wine, name: " " }).value).toBeUndefined();
    expect(compile(wine, new Map()).value).toBeUndefined();
    expect(compile(wine).value).toBeDefined();
  });
});

describe("a build", () => {
  it("has lines of its operators, and null where there is no definition", () => {
    const operators = compile(wine).value?.record.operators ?? [];
    expect(operators.map(({ source, definition }) => [source, definition])).toEqual([
      [{ file: "wine.py", line: 3 }, null],
      [{ file: "wine.py", line: 4 }, null],
      [{ file: "wine.py", line: 5 }, null],
      [
        { file: "wine.py", line: 10 },
        { file: "wine.py", line: 7 },
      ],
      [
        { file: "wine.py", line: 13 },
        { file: "wine.py", line: 8 },
      ],
      [{ file: "wine.py", line: 12 }, null],
    ]);
  });

  it("records project, workflow, schedule, runtime and launcher", () => {
    expect(compile(wine).value?.record).toMatchObject({
      format: 1,
      project: "p-1",
      workflow: wine.name,
      schedule: "0 3 * * *",
      artifacts: wine.artifacts,
      runtime: request.runtime,
      launcher: 2,
    });
  });

  it("records a schedule in the form that every version of Airflow reads alike", () => {
    expect(compile({ ...wine, schedule: "0 22-2 * * *" }).value?.record.schedule).toBe("0 22-23,0-2 * * *");
  });

  it("is none where its schedule is none", () => {
    expect(compile({ ...wine, schedule: "60 * * * *" })).toMatchObject({
      value: undefined,
      problems: [{ code: "bad-schedule", severity: "error", line: wine.source?.line }],
    });
  });

  it("needs to know what to ship of every operator", () => {
    const trace = { ...wineTrace, shipments: [] };
    expect(() => compile(wine, resources, trace)).toThrow(
      'The tracer recorded "demo query" (demo_query) but not what to ship of it. This is a fault of Aqueduct: please report it.',
    );
    const other = { ...wineTrace, shipments: wineTrace.shipments.map((one) => ({ ...one, workflow: "another" })) };
    expect(() => compile(wine, resources, other)).toThrow("demo_query");
  });

  it("whose bytes change at every publish is told so", () => {
    const trace = {
      ...wineTrace,
      shipments: wineTrace.shipments.map((one) => ({
        ...one,
        operators: one.operators.map((shipment) => ({ ...shipment, stable: shipment.id !== "predict" })),
      })),
    };
    expect(compile(wine, resources, trace).problems).toMatchObject([
      {
        code: "unstable-build",
        severity: "hint",
        message:
          'What "predict" ships changes at every publish, because its pickled bytes do. Give it data that has one order, such as a sorted list instead of a set.',
        line: 10,
      },
    ]);
    expect(compile(wine, resources, trace).value).toBeDefined();
  });
});
