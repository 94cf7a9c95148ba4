import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { readProject } from "../../../src/core/resources/read.js";

const project = {
  project: "p-3f9a3f9a3f9a3f9a",
  resources: {
    aqueduct_demo: { type: "database", url: "sqlite:///data/demo.db" },
    lake: {
      type: "store",
      bucket: "wines",
      prefix: "/aqueduct/",
      region: "us-east-1",
      endpoint: "http://127.0.0.1:4566",
      profile: "lake",
    },
    shared: { type: "store", folder: "../store" },
    airflow: { type: "airflow", url: "http://127.0.0.1:8080/", username: "ann", dagFolder: "/srv/dags", store: "lake" },
  },
};

const schema = JSON.parse(
  readFileSync(new URL("../../../schemas/aqueduct.schema.json", import.meta.url), "utf8"),
) as object;
const matchesSchema = new Ajv({ strict: false }).compile(schema);

describe("aqueduct.json", () => {
  it.each([
    ["is left out", {}, []],
    ["is false", { mayChangeType: false }, []],
    ["is true", { mayChangeType: true }, "all"],
    ["names operators", { mayChangeType: ["clean"] }, ["clean"]],
  ] as const)("says which operators may change the types of their values, where that %s", (_, json, read) => {
    expect(readProject(JSON.stringify(json), "/w")).toMatchObject({ value: { mayChangeType: read }, problems: [] });
  });

  it.each(["clean", 1, null, [""], [1], {}])("refuses %j in the place of those names, with what to write", (wrong) => {
    const { value, problems } = readProject(JSON.stringify({ mayChangeType: wrong }), "/w");
    expect(value.mayChangeType).toEqual([]);
    expect(problems).toMatchObject([
      {
        severity: "error",
        message: '"mayChangeType" is a list of names of operators, such as ["clean"], or true for all.',
      },
    ]);
  });

  it("is read, with relative places made absolute", () => {
    const { value, problems } = readProject(JSON.stringify(project), "/home/ann/wines");
    expect(problems).toEqual([]);
    expect(value.id).toBe("p-3f9a3f9a3f9a3f9a");
    expect([...value.resources.values()]).toEqual([
      {
        kind: "database",
        name: "aqueduct_demo",
        url: "sqlite:////home/ann/wines/data/demo.db",
        airflowConnection: "aqueduct_demo",
      },
      {
        kind: "s3",
        name: "lake",
        bucket: "wines",
        prefix: "aqueduct",
        region: "us-east-1",
        endpoint: "http://127.0.0.1:4566",
        profile: "lake",
        airflowConnection: "lake",
      },
      { kind: "folder", name: "shared", folder: "/home/ann/store" },
      {
        kind: "airflow",
        name: "airflow",
        url: "http://127.0.0.1:8080",
        username: "ann",
        dagFolder: "/srv/dags",
        store: "lake",
      },
    ]);
  });

  it("may have comments and trailing commas", () => {
    const { value, problems } = readProject(
      '{\n  // ours\n  "resources": {"db": {"type": "database", "url": "sqlite:////a.db",},},\n}',
      "/w",
    );
    expect(problems).toEqual([]);
    expect(value.resources.has("db")).toBe(true);
  });

  it("says on which line what is wrong, and keeps the rest", () => {
    const text =
      '{\n  "resources": {\n    "db": {"type": "database", "url": 5},\n    "lake": {"type": "store", "folder": "s"}\n  }\n}';
    const { value, problems } = readProject(text, "/w");
    expect(problems).toMatchObject([
      {
        code: "resources-value",
        severity: "error",
        file: "aqueduct.json",
        line: 3,
        column: 39,
        endLine: 3,
        endColumn: 40,
      },
    ]);
    expect([...value.resources.keys()]).toEqual(["lake"]);
  });

  it.each([
    [
      "a password in a URL",
      { db: { type: "database", url: "postgresql://ann:secret@db/wines" } },
      "resources-password",
    ],
    ["a password as a member", { airflow: { type: "airflow", url: "http://a", password: "x" } }, "resources-unknown"],
    ["an unknown type", { x: { type: "queue" } }, "resources-value"],
    ["no type", { x: {} }, "resources-missing"],
    ["a store that is nowhere", { airflow: { type: "airflow", url: "http://a", store: "lake" } }, "resources-store"],
    [
      "a store that is a database",
      { airflow: { type: "airflow", url: "http://a", store: "db" }, db: { type: "database", url: "sqlite:////a" } },
      "resources-store",
    ],
    ["a store without a place", { lake: { type: "store" } }, "resources-missing"],
    ["a resource called local", { local: { type: "store", folder: "s" } }, "resources-name"],
  ])("reports %s as an error", (_, resources, code) => {
    const { problems } = readProject(JSON.stringify({ resources }), "/w");
    expect(problems.filter(({ severity }) => severity === "error").map((problem) => problem.code)).toContain(code);
  });

  it("does not call a store absent that stands there with a mistake in it", () => {
    const resources = {
      airflow: { type: "airflow", url: "https://a", store: "lake" },
      lake: { type: "store", bucket: "UPPER" },
    };
    expect(readProject(JSON.stringify({ resources }), "/w").problems.map(({ code }) => code)).toEqual([
      "resources-value",
    ]);
  });

  it("never repeats a password that it refuses", () => {
    const { problems } = readProject(
      '{"resources": {"db": {"type": "database", "url": "mysql://ann:hunter2@db/x"}}}',
      "/w",
    );
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });

  it("reports broken JSON where it breaks", () => {
    expect(readProject('{"resources": {"db" }}', "/w").problems[0]).toMatchObject({ code: "resources-json", line: 1 });
  });

  it.each([
    [project, true],
    [{}, true],
    [{ project: "no spaces please" }, false],
    [{ project: ".." }, false],
    [{ project: "." }, false],
    [{ project: ".hidden" }, false],
    [{ project: "_.a-1" }, true],
    [{ resources: { db: { type: "database" } } }, false],
    [{ resources: { lake: { type: "store" } } }, false],
    [{ resources: { lake: { type: "store", bucket: "UPPER" } } }, false],
    [{ resources: { airflow: { type: "airflow", url: "ftp://a" } } }, false],
    [{ resources: { airflow: { type: "airflow", url: "http://a", token: "x" } } }, false],
    [{ resources: { x: { type: "queue" } } }, false],
    [[], false],
  ])("agrees with its JSON schema on %j", (value, valid) => {
    expect(matchesSchema(value)).toBe(valid);
    expect(readProject(JSON.stringify(value), "/w").problems.length === 0).toBe(valid);
  });
});
