import { beforeAll, describe, expect, test } from "vitest";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

const names = "a b c d e f".split(" ");

/** Which of the artifacts `a` to `f` an operator's function reads from outside, with their places in it. */
function reads(body: string, parameters = "p"): string {
  const text = [...names.map((name) => `${name} = db.sql('')`), "@op", `def read(${parameters}):`, ...indented(body)];
  const { facts } = reading.lines(text.join("\n"));
  return facts.globalReads.map(({ name }) => name).join(" ");
}

function indented(body: string): readonly string[] {
  return body.split("\n").map((line) => `    ${line}`);
}

function expectReads(table: Readonly<Record<string, string>>): void {
  expect(Object.fromEntries(Object.keys(table).map((body) => [body, reads(body)]))).toEqual(table);
}

describe("what a function reads from outside", () => {
  test("in each kind of expression, each name once", () => {
    expectReads({
      "return a": "a",
      "return a + a + b": "a b",
      "return a.x": "a",
      "return p.a": "",
      "return a(b, c=d, *e, **f)": "a b d e f",
      "return p(a=1)": "",
      "return [a, *b]": "a b",
      "return (a, b)": "a b",
      "return {a, b}": "a b",
      "return {a: b, **c}": "a b c",
      "return a[b]": "a b",
      "return p[a:b:c]": "a b c",
      "return -a": "a",
      "return not a": "a",
      "return a and b or c": "a b c",
      "return a < b": "a b",
      "return a < b < c": "a b c",
      "return a if b else c": "b a c",
      "return f'{a}'": "a",
      "return (x := a)": "a",
      "return lambda x, y=a: x + b": "a b",
      "return lambda a: a": "",
      "return [a for x in b if c]": "b c a",
      "return [a for a in b]": "b",
      "return [x for (a, [*b]) in c for x in (a, b)]": "c",
      "return {a: b for x in c}": "c a b",
      "return {a for x in p}": "a",
      "return list(a for x in p)": "a",
      "return [x for x in p for y in a]": "a",
      "await a": "a",
      "yield a": "a",
      "return a @ b": "a b",
    });
  });

  test("in each kind of statement and its blocks", () => {
    expectReads({
      "x = a": "a",
      "x += a": "a",
      "x: int = a": "a",
      "x.y = a": "a",
      "a.y = 1": "a",
      "a[b] = c": "a b c",
      a: "a",
      "if a:\n    b\nelif c:\n    d\nelse:\n    e": "a b c d e",
      "while a:\n    b\nelse:\n    c": "a b c",
      "for x in a:\n    b\nelse:\n    c": "a b c",
      "with a as x, b:\n    c": "a b c",
      "try:\n    a\nexcept b:\n    c\nelse:\n    d\nfinally:\n    e": "b a c d e",
      "match a:\n    case 1:\n        b": "a b",
      "match p:\n    case 1:\n        a\n    case 2:\n        b": "a b",
      "raise a": "a",
      "assert a, b": "a b",
      "def g(x=a): return b": "a b",
      "@a\ndef g(): pass": "a",
      "@a\nclass C(b, m=c):\n    x = d": "a b c d",
      "class C:\n    def g(self): return a": "a",
      return: "",
      "global a\nreturn a": "a",
      "global a\na = 1\nreturn a": "a",
      "del a": "",
    });
  });

  test("but not what it binds itself, wherever that stands", () => {
    expectReads({
      "a = 1\nreturn a": "",
      "x = a\na = 1": "",
      "a, b = p\nreturn a, b": "",
      "[a, *b] = p\nreturn a, b": "",
      "a += 1": "",
      "for a in p: b\nreturn a": "b",
      "for a, b in p: return a, b": "",
      "with p as a: return a": "",
      "with p as (a, b): return a, b": "",
      "try: pass\nexcept p as a: return a": "",
      "import a\nreturn a": "",
      "import a.b\nreturn a, b": "b",
      "import x as a\nreturn a": "",
      "from x import a\nreturn a": "",
      "from x import y as a\nreturn a": "",
      "from x import *\nreturn a": "a",
      "def a(): pass\nreturn a": "",
      "class a: pass\nreturn a": "",
      "match p:\n    case a: return a": "",
      "match p:\n    case [a, b]: return a, b": "",
      "if (a := p): return a": "",
      "print((a := 1))\nreturn a": "",
      "if p:\n    a = 1\nreturn a": "",
      "while p:\n    a = 1\nreturn a": "",
      "try:\n    a = 1\nfinally:\n    b = 2\nreturn a, b": "",
      "def g():\n    a = 1\nreturn a": "a",
      "a = 1\ndef g(): return a": "",
      "def g(a): return a": "",
      "def g(*a, **b): return a, b": "",
      "nonlocal a\nreturn a": "a",
      "return (lambda *a: a)": "",
      "x.a = 1\nreturn a": "a",
    });
    expect(reads("return a, b, c, d", "a, *b, c=1, **d")).toBe("");
  });

  test("of globals that are no artifact is no fault", () => {
    const facts = (lines: string) => reading.lines(lines).facts.globalReads;
    expect(facts("@op\ndef f(x): return client, db, one, len, unsure\nt = 1")).toEqual([]);
    expect(facts("@op\ndef f(x): return t")).toMatchObject([
      { name: "t", function: "f", range: { column: 18, endColumn: 19 } },
    ]);
    expect(facts("@op\ndef f(x): return y\ny = t if unsure else one(t)")).toMatchObject([{ name: "y" }]);
    expect(facts("@op\ndef f(x): return y\ny = 1 if unsure else 2")).toEqual([]);
    expect(facts("@op\ndef f(x): return y\ny = [t]")).toEqual([]);
    expect(facts("@metric\ndef f(x): return t")).toHaveLength(1);
    expect(facts("def f(x): return t")).toEqual([]);
    expect(facts("def g():\n    y = t\n    @op\n    def f(x): return y\ng()")).toMatchObject([{ name: "y" }]);
  });
});
