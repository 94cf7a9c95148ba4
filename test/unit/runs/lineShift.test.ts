import { expect, test } from "vitest";
import { shiftLine, type LineChange } from "../../../src/core/runs/lineShift.js";

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

test.each<[string, LineChange, number]>([
  [
    "an end of the change on it, from above, moves it with what was added",
    { startLine: 8, startColumn: 3, endLine: 10, added: 1 },
    9,
  ],
  [
    "a change from its first character to a line below takes it away",
    { startLine: 10, startColumn: 0, endLine: 12, added: 0 },
    10,
  ],
  ["a change behind its first character leaves it", { startLine: 10, startColumn: 1, endLine: 12, added: 5 }, 10],
  ["text of several lines before its first character pushes it by all of them", insert(10, 0, 4), 14],
  ["a replacement above by as many lines leaves it", { startLine: 3, startColumn: 0, endLine: 5, added: 2 }, 10],
])("of a line: %s", (_, change, line) => {
  expect(shiftLine(10, [change])).toBe(line);
});
