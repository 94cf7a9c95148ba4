import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compileDag, connectionsOf } from "../../../src/core/compile/dag.js";
import { dagFile, dagFileOwner } from "../../../src/core/compile/dagFile.js";
import { dagText } from "../../../src/core/compile/dagText.js";
import type { BuildOperator } from "../../../src/core/model/build.js";
import type { Resource, StoreResource } from "../../../src/core/resources/resource.js";
import { nameBuild } from "../../../src/core/store/builds.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { buildOperator, buildRecord, digestOf } from "../builds.js";

const folder: StoreResource = { kind: "folder", name: "s", folder: "/srv/s" };
const resources = new Map<string, Resource>([
  ["lake", { kind: "database", name: "lake", url: "sqlite:///l.db", airflowConnection: "lake_on_airflow" }],
  ["demo", { kind: "database", name: "demo", url: "sqlite:///d.db", airflowConnection: "demo_on_airflow" }],
  ["air", { kind: "airflow", name: "air", url: "http://a" }],
]);

function request(operators: readonly BuildOperator[], store: StoreResource = folder): Parameters<typeof compileDag>[0] {
  const build = nameBuild(buildRecord(operators, { schedule: "0 3 * * *" }), nodeHash);
  return { build, key: "wine-12345678", target: "air", dagId: "wine_dag", startDate: "2026-01-01", store, resources };
}

function tasks(operators: readonly BuildOperator[]): readonly unknown[] {
  return compileDag(request(operators)).tasks;
}

const parameter = (id: string, initial: NonNullable<BuildOperator["default"]>): BuildOperator =>
  buildOperator(id, { kind: "parameter", default: initial });
const save = (id: string, input: string): BuildOperator =>
  buildOperator(id, { kind: "save", inputs: [input], outputs: [] });

describe("the literal of a DAG", () => {
  it("says whose it is, when it runs and with what", () => {
    const asked = request([buildOperator("a")]);
    expect(compileDag(asked)).toEqual({
      format: 2,
      project: "p-1",
      workflow: "wine",
      key: "wine-12345678",
      target: "air",
      dag_id: "wine_dag",
      build: asked.build.name,
      schedule: "0 3 * * *",
      start_date: "2026-01-01",
      runtime: digestOf("r1"),
      store: { type: "folder", folder: "/srv/s" },
      connections: {},
      params: {},
      tasks: [{ id: "a", upstream: [] }],
    });
  });

  it("has the workflow's description, where there is one", () => {
    const build = nameBuild(buildRecord([buildOperator("a")], { description: "What was sold." }), nodeHash);
    expect(compileDag({ ...request([]), build })).toMatchObject({ description: "What was sold." });
    expect(compileDag(request([]))).not.toHaveProperty("description");
  });

  it("gives each parameter a field for text in Airflow's form where a number could stand, which the form would round", () => {
    const defaults: readonly (readonly [string, NonNullable<BuildOperator["default"]>])[] = [
      ["whole", { type: "numeric", json: 0 }],
      ["half", { type: "numeric", json: 0.5 }],
      ["id", { type: "numeric", json: { $aqueduct: "int", value: "9007199254740993" } }],
      ["list", { type: "list", json: [1] }],
      ["object", { type: "dictionary", json: { a: 1 } }],
    ];
    const { params } = compileDag(request(defaults.map(([id, value]) => parameter(id, value))));
    expect(
      Object.entries(params).map(([id, { default: value, schema }]) => [id, value, schema["anyOf"], schema["type"]]),
    ).toEqual([
      ["whole", "0", [expect.objectContaining({ type: "string" }), { type: "number" }], undefined],
      ["half", "0.5", [expect.objectContaining({ type: "string" }), { type: "number" }], undefined],
      ["id", "9007199254740993", [expect.objectContaining({ type: "string" }), { type: "number" }], undefined],
      ["list", "[1]", [expect.objectContaining({ type: "string" }), { type: "array" }], undefined],
      ["object", '{"a":1}', [expect.objectContaining({ type: "string" }), { type: "object" }], undefined],
    ]);
  });

  it("gives a text, a truth value and None as they are, and leaves out what cannot be written", () => {
    const { params } = compileDag(
      request([
        parameter("yes", { type: "boolean", json: true }),
        parameter("text", { type: "string", json: "" }),
        parameter("none", { type: "picklable", json: null }),
        parameter("pair", { type: "tuple" }),
        parameter("table", { type: "table" }),
      ]),
    );
    expect(params).toEqual({
      yes: { default: true, schema: { type: "boolean", description: "True or false." } },
      text: { default: "", schema: { type: "string", description: "Text." } },
      none: { default: null, schema: { description: "JSON or text." } },
    });
  });

  it("takes no operator but a parameter for a parameter", () => {
    expect(compileDag(request([buildOperator("a", { default: { type: "numeric", json: 1 } })])).params).toEqual({});
  });

  it("has Connections of the databases that are used, in the order of their names", () => {
    const using = ["lake", "demo", "lake", "air", "unknown"].map((resource, index) =>
      buildOperator(`o${index}`, { kind: "extract", resource }),
    );
    const connections = connectionsOf(buildRecord([...using, buildOperator("a")]), resources);
    expect(connections).toEqual({ demo: "demo_on_airflow", lake: "lake_on_airflow" });
    expect(Object.keys(connections)).toEqual(["demo", "lake"]);
  });

  it("names a store in S3 with region and endpoint where they are given", () => {
    const store: StoreResource = {
      kind: "s3",
      name: "s",
      bucket: "b",
      prefix: "p",
      region: "eu",
      airflowConnection: "c",
    };
    expect(compileDag(request([], store)).store).toEqual({
      type: "s3",
      connection: "c",
      bucket: "b",
      prefix: "p",
      region: "eu",
      endpoint: null,
    });
  });
});

