import { cellText, type TableSample } from "../../../src/core/model/sample.js";
import type { Range } from "./gridState.js";

/**
 * A range of a sample as spreadsheets take it from a clipboard: tabs between cells, a line a row. What is missing stays empty.
 *
 * @param order of the rows as shown
 */
export function tsvOf(sample: TableSample, order: readonly number[], { top, bottom, left, right }: Range): string {
  return [...lines(sample, order, { top, bottom, left, right })].join("\n");
}

function* lines(
  { columns, values }: TableSample,
  order: readonly number[],
  { top, bottom, left, right }: Range,
): Generator<string> {
  const shown = columns.slice(left, right + 1);
  if (top < 0) yield shown.map(({ name }) => field(name)).join("\t");
  for (const index of order.slice(Math.max(top, 0), bottom + 1)) {
    const row = values[index]?.slice(left, right + 1) ?? [];
    yield row.map((cell, at) => (cell === null ? "" : field(cellText(cell, shown[at]?.dtype ?? "")))).join("\t");
  }
}

function field(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
