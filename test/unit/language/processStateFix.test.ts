import { beforeAll, describe, expect, test } from "vitest";
import { fixesAt, type ParsedModule, type PythonParser } from "../../../src/core/index.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { applied } from "./applied.js";
import { known } from "./known.js";

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

const everywhere = { file: "workflow.py", line: 1, column: 1, endLine: 1000, endColumn: 1 };

/** The text after the fix of the first hint; undefined where none is offered. */
function moved(text: string, modules: Readonly<Record<string, string>> = {}): string | undefined {
  const read = {
    modules: (path: string): ParsedModule | undefined => {
      const source = modules[`${path}.py`];
      return source === undefined
        ? undefined
        : { file: `${path}.py`, text: source, tree: parser.parse(source), isPackage: false };
    },
  };
  const file = known(parser, text, read);
  const hints = file.known.graph.problems.filter(({ code }) => code === "process-state");
  expect(hints, "the text has no hint").not.toEqual([]);
  const fix = fixesAt(file, everywhere).find(({ problem }) => problem.code === "process-state");
  if (fix === undefined) return undefined;
  expect(fix.title).toBe("Move into the operators that need it");
  const after = applied(file, fix.edits);
  const again = known(parser, after, read);
  expect(again.known.facts.faults, after).toEqual([]);
  const left = again.known.graph.problems.filter(({ code }) => code === "process-state");
  expect(left.map(({ message }) => message)).not.toContain(fix.problem.message);
  return after;
}

function inLines(...lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

const head = ["from aqueduct import op", "import random, os", ""];
const draw = ["@op", "def draw():", "    return random.random()", "", "", "draw()"];

describe("the statement is moved", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      "to the top of the body",
      [...head, "random.seed(0)", "", "", ...draw],
      [...head, "", "@op", "def draw():", "    random.seed(0)", "    return random.random()", "", "", "draw()"],
    ],
    [
      "behind a docstring, with the comments above and beside it",
      [
        ...head,
        "# the same numbers each time",
        "random.seed(0)  # of no meaning",
        "",
        "@op",
        "def draw():",
        '    """Draws',
        "",
        '    one."""',
        "    return random.random()",
        "draw()",
      ],
      [
        ...head,
        "@op",
        "def draw():",
        '    """Draws',
        "",
        '    one."""',
        "    # the same numbers each time",
        "    random.seed(0)  # of no meaning",
        "    return random.random()",
        "draw()",
      ],
    ],
    [
      "without a comment that heads other statements too",
      [...head, "# settings", "random.seed(0)", "LIMIT = 4", "", ...draw],
      [...head, "# settings", "LIMIT = 4", "", "@op", "def draw():", "    random.seed(0)", ...draw.slice(2)],
    ],
    [
      "over several lines",
      [
        ...head,
        "os.environ.update(",
        "    A='1',",
        "",
        "    B='2',",
        ")",
        "",
        "@op",
        "def draw():",
        "\treturn 1",
        "draw()",
      ],
      [
        ...head,
        "@op",
        "def draw():",
        "\tos.environ.update(",
        "\t    A='1',",
        "",
        "\t    B='2',",
        "\t)",
        "\treturn 1",
        "draw()",
      ],
    ],
    [
      "into a body on one line",
      [...head, "random.seed(0)", "", "@op", "def draw(x=1): return random.random() * x", "draw()"],
      [...head, "@op", "def draw(x=1):", "    random.seed(0)", "    return random.random() * x", "draw()"],
    ],
    [
      "into a docstring on one line",
      [...head, "random.seed(0)", "", "@op", "def draw(): 'Draws.'", "draw()"],
      [...head, "@op", "def draw():", "    'Draws.'", "    random.seed(0)", "draw()"],
    ],
    [
      "into an async operator, and below a comment",
      [...head, "random.seed(0)", "", "@op", "async def draw():", "    # one", "    return random.random()", "draw()"],
      [...head, "@op", "async def draw():", "    # one", "    random.seed(0)", "    return random.random()", "draw()"],
    ],
    [
      "into the operators that draw numbers, by helpers too, and no others",
      [
        ...head,
        "random.seed(0)",
        "",
        "def helper():",
        "    return random.random()",
        "",
        "@op",
        "def one():",
        "    return helper()",
        "",
        "@op",
        "def two():",
        "    import random as r",
        "    return r.random()",
        "",
        "@op",
        "def three():",
        "    return 1",
        "",
        "one(), two(), three()",
      ],
      [
        ...head,
        "def helper():",
        "    return random.random()",
        "",
        "@op",
        "def one():",
        "    random.seed(0)",
        "    return helper()",
        "",
        "@op",
        "def two():",
        "    random.seed(0)",
        "    import random as r",
        "    return r.random()",
        "",
        "@op",
        "def three():",
        "    return 1",
        "",
        "one(), two(), three()",
      ],
    ],
    [
      "into all operators where no text tells who needs it",
      [
        ...head,
        "os.environ['A'] = '1'",
        "",
        "@op",
        "def one():",
        "    return 1",
        "@op",
        "def two():",
        "    return 2",
        "one(), two()",
      ],
      [
        ...head,
        "@op",
        "def one():",
        "    os.environ['A'] = '1'",
        "    return 1",
        "@op",
        "def two():",
        "    os.environ['A'] = '1'",
        "    return 2",
        "one(), two()",
      ],
    ],
    [
      "with the call of the helper that sets it",
      [...head, "def seed_all(n):", "    random.seed(n)", "", "seed_all(4)", "", ...draw],
      [
        ...head,
        "def seed_all(n):",
        "    random.seed(n)",
        "",
        "@op",
        "def draw():",
        "    seed_all(4)",
        ...draw.slice(2),
      ],
    ],
    [
      "out of the function that calls the operators",
      [...head, ...draw.slice(0, 4), "def main():", "    random.seed(0)", "    draw()", "", "main()"],
      [
        ...head,
        "@op",
        "def draw():",
        "    random.seed(0)",
        "    return random.random()",
        "",
        "def main():",
        "    draw()",
        "",
        "main()",
      ],
    ],
    [
      "once into an operator that a helper makes often, and into one that is made by a call",
      [
        ...head,
        "random.seed(0)",
        "",
        "def make():",
        "    @op",
        "    def draw():",
        "        return random.random()",
        "    return draw()",
        "",
        "def roll():",
        "    return random.random()",
        "",
        "make(), make(), op(roll)()",
      ],
      [
        ...head,
        "def make():",
        "    @op",
        "    def draw():",
        "        random.seed(0)",
        "        return random.random()",
        "    return draw()",
        "",
        "def roll():",
        "    random.seed(0)",
        "    return random.random()",
        "",
        "make(), make(), op(roll)()",
      ],
    ],
    [
      "at the end of the file",
      [...head, ...draw, "", "random.seed(0)"],
      [...head, "@op", "def draw():", "    random.seed(0)", ...draw.slice(2)],
    ],
  ])("%s", (_, before, after) => {
    expect(moved(inLines(...before))).toBe(inLines(...after));
  });

  test("in a file with Windows' ends of lines", () => {
    const lines = (...all: readonly string[]): string => inLines(...all).replaceAll("\n", "\r\n");
    expect(moved(lines(...head, "random.seed(0)", "", ...draw))).toBe(
      lines(...head, "@op", "def draw():", "    random.seed(0)", ...draw.slice(2)),
    );
  });

  test("where a module of the workspace sets it", () => {
    const modules = { "tools.py": "import random\ndef seed_all(n):\n    random.seed(n)\n" };
    const before = inLines("import tools", ...head, "tools.seed_all(4)", "", ...draw);
    expect(moved(before, modules)).toBe(
      inLines("import tools", ...head, "@op", "def draw():", "    tools.seed_all(4)", ...draw.slice(2)),
    );
  });
});

