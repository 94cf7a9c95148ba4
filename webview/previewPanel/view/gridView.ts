import { cellText, columnKind, missingWord, type TableSample } from "../../../src/core/model/sample.js";
import { html, setAttribute } from "../../shared/elements.js";
import { codicon } from "../../shared/codicon.js";
import { columnsIn, placeColumns, type ColumnPlace } from "../table/columns.js";
import { contains, selectionOf, type GridState, type Position } from "../table/gridState.js";

const rowHeight = 24;
const headHeight = 42;
/** Beside a cell's text, left and right together. */
const cellPadding = 21;
/** Rows above and below the visible ones that are drawn, so that scrolling shows no gap. */
const spareRows = 12;

export interface GridSubject {
  readonly label: string;
  readonly sample: TableSample;
  /** Rows of the sample in the order in which they are shown. */
  readonly order: readonly number[];
  readonly state: GridState;
}

/**
 * Draws the part of a table that is in view, and the cell that the keyboard is on. The grid itself has the focus and names that cell, as VS Code's own
 * lists do, so that a cell that is scrolled away takes no focus with it.
 */
export class GridView {
  readonly element = html("div", "grid");
  readonly #headRow = html("div", "gridRow headRow");
  readonly #body = html("div", "gridBody");
  readonly #rows = new Map<number, HTMLElement>();
  readonly #resized = new ResizeObserver(() => {
    this.#drawWindow();
  });
  #subject: GridSubject | undefined;
  #places: readonly ColumnPlace[] = [];
  #gutter = 0;
  #drawnColumns = "";

  constructor() {
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "grid");
    this.element.setAttribute("aria-readonly", "true");
    this.element.setAttribute("aria-multiselectable", "true");
    this.#headRow.setAttribute("role", "row");
    this.#headRow.setAttribute("aria-rowindex", "1");
    this.#body.setAttribute("role", "rowgroup");
    const head = html("div", "gridHead", this.#headRow);
    head.setAttribute("role", "rowgroup");
    this.element.append(head, this.#body);
    this.element.addEventListener("scroll", () => {
      this.#drawWindow();
    });
    this.#resized.observe(this.element);
  }

  /** As many rows as a page key moves over. */
  get pageRows(): number {
    return Math.max(1, Math.floor((this.element.clientHeight - headHeight) / rowHeight) - 1);
  }

  draw(subject: GridSubject): void {
    const before = this.#subject;
    this.#subject = subject;
    if (subject.sample !== before?.sample) this.#measure(subject);
    if (subject.order !== before?.order) this.#forgetRows();
    this.#drawWindow();
    this.#paint(subject.state);
  }

  /** Scrolls as little as it takes to see the cell that the keyboard is on. */
  reveal({ row, column }: Position): void {
    const place = this.#places[column];
    const { element } = this;
    if (place === undefined) return;
    if (row >= 0)
      element.scrollTop = within(element.scrollTop, row * rowHeight, rowHeight, element.clientHeight - headHeight);
    element.scrollLeft = within(element.scrollLeft, place.left, place.width, element.clientWidth - this.#gutter);
    this.#drawWindow();
    if (this.#subject) this.#paint(this.#subject.state);
  }

  dispose(): void {
    this.#resized.disconnect();
  }

  #measure({ sample, label }: GridSubject): void {
    const probe = html("span", "gridProbe", "0".repeat(100));
    this.element.append(probe);
    const character = probe.getBoundingClientRect().width / 100 || 7.5;
    probe.remove();
    this.#places = placeColumns(sample, character, cellPadding);
    this.#gutter = Math.ceil(String(sample.values.length).length * character + cellPadding);
    const last = this.#places.at(-1);
    const width = this.#gutter + (last === undefined ? 0 : last.left + last.width);
    for (const part of [this.#headRow, this.#body]) part.style.width = `${width}px`;
    this.#headRow.style.height = `${headHeight}px`;
    this.#body.style.height = `${sample.values.length * rowHeight}px`;
    setAttribute(this.element, "aria-label", label);
    setAttribute(this.element, "aria-rowcount", String(sample.values.length + 1));
    setAttribute(this.element, "aria-colcount", String(sample.columns.length + 1));
  }

  #forgetRows(): void {
    this.#drawnColumns = "";
    this.#rows.clear();
    this.#body.replaceChildren();
  }

  #drawWindow(): void {
    const subject = this.#subject;
    if (!subject) return;
    const { element } = this;
    const { rows, active } = subject.state;
    const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spareRows);
    const last = Math.min(rows - 1, Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + spareRows);
    const [left, right] = columnsIn(this.#places, element.scrollLeft, element.clientWidth);
    const columns = this.#places
      .map((_place, index) => index)
      .filter((index) => (index >= left && index <= right) || index === active.column);
    if (columns.join() !== this.#drawnColumns) {
      this.#forgetRows();
      this.#drawnColumns = columns.join();
      this.#headRow.replaceChildren(this.#corner(), ...columns.map((column) => this.#header(subject, column)));
    }
    for (const [row, drawn] of this.#rows) {
      if ((row >= first && row <= last) || row === active.row) continue;
      drawn.remove();
      this.#rows.delete(row);
    }
    for (let row = first; row <= last; row++) this.#drawRow(subject, row, columns);
    if (active.row >= 0) this.#drawRow(subject, active.row, columns);
    this.#paint(subject.state);
  }

  #drawRow({ sample, order }: GridSubject, row: number, columns: readonly number[]): void {
    if (this.#rows.has(row)) return;
    const index = order[row] ?? 0;
    const number = html("div", "rowNumber", String(index + 1));
    number.setAttribute("role", "rowheader");
    number.setAttribute("aria-colindex", "1");
    number.style.width = `${this.#gutter}px`;
    number.dataset["row"] = String(row);
    const element = html("div", "gridRow", number, ...columns.map((column) => this.#cell(sample, index, row, column)));
    element.setAttribute("role", "row");
    element.setAttribute("aria-rowindex", String(row + 2));
    element.style.top = `${row * rowHeight}px`;
    this.#rows.set(row, element);
    // Readers go through the page in its order, so rows stand in theirs.
    const next = [...this.#rows.keys()].filter((other) => other > row);
    this.#body.insertBefore(element, next.length === 0 ? null : (this.#rows.get(Math.min(...next)) ?? null));
  }

  #cell({ values, columns }: TableSample, index: number, row: number, column: number): HTMLElement {
    const cell = values[index]?.[column] ?? null;
    const dtype = columns[column]?.dtype ?? "";
    const element = html(
      "div",
      `cell ${columnKind(dtype)}Cell${cell === null ? " missing" : ""}`,
      cell === null ? missingWord(dtype) : cellText(cell, dtype).replaceAll(/\r?\n/g, " ⏎ "),
    );
    element.setAttribute("role", "gridcell");
    return this.#placed(element, { row, column });
  }

  #header({ sample, state }: GridSubject, column: number): HTMLElement {
    const { name, dtype } = sample.columns[column] ?? { name: "", dtype: "" };
    const sorted = state.sort?.column === column ? state.sort.direction : "none";
    const mark = sorted === "none" ? [] : [codicon(sorted === "ascending" ? "arrow-up" : "arrow-down")];
    const element = html(
      "div",
      `cell headCell ${columnKind(dtype)}Cell`,
      html("div", "columnName", html("span", "columnNameText", name), ...mark),
      html("div", "columnType", dtype),
    );
    element.setAttribute("role", "columnheader");
    element.setAttribute("aria-sort", sorted);
    element.title = `${name}: ${dtype}. Select to sort the sample.`;
    return this.#placed(element, { row: -1, column });
  }

  #placed(element: HTMLElement, { row, column }: Position): HTMLElement {
    const place = this.#places[column];
    element.id = cellId({ row, column });
    element.dataset["row"] = String(row);
    element.dataset["column"] = String(column);
    element.setAttribute("aria-colindex", String(column + 2));
    element.style.left = `${this.#gutter + (place?.left ?? 0)}px`;
    element.style.width = `${place?.width ?? 0}px`;
    return element;
  }

  #corner(): HTMLElement {
    const corner = html("div", "rowNumber corner", html("span", "readAloud", "Row"));
    corner.setAttribute("role", "columnheader");
    corner.setAttribute("aria-colindex", "1");
    corner.style.width = `${this.#gutter}px`;
    return corner;
  }

  #paint(state: GridState): void {
    const range = selectionOf(state);
    for (const cell of this.element.querySelectorAll<HTMLElement>(".cell")) {
      const at = { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
      const isSelected = at.row >= 0 && contains(range, at);
      cell.classList.toggle("selected", isSelected);
      cell.classList.toggle("active", at.row === state.active.row && at.column === state.active.column);
      if (at.row >= 0) setAttribute(cell, "aria-selected", String(isSelected));
    }
    setAttribute(this.element, "aria-activedescendant", state.columns > 0 ? cellId(state.active) : undefined);
  }
}

function cellId({ row, column }: Position): string {
  return `cell-${row < 0 ? "head" : row}-${column}`;
}

/** Where to scroll to, so that what begins at `start` is within what is seen. */
function within(scroll: number, start: number, length: number, seen: number): number {
  if (start < scroll) return start;
  return start + length > scroll + seen ? Math.min(start, start + length - seen) : scroll;
}
