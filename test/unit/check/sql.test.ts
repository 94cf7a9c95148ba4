import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, test } from "vitest";
import { analyse, checkedGraph, type PythonParser, type Resource } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";

interface Sample {
  readonly name: string;
  readonly dialects: readonly string[];
  readonly sql: string | readonly string[];
  readonly listed?: readonly unknown[];
  readonly tags?: Readonly<Record<string, unknown>>;
  readonly says?: readonly string[];
  readonly doubts?: readonly string[];
  readonly unused?: string;
}

/** test/runtime/tracer/test_queries.py traces the same programs, and expects the same sentences. */
const { queries } = JSON.parse(readFileSync(new URL("../../fixtures/sql/samples.json", import.meta.url), "utf8")) as {
  readonly queries: readonly Sample[];
};

const head = 'from aqueduct import Client\nclient = Client()\ndb = client.resource("db")\n';

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

function problemsOf(lines: string, url?: string): readonly string[] {
  const text = `${head}${lines}`;
  const analysis = analyse({ file: "workflow.py", text, tree: parser.parse(text), parser, modules: () => undefined });
  const db = (at: string): Resource => ({ kind: "database", name: "db", url: at, airflowConnection: "db" });
  const resources = url === undefined ? undefined : new Map([["db", db(url)]]);
  return checkedGraph(analysis, resources).problems.flatMap(({ code, message, line }) =>
    code === "sql" ? [`${line}: ${message}`] : [],
  );
}

/** A sample as a program. JSON is Python here. */
function programOf({ sql, listed = [], tags = {} }: Sample): string {
  const made = listed.map((value, at) => `p${at} = client.create_param("listed ${at}", ${JSON.stringify(value)})`);
  const named = Object.entries(tags).map(
    ([name, value]) => `client.create_param(${JSON.stringify(name)}, ${JSON.stringify(value)})`,
  );
  const parameters = listed.map((_, at) => `p${at}`).join(", ");
  return [...made, ...named, `db.sql(${JSON.stringify(sql)}, parameters=[${parameters}])`].join("\n");
}

describe("a query", () => {
  const each = queries.flatMap((sample) => sample.dialects.map((dialect) => [dialect, sample.name, sample] as const));

  it.each(each)("has the problem of the table in %s: %s", (dialect, _, sample) => {
    const program = programOf(sample);
    const line = head.split("\n").length + program.split("\n").length - 1;
    const told = [...(sample.doubts ?? []), ...[sample.unused ?? []].flat(), ...(sample.says ?? []).slice(0, 1)];
    const expected = told.map((says) => `${line}: ${says}`);
    expect(problemsOf(program, `${dialect}://db`)).toEqual(expected);
  });

  test("is judged as far as its text tells where the database is not known", () => {
    expect(problemsOf("db.sql('SELECT {{ p }}')")).toHaveLength(1);
    expect(problemsOf("db.sql(\"SELECT '{{ p }}' -- $1\")")).toEqual([]);
  });

  test("names what may be there, where parameters or their list cannot be told", () => {
    expect(problemsOf("import os\nclient.create_param(os.getenv('N'), 1)\ndb.sql('SELECT {{ p }}')")).toEqual([]);
    expect(problemsOf("from other import listed\ndb.sql('SELECT $2', parameters=listed)")).toEqual([]);
    expect(problemsOf("from other import listed\ndb.sql('SELECT 1', parameters=listed)")).toEqual([]);
    // Listed, and named in braces.
    const p = "p = client.create_param('p', default=1)\n";
    expect(problemsOf(`${p}db.sql('SELECT {{ p }}', parameters=[p])`)).toEqual([]);
    expect(problemsOf(`${p}db.sql('SELECT {{ p }}', parameters=[p, client.create_param('q', default=1)])`)).toEqual([
      "5: The query never names $2 of parameters=[…]: name it in the query, or take it out of the list.",
    ]);
    expect(problemsOf("query = open('q.sql').read()\ndb.sql(query)")).toEqual([]);
    expect(problemsOf("name = input()\ndb.sql(f'SELECT {name} {{ p }}')")).toEqual([]);
  });

  test("is told once for a loop", () => {
    expect(problemsOf("for n in range(3):\n    db.sql('SELECT {{ p }}')")).toHaveLength(1);
  });

  test("is read from RelationalDBExtractParams", () => {
    const lines =
      "from aqueduct.models.operators import RelationalDBExtractParams\n" +
      "db.sql(RelationalDBExtractParams(query='SELECT {{ p }}'))\n" +
      "db.sql(RelationalDBExtractParams(queries=['SELECT 1', 'SELECT $2 FROM $']))";
    expect(problemsOf(lines).map((problem) => problem.split(" ", 4).join(" "))).toEqual([
      "5: The query names",
      "6: The query names",
    ]);
  });
});
