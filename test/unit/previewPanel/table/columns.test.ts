import { describe, expect, it } from "vitest";
import { isTableSample, type Cell } from "../../../../src/core/model/sample.js";
import { columnsIn, placeColumns } from "../../../../webview/previewPanel/table/columns.js";
import { table } from "../../../fakes/previews.js";

function places(
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly Cell[])[],
): ReturnType<typeof placeColumns> {
  const { sample } = table(columns, rows);
  if (sample === null || !isTableSample(sample)) throw new Error("not a table");
  return placeColumns(sample, 10, 20);
}

describe("the columns of a table", () => {
  it("are as wide as their longest cell, name or type, within limits", () => {
    expect(
      places({ a: "int8", quality: "int64", t: "object" }, [
        [1, 3, "x".repeat(500)],
        [123_456, null, ""],
      ]),
    ).toEqual([
      { left: 0, width: 80 },
      { left: 80, width: 110 },
      { left: 190, width: 380 },
    ]);
  });

  it("in view are those that the scrolled window shows", () => {
    const all = places(
      Object.fromEntries(Array.from({ length: 30 }, (_column, index) => [`column${index}`, "int64"])),
      [],
    );
    expect(columnsIn(all, 0, 300)).toEqual([0, 2]);
    expect(columnsIn(all, 250, 300)).toEqual([2, 4]);
    expect(columnsIn([], 0, 300)).toEqual([0, 0]);
  });
});
