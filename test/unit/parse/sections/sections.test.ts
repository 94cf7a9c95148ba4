import { beforeAll, describe, expect, test } from "vitest";
import type { ReadableSection } from "../../../../src/core/parse/sections/lastGood.js";
import { withLastGood } from "../../../../src/core/parse/sections/lastGood.js";
import { LoweringCache, sectionsOf } from "../../../../src/core/parse/sections/sections.js";
import { chunksOf } from "../../../../src/core/parse/sections/scan.js";
import { Reading } from "../reading.js";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.start();
});

function sections(text: string): ReturnType<typeof sectionsOf> {
  return sectionsOf(text, reading.parser.parse(text), reading.parser, new LoweringCache());
}

/** Reads texts one after the other; the last as `row text`, with `!` where it stands in for what is broken. */
function read(...texts: readonly string[]): readonly string[] {
  const last = texts.reduce<readonly ReadableSection[]>((before, text) => withLastGood(sections(text), before), []);
  return last.map(({ firstRow, rows, text, stale }) => `${firstRow}+${rows} ${text}${stale ? " !" : ""}`);
}

describe("sections", () => {
  test("are the statements of the first column", () => {
    expect(
      sections("a = 1\n# no\n\nif b:\n    c\nelse:\n    d\n").map(({ text, firstRow }) => [firstRow, text]),
    ).toEqual([
      [0, "a = 1"],
      [3, "if b:\n    c\nelse:\n    d"],
    ]);
  });

  test("that are broken have faults instead of statements, the others are read", () => {
    expect(
      sections("a = 1\nb = (\n\nc = 3\n").map(({ text, firstRow, statements, faults }) => [
        firstRow,
        text,
        statements?.length,
        faults.map(({ kind }) => kind).join(),
      ]),
    ).toEqual([
      [0, "a = 1", 1, ""],
      [1, "b = (", undefined, "unclosedBracket"],
      [3, "c = 3", 1, ""],
    ]);
  });

  test("of broken text keep comments and blank lines out, and decorators with their functions", () => {
    const text = "x = (\n# a\n@d\n@e\ndef f():\n    pass\n# b\n\nelse_ = 1\n";
    expect(chunksOf(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      "x = (",
      "@d\n@e\ndef f():\n    pass",
      "else_ = 1",
    ]);
  });

  test("are remembered for as long as they occur", () => {
    const cache = new LoweringCache();
    let made = 0;
    const get = (key: string): unknown =>
      cache.get(key, () => {
        made += 1;
        return { statements: [], emptyBlocks: [], faults: [] };
      });
    const first = get("a");
    expect(get("a")).toBe(first);
    cache.turnPage();
    expect(get("a")).toBe(first);
    cache.turnPage();
    expect(get("a")).toBe(first);
    cache.turnPage();
    cache.turnPage();
    expect(get("a")).not.toBe(first);
    expect(made).toBe(2);
  });
});

