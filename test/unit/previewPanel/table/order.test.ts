import { describe, expect, it } from "vitest";
import { isTableSample, type Cell, type TableSample } from "../../../../src/core/model/sample.js";
import { orderOf } from "../../../../webview/previewPanel/table/order.js";
import { tsvOf } from "../../../../webview/previewPanel/table/tsv.js";
import { table } from "../../../fakes/previews.js";

function sampleOf(columns: Readonly<Record<string, string>>, rows: readonly (readonly Cell[])[]): TableSample {
  const { sample } = table(columns, rows);
  if (sample === null || !isTableSample(sample)) throw new Error("not a table");
  return sample;
}

function sorted(
  dtype: string,
  cells: readonly Cell[],
  direction: "ascending" | "descending" = "ascending",
): readonly (Cell | undefined)[] {
  return orderOf(
    sampleOf(
      { x: dtype },
      cells.map((cell) => [cell]),
    ),
    { column: 0, direction },
  ).map((index) => cells[index]);
}

describe("the order of a sample's rows", () => {
  it("is that of the table until it is sorted", () => {
    expect(orderOf(sampleOf({ x: "int64" }, [[3], [1], [2]]), null)).toEqual([0, 1, 2]);
  });

  it("follows numbers, those that JavaScript would round and infinite ones too", () => {
    expect(sorted("int64", ["9007199254740993", 7, "9007199254740992", -1])).toEqual([
      -1,
      7,
      "9007199254740992",
      "9007199254740993",
    ]);
    expect(sorted("float64", ["inf", 0.5, "-inf", null, 10])).toEqual(["-inf", 0.5, 10, "inf", null]);
  });

  it("puts what is missing last either way, and leaves equal ones as they were", () => {
    expect(sorted("float64", [null, 2, 1, null], "descending")).toEqual([2, 1, null, null]);
    expect(orderOf(sampleOf({ x: "int64" }, [[1], [0], [1], [0]]), { column: 0, direction: "descending" })).toEqual([
      0, 2, 1, 3,
    ]);
  });

  it("follows texts as people do, and times by their words", () => {
    expect(sorted("object", ["wine 10", "wine 9", "Ale"])).toEqual(["Ale", "wine 9", "wine 10"]);
    expect(sorted("datetime64[ns]", ["2026-02-01 00:00:00", "2025-12-31 00:00:00"])).toEqual([
      "2025-12-31 00:00:00",
      "2026-02-01 00:00:00",
    ]);
  });
});

describe("a range for the clipboard", () => {
  const wines = sampleOf({ color: "object", "fixed acidity": "float64" }, [
    ["red", 7],
    ['say "dry"', null],
    ["a\tb", 6.5],
  ]);

  it("has tabs between cells, a line a row, and nothing where a value is missing", () => {
    expect(tsvOf(wines, [0, 1, 2], { top: 0, bottom: 2, left: 0, right: 1 })).toBe(
      'red\t7.0\n"say ""dry"""\t\n"a\tb"\t6.5',
    );
  });

  it("follows the order that is shown, and begins with the names where the header is part of it", () => {
    expect(tsvOf(wines, [2, 0, 1], { top: -1, bottom: 1, left: 1, right: 1 })).toBe("fixed acidity\n6.5\n7.0");
    expect(tsvOf(wines, [0, 1, 2], { top: -1, bottom: -1, left: 0, right: 0 })).toBe("color");
  });
});