describe("the tasks of a DAG", () => {
  it("wait for the tasks before them, each once and in order, though an artifact is taken twice", () => {
    expect(
      tasks([
        buildOperator("a"),
        buildOperator("b", { outputs: ["b.1", "b.2"] }),
        buildOperator("c", { inputs: ["b.1", "a", "b.2", "b.1", "a"] }),
      ]),
    ).toEqual([
      { id: "a", upstream: [] },
      { id: "b", upstream: [] },
      { id: "c", upstream: [0, 1] },
    ]);
    const many = Array.from({ length: 12 }, (_, index) => buildOperator(`o${index}`));
    expect(tasks([...many, buildOperator("last", { inputs: ["o11", "o2", "o10"] })]).at(-1)).toEqual({
      id: "last",
      upstream: [2, 10, 11],
    });
  });

  it("do not count parameters", () => {
    expect(
      tasks([
        parameter("p", { type: "numeric", json: 1 }),
        buildOperator("a", { inputs: ["p"] }),
        buildOperator("b", { inputs: ["a", "p"] }),
      ]),
    ).toEqual([
      { id: "a", upstream: [] },
      { id: "b", upstream: [0] },
    ]);
  });

  it("save behind a gate that waits for all that nothing else waits for", () => {
    expect(
      tasks([
        buildOperator("a"),
        buildOperator("b", { inputs: ["a"] }),
        buildOperator("c", { inputs: ["a"] }),
        save("s1", "b"),
        save("s2", "a"),
      ]),
    ).toEqual([
      { id: "a", upstream: [] },
      { id: "b", upstream: [0] },
      { id: "c", upstream: [0] },
      { id: "_gate", upstream: [1, 2] },
      { id: "s1", upstream: [3] },
      { id: "s2", upstream: [3] },
    ]);
    expect(tasks([buildOperator("a"), buildOperator("b", { inputs: ["a"] })])).toEqual([
      { id: "a", upstream: [] },
      { id: "b", upstream: [0] },
    ]);
  });
});

describe("the text of a DAG file", () => {
  it("keeps quotes and backslashes inside of its one literal", () => {
    const lineOf = (spec: string): string | undefined =>
      dagText(spec)
        .split("\n")
        .find((line) => line.startsWith("SPEC"));
    expect(lineOf('{"a":"it\'s"}')).toBe(`SPEC = json.loads('{"a":"it\\'s"}')`);
    expect(lineOf('{"a":"\\n"}')).toBe(`SPEC = json.loads('{"a":"\\\\n"}')`);
    expect(lineOf('{"a":"é"}')).toBe(`SPEC = json.loads('{"a":"\\\\u00e9"}')`);
    expect(lineOf('{"a":"\u{1f377}"}')).toBe(`SPEC = json.loads('{"a":"\\\\ud83c\\\\udf77"}')`);
    expect(lineOf('{"a":"\u007f~ "}')).toBe(`SPEC = json.loads('{"a":"\\\\u007f~ "}')`);
  });

  it("is Python that begins with what it is and ends with its tasks", () => {
    const lines = dagText("{}").split("\n");
    expect(lines[0]).toMatch(/^# Made by Aqueduct for Apache Airflow/);
    expect(lines).toContain("import json");
    expect(lines.at(-2)?.trim()).toBe("_tasks.append(_task)");
    expect(lines.at(-1)).toBe("");
  });

  it("says whose it is where an older version of Aqueduct made it, and that a newer one did", () => {
    const older = path.join(import.meta.dirname, "../../fixtures/dagFiles/format1.py");
    expect(dagFileOwner(readFileSync(older, "utf8"))).toMatchObject({
      project: "p-3f9a3f9a3f9a3f9a",
      workflow: "wine's \\predictions",
      target: "airflow",
    });
    expect(dagFileOwner(dagText(`{"format":3,"project":"p-1","target":"air","workflow":"wine"}`))).toBe("newer");
  });

  it("says whose it is, and that of no other text", () => {
    const text = dagFile(request([buildOperator("it's", { name: "a\\b" })]));
    expect(dagFileOwner(text)).toMatchObject({ project: "p-1", workflow: "wine", target: "air" });
    expect(dagFile(request([buildOperator("it's", { name: "a\\b" })]))).toBe(text);
    const spec = (json: string): string => dagText(json);
    expect(dagFileOwner(spec(`{"format":1,"project":"it's","workflow":"a\\\\b","target":"t"}`))).toMatchObject({
      project: "it's",
      workflow: "a\\b",
      target: "t",
    });
    for (const other of [
      "",
      "import airflow\n",
      spec("{}"),
      spec('{"format":0,"project":"p","workflow":"w","target":"t"}'),
      spec('{"format":"3","project":"p","workflow":"w","target":"t"}'),
      spec('{"format":1,"workflow":"w","target":"t"}'),
      spec('{"format":1,"project":"p","target":"t"}'),
      spec('{"format":1,"project":"p","workflow":"w"}'),
      spec('{"format":1,"project":"p","workflow":"w","target":5}'),
      text.replace("json.loads('{", "json.loads('{{"),
      ` ${text.split("\n").find((line) => line.startsWith("SPEC")) ?? ""}`,
    ])
      expect(dagFileOwner(other)).toBeUndefined();
  });
});
