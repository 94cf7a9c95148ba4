import { beforeAll, describe, expect, test } from "vitest";
import type { PythonParser } from "../../../../src/core/index.js";
import { numberOf, stringParts } from "../../../../src/core/parse/lower/literals.js";
import { loadPythonParser } from "../../../../src/platform/pythonParser.js";

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

describe("numberOf", () => {
  test.each([
    ["0", { value: 0, float: false }],
    ["1_000", { value: 1000, float: false }],
    ["0x1F", { value: 31, float: false }],
    ["0b101", { value: 5, float: false }],
    ["0o17", { value: 15, float: false }],
    ["1.", { value: 1, float: true }],
    [".5", { value: 0.5, float: true }],
    ["1e3", { value: 1000, float: true }],
    ["9007199254740993", { value: 9007199254740992, float: false, digits: "9007199254740993" }],
    ["0x20000000000001", { value: 9007199254740992, float: false, digits: "9007199254740993" }],
    ["9_007_199_254_740_993", { value: 9007199254740992, float: false, digits: "9007199254740993" }],
    ["3j", undefined],
  ])("reads %s", (text, expected) => {
    expect(numberOf(text)).toEqual(expected);
  });
});

describe("stringParts", () => {
  function partsOf(source: string): readonly unknown[] {
    const [node] = parser.parse(source).rootNode.descendantsOfType("string");
    if (node === undefined) throw new Error(`${source} is no string`);
    return stringParts(node).parts.map((part) => (typeof part === "string" ? part : { code: part.text }));
  }

  test.each([
    [String.raw`'a\n\t\\\'"'`, ["a\n\t\\'\""]],
    [String.raw`"\a\b\f\r\v\0"`, ["\x07\b\f\r\v\0"]],
    [String.raw`"\x41\u00e9\U0001F600\101"`, ["Aé😀A"]],
    [String.raw`r'\n{x}'`, ["\\n{x}"]],
    [String.raw`"{x}\d"`, ["{x}\\d"]],
    ['"""one\ntwo"""', ["one\ntwo"]],
    [String.raw`f"a{x}b{{c}}"`, ["a", { code: "{x}" }, "b{c}"]],
    ["''", []],
  ])("reads %s", (source, expected) => {
    expect(partsOf(source)).toEqual(expected);
  });

  test("joins lines that end in a backslash", () => {
    expect(partsOf("'a\\\nb'")).toEqual(["ab"]);
  });
});
