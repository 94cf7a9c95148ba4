import type { Sample, TableSample } from "../../formats/sample.js";

export type { Sample, TableSample } from "../../formats/sample.js";

/** Numbers that JavaScript would round, times and objects stand as text. */
export type Cell = null | boolean | number | string;

export type ColumnKind = "number" | "boolean" | "time" | "text";

/** As the runtime writes them (`values/samples.py`); what is longer ends with an ellipsis there. */
export const sampleLimits = { rows: 500, items: 1_000, cell: 1_000, text: 20_000 } as const;

export function isTableSample(sample: Sample): sample is TableSample {
  return sample.columns !== null;
}

/** What a column holds, told by the name of its dtype in pandas. */
export function columnKind(dtype: string): ColumnKind {
  const name = dtype.toLowerCase();
  if (/^(sparse\[)?(u?int\d|float|double|halffloat|decimal|complex)/.test(name)) return "number";
  if (name.startsWith("bool")) return "boolean";
  return /^(datetime|timedelta|timestamp|period|date\d|time\d|duration)/.test(name) ? "time" : "text";
}

/** A cell as Python shows it: what is missing by the word of its column, a float with its point. */
export function cellText(cell: Cell, dtype: string): string {
  if (cell === null) return missingWord(dtype);
  if (typeof cell === "boolean") return cell ? "True" : "False";
  if (typeof cell === "string") return cell;
  return Number.isInteger(cell) && Math.abs(cell) < 1e16 && isFloat(dtype) ? cell.toFixed(1) : String(cell);
}

/** What pandas calls a missing value of such a column; a column of objects may hold None and NaN, which a sample does not tell apart. */
export function missingWord(dtype: string): string {
  if (/^(Int|UInt|Float|boolean|string)|\[pyarrow\]$/.test(dtype)) return "<NA>";
  if (/^(datetime|timedelta|period)/.test(dtype)) return "NaT";
  return columnKind(dtype) === "number" || dtype === "str" || dtype === "category" ? "NaN" : "None";
}

function isFloat(dtype: string): boolean {
  return /^(sparse\[)?(float|double|halffloat)/i.test(dtype);
}
