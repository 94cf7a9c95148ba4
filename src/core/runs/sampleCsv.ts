import { cellText, columnKind, type Cell, type TableSample } from "../model/sample.js";

/**
 * The rows of a sample as CSV (RFC 4180), with the columns' names as header and nothing else.
 *
 * A missing value is an empty field; an empty text is a quoted one, so that a reader may tell them apart.
 */
export function csvOf({ columns, values }: TableSample): string {
  const header = columns.map(({ name }) => quoted(name));
  const rows = values.map((row) => columns.map(({ dtype }, index) => field(row[index] ?? null, dtype, columns.length)));
  return [header, ...rows].map((fields) => `${fields.join(",")}\r\n`).join("");
}

function field(cell: Cell, dtype: string, columns: number): string {
  // A line with nothing in it is skipped by many readers: a lone missing value must not be one.
  if (cell === null) return columns === 1 ? '""' : "";
  const text = cellText(cell, dtype);
  return text === "" && columnKind(dtype) === "text" ? '""' : quoted(text);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