describe("what stands in for broken text", () => {
  test("is nothing where nothing was read before", () => {
    expect(read("a = (\nb = 2\n")).toEqual(["1+1 b = 2"]);
  });

  test("is what stood between the same neighbours", () => {
    expect(read("a = 1\nb = 2\nc = 3\n", "a = 1\nb = (\nc = 3\n")).toEqual(["0+1 a = 1", "1+1 b = 2 !", "2+1 c = 3"]);
    expect(read("a = 1\nb = 2\nc = 3\n", "a = 1\nx = (\nc = 3\n")).toEqual(["0+1 a = 1", "1+1 b = 2 !", "2+1 c = 3"]);
    expect(read("a = 1\nb = 2\n", "a = 1\nb = 2\nc = (\n")).toEqual(["0+1 a = 1", "1+1 b = 2"]);
    expect(read("a = 1\nb = 2\n", "a = (\nb = 2\n")).toEqual(["0+1 a = 1 !", "1+1 b = 2"]);
  });

  test("begins alike where there are several", () => {
    expect(read("a = 1\nb = 2\nc = 3\n", "c = (\n")).toEqual(["0+1 c = 3 !"]);
    expect(read("a = 1\nb = 2\n", "b = (\na = (\n")).toEqual(["0+1 b = 2 !"]);
    expect(read("a = 1\nb = 2\n", "a = (\nb = [\n")).toEqual(["0+1 a = 1 !", "1+1 b = 2 !"]);
    expect(read("a(1)\nb(2)\n", "b(\n")).toEqual(["0+1 b(2) !"]);
  });

  test("is the same function or class, whatever else of it has changed", () => {
    const functions = "def f():\n    pass\ndef g():\n    pass\nclass f:\n    pass\n";
    expect(read(functions, "def g(x:\n    pass\nclass f:\n    pass\n")).toEqual([
      "0+2 def g():\n    pass !",
      "2+2 class f:\n    pass",
    ]);
    expect(read(functions, "class f(:\n    pass\n")).toEqual(["0+2 class f:\n    pass !"]);
    expect(read("@a\nasync def f():\n    pass\n", "async def f(:\n    pass\n")).toEqual([
      "0+2 @a\nasync def f():\n    pass !",
    ]);
  });

  test("is everything that a section has swallowed", () => {
    expect(read("a = 1\nb = 2\nc = 3\n", 'x = """\nb = 2\nc = 3\n')).toEqual([
      "0+3 a = 1 !",
      "0+3 b = 2 !",
      "0+3 c = 3 !",
    ]);
    expect(read("a = 1\nb = 2\nc = 3\n", 'a = """\nb = 2\nc = 3\n')).toEqual([
      "0+3 a = 1 !",
      "0+3 b = 2 !",
      "0+3 c = 3 !",
    ]);
    expect(read("z = 0\na = 1\nb = 2\n", 'z = 0\na = """\nb = 2\n')).toEqual([
      "0+1 z = 0",
      "1+2 a = 1 !",
      "1+2 b = 2 !",
    ]);
    expect(read("a = 1\nb = 2\n", "a = (\n")).toEqual(["0+1 a = 1 !"]);
  });

  test("is moved with the text, and stays through further broken texts", () => {
    expect(read("a = 1\nb = 2\n", "a = 1\nb = (\n", "# x\na = 1\nb = ([\n")).toEqual(["1+1 a = 1", "2+1 b = 2 !"]);
    expect(read("a = 1\nb = 2\n", "a = 1\nb = (\n", "a = 1\nb = 3\n")).toEqual(["0+1 a = 1", "1+1 b = 3"]);
  });

  test("is put back once, though the same text occurs twice", () => {
    expect(read("a = 1\nb = 2\na = 1\nc = 3\n", "a = 1\nb = (\na = 1\nc = [\n")).toEqual([
      "0+1 a = 1",
      "1+1 b = 2 !",
      "2+1 a = 1",
      "3+1 c = 3 !",
    ]);
  });
});

describe("faults", () => {
  const faults = (text: string): readonly unknown[] =>
    sections(text).flatMap((section) =>
      section.faults.map(({ span, ...fault }) => ({
        ...fault,
        at: `${span.row}:${span.column}-${span.endRow}:${span.endColumn}`,
      })),
    );

  test("name the plainest cause, with its place in the section", () => {
    expect(faults("a = 1\nx = 'abc\n")).toEqual([
      { kind: "unterminatedString", quote: "'", content: "abc", at: "0:4-0:8" },
    ]);
    expect(faults('x = f(\n  "a", "b\n)\n')).toEqual([
      { kind: "unterminatedString", quote: '"', content: "b", at: "1:7-1:9" },
    ]);
    expect(faults('x = """a\nb')).toEqual([
      { kind: "unterminatedString", quote: '"""', content: "a\nb", at: "0:4-1:1" },
    ]);
    expect(faults("x = 'a\n    'b\n")).toHaveLength(2);
    expect(faults("x = ([1, 2)\n")).toEqual([{ kind: "unclosedBracket", bracket: "(", at: "0:4-0:5" }]);
    expect(faults("x = {\n  'a': [\n")).toEqual([{ kind: "unclosedBracket", bracket: "{", at: "0:4-0:5" }]);
    expect(faults("a = 1\nx = 1 + ) 2\n")).toMatchObject([{ kind: "unreadable" }]);
    expect(faults("def f()\n    pass\n")).toMatchObject([
      { kind: expect.stringMatching(/missing|unreadable/) as unknown },
    ]);
  });

  test("of text that cannot be read name its first line", () => {
    expect(faults("x = = 2\n")).toMatchObject([{ kind: "unreadable", found: "=" }]);
  });
});
