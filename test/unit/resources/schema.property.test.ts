import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { it } from "vitest";
import { beyondSchema, readProject } from "../../../src/core/resources/read.js";

const schema = JSON.parse(
  readFileSync(new URL("../../../schemas/aqueduct.schema.json", import.meta.url), "utf8"),
) as object;
const matchesSchema = new Ajv({ strict: false }).compile(schema);

const value = fc.constantFrom<unknown>(
  "database",
  "store",
  "airflow",
  "queue",
  "",
  "x",
  "a b",
  "sqlite:////a.db",
  "postgresql://ann@db/x",
  "no url",
  "http://a",
  "https://a/b",
  "ftp://a",
  "http://ann@a/",
  "wines",
  "UPPER",
  "w",
  "ww",
  "aqueduct/x",
  "/a/",
  "a b/c",
  5,
  true,
  null,
  [],
  {},
);
const member = fc.constantFrom(
  "type",
  "url",
  "bucket",
  "folder",
  "prefix",
  "region",
  "endpoint",
  "profile",
  "airflowConnection",
  "username",
  "dagFolder",
  "store",
  "password",
);
const right = fc.constantFrom<Readonly<Record<string, unknown>>>(
  { type: "database", url: "sqlite:////a.db", airflowConnection: "x" },
  { type: "store", bucket: "wines", prefix: "a/b", region: "r", endpoint: "http://a", profile: "p" },
  { type: "store", folder: "s" },
  { type: "airflow", url: "http://a", username: "ann", dagFolder: "/dags", store: "lake" },
);
/** A right one with one member set to something, or taken away. */
const bent = fc
  .tuple(right, member, fc.option(value, { nil: undefined }))
  .map(([base, name, other]) =>
    Object.fromEntries(Object.entries({ ...base, [name]: other }).filter(([, one]) => one !== undefined)),
  );
const likely = fc.oneof(
  { weight: 20, arbitrary: bent },
  { weight: 1, arbitrary: fc.dictionary(member, value, { noNullPrototype: true, maxKeys: 4 }) },
  { weight: 1, arbitrary: value },
);
const name = fc.constantFrom("lake", "lake", "local", "my lake", "-x", "a/b", "");
const project = fc.oneof(
  fc.record({ resources: fc.dictionary(name, likely, { noNullPrototype: true, maxKeys: 2 }) }),
  fc.record(
    {
      project: fc.constantFrom<unknown>("p-1", "a b", 5, ""),
      resources: value,
      mayChangeType: fc.oneof(value, fc.array(value, { maxLength: 2 })),
    },
    { requiredKeys: [] },
  ),
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
