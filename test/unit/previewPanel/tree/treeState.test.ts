import { describe, expect, it } from "vitest";
import {
  pathText,
  reduceTree,
  rowsOf,
  treeOf,
  valueText,
  type TreeMove,
  type TreeState,
} from "../../../../webview/previewPanel/tree/treeState.js";

const wines = { red: { mean: 5.6, notes: ["dry", "long"] }, years: [2019, 2020], empty: [], none: null };

const lines = (state: TreeState): readonly string[] =>
  rowsOf(state).map(({ level, key, more }) => `${"  ".repeat(level - 1)}${more > 0 ? `more ${more}` : String(key)}`);
const press = (state: TreeState, ...moves: readonly TreeMove[]): TreeState =>
  moves.reduce((before, move) => reduceTree(before, { type: "moved", move, pageRows: 5 }), state);
const active = (state: TreeState): string =>
  pathText(rowsOf(state).find(({ id }) => id === state.active)?.path ?? ["nowhere"]);

describe("a tree of nested values", () => {
  it("opens with what is short", () => {
    expect(lines(treeOf(wines))).toEqual([
      "null",
      "  red",
      "    mean",
      "    notes",
      "  years",
      "    0",
      "    1",
      "  empty",
      "  none",
    ]);
    expect(rowsOf(treeOf(wines)).map(({ isExpanded }) => isExpanded)).toEqual([
      true,
      true,
      null,
      false,
      true,
      null,
      null,
      null,
      null,
    ]);
  });

  it("tells how deep each line is and which of its siblings it is", () => {
    const years = rowsOf(treeOf(wines)).find(({ key }) => key === "years");
    expect([years?.level, years?.position, years?.siblings]).toEqual([2, 2, 4]);
  });

  it("goes by arrow keys as ARIA's trees do", () => {
    expect(active(press(treeOf(wines), "down", "down"))).toBe('value["red"]["mean"]');
    expect(active(press(treeOf(wines), "down", "down", "left"))).toBe('value["red"]');
    const closed = press(treeOf(wines), "down", "left");
    expect(lines(closed)).toEqual(["null", "  red", "  years", "    0", "    1", "  empty", "  none"]);
    expect(active(press(closed, "right", "right"))).toBe('value["red"]["mean"]');
    expect(active(press(treeOf(wines), "last"))).toBe('value["none"]');
    expect(active(press(treeOf(wines), "last", "first", "up"))).toBe("value");
    expect(active(press(treeOf(wines), "pageDown"))).toBe('value["years"][0]');
  });

  it("shows a long list a hundred at a time, and goes on where it stopped", () => {
    const long = treeOf(Array.from({ length: 250 }, (_item, index) => index));
    expect(rowsOf(long)).toHaveLength(102);
    const offer = rowsOf(long).at(-1);
    expect(offer?.more).toBe(150);
    const more = reduceTree(long, { type: "toggled", id: offer?.id ?? "" });
    expect(rowsOf(more)).toHaveLength(202);
    expect(active(more)).toBe("value[100]");
    const all = reduceTree(more, { type: "toggled", id: rowsOf(more).at(-1)?.id ?? "" });
    expect(rowsOf(all)).toHaveLength(251);
    expect(rowsOf(all).at(-1)?.more).toBe(0);
  });

  it("collapses all", () => {
    expect(lines(reduceTree(treeOf(wines), { type: "collapsedAll" }))).toEqual(["null"]);
  });

  it("tells keys that look alike apart", () => {
    const tree = treeOf({ "0": "text", 'a"]["b': 1, a: { b: 2 } });
    expect(new Set(rowsOf(tree).map(({ id }) => id)).size).toBe(rowsOf(tree).length);
    expect(pathText(['a"]', 0])).toBe('value["a\\"]"][0]');
  });

  it("gives values for the clipboard: texts as they are, others as JSON", () => {
    expect(valueText("a\nb")).toBe("a\nb");
    expect(valueText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(valueText(null)).toBe("null");
  });
});
