import { beforeAll, describe, expect, test } from "vitest";
import { fixesAt, type KnownFile, oldSpellingEdits, shipAllFix, type PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { modulesIn, workflowCases } from "../parse/cases.js";
import { applied } from "./applied.js";
import { known } from "./known.js";

const head = `from aqueduct import Client, FlowConfig, LoadUpdateMode, check, metric, op

client = Client()
db = client.resource("aqueduct_demo")
table = db.sql("SELECT 1")


@op
def clean(table, limit=3):
    return table


@op
def join(left, right):
    return left


@metric
def rows(table):
    return len(table)


`;

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

/** The ways to mend what is wrong with lines that follow the head: the problem, the title, the lines afterwards. */
function fixes(lines: string, before?: string): readonly string[] {
  const file = known(parser, `${head}${lines}\n`, before === undefined ? {} : { before });
  const all = { file: "workflow.py", line: 1, column: 1, endLine: 1000, endColumn: 1 };
  return fixesAt(file, all).map(
    ({ problem, title, edits, isPreferred }) =>
      `${problem.code}: ${title}${isPreferred ? " *" : ""} → ${applied(file, edits).slice(head.length).trimEnd()}`,
  );
}

describe("a file that a run used and that does not ship", () => {
  const message =
    "`f` read data/one.csv, which does not ship: add file_dependencies=['data/one.csv'] to its decorator.";

  function shipped(decorator: string, path = "data/one.csv"): string {
    const text = `import aqueduct\nfrom aqueduct import check, metric, op\n\n\n${decorator}\ndef f(x):\n    return x\n\n\nf(1)\n`;
    const file = known(parser, text);
    const at = { file: "workflow.py", line: 5, column: 1, endLine: 5, endColumn: 200 };
    const told = {
      code: "not-shipped",
      severity: "warning",
      message: message.replaceAll("data/one.csv", path),
      ...at,
    } as const;
    const [fix] = fixesAt(file, { ...at, endColumn: 1 }, [told]);
    return fix === undefined
      ? "none"
      : `${fix.title}: ${applied(file, fix.edits).split("\ndef f")[0]?.split("\n\n\n")[1] ?? ""}`;
  }

  test.each([
    ["@op", "@op(file_dependencies=['data/one.csv'])"],
    ["@op  # loads", "@op(file_dependencies=['data/one.csv'])  # loads"],
    ["@aqueduct.op", "@aqueduct.op(file_dependencies=['data/one.csv'])"],
    ["@op()", "@op(file_dependencies=['data/one.csv'])"],
    ["@check(severity='error')", "@check(severity='error', file_dependencies=['data/one.csv'])"],
    ["@op(requirements=['pandas'])", "@op(requirements=['pandas'], file_dependencies=['data/one.csv'])"],
    ["@metric(file_dependencies=['a'])", "@metric(file_dependencies=['a', 'data/one.csv'])"],
    ["@op(file_dependencies=[])", "@op(file_dependencies=['data/one.csv'])"],
    ["@op(file_dependencies=['a',])", "@op(file_dependencies=['a', 'data/one.csv'])"],
  ])("ships with %s", (decorator, after) => {
    expect(shipped(decorator)).toBe(`Ship data/one.csv with the operator: ${after}`);
  });

  test.each(["@op(file_dependencies=names)", "@op(file_dependencies='a')", "@op(file_dependencies=['data/one.csv'])"])(
    "is left to the user with %s",
    (decorator) => {
      expect(shipped(decorator)).toBe("none");
    },
  );
});

test("a file that a function names which an operator calls ships with the operator that the problem names", () => {
  const text =
    "from aqueduct import op\n\n\ndef rows():\n    return open('a.csv')\n\n\n@op\ndef load():\n    return rows()\n\n\nload()\n";
  const file = known(parser, text);
  const at = { file: "workflow.py", line: 5, column: 17, endLine: 5, endColumn: 24 };
  const message =
    "`a.csv` is a file of your workspace, which `load` does not find on a worker: add file_dependencies=['a.csv'] to its decorator.";
  const [fix] = fixesAt(file, at, [{ code: "path-of-workspace", severity: "warning", message, ...at }]);
  expect(fix && applied(file, fix.edits).split("\n")[7]).toBe("@op(file_dependencies=['a.csv'])");
});

describe("several files that a run used and that do not ship", () => {
  const text = `from aqueduct import op


@op
def one():
    return 1


@op(file_dependencies=['b.csv'])
def two():
    return 2


two()
`;
  const told = (line: number, path: string) =>
    ({
      code: "not-shipped",
      severity: "warning",
      message: `It read ${path}: add file_dependencies=['${path}'] to its decorator.`,
      ...{ file: "workflow.py", line, column: 1, endLine: line, endColumn: 4 },
    }) as const;

  function shippedAll(...problems: readonly ReturnType<typeof told>[]): string | undefined {
    const file = known(parser, text);
    const everywhere = { file: "workflow.py", line: 1, column: 1, endLine: 100, endColumn: 1 };
    const fix = shipAllFix(file, fixesAt(file, everywhere, problems));
    return fix && `${fix.title}: ${applied(file, fix.edits).split("\n")[(problems[0]?.line ?? 0) - 1] ?? ""}`;
  }

  test("are shipped with their operator by one fix, whether it is called or not", () => {
    expect(shippedAll(told(4, "a.csv"), told(4, "b.csv"), told(4, "a.csv"))).toBe(
      "Ship both with the operator: @op(file_dependencies=['a.csv', 'b.csv'])",
    );
    expect(shippedAll(told(9, "a.csv"), told(9, "c.csv"))).toBe(
      "Ship both with the operator: @op(file_dependencies=['b.csv', 'a.csv', 'c.csv'])",
    );
  });

  test("are left to the fix of each where that is one, or of several operators", () => {
    expect(shippedAll(told(4, "a.csv"))).toBeUndefined();
    expect(shippedAll(told(4, "a.csv"), told(9, "c.csv"))).toBeUndefined();
  });
});

describe("an old spelling", () => {
  test.each([
    [
      "other = client.integration('lake')",
      "old-spelling: Write resource instead of integration * → other = client.resource('lake')",
    ],
    [
      "table.save(db.config(table='t', mode='append'))",
      "old-spelling: Write db.save(table, 't', 'append') * → db.save(table, 't', 'append')",
    ],
    [
      "table.save(db.config(update_mode=LoadUpdateMode.REPLACE, table='t'))",
      "old-spelling: Write db.save(table, 't', LoadUpdateMode.REPLACE) * → db.save(table, 't', LoadUpdateMode.REPLACE)",
    ],
    [
      "clean(table).save(config=db.config('t', save_mode='fail'))",
      "old-spelling: Write db.save(clean(table), 't', 'fail') * → db.save(clean(table), 't', 'fail')",
    ],
    [
      "client.publish_flow('a', artifacts=[table], config=FlowConfig(engine='airflow'), schedule='')",
      "old-spelling: Write engine='airflow' instead of config=FlowConfig(…) * → client.publish_flow('a', artifacts=[table], engine='airflow', schedule='')",
    ],
  ])("%s is written anew", (lines, mended) => {
    expect(fixes(lines)).toEqual([mended]);
  });

  test.each([
    [
      "that has a comment in it, which would be lost",
      "table.save(db.config(\n    table='t',  # the table\n    mode='append',\n))",
    ],
    ["whose settings stand elsewhere", "settings = db.config(table='t', mode='append')\ntable.save(settings)"],
    ["of a resource that would need brackets", "table.save((db or client).config(table='t', mode='append'))"],
    [
      "whose FlowConfig says more",
      "client.publish_flow('a', artifacts=[table], config=FlowConfig(engine='airflow', k_latest_runs=3))",
    ],
    [
      "whose FlowConfig stands elsewhere",
      "config = FlowConfig(engine='airflow')\nclient.publish_flow('a', artifacts=[table], config=config)",
    ],
  ])("%s is left to the user", (_, lines) => {
    expect(fixes(lines)).toEqual([]);
  });
});

describe("a problem with an obvious mend", () => {
  test.each([
    ["clean()", ["missing-argument: Pass table to clean * → clean(table)"]],
    [
      "left = clean(table)\nright = clean(left)\njoin(left,)",
      ["missing-argument: Pass right to join * → left = clean(table)\nright = clean(left)\njoin(left, right)"],
    ],
    ["rows(table).bound(not_equal=1)", ["unknown-argument: Write notequal= * → rows(table).bound(notequal=1)"]],
    [
      "@op\ndef nothing():\n    # later\n\nnothing()",
      ["empty-body: Write pass as its body * → @op\ndef nothing():\n    pass\n    # later\n\nnothing()"],
    ],
    [
      "client.publish_flow('a', [table])",
      ["artifacts-as-description: Write artifacts=[…] * → client.publish_flow('a', artifacts=[table])"],
    ],
    [
      "left = clean(table)\nclient.publish_flow('a', artifacts=[table])",
      ["unpublished: Publish left with “a” * → left = clean(table)\nclient.publish_flow('a', artifacts=[table, left])"],
    ],
    [
      "client.publish_flow('a', artifacts=[table], engine='airlow')",
      ["unknown-engine: Write 'airflow' * → client.publish_flow('a', artifacts=[table], engine='airflow')"],
    ],
    ["x = 'never closed", ["unterminated-string: Close the string with ' * → x = 'never closed'"]],
    ["x = client.resource('lake)", ["unterminated-string: Close the string with ' * → x = client.resource('lake')"]],
  ])("%s", (lines, mended) => {
    expect(fixes(lines)).toEqual(mended);
  });

  test("a save without a mode has three, none of which is chosen for the user", () => {
    expect(fixes("db.save(table, 't')")).toEqual([
      "save-mode: Write 'replace', which replaces the table → db.save(table, 't', 'replace')",
      "save-mode: Write 'append', which adds to the table → db.save(table, 't', 'append')",
      "save-mode: Write 'fail', which fails where the table exists → db.save(table, 't', 'fail')",
    ]);
  });

  test("a save with a mode of another library's", () => {
    expect(fixes("db.save(table, 't', mode)".replace("mode", "'Overwrite'"))[0]).toBe(
      "save-mode: Write 'replace', which replaces the table * → db.save(table, 't', 'replace')",
    );
  });

  test("a resource of another name has the likeliest first", () => {
    expect(fixes("client.resource('aqueduct_dem')").map((fix) => fix.split(" → ")[0])).toEqual([
      "unknown-resource: Write 'aqueduct_demo'",
      "unknown-resource: Write 'airflow'",
      "unknown-resource: Write 'lake'",
    ]);
  });
});

describe("all old spellings of a file, written anew,", () => {
  test.each(workflowCases().map((one) => [one.name, one] as const))(
    "leave the graph of %s as it is",
    (_, { text, root, file: name }) => {
      const modules = modulesIn(root, parser);
      const read = (content: string): KnownFile => known(parser, content, { modules, file: name });
      const before = read(text);
      let after = before;
      // One spelling in another takes a second time.
      for (let edits = oldSpellingEdits(after); edits.length > 0; edits = oldSpellingEdits(after))
        after = read(applied(after, edits));
      expect(graphOf(after)).toEqual(graphOf(before));
      const mendable = fixesAt(after, { file: name, line: 1, column: 1, endLine: 1e6, endColumn: 1 }).filter(
        ({ problem }) => problem.code === "old-spelling",
      );
      expect(mendable).toEqual([]);
    },
  );

  test("are gone in the guide's workflows", () => {
    const guides = workflowCases().filter(({ name }) => name.startsWith("guide") || name === "porting-level3");
    expect(guides.length).toBeGreaterThan(2);
    for (const { text, root, file: name } of guides) {
      const modules = modulesIn(root, parser);
      const before = known(parser, text, { modules, file: name });
      const after = known(parser, applied(before, oldSpellingEdits(before)), { modules, file: name });
      expect(after.known.graph.problems.filter(({ code }) => code === "old-spelling")).toEqual([]);
    }
  });
});

/** The graph without its positions. */
function graphOf({ known: { graph } }: KnownFile): unknown {
  return graph.workflows.map(({ name, engine, schedule, operators, artifacts }) => ({
    name,
    engine,
    schedule,
    artifacts,
    operators: operators.map((operator) => ({ ...operator, source: null, definition: null })),
  }));
}

test("a name of Aqueduct's that is not there, by what takes its place", () => {
  const table: Readonly<Record<string, readonly string[]>> = {
    "from aqueduct.artifacts.table_artifact import TableArtifact": [
      "not-there: Import it from aqueduct.artifacts * → from aqueduct.artifacts import Artifact as TableArtifact",
    ],
    "from aqueduct.resources.sql import (\n    RelationalDBResource as Base,\n    DatabaseResource,\n)": [
      "not-there: Import it from aqueduct.resources * → from aqueduct.resources import DatabaseResource as Base, DatabaseResource",
    ],
    "print(table.id())": ["not-there: Write name * → print(table.name())"],
    "client.publish_flw('flw', artifacts=[table])": [
      "no-such-name: Write publish_flow * → client.publish_flow('flw', artifacts=[table])",
    ],
    "from aqueduct import Clinet": ["no-such-name: Write Client * → from aqueduct import Client"],
    "import aqueduct.github": [],
    "client.list_flows()": [],
  };
  expect(Object.fromEntries(Object.keys(table).map((lines) => [lines, fixes(lines)]))).toEqual(table);
});
