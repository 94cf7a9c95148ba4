import { beforeAll, describe, expect, test } from "vitest";
import { analyse, type PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

const head = `from aqueduct import Client, metric, op, to_operator
client = Client()
db = client.resource("db")

@op
def step(table, by=None):
    return table

@op
def other(table):
    return table

`;

/** Operators that the lines after the head record, parameters left out: id(inputs), with what is not certain. */
function recorded(lines: string, modules: Readonly<Record<string, string>> = {}): readonly string[] {
  const text = head + lines;
  const { graph } = analyse({
    file: "workflow.py",
    text,
    tree: parser.parse(text),
    parser,
    modules: (dotted) => {
      const file = `${dotted.replaceAll(".", "/")}.py`;
      const found = modules[file];
      return found === undefined ? undefined : { file, text: found, tree: parser.parse(found), isPackage: false };
    },
  });
  const flags = (of: object): string =>
    ["repeated", "unknown"]
      .filter((flag) => flag in of)
      .map((flag) => ` ${flag}`)
      .join("");
  return graph.workflows.flatMap(({ operators }) =>
    operators
      .filter(({ kind }) => kind !== "parameter")
      .map(
        (operator) =>
          `${operator.id}(${operator.inputs.filter((input) => !input.includes("_by")).join()})${flags(operator)}`,
      ),
  );
}

describe("loops and conditions that the text does not settle", () => {
  test("a loop over something unknown is one repeated node", () => {
    expect(recorded("import os\nt = db.sql('')\nfor name in os.listdir('.'):\n    other(t)\n")).toEqual([
      "db_query()",
      "other(db_query) repeated",
    ]);
  });

  test("what such a loop may have changed is one of two things afterwards", () => {
    expect(recorded("import os\nt = db.sql('')\nfor name in os.listdir('.'):\n    t = other(t)\nother(t)\n")).toEqual([
      "db_query()",
      "other(db_query) repeated",
      "other_2(db_query,other) unknown",
    ]);
  });

  test("while loops repeat, and do not run at all where the condition is false", () => {
    expect(
      recorded("import os\nt = db.sql('')\nwhile os.getpid():\n    other(t)\n    break\nwhile 0:\n    step(t)\n"),
    ).toEqual(["db_query()", "other(db_query) repeated"]);
  });

  test("a loop of unlikely length is not unrolled", () => {
    expect(recorded("t = db.sql('')\nfor i in range(10 ** 9):\n    other(t)\n")).toEqual([
      "db_query()",
      "other(db_query) repeated",
    ]);
  });

  test("a return behind an unknown condition leaves both results possible", () => {
    expect(
      recorded(
        "import os\ndef choose(t):\n    if os.getenv('A'):\n        return step(t)\n    return other(t)\nstep(choose(db.sql('')))\n",
      ),
    ).toEqual(["db_query()", "step(db_query) unknown", "other(db_query) unknown", "step_2(step,other) unknown"]);
  });

  test("what follows a break behind an unknown condition may not run, until the loop ends", () => {
    expect(
      recorded(
        "import os\nt = db.sql('')\nfor i in range(2):\n    if os.getenv('A'):\n        break\n    other(t)\nstep(t)\n",
      ),
    ).toEqual(["db_query()", "other(db_query) unknown", "other_2(db_query) unknown", "step(db_query)"]);
  });

  test("recursion ends", () => {
    expect(recorded("def again(t):\n    return again(other(t)) if t else t\nstep(db.sql(''))\n")).toEqual([
      "db_query()",
      "step(db_query)",
    ]);
    expect(recorded("def again(t):\n    return again(t)\nagain(db.sql(''))\n")).toEqual(["db_query()"]);
  });

  test("comprehensions keep what filters let through", () => {
    expect(recorded("t = db.sql('')\na = [other(t) for i in range(4) if i % 2]\nstep(a[-1])\n")).toEqual([
      "db_query()",
      "other(db_query)",
      "other_2(db_query)",
      "step(other_2)",
    ]);
  });
});

describe("ways of writing Python", () => {
  test("classes that hold artifacts and call operators in their methods", () => {
    const lines =
      "class Flow:\n    def __init__(self, name):\n        self.table = db.sql(f'SELECT * FROM {name}')\n    def run(self, times=1):\n        for _ in range(times):\n            self.table = other(self.table)\n        return self\nflow = Flow('x').run(times=2)\nstep(flow.table)\n";
    expect(recorded(lines)).toEqual(["db_query()", "other(db_query)", "other_2(other)", "step(other_2)"]);
  });

  test("dictionaries of artifacts", () => {
    expect(
      recorded(
        "t = {'a': db.sql(''), **{'b': db.sql('')}}\nfor name, table in t.items():\n    other(table)\nstep(t.get('b'))\nstep(t.get('c', t['a']))\n",
      ),
    ).toEqual([
      "db_query()",
      "db_query_2()",
      "other(db_query)",
      "other_2(db_query_2)",
      "step(db_query_2)",
      "step_2(db_query)",
    ]);
  });

  test("operators in lists, and map", () => {
    expect(recorded("t = db.sql('')\nfor f in [step, other]:\n    t = f(t)\nlist(map(other, [t]))\n")).toEqual([
      "db_query()",
      "step(db_query)",
      "other(step)",
      "other_2(other)",
    ]);
  });

  test("try takes the way without an error", () => {
    expect(
      recorded(
        "try:\n    import json\n    f = other\nexcept ImportError:\n    f = step\nelse:\n    pass\nfinally:\n    f(db.sql(''))\n",
      ),
    ).toEqual(["db_query()", "other(db_query)"]);
  });

  test("global names, keyword-only parameters and star arguments of helpers", () => {
    const lines =
      "made = None\ndef keep(*tables, times, **more):\n    global made\n    made = other(tables[times])\nkeep(db.sql(''), db.sql(''), times=1, x=2)\nstep(made)\n";
    expect(recorded(lines)).toEqual(["db_query()", "db_query_2()", "other(db_query_2)", "step(other)"]);
  });

  test("other decorators above and below ours", () => {
    expect(
      recorded(
        "import functools\n@functools.cache\n@op\n@functools.lru_cache\ndef twice(t):\n    return t\ntwice(db.sql(''))\n",
      ),
    ).toEqual(["db_query()", "twice(db_query)"]);
  });

  test("code for type checkers only", () => {
    expect(recorded("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    other(1)\nstep(db.sql(''))\n")).toEqual([
      "db_query()",
      "step(db_query)",
    ]);
  });

  test("nothing of a value that only a run gives", () => {
    expect(
      recorded("t = step(db.sql(''))\nvalue = t.get()\nif len(value) > 3:\n    pass\nprint(value.mean(), t.head(3))\n"),
    ).toEqual(["db_query()", "step(db_query)"]);
  });
});

describe("text as editors and systems write it", () => {
  const lines = "t = db.sql('é😀'); u = step(t)\nother(\n    u\n)\n";

  test("columns count UTF-16 units, several statements may stand in a line", () => {
    const text = `${head}${lines}`;
    const { graph } = analyse({
      file: "workflow.py",
      text,
      tree: parser.parse(text),
      parser,
      modules: () => undefined,
    });
    const [query, , stepped] = graph.workflows[0]?.operators ?? [];
    expect(query).toMatchObject({ query: "é😀", source: { line: 13, column: 5, endLine: 13, endColumn: 18 } });
    expect(stepped).toMatchObject({ id: "step", source: { line: 13, column: 24, endColumn: 31 } });
  });

  test("ends of lines as Windows has them, and a mark at the beginning, change nothing", () => {
    const read = (text: string): unknown =>
      analyse({ file: "workflow.py", text, tree: parser.parse(text), parser, modules: () => undefined }).graph;
    const text = `${head}${lines}`;
    expect(read(text.replaceAll("\n", "\r\n"))).toEqual(read(text));
    expect(read(`\uFEFF${text}`)).toEqual(read(text));
    expect(read(text.replaceAll("\n", "\r\n").replace("u = step(t)", "u = step(t"))).toEqual(
      read(text.replace("u = step(t)", "u = step(t")),
    );
  });
});

test("an expression that is deeper than any person writes does not exhaust the stack", () => {
  expect(
    recorded(`total = ${Array(6000).fill("1").join(" + ")}\nnext = total${".more()".repeat(3000)}\nstep(db.sql(''))\n`),
  ).toEqual(["db_query()", "step(db_query)"]);
});

describe("modules", () => {
  test("are found, run once, and may import one another", () => {
    const modules = {
      "a.py": "import b\nfrom aqueduct import op\n@op\ndef from_a(t):\n    return t\n",
      "b.py": "import a\ndef call(t):\n    return a.from_a(t)\n",
    };
    expect(recorded("import a, b\nb.call(a.from_a(db.sql('')))\n", modules)).toEqual([
      "db_query()",
      "from_a(db_query)",
      "from_a_2(from_a)",
    ]);
  });

  test("of folders without __init__.py, with an alias and without", () => {
    const modules = { "p/q/steps.py": "from aqueduct import op\n@op\ndef inner(t):\n    return t\n" };
    expect(
      recorded("import p.q.steps\nfrom p.q import steps as s\ns.inner(p.q.steps.inner(db.sql('')))\n", modules),
    ).toEqual(["db_query()", "inner(db_query)", "inner_2(inner)"]);
  });

  test("do not run what they keep for running alone", () => {
    const modules = {
      "m.py": "from aqueduct import op\n@op\ndef inner(t):\n    return t\nif __name__ == '__main__':\n    inner(1)\n",
    };
    expect(recorded("from m import inner\ninner(db.sql(''))\n", modules)).toEqual(["db_query()", "inner(db_query)"]);
  });
});
