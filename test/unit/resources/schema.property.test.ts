import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { it } from "vitest";
import { readProject } from "../../../src/core/resources/read.js";

const schema = JSON.parse(readFileSync(new URL("../../../schemas/aqueduct.schema.json", import.meta.url), "utf8")) as object;
const matchesSchema = new Ajv({ strict: false }).compile(schema);

/** What only our reader tells: it stands in no schema. */
const beyondSchema = new Set(["resources-store", "resources-password"]);

const value = fc.constantFrom<unknown>(
  "database", "store", "airflow", "queue", "", "x", "a b", "sqlite:////a.db", "postgresql://ann@db/x", "no url", "http://a", "https://a/b", "ftp://a", "http://ann@a/",
  "wines", "UPPER", "w", "ww", "aqueduct/x", "/a/", "a b/c", 5, true, null, [], {},
);
const member = fc.constantFrom("type", "type", "url", "bucket", "folder", "prefix", "region", "endpoint", "profile", "airflowConnection", "username", "dagFolder", "store", "password", "other");
const resource = fc.oneof({ weight: 20, arbitrary: fc.dictionary(member, value, { noNullPrototype: true, maxKeys: 5 }) }, { weight: 1, arbitrary: value });
const likely = fc.oneof(
  resource,
  fc.tuple(fc.constantFrom({ type: "database", url: "sqlite:////a.db" }, { type: "store", bucket: "wines" }, { type: "store", folder: "s" }, { type: "airflow", url: "http://a" }), resource).map(([base, more]) => ({ ...base, ...(typeof more === "object" ? more : {}) })),
);
const name = fc.constantFrom("lake", "my lake", "-x", "a/b", "");
const project = fc.oneof(
  fc.record({ resources: fc.dictionary(name, likely, { noNullPrototype: true, maxKeys: 2 }) }),
  fc.record({ project: fc.constantFrom<unknown>("p-1", "a b", 5, ""), resources: value }, { requiredKeys: [] }),
);

it("the reader of aqueduct.json and its JSON schema take and refuse the same", () => {
  fc.assert(
    fc.property(project, (json) => {
      const problems = readProject(JSON.stringify(json), "/w").problems.filter(({ code }) => !beyondSchema.has(code));
      return (problems.length === 0) === matchesSchema(json);
    }),
    { numRuns: 5000 },
  );
});
