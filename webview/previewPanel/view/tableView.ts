import type { PreviewedValue } from "../../../src/formats/preview.js";
import { cellText, type TableSample } from "../../../src/core/model/sample.js";
import { html, setText } from "../../shared/elements.js";
import { moveOf } from "../table/gridKeys.js";
import {
  cellsIn,
  gridOf,
  reduceGrid,
  selectionOf,
  type GridAction,
  type GridState,
  type Range,
} from "../table/gridState.js";
import { orderOf } from "../table/order.js";
import { tsvOf } from "../table/tsv.js";
import { numberText, rowsText } from "../words.js";
import { actionButton } from "./actions.js";
import { openCellDialog } from "./cellDialog.js";
import { GridView } from "./gridView.js";
import type { ValueHost, ValueView } from "./valueView.js";
import { countOf } from "../../../src/core/model/words.js";

/** A table's sample as a grid: keyboard, mouse, clipboard, order. */
export class TableView implements ValueView {
  readonly element = html("div", "tableView");
  readonly actions: readonly HTMLElement[];
  readonly #sample: TableSample;
  readonly #host: ValueHost;
  readonly #grid = new GridView();
  readonly #count = html("span", "count");
  readonly #note = html("span", "note");
  readonly #selection = html("span", "selectionNote");
  readonly #label: string;
  readonly #allRows: number;
  #order: readonly number[];
  #state: GridState;
  #isDragging = false;

  constructor(value: PreviewedValue, sample: TableSample, status: HTMLElement, host: ValueHost) {
    this.#sample = sample;
    this.#host = host;
    this.#allRows = value.rows ?? sample.rows ?? sample.values.length;
    this.#label = `${value.name}: ${rowsText(sample.values.length, this.#allRows)}, ${countOf(sample.columns.length, "column")}`;
    this.#state = gridOf(sample.values.length, sample.columns.length);
    this.#order = orderOf(sample, null);
    setText(
      this.#count,
      `${rowsText(sample.values.length, this.#allRows)}, ${countOf(sample.columns.length, "column")}`,
    );
    this.element.append(
      this.#grid.element,
      html("footer", "footer", this.#count, this.#note, html("span", "space"), this.#selection, status),
    );
    this.actions = [
      actionButton("copy", "Copy", `Copy what is selected, or else ${this.#all()}, for a spreadsheet`, () => {
        this.#copyWhatIsMeant();
      }),
      actionButton("export", "Export CSV…", `Write ${this.#all()} to a CSV file`, () => {
        host.exportCsv(value.artifact);
      }),
    ];
    this.#listen();
    this.#draw();
  }

  focus(): void {
    this.#grid.element.focus();
  }

  dispose(): void {
    this.#grid.dispose();
  }

  #listen(): void {
    const grid = this.#grid.element;
    grid.addEventListener("keydown", (event) => {
      this.#press(event);
    });
    grid.addEventListener("copy", (event) => {
      event.preventDefault();
      this.#copy(selectionOf(this.#state));
    });
    grid.addEventListener("pointerdown", (event) => {
      this.#point(event);
    });
    grid.addEventListener("pointermove", (event) => {
      this.#drag(event);
    });
    grid.addEventListener("dblclick", (event) => {
      if (placeOf(event)?.column !== undefined) this.#enter();
    });
  }

