import { beforeAll, describe, expect, test } from "vitest";
import type { SourceRange } from "../../../src/core/model/source.js";
import { Reading } from "./reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

const head = 'from aqueduct import *\nt = Client().resource("db").sql("")\n';

function place({ line, column, endLine, endColumn }: SourceRange): string {
  return `${line}:${column}-${endLine}:${endColumn}`;
}

/** Where the operators after the query stand. */
function sources(lines: string): readonly string[] {
  const { graph } = reading.file(head + lines);
  return graph.workflows.flatMap(({ operators }) => operators.slice(1).map(({ source }) => place(source)));
}

function definitions(lines: string): readonly string[] {
  return reading
    .file(head + lines)
    .definitions.map(
      ({ name, kind, range, isCalled }) => `${place(range)} ${kind} ${name}${isCalled ? " called" : ""}`,
    );
}

describe("where calls stand", () => {
  test("from the first to the last character of each", () => {
    expect(sources("t.number_of_rows()\n")).toEqual(["3:1-3:19"]);
    expect(sources("x = [t.max('a'), t.min(\n  'b')]\n")).toEqual(["3:6-3:16", "3:18-4:7"]);
    expect(sources("if t:\n    t.max(\n        'a',\n    )\n")).toEqual(["4:5-6:6"]);
    expect(sources("é = '😀'; t.max('a')\n")).toEqual(["3:11-3:21"]);
    expect(sources("t.max('a'); t.max('b')\n")).toEqual(["3:1-3:11", "3:13-3:23"]);
    expect(sources("def f(x):\n    return x.max('a')\nf(t)\n")).toEqual(["4:12-4:22"]);
    expect(sources("\n\n# x\n\nt.max('a')\n")).toEqual(["7:1-7:11"]);
  });

  test("in lines below a statement that changes length, though the text of the others is the same", () => {
    expect(sources("x = 1\nt.max('a')\n")).toEqual(["4:1-4:11"]);
    expect(sources("x = (\n1\n)\nt.max('a')\n")).toEqual(["6:1-6:11"]);
    expect(sources("x = (\n\nt.max('a')\n")).toEqual(["5:1-5:11"]);
  });
});

describe("where definitions stand", () => {
  test("with their decorators, in the order of their lines", () => {
    expect(definitions("@op\ndef a(x):\n    return x\n@metric()\n@other\ndef b(x): return x\na(t)\n")).toEqual([
      "3:1-5:13 function a called",
      "6:1-8:19 metric b",
    ]);
    expect(
      definitions(
        "def make():\n    @check\n    def c(x): return x\n    return c\n@op\ndef a(x): pass\nmake()(t)\nmake()(t)\n",
      ),
    ).toEqual(["4:5-5:23 check c called", "7:1-8:15 function a"]);
    expect(definitions("if t:\n    @op\n    async def a(x): pass\n")).toEqual(["4:5-5:25 function a"]);
    expect(definitions("def a(x): pass\nb = op(a)\nb(t)\n")).toEqual([]);
  });

  test("of the file itself, not of its modules", () => {
    const module = "from aqueduct import op\n@op\ndef a(x): return x\n";
    const analysis = reading.file(`${head}from m import a\na(t)\n`, { "m.py": module });
    expect(analysis.definitions).toEqual([]);
    expect(analysis.graph.workflows[0]?.operators.at(-1)?.definition).toMatchObject({ file: "m.py", line: 2 });
  });
});

describe("bodies without a statement", () => {
  const empty = (lines: string): readonly string[] =>
    reading.file(head + lines).facts.emptyBodies.map(({ statement, range }) => `${statement} ${place(range)}`);

  test("are told from the statement's first word to its colon", () => {
    expect(empty("def f(x):\n    # a\nx = 1\n")).toEqual(["function_definition 3:1-3:10"]);
    expect(empty("class C:\n    # a\nx = 1\n")).toEqual(["class_definition 3:1-3:9"]);
    expect(empty("if t:\n    # a\nx = 1\n")).toEqual(["if_statement 3:1-3:6"]);
    expect(empty("for x in t:\n    # a\nx = 1\n")).toEqual(["for_statement 3:1-3:12"]);
    expect(empty("def f(x):\n    pass\n")).toEqual([]);
    expect(empty("def f(x):\n    # a\n    pass\n")).toEqual([]);
    expect(empty("def f(x):\n    if x:\n        # a\n    pass\n")).toEqual(["if_statement 4:5-4:10"]);
  });
});

