import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { resourcePlaces, storeNameAt } from "../../../src/core/resources/outline.js";
import { placeOfResource } from "../../../src/core/resources/place.js";
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

/** Files with mistakes in them, which Python's tests read too. */
interface Broken {
  readonly what: string;
  readonly file: object;
  /** With the line, of the file as JSON indented by two. */
  readonly problems: readonly string[];
  readonly left: readonly string[];
}

const broken = JSON.parse(
  readFileSync(new URL("../../fixtures/aqueductJson.json", import.meta.url), "utf8"),
) as readonly Broken[];

describe("aqueduct.json", () => {
  it.each(broken)("with $what says so, each on its line, and keeps the rest", ({ file, problems, left }) => {
    const text = JSON.stringify(file, null, 2);
    const read = readProject(text, "/w");
    expect(read.problems.map(({ line, message }) => `${line}: ${message}`)).toEqual(problems);
    expect([...read.value.resources.keys()]).toEqual(left);
    expect(matchesSchema(file)).toBe(false);
  });

  it("tells whatever stands twice, and takes the first, as Python does", () => {
    const { value, problems } = readProject(
      '{"resources": {"db": {"type": "database", "url": "sqlite:////a.db", "url": "sqlite:////b.db"}}}',
      "/w",
    );
    expect(value.resources.get("db")).toMatchObject({ url: "sqlite:////a.db" });
    expect(problems).toMatchObject([
      { code: "resources-twice", column: 69, message: '"url" stands here twice. Remove one of them.' },
    ]);
  });

  it.each([
    ["lists", `{"resources": ${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
    ["objects that are never closed", '{"a":'.repeat(20_000)],
    ["lists behind brackets that close nothing", `${"]".repeat(200)}${"[".repeat(20_000)}`],
  ])("nested too deep is one problem on its place: %s", (_, text) => {
    const { value, problems } = readProject(text, "/w");
    expect(value.resources.size).toBe(0);
    expect(problems.slice(0, 1)).toMatchObject([
      { message: "This is nested deeper than 100 levels, so nothing of aqueduct.json is read. Mend it here.", line: 1 },
    ]);
    expect(resourcePlaces(text)).toEqual([]);
    expect(storeNameAt(text, text.length)).toBeUndefined();
    expect(placeOfResource(text, "lake")).toBeUndefined();
  });

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
        message: '"mayChangeType" is not a list of names of operators, such as ["clean"], or true for all.',
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
