import { expect, test } from "vitest";
import { shiftRange, type TextChange } from "../../../src/core/runs/rangeShift.js";

/** Lines and columns as 12:5. */
function change(from: string, to: string, newText: string): TextChange {
  return { ...between(from, to), newText };
}

function between(from: string, to: string): Omit<TextChange, "newText"> {
  const [line = 0, column = 0] = from.split(":").map(Number);
  const [endLine = 0, endColumn = 0] = to.split(":").map(Number);
  return { line, column, endLine, endColumn };
}

function shifted(from: string, to: string, ...changes: readonly TextChange[]): string | undefined {
  const range = shiftRange(between(from, to), changes);
  return range && `${range.line}:${range.column} ${range.endLine}:${range.endColumn}`;
}

test.each([
  ["lines typed above push it down", change("2:1", "2:1", "# one\n# two\n"), "12:5 12:9"],
  ["a line typed right before it pushes it down", change("10:1", "10:1", "# one\n"), "11:5 11:9"],
  ["what is typed before it in its line pushes it on", change("10:1", "10:1", "ab"), "10:7 10:11"],
  ["what is typed at its first character pushes it on", change("10:5", "10:5", "ab"), "10:7 10:11"],
  ["a line break before it takes it to the next line", change("10:3", "10:3", "\n"), "11:3 11:7"],
  ["what is typed within makes it longer", change("10:6", "10:6", "abc"), "10:5 10:12"],
  ["what is typed behind its end is not part of it", change("10:9", "10:9", "(x)"), "10:5 10:9"],
  ["what is typed below leaves it", change("11:1", "11:1", "x\n"), "10:5 10:9"],
  ["removed lines above pull it up", change("3:1", "6:1", ""), "7:5 7:9"],
  ["a removal that ends in it leaves its rest", change("9:1", "10:7", ""), "9:1 9:3"],
  ["a removal that begins in it leaves its beginning", change("10:7", "11:1", ""), "10:5 10:7"],
  ["it is gone where all of it is replaced", change("10:5", "10:9", "else"), undefined],
  ["it is gone where its line is removed", change("10:1", "11:1", ""), undefined],
])("%s", (_, edit, expected) => {
  expect(shifted("10:5", "10:9", edit)).toBe(expected);
});

test("edits count one after the other", () => {
  expect(shifted("10:5", "10:9", change("1:1", "1:1", "\n\n"), change("12:1", "12:3", ""))).toBe("12:3 12:7");
});

test("a whole line stays one when it grows", () => {
  const end = Number.MAX_SAFE_INTEGER;
  const range = shiftRange({ line: 10, column: 1, endLine: 10, endColumn: end }, [change("10:4", "10:4", "\n")]);
  expect(range).toMatchObject({ line: 10, column: 1, endLine: 11 });
});