describe("text that only looks like a statement", () => {
  test("is read as Python reads it", () => {
    const table = {
      "async def f(): return t.max('a')\nf()": 0,
      "async def f():\n    async with t as x: pass\n    async for y in t: pass\nf()": 0,
      "x: int\nt.max('a')": 1,
      "print(t.max('a'), file=t.min('b'))": 2,
      "lambda x: t.max('a')": 0,
      "(lambda: t.max('a'))()": 1,
      "x = lambda: t.max('a')\nx(); x()": 1,
      "t.max('a') if True else t.min('b')": 1,
      "[t.max('a') for x in range(3)]": 1,
      "'t.max()'": 0,
      "# t.max('a')": 0,
      "f'{t.max(\"a\")}'": 1,
      "f'{{t.max(\"a\")}}'": 0,
      "global t\nt.max('a')": 1,
      "del t\nt.max('a')": 0,
      "await t.max('a')": 1,
      "(t.max('a'))": 1,
      "((t)).max('a')": 1,
      "t.max ('a')": 1,
      "t . max('a')": 1,
      "t.\\\n  max('a')": 1,
      "match t.max('a'):\n    case 1 if t.min('b'): pass": 1,
      "with t.max('a') as x, t.min('b') as y: pass": 2,
      "with t.max('a'):\n    with t.min('b'): t.std('c')": 3,
      "class C(t.max('a')):\n    x = t.min('b')": 2,
      "def f(a, b=t.max('a'), *, c=t.min('b')): t.std('c')": 2,
      "assert t.max('a'), t.min('b')": 1,
      "raise ValueError(t.max('a')) from t.min('b')": 2,
      "return_ = t.max('a')": 1,
      "x = y = z = t.max('a')": 1,
      "x[t.max('a')] = t.min('b')": 2,
      "x.y = t.max('a')": 1,
      "x += t.max('a')": 1,
      "*x, = [t.max('a')]": 1,
      "not t.max('a')": 1,
      "t.max('a') is not None": 1,
      "t.max('a') not in []": 1,
      "t.max('a')[0]": 1,
      "t.max('a')[0:1:2]": 1,
      "t.max('a').x.y": 1,
      "{t.max('a')}": 1,
      "{t.max('a'): t.min('b')}": 2,
      "{**t.max('a')}": 1,
      "print(*t.max('a'), **t.min('b'))": 2,
      "print(x for x in [t.max('a')])": 1,
      "(x := t.max('a'))": 1,
      "(yield)\nt.max('a')": 1,
      "1 < t.max('a') < t.min('b')": 2,
      "t.max('a') and t.min('b')": 2,
      "t.max('a'), t.min('b')": 2,
      "try:\n    t.max('a')\nexcept t.min('b'): t.std('c')": 1,
      "try:\n    t.max('a')\nexcept* ValueError: pass": 1,
      "while False: t.max('a')": 0,
      "if False: t.max('a')\nelif True: t.min('b')": 1,
    };
    const counted = Object.keys(table).map((lines) => [lines, sources(`${lines}\n`).length]);
    expect(Object.fromEntries(counted)).toEqual(table);
  });
});

describe("where the grammar reads otherwise than Python", () => {
  test.each([
    ["a star takes the whole call behind it", "x = [*map(one, [t])]", "one(t)"],
    ["a star takes the whole call in a set", "x = {*map(one, [t])}", "one(t)"],
    ["a star takes the slice behind it", "x = [one(a) for a in [*[t, t][1:]]]", "one(t)"],
    ["a star takes the call that begins a tuple without brackets", "x = *map(one, [t]), 1", "one(t)"],
    ["a star behind another takes its whole call", "print(*[], *map(one, [t]))", "one(t)"],
    ["brackets around one name make no tuple", "(x) = t\none(x)", "one(t)"],
    [
      "brackets around one item of with",
      "class C:\n  def __enter__(self): return t\n  def __exit__(self, *a): pass\nwith (C() as x): one(x)",
      "one(t)",
    ],
    ["what is set on a call of type", "class C: pass\nc = C()\ntype(c).x = t\none(C.x)", "one(t)"],
    ["a raw text of backslashes", 'if len(r"\\\\") == 2: one(t)', "one(t)"],
  ])("%s", (_, lines, expected) => {
    expect(reading.recorded(lines)).toBe(expected);
  });

  test("a letter that is written by its name is not told", () => {
    expect(reading.operators('x = one.__class__\ny = op(name="\\N{DASH}")(len)(t)').at(-1)?.name).not.toContain("N{");
  });
});
