import type { Column } from "./manifest.js";
import type { Json } from "./workflow.js";

/** What is kept of a value for people to look at (docs/formats.md 6): at most 500 rows of a table, a value as JSON, or a text. */
export interface Sample {
  readonly format: 1;
  readonly type: string;
  /** Of the whole table. */
  readonly rows: number | null;
  readonly columns: readonly Column[] | null;
  readonly values: Json;
  readonly text: string | null;
  /** Its class in Python; samples of earlier versions have none. */
  readonly python?: string;
}

/** A sample that is a table. */
export interface TableSample extends Sample {
  readonly columns: readonly Column[];
  readonly values: readonly (readonly Cell[])[];
}

/** Numbers that JavaScript would round, times and objects stand as text. */
export type Cell = null | boolean | number | string;

export type ColumnKind = "number" | "boolean" | "time" | "text";

/** As the runtime writes them (`values/samples.py`); what is longer ends with an ellipsis there. */
export const sampleLimits = { rows: 500, items: 1_000, cell: 1_000, text: 20_000 } as const;

export function isSample(value: unknown): value is Sample {
  if (typeof value !== "object" || value === null) return false;
  const { format, rows, columns, values, text } = value as Partial<Record<keyof Sample, unknown>>;
  const isText = text === null || typeof text === "string";
  const isCounted = rows === null || typeof rows === "number";
  if (format !== 1 || !isText || !isCounted || values === undefined) return false;
  return (
    columns === null ||
    (Array.isArray(columns) && columns.every(isColumn) && Array.isArray(values) && values.every(Array.isArray))
  );
}

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

function isColumn(value: unknown): value is Column {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    typeof value.name === "string" &&
    "dtype" in value &&
    typeof value.dtype === "string"
  );
}
