import { expect, test } from "vitest";
import { shiftLine, type LineChange } from "../../../src/core/index.js";

const insert = (line: number, column: number, added: number): LineChange => ({
  startLine: line,
  startColumn: column,
  endLine: line,
  added,
});
const remove = (startLine: number, endLine: number): LineChange => ({ startLine, startColumn: 0, endLine, added: 0 });

test.each<[string, LineChange, number]>([
  ["a line added above pushes it down", insert(2, 5, 1), 11],
  ["a line added before its first character pushes it down", insert(10, 0, 1), 11],
  ["a line break within it leaves it", insert(10, 4, 1), 10],
  ["a line added below leaves it", insert(11, 0, 3), 10],
  ["typing above leaves it", insert(2, 5, 0), 10],
  ["lines removed above pull it up", remove(3, 6), 7],
  ["when it is removed itself, it stays where it was removed", remove(8, 12), 8],
  ["lines removed below leave it", remove(12, 14), 10],
])("%s", (_, change, line) => {
  expect(shiftLine(10, [change])).toBe(line);
});

test("edits are applied one after the other", () => {
  expect(shiftLine(10, [insert(1, 0, 2), remove(3, 4)])).toBe(11);
});
