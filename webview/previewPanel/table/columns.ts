import { cellText, type TableSample } from "../../../src/core/model/sample.js";

/** Characters: a column is as wide as its longest cell, within these. */
const limits = { least: 4, most: 36 } as const;

export interface ColumnPlace {
  /** Pixels from the left edge of the first column. */
  readonly left: number;
  readonly width: number;
}

/** Where the columns of a sample lie. @param character width of one character in pixels @param padding around a cell's text */
export function placeColumns(
  { columns, values }: TableSample,
  character: number,
  padding: number,
): readonly ColumnPlace[] {
  let left = 0;
  return columns.map(({ name, dtype }, column) => {
    const cells = values.map((row) => cellText(row[column] ?? null, dtype).length);
    // Two more beside the name: the mark of the order that its rows are in.
    const longest = cells.reduce((most, length) => Math.max(most, length), Math.max(name.length + 2, dtype.length));
    const width = Math.ceil(Math.min(Math.max(longest, limits.least), limits.most) * character + padding);
    const place = { left, width };
    left += width;
    return place;
  });
}

/** First and last column that a view of this width shows. */
export function columnsIn(
  places: readonly ColumnPlace[],
  from: number,
  width: number,
): readonly [first: number, last: number] {
  const first = places.findIndex((place) => place.left + place.width > from);
  const last = places.findLastIndex(({ left }) => left < from + width);
  return [Math.max(first, 0), Math.max(last, 0)];
}
