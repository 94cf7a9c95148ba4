import { describe, expect, it } from "vitest";
import { moveOf } from "../../../../webview/previewPanel/table/gridKeys.js";
import {
  cellsIn,
  gridOf,
  reduceGrid,
  selectionOf,
  type GridState,
  type Move,
} from "../../../../webview/previewPanel/table/gridState.js";

function press(state: GridState, move: Move, selection: "extend" | "leave" = "leave"): GridState {
  return reduceGrid(state, { type: "moved", move, selection, pageRows: 10 });
}

const at = (row: number, column: number): GridState =>
  reduceGrid(gridOf(100, 5), { type: "pointed", at: { row, column }, selection: "leave" });

describe("the keyboard in a table", () => {
  it.each<[Move, number, number]>([
    ["left", 50, 1],
    ["right", 50, 3],
    ["up", 49, 2],
    ["down", 51, 2],
    ["pageUp", 40, 2],
    ["pageDown", 60, 2],
    ["rowStart", 50, 0],
    ["rowEnd", 50, 4],
    ["top", 0, 2],
    ["bottom", 99, 2],
    ["first", 0, 0],
    ["last", 99, 4],
  ])("moves %s", (move, row, column) => {
    expect(press(at(50, 2), move).active).toEqual({ row, column });
  });

  it("stops at the edges, of which the header is the upper one", () => {
    expect(press(press(at(0, 0), "up"), "up").active).toEqual({ row: -1, column: 0 });
    expect(press(at(0, 0), "left").active).toEqual({ row: 0, column: 0 });
    expect(press(at(99, 4), "down").active).toEqual({ row: 99, column: 4 });
    expect(press(at(3, 0), "pageUp").active).toEqual({ row: 0, column: 0 });
  });

  it("extends the selection from where it began, over cells only", () => {
    const state = press(press(press(at(1, 1), "down", "extend"), "right", "extend"), "down", "extend");
    expect(selectionOf(state)).toEqual({ top: 1, bottom: 3, left: 1, right: 2 });
    expect(cellsIn(selectionOf(state))).toBe(6);
    expect(selectionOf(press(at(0, 1), "up", "extend"))).toEqual({ top: 0, bottom: 0, left: 1, right: 1 });
    expect(selectionOf(press(state, "left"))).toEqual({ top: 3, bottom: 3, left: 1, right: 1 });
  });

  it("selects all, a row, and rows up to another", () => {
    expect(selectionOf(reduceGrid(at(4, 4), { type: "allSelected" }))).toEqual({
      top: 0,
      bottom: 99,
      left: 0,
      right: 4,
    });
    const row = reduceGrid(at(4, 4), { type: "rowPicked", row: 7, selection: "leave" });
    expect(selectionOf(row)).toEqual({ top: 7, bottom: 7, left: 0, right: 4 });
    expect(selectionOf(reduceGrid(row, { type: "rowPicked", row: 5, selection: "extend" }))).toEqual({
      top: 5,
      bottom: 7,
      left: 0,
      right: 4,
    });
  });

  it("sorts up, then down, then not at all", () => {
    const directions = [1, 2, 3]
      .reduce<readonly GridState[]>(
        (states) => [...states, reduceGrid(states.at(-1) ?? at(0, 0), { type: "sorted", column: 2 })],
        [],
      )
      .map(({ sort }) => sort?.direction ?? "none");
    expect(directions).toEqual(["ascending", "descending", "none"]);
  });

  it("stands in the header of a table without rows", () => {
    expect(gridOf(0, 2).active).toEqual({ row: -1, column: 0 });
    expect(press(gridOf(0, 2), "down").active).toEqual({ row: -1, column: 0 });
  });

  it("takes the keys of ARIA's grid", () => {
    expect(["ArrowDown", "PageDown", "Home", "End"].map((key) => moveOf({ key, isControl: false }))).toEqual([
      "down",
      "pageDown",
      "rowStart",
      "rowEnd",
    ]);
    expect(["Home", "End", "ArrowUp", "PageDown"].map((key) => moveOf({ key, isControl: true }))).toEqual([
      "first",
      "last",
      "top",
      undefined,
    ]);
  });
});
