import { expect, test } from "vitest";
import { idsOf } from "../../../../src/core/parse/record/ids.js";

function ids(...names: readonly string[]): readonly string[] {
  return idsOf(names.map((name) => ({ name, kind: "function" })));
}

test("the second of a slug is _2, the third _3", () => {
  expect(ids("f", "F", "f")).toEqual(["f", "f_2", "f_3"]);
});

test("a number that a real name has is skipped, wherever that name stands", () => {
  expect(ids("f", "f", "f_2", "f")).toEqual(["f", "f_3", "f_2", "f_4"]);
  expect(ids("f_2", "f", "f")).toEqual(["f_2", "f", "f_3"]);
});

test("_gate is taken", () => {
  expect(ids("_gate", "_gate_2", "_GATE")).toEqual(["_gate_3", "_gate_2", "_gate_4"]);
});

test("names of which nothing is left are called by their kind", () => {
  expect(ids("预测", "???", "function")).toEqual(["function", "function_2", "function_3"]);
});

test("long names are cut before they are numbered", () => {
  const [first, second] = ids("x".repeat(80), "x".repeat(70));
  expect(first).toBe("x".repeat(60));
  expect(second).toBe(`${"x".repeat(60)}_2`);
});
