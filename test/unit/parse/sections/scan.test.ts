import { describe, expect, test } from "vitest";
import { chunksOf, scan } from "../../../../src/core/parse/sections/scan.js";

function chunks(text: string): readonly string[] {
  return chunksOf(text).map(({ from, to }) => text.slice(from, to));
}

describe("chunksOf", () => {
  test("cuts at statements in the first column, and leaves comments and blank lines out", () => {
    expect(chunks("# head\nx = 1\n\n# note\ny = 2  # tail\n")).toEqual(["x = 1", "y = 2  # tail"]);
  });

  test("keeps decorators, clauses and closing brackets with their statement", () => {
    expect(chunks("@a\n@b\ndef f():\n    pass\nif x:\n    y\nelif z:\n    y\nelse:\n    y\nf(\n    1\n)\ng()")).toEqual(
      ["@a\n@b\ndef f():\n    pass", "if x:\n    y\nelif z:\n    y\nelse:\n    y", "f(\n    1\n)", "g()"],
    );
  });

  test("does not cut in strings of several lines", () => {
    expect(chunks('x = """\ndef f():\n"""\ny = 1')).toEqual(['x = """\ndef f():\n"""', "y = 1"]);
  });

  test("goes on behind a string without its closing quote", () => {
    expect(chunks("x = f('abc)\ny = 1")).toEqual(["x = f('abc)", "y = 1"]);
  });

  test("goes on behind a bracket that is never closed", () => {
    expect(chunks("x = f(\ny = 1")).toEqual(["x = f(", "y = 1"]);
  });
});

describe("scan", () => {
  test("tells strings without an end, with their quotes", () => {
    expect(scan(`a = 'b' + "c\nd = '''e`).unterminated).toEqual([
      { from: 10, to: 12, quote: '"' },
      { from: 17, to: 21, quote: "'''" },
    ]);
  });

  test("tells brackets without an end, not those in strings and comments", () => {
    expect(scan("f(['(', 1 # (\n").unclosed).toEqual([
      { bracket: "(", at: 1 },
      { bracket: "[", at: 2 },
    ]);
  });
});