describe("nothing is offered", () => {
  test.each<[string, readonly string[]]>([
    ["where the top level uses the state afterwards", [...head, "random.seed(0)", "SAMPLE = random.random()", ...draw]],
    [
      "where a package that is imported afterwards may read it",
      [...head, "os.environ['A'] = '1'", "import torch", ...draw],
    ],
    ["where something else stands on the line", [...head, "random.seed(0); LIMIT = 4", ...draw]],
    ["where the statement gives a name a value", [...head, "before = random.seed(0)", ...draw]],
    ["where it is one of several ways", [...head, "if os.name == 'nt':", "    random.seed(0)", ...draw]],
    [
      "where it needs a name of the function around it",
      [...head, ...draw.slice(0, 4), "def main(n):", "    random.seed(n)", "    draw()", "main(3)"],
    ],
    [
      "where the function around it has nothing else",
      [...head, "def main():", "    random.seed(0)", "settled = main()", ...draw],
    ],
    [
      "where an operator has another meaning for a name",
      [...head, "SEED = 4", "random.seed(SEED)", "@op", "def draw(SEED=1):", "    return random.random()", "draw()"],
    ],
    [
      "where a text over several lines would be changed",
      [...head, "os.environ['A'] = '''one", "two'''", "@op", "def draw():", "    return 1", "draw()"],
    ],
    [
      "where it is in a loop",
      [
        ...head,
        "for name in ['A', 'B']:",
        "    os.environ[name] = '1'",
        "@op",
        "def draw():",
        "    return 1",
        "draw()",
      ],
    ],
    ["where an operator is a lambda", [...head, "random.seed(0)", "op(lambda: random.random())()"]],
    [
      "where something stands behind the docstring",
      [...head, "random.seed(0)", "@op", "def draw(): 'Draws.'; return random.random()", "draw()"],
    ],
  ])("%s", (_, text) => {
    expect(moved(inLines(...text))).toBeUndefined();
  });

  test("where operators stand in another file", () => {
    const modules = {
      "steps.py": "from aqueduct import op\nimport random\n@op\ndef draw():\n    return random.random()\n",
    };
    expect(
      moved("import random\nimport steps\nfrom aqueduct import op\nrandom.seed(0)\nsteps.draw()\n", modules),
    ).toBeUndefined();
  });
});
