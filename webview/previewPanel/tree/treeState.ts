import type { Json } from "../../../src/core/model/workflow.js";

/** Keys and indices from the root to a value. */
export type Path = readonly (string | number)[];

/** A line of the tree: a value, or the offer to show more of a long list. */
export interface TreeRow {
  readonly id: string;
  readonly path: Path;
  /** From 1. */
  readonly level: number;
  readonly key: string | number | null;
  readonly value: Json;
  /** Null: nothing to expand. */
  readonly isExpanded: boolean | null;
  readonly position: number;
  readonly siblings: number;
  /** As many entries are not shown yet; 0 for a value. */
  readonly more: number;
}

export interface TreeState {
  readonly root: Json;
  /** How many entries of each expanded value are shown, by id. */
  readonly expanded: ReadonlyMap<string, number>;
  /** Id of the row that the keyboard is on. */
  readonly active: string;
}

export type TreeMove = "up" | "down" | "left" | "right" | "first" | "last" | "pageUp" | "pageDown";

export type TreeAction =
  | { readonly type: "moved"; readonly move: TreeMove; readonly pageRows: number }
  | { readonly type: "picked"; readonly id: string }
  /** Expands or collapses a value; shows more at an offer. */
  | { readonly type: "toggled"; readonly id: string }
  | { readonly type: "collapsedAll" };

/** Entries of a list or dictionary that are shown at a time. */
const pageSize = 100;
/** A value of so few entries is expanded at first. */
const fewEntries = 50;

const rootId = "[]";

export function treeOf(root: Json): TreeState {
  const isShort = entriesOf(root).length <= pageSize;
  const open = entriesOf(root).filter(
    ([, value]) =>
      isShort && entriesOf(value).length > 0 && entriesOf(root).length * entriesOf(value).length <= fewEntries,
  );
  return {
    root,
    expanded: new Map([[rootId, pageSize], ...open.map(([key]): [string, number] => [idOf([key]), pageSize])]),
    active: rootId,
  };
}

export function reduceTree(state: TreeState, action: TreeAction): TreeState {
  switch (action.type) {
    case "moved":
      return moved(state, action.move, action.pageRows);
    case "picked":
      return { ...state, active: action.id };
    case "toggled":
      return toggled(state, action.id);
    case "collapsedAll":
      return { ...state, expanded: new Map(), active: rootId };
  }
}

/** Every line that is shown, top to bottom. */
export function rowsOf({ root, expanded }: TreeState): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (path: Path, key: string | number | null, value: Json, position: number, siblings: number): void => {
    const id = idOf(path);
    const entries = entriesOf(value);
    const shown = expanded.get(id);
    const place = { level: path.length + 1, position, siblings };
    rows.push({
      id,
      path,
      key,
      value,
      isExpanded: entries.length === 0 ? null : shown !== undefined,
      more: 0,
      ...place,
    });
    if (shown === undefined) return;
    const hidden = Math.max(0, entries.length - shown);
    const children = Math.min(entries.length, shown) + (hidden > 0 ? 1 : 0);
    entries.slice(0, shown).forEach(([name, inner], index) => {
      add([...path, name], name, inner, index + 1, children);
    });
    if (hidden > 0)
      rows.push({
        id: `${id}more`,
        path,
        key: null,
        value: null,
        isExpanded: null,
        more: hidden,
        level: path.length + 2,
        position: children,
        siblings: children,
      });
  };
  add([], null, root, 1, 1);
  return rows;
}

export function entriesOf(value: Json): readonly (readonly [string | number, Json])[] {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item, index) => [index, item]);
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/** How Python reaches the value: `value["wines"][0]`. */
export function pathText(path: Path): string {
  return `value${path.map((step) => `[${JSON.stringify(step)}]`).join("")}`;
}

/** A value for the clipboard: a text as it is, anything else as JSON. */
export function valueText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function idOf(path: Path): string {
  return JSON.stringify(path);
}

function moved(state: TreeState, move: TreeMove, pageRows: number): TreeState {
  const rows = rowsOf(state);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === state.active),
  );
  const to = (index: number): TreeState => ({
    ...state,
    active: rows[Math.max(0, Math.min(index, rows.length - 1))]?.id ?? state.active,
  });
  const row = rows[at];
  switch (move) {
    case "up":
      return to(at - 1);
    case "down":
      return to(at + 1);
    case "pageUp":
      return to(at - pageRows);
    case "pageDown":
      return to(at + pageRows);
    case "first":
      return to(0);
    case "last":
      return to(rows.length - 1);
    case "right":
      if (row?.isExpanded === false) return toggled(state, row.id);
      return row?.isExpanded === true ? to(at + 1) : state;
    case "left":
      if (row?.isExpanded === true) return toggled(state, row.id);
      return to(rows.findLastIndex(({ level }, index) => index < at && level < (row?.level ?? 0)));
  }
}

function toggled(state: TreeState, id: string): TreeState {
  const row = rowsOf(state).find((one) => one.id === id);
  if (row === undefined) return state;
  const expanded = new Map(state.expanded);
  if (row.more > 0) {
    const owner = idOf(row.path);
    const shown = expanded.get(owner) ?? 0;
    expanded.set(owner, shown + pageSize);
    return { ...state, expanded, active: idOf([...row.path, entriesOf(at(state.root, row.path))[shown]?.[0] ?? 0]) };
  }
  if (row.isExpanded === null) return { ...state, active: id };
  if (row.isExpanded) expanded.delete(id);
  else expanded.set(id, pageSize);
  return { ...state, expanded, active: id };
}

function at(root: Json, path: Path): Json {
  return path.reduce<Json>((value, step) => entriesOf(value).find(([key]) => key === step)?.[1] ?? null, root);
}
