import { cellText, columnKind, type Cell, type TableSample } from "../../../src/core/model/sample.js";

export interface Sort {
  readonly column: number;
  readonly direction: "ascending" | "descending";
}

/** Indices of the sample's rows as they are shown. Missing values come last either way; equal ones stay as they were. */
export function orderOf({ values, columns }: TableSample, sort: Sort | null): readonly number[] {
  const order = values.map((_row, index) => index);
  const dtype = sort === null ? undefined : columns[sort.column]?.dtype;
  if (sort === null || dtype === undefined) return order;
  const sign = sort.direction === "ascending" ? 1 : -1;
  const cells = values.map((row) => row[sort.column] ?? null);
  return order.sort((left, right) => compare(cells[left] ?? null, cells[right] ?? null, dtype, sign) || left - right);
}

function compare(left: Cell, right: Cell, dtype: string, sign: number): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return sign * (columnKind(dtype) === "number" ? compareNumbers(left, right) : compareTexts(left, right, dtype));
}

/** Numbers that JavaScript would round stand as text: their digits decide. */
function compareNumbers(left: Cell, right: Cell): number {
  const [first, second] = [numberOf(left), numberOf(right)];
  return first < second ? -1 : Number(first > second);
}

function numberOf(cell: Cell): number | bigint {
  if (typeof cell === "number") return cell;
  const text = String(cell);
  if (/^-?\d+$/.test(text)) return BigInt(text);
  return text === "inf" ? Number.POSITIVE_INFINITY : text === "-inf" ? Number.NEGATIVE_INFINITY : Number(text);
}

function compareTexts(left: Cell, right: Cell, dtype: string): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return cellText(left, dtype).localeCompare(cellText(right, dtype), "en", { numeric: true });
}
