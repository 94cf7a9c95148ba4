import { beforeAll, describe, expect, test } from "vitest";
import { analyse, type Analysis, checkedGraph, type PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";

const good = `from aqueduct import Client, op

client = Client()
db = client.resource("db")


@op
def clean(table):
    return table


@op
def count(table):
    return len(table)


table = db.sql("SELECT 1")
cleaned = clean(table)
counted = count(cleaned)
client.publish_flow("flow", artifacts=[counted])
`;

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

function read(text: string, previous?: Analysis): Analysis {
  return analyse({
    file: "workflow.py",
    text,
    tree: parser.parse(text),
    parser,
    modules: () => undefined,
    ...(previous && { previous }),
  });
}

/** Reads a text that was good, then with each of the replacements in turn. */
function typed(...texts: readonly string[]): Analysis {
  return texts.reduce<Analysis>((before, text) => read(text, before), read(good));
}

function shown({ graph }: Analysis): readonly string[] {
  return graph.workflows.flatMap(({ name, operators }) =>
    operators.map(
      ({ id, stale, inputs, source }) =>
        `${name ?? "-"} ${source.line} ${id}(${inputs.join()})${stale === true ? " stale" : ""}`,
    ),
  );
}

const whole = ["flow 17 db_query()", "flow 18 clean(db_query)", "flow 19 count(clean)"];

describe("text that is broken", () => {
  test("loses only the broken statement when nothing was read before", () => {
    const text = good.replace("cleaned = clean(table)", "cleaned = clean(table");
    expect(shown(read(text))).toEqual(["flow 19 count()", "- 17 db_query()"]);
  });

  test("keeps the last good operator of a call whose bracket is missing, and all edges around it", () => {
    expect(shown(typed(good.replace("clean(table)\n", "clean(table\n")))).toEqual(
      whole.with(1, "flow 18 clean(db_query) stale"),
    );
  });

  test("keeps it through further keystrokes in the broken line", () => {
    const steps = ["clean(", "clean(t", "clean(ta", "clean(ta["].map((call) =>
      good.replace("clean(table)\n", `${call}\n`),
    );
    expect(shown(typed(...steps))).toEqual(whole.with(1, "flow 18 clean(db_query) stale"));
  });

  test("follows edits elsewhere while one line stays broken", () => {
    const broken = good.replace("clean(table)\n", "clean(table\n");
    expect(shown(typed(broken, broken.replace("count(cleaned)", "count(table)")))).toEqual([
      "flow 17 db_query()",
      "flow 19 count(db_query)",
      "- 18 clean(db_query) stale",
    ]);
    expect(shown(typed(broken, `# moved\n${broken}`))).toEqual([
      "flow 18 db_query()",
      "flow 19 clean(db_query) stale",
      "flow 20 count(clean)",
    ]);
  });

  test("is current again as soon as it is whole", () => {
    expect(shown(typed(good.replace("clean(table)\n", "clean(table\n"), good))).toEqual(whole);
  });

  test("keeps a function whose body is broken, with its calls current", () => {
    const analysis = typed(good.replace("return len(table)", "return len(table"));
    expect(shown(analysis)).toEqual(whole);
    expect(analysis.graph.workflows[0]?.operators[2]?.definition).toMatchObject({ line: 12 });
  });

  test("keeps a publish that is being typed", () => {
    expect(shown(typed(good.replace("artifacts=[counted])", "artifacts=[counted")))).toEqual(whole);
  });

  test("keeps everything that an open triple quote swallows", () => {
    const analysis = typed(good.replace('db.sql("SELECT 1")', 'db.sql("""SELECT 1")'));
    expect(shown(analysis).map((line) => line.replace(/ \d+ /, " "))).toEqual([
      "flow db_query() stale",
      "flow clean(db_query) stale",
      "flow count(clean) stale",
    ]);
  });

  test("forgets an operator whose line was deleted", () => {
    const broken = good.replace("clean(table)\n", "clean(table\n");
    expect(shown(typed(broken, broken.replace("cleaned = clean(table\n", "")))).toEqual([
      "flow 18 count()",
      "- 17 db_query()",
    ]);
  });

  test("gives no facts from the text that stood there before", () => {
    const before = good.replace("= clean(table)", "= clean()");
    const analysis = read(before.replace("= clean()", "= clean("), read(before));
    expect(checkedGraph(analysis).problems.map(({ code }) => code)).toEqual(["unpublished", "unclosed-bracket"]);
    expect(checkedGraph(read(before)).problems.map(({ code }) => code)).toContain("missing-argument");
  });

  test("tells a missing quote, bracket and operand in a sentence each", () => {
    const problems = (line: string) =>
      checkedGraph(read(`from aqueduct import op\n${line}\n`)).problems.map(
        ({ code, message }) => `${code}: ${message}`,
      );
    expect(problems("x = f('abc)")).toEqual(["unterminated-string: This string has no closing quote: write 'abc'."]);
    expect(problems('x = """abc')).toEqual([
      'unterminated-string: The string that begins here is never closed: write """ where it ends.',
    ]);
    expect(problems("x = f([1, 2)")).toEqual(["unclosed-bracket: This ( is never closed: write ) where it ends."]);
    expect(problems("x = 1 +")).toEqual([expect.stringMatching(/^broken-syntax: /)]);
  });
});
