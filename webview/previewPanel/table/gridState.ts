import type { Sort } from "./order.js";

/** Row -1 is the header. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** First and last row and column, both inclusive. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where the keyboard is in a table, what is selected, and how its rows are sorted. */
export interface GridState {
  readonly rows: number;
  readonly columns: number;
  readonly active: Position;
  /** The other corner of the selection. */
  readonly anchor: Position;
  readonly sort: Sort | null;
}

export type Move =
  | "left"
  | "right"
  | "up"
  | "down"
  | "pageUp"
  | "pageDown"
  | "rowStart"
  | "rowEnd"
  | "top"
  | "bottom"
  | "first"
  | "last";

export type GridAction =
  /** `pageRows`: as many rows as fit on the screen. */
  | { readonly type: "moved"; readonly move: Move; readonly selection: "extend" | "leave"; readonly pageRows: number }
  | { readonly type: "pointed"; readonly at: Position; readonly selection: "extend" | "leave" }
  | { readonly type: "rowPicked"; readonly row: number; readonly selection: "extend" | "leave" }
  | { readonly type: "allSelected" }
  | { readonly type: "sorted"; readonly column: number };

export function gridOf(rows: number, columns: number): GridState {
  const first = { row: rows > 0 ? 0 : -1, column: 0 };
  return { rows, columns, active: first, anchor: first, sort: null };
}

export function reduceGrid(state: GridState, action: GridAction): GridState {
  switch (action.type) {
    case "moved":
      return to(state, moved(state, action.move, action.pageRows), action.selection);
    case "pointed":
      return to(state, action.at, action.selection);
    case "rowPicked": {
      const from = action.selection === "extend" ? state.anchor.row : action.row;
      return { ...state, anchor: { row: from, column: 0 }, active: { row: action.row, column: state.columns - 1 } };
    }
    case "allSelected":
      return state.rows === 0
        ? state
        : { ...state, anchor: { row: 0, column: 0 }, active: { row: state.rows - 1, column: state.columns - 1 } };
    case "sorted":
      return { ...state, sort: nextSort(state.sort, action.column) };
  }
}

/** What is selected; a header alone is one cell of row -1. */
export function selectionOf({ active, anchor }: GridState): Range {
  const rows = [active.row, anchor.row];
  const columns = [active.column, anchor.column];
  return { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
}

export function contains({ top, bottom, left, right }: Range, { row, column }: Position): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function cellsIn({ top, bottom, left, right }: Range): number {
  return (bottom - top + 1) * (right - left + 1);
}

function to(state: GridState, wanted: Position, selection: "extend" | "leave"): GridState {
  const isExtended = selection === "extend" && state.anchor.row >= 0;
  const lowest = isExtended ? 0 : -1;
  const active = { row: clamp(wanted.row, lowest, state.rows - 1), column: clamp(wanted.column, 0, state.columns - 1) };
  return { ...state, active, anchor: isExtended ? state.anchor : active };
}

function moved({ active: { row, column }, rows, columns }: GridState, move: Move, pageRows: number): Position {
  switch (move) {
    case "left":
      return { row, column: column - 1 };
    case "right":
      return { row, column: column + 1 };
    case "up":
      return { row: row - 1, column };
    case "down":
      return { row: row + 1, column };
    case "pageUp":
      return { row: Math.max(0, row - pageRows), column };
    case "pageDown":
      return { row: Math.min(rows - 1, row + pageRows), column };
    case "rowStart":
      return { row, column: 0 };
    case "rowEnd":
      return { row, column: columns - 1 };
    case "top":
      return { row: 0, column };
    case "bottom":
      return { row: rows - 1, column };
    case "first":
      return { row: 0, column: 0 };
    case "last":
      return { row: rows - 1, column: columns - 1 };
  }
}

/** Up, then down, then as the sample has them. */
function nextSort(sort: Sort | null, column: number): Sort | null {
  if (sort?.column !== column) return { column, direction: "ascending" };
  return sort.direction === "ascending" ? { column, direction: "descending" } : null;
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}
