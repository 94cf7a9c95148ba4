import { expect, test } from "vitest";
import { isToldByText } from "../../../src/core/trace/told.js";

type Told = Parameters<typeof isToldByText>[0];

function at(line: number, code: string, message: string, more: Partial<Told> = {}): Told {
  return { code, message, isError: true, line, endLine: line, ...more };
}

const failed = at(8, "trace-failed", "'a.txt' is not there: correct the path. It stands in file_dependencies.");

test("the same words, or the same kind of fault, on one line are one problem", () => {
  expect(isToldByText(at(3, "cannot-ship", "a"), [at(3, "other", "a")])).toBe(true);
  expect(isToldByText(at(3, "not-there", "a"), [at(3, "not-there", "b")])).toBe(true);
  expect(isToldByText(at(3, "not-there", "a"), [at(4, "not-there", "a")])).toBe(false);
  expect(isToldByText(at(3, "cannot-ship", "a"), [at(3, "missing-argument", "b")])).toBe(false);
});

test("what ended a trace is told by an error of the text on its line, whatever its words", () => {
  expect(isToldByText(failed, [at(8, "missing-argument", "`one` is called without its argument")])).toBe(true);
  expect(isToldByText(failed, [at(6, "save-mode", "no mode", { endLine: 9 })])).toBe(true);
  expect(isToldByText(failed, [at(8, "old-spelling", "newer", { isError: false })])).toBe(false);
  expect(isToldByText(failed, [at(9, "save-mode", "no mode")])).toBe(false);
});

test("what ended a trace is told by an error elsewhere whose words it repeats", () => {
  expect(isToldByText(failed, [at(4, "file-dependencies", "'a.txt' is not there: correct the path.")])).toBe(true);
  expect(isToldByText(failed, [at(4, "file-dependencies", "'b.txt' is not there: correct the path.")])).toBe(false);
});
