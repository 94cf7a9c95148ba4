import { beforeAll, describe, expect, test } from "vitest";
import { completionsAt, type Completion, type PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { caretIn, known } from "./known.js";

const head = `import boto3
from aqueduct import CheckSeverity, Client, FlowConfig, check, global_config, op

client = Client()
db = client.resource("aqueduct_demo")
year = client.create_param("year", default=2020)
wines = db.sql("SELECT 1")
`;

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

function completions(line: string): {
  readonly items: readonly Completion[];
  readonly accept: (label: string) => string;
} {
  const { text, at } = caretIn(`${head}${line}\nlast = 1\n`);
  const file = known(parser, text, { before: head });
  const items = completionsAt(file, at);
  return {
    items,
    accept: (label) => {
      const item = items.find((one) => one.label === label);
      if (item === undefined) return "";
      const { range, newText } = item;
      const from = file.lines.offsetAt(range);
      const to = file.lines.offsetAt({ line: range.endLine, column: range.endColumn });
      return `${text.slice(0, from)}${newText}${text.slice(to)}`.slice(head.length).split("\nlast")[0] ?? "";
    },
  };
}

const labels = (line: string): readonly string[] => completions(line).items.map(({ label }) => label);

describe("the name of a resource", () => {
  test.each([
    ["with the quotes that the editor closed", "x = client.resource('|')", "x = client.resource('lake')"],
    ["in a string that is not closed", "x = client.resource('|", "x = client.resource('lake'"],
    ["before a bracket that the editor closed", 'x = client.resource("la|)', 'x = client.resource("lake")'],
    ["in place of what stands there", "x = client.integration('aque|duct_demo')", "x = client.integration('lake')"],
    ["as a keyword", "x = client.resource(name='|')", "x = client.resource(name='lake')"],
    ["before more of the line", "x = client.resource('|, name='y')", "x = client.resource('lake', name='y')"],
    ["of a client that is made there", "x = Client().resource('|')", "x = Client().resource('lake')"],
    ["in a call over several lines", "x = client.resource(\n    '|'\n)", "x = client.resource(\n    'lake'\n)"],
    [
      "in a helper",
      "def read(a_client):\n    return a_client.resource('|')",
      "def read(a_client):\n    return a_client.resource('lake')",
    ],
  ])("is completed %s", (_, line, accepted) => {
    expect(completions(line).accept("lake")).toBe(accepted);
  });

  test("comes with what it is and where it lies", () => {
    expect(completions("client.resource('|')").items).toMatchObject([
      { label: "aqueduct_demo", kind: "resource", detail: "database", documentation: "sqlite:////demo/wine.db" },
      { label: "airflow", detail: "Airflow server", documentation: "http://127.0.0.1:8080" },
      { label: "lake", detail: "S3 store", documentation: "s3://wines/raw" },
    ]);
  });

  test.each([
    ["of something else's resource", "boto3.resource('|')"],
    ["in a comment", "# client.resource('|')"],
    ["in an f-string", "client.resource(f'|')"],
    ["in part of an expression", "client.resource('a' + '|')"],
    ["behind the string", "client.resource('x'|)"],
    ["in another argument", "client.resource('x', '|')"],
    ["outside of quotes", "client.resource(|)"],
  ])("is not offered %s", (_, line) => {
    expect(labels(line)).toEqual([]);
  });

  test("is offered after lines that are broken", () => {
    expect(labels("foo = bar('never closed\nx = client.resource('|')")).toEqual(["aqueduct_demo", "airflow", "lake"]);
  });
});

describe("other values", () => {
  test.each([
    ["client.publish_flow('a', artifacts=[wines], engine='|')", ["airflow", "local"]],
    ["FlowConfig(engine='|", ["airflow", "local"]],
    ["global_config({'engine': '|'})", ["airflow", "local"]],
    ["db.save(wines, 't', '|')", ["replace", "append", "fail"]],
    ["wines.save(db.config(table='t', mode='|'))", ["replace", "append", "fail"]],
    ['wines.save(db.config(table="t", update_mode="|', ["replace", "append", "fail"]],
    ["@check(severity='|')", ["error", "warning"]],
    ["@check('whole', 'No row is lost.', '|')", ["error", "warning"]],
    ["wines.mean('year').bound(1, None, None, None, '|')", ["error", "warning"]],
    ["client.publish_flow('a', 'What was sold.', None, '|')", ["airflow", "local"]],
    [
      "client.publish_flow('a', artifacts=[wines], schedule='|')",
      ["0 3 * * *", "0 * * * *", "*/15 * * * *", "0 6 * * 1-5", "0 3 * * 1", "0 3 1 * *"],
    ],
  ])("of %s", (line, expected) => {
    expect(labels(line)).toEqual(expected);
  });

  test("says in words when a schedule starts", () => {
    expect(completions("client.publish_flow('a', artifacts=[wines], schedule='|')").items[0]?.detail).toBe(
      "at 03:00 UTC",
    );
  });
});

describe("a parameter in a query", () => {
  test.each([
    ['db.sql("WHERE year > {{|")', 'db.sql("WHERE year > {{ year }}")'],
    ['db.sql("WHERE year > {{ y| }}")', 'db.sql("WHERE year > {{ year }}")'],
    ['db.sql(["SELECT 1", """\n  WHERE year > {{ |', 'db.sql(["SELECT 1", """\n  WHERE year > {{ year }}'],
  ])("is completed in %s", (line, accepted) => {
    expect(completions(line).accept("year")).toBe(accepted);
  });

  test("is not offered outside of braces, or in another argument", () => {
    expect([labels('db.sql("SELECT |")'), labels('db.sql("SELECT 1", name="{{ |")')]).toEqual([[], []]);
  });
});