  #press(event: KeyboardEvent): void {
    const isControl = event.ctrlKey || event.metaKey;
    const move = moveOf({ key: event.key, isControl });
    if (move !== undefined)
      this.#dispatch({
        type: "moved",
        move,
        selection: event.shiftKey ? "extend" : "leave",
        pageRows: this.#grid.pageRows,
      });
    else if (event.key === "a" && isControl) this.#dispatch({ type: "allSelected" }, "stay");
    else if (event.key === "Enter") this.#enter();
    else if (event.key === "Escape") this.#dispatch({ type: "pointed", at: this.#state.active, selection: "leave" });
    else return;
    event.preventDefault();
  }

  #point(event: PointerEvent): void {
    const place = placeOf(event);
    if (place === undefined || event.button !== 0) return;
    const selection = event.shiftKey ? "extend" : "leave";
    if (place.column === undefined) this.#dispatch({ type: "rowPicked", row: place.row, selection }, "stay");
    else this.#dispatch({ type: "pointed", at: { row: place.row, column: place.column }, selection }, "stay");
    if (place.row < 0) this.#enter();
    else this.#isDragging = true;
  }

  #drag(event: PointerEvent): void {
    if (event.buttons !== 1) this.#isDragging = false;
    const place = this.#isDragging ? placeOf(event) : undefined;
    if (place?.column === undefined || place.row < 0) return;
    if (place.row !== this.#state.active.row || place.column !== this.#state.active.column)
      this.#dispatch({ type: "pointed", at: { row: place.row, column: place.column }, selection: "extend" }, "stay");
  }

  /** A header sorts, a cell shows all of its text. */
  #enter(): void {
    const { row, column } = this.#state.active;
    const { name, dtype } = this.#sample.columns[column] ?? { name: "", dtype: "" };
    if (row < 0) {
      this.#dispatch({ type: "sorted", column }, "stay");
      return;
    }
    const index = this.#order[row] ?? 0;
    const text = cellText(this.#sample.values[index]?.[column] ?? null, dtype);
    openCellDialog(`${name}, row ${numberText(index + 1)}`, text, () => {
      this.#host.copy(text, "the cell");
    });
  }

  #dispatch(action: GridAction, scroll: "reveal" | "stay" = "reveal"): void {
    const before = this.#state;
    this.#state = reduceGrid(before, action);
    if (this.#state.sort !== before.sort) this.#sort();
    this.#draw();
    if (scroll === "reveal") this.#grid.reveal(this.#state.active);
  }

  #sort(): void {
    this.#order = orderOf(this.#sample, this.#state.sort);
    const { sort } = this.#state;
    const name = sort === null ? undefined : this.#sample.columns[sort.column]?.name;
    const part = this.#sample.values.length < this.#allRows ? "the sample alone" : "all rows";
    setText(this.#note, name === undefined ? "" : `Sorted by ${name}: ${part}`);
    this.#host.say(
      sort === null || name === undefined
        ? "In the order of the table"
        : `Sorted by ${name}, ${sort.direction}: ${part}`,
    );
  }

  #draw(): void {
    this.#grid.draw({ label: this.#label, sample: this.#sample, order: this.#order, state: this.#state });
    const { top, bottom, left, right } = selectionOf(this.#state);
    const isSeveral = cellsIn({ top, bottom, left, right }) > 1;
    setText(
      this.#selection,
      isSeveral ? `${numberText(bottom - top + 1)} × ${numberText(right - left + 1)} selected` : "",
    );
  }

  #copyWhatIsMeant(): void {
    const range = selectionOf(this.#state);
    if (cellsIn(range) > 1) this.#copy(range);
    else
      this.#host.copy(
        tsvOf(this.#sample, this.#order, {
          top: -1,
          bottom: this.#state.rows - 1,
          left: 0,
          right: this.#state.columns - 1,
        }),
        this.#all(),
      );
  }

  #copy(range: Range): void {
    const [rows, columns] = [range.bottom - range.top + 1, range.right - range.left + 1];
    const what = rows * columns === 1 ? "the cell" : `${countOf(rows, "row")} × ${countOf(columns, "column")}`;
    this.#host.copy(tsvOf(this.#sample, this.#order, range), what);
  }

  #all(): string {
    const { length } = this.#sample.values;
    return length < this.#allRows ? `the ${countOf(length, "row")} of the sample` : `all ${countOf(length, "row")}`;
  }
}

interface PointedPlace {
  readonly row: number;
  /** Undefined: the row's number. */
  readonly column: number | undefined;
}

function placeOf({ target }: Event): PointedPlace | undefined {
  const found = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  if (found === null) return undefined;
  const column = found.dataset["column"];
  return { row: Number(found.dataset["row"]), column: column === undefined ? undefined : Number(column) };
}
