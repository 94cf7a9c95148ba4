import type { Json } from "../../../src/core/model/workflow.js";
import { html, setAttribute } from "../../shared/elements.js";
import { codicon } from "../../shared/codicon.js";
import {
  entriesOf,
  pathText,
  reduceTree,
  rowsOf,
  treeOf,
  valueText,
  type TreeAction,
  type TreeMove,
  type TreeRow,
  type TreeState,
} from "../tree/treeState.js";
import { numberText } from "../words.js";
import { actionButton } from "./actions.js";
import type { ValueHost, ValueView } from "./valueView.js";
import { countOf } from "../../../src/core/model/words.js";

const moves: Readonly<Record<string, TreeMove>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
  PageUp: "pageUp",
  PageDown: "pageDown",
};
const indent = 16;
const rowHeight = 22;

/** Nested lists and dictionaries as a tree, by ARIA's pattern; the tree has the focus and names the line that the keyboard is on. */
export class TreeView implements ValueView {
  readonly element = html("div", "treeView");
  readonly actions: readonly HTMLElement[];
  readonly #tree = html("div", "tree");
  readonly #host: ValueHost;
  #state: TreeState;
  #rows: readonly TreeRow[] = [];

  constructor(label: string, root: Json, note: string | undefined, status: HTMLElement, host: ValueHost) {
    this.#host = host;
    this.#state = treeOf(root);
    this.#tree.tabIndex = 0;
    this.#tree.setAttribute("role", "tree");
    this.#tree.setAttribute("aria-label", label);
    this.#tree.addEventListener("keydown", (event) => {
      this.#press(event);
    });
    this.#tree.addEventListener("click", (event) => {
      this.#click(event);
    });
    this.#tree.addEventListener("copy", (event) => {
      event.preventDefault();
      this.#copyValue();
    });
    this.actions = [
      actionButton("copy", "Copy Value", "Copy the selected value: a text as it is, anything else as JSON", () => {
        this.#copyValue();
      }),
      actionButton("symbol-key", "Copy Path", "Copy how Python reaches the selected value (Shift+Alt+C)", () => {
        this.#copyPath();
      }),
      actionButton("collapse-all", "Collapse All", "Collapse all values", () => {
        this.#dispatch({ type: "collapsedAll" });
      }),
    ];
    this.element.append(
      this.#tree,
      html("footer", "footer", html("span", "count", note ?? summary(root)), html("span", "space"), status),
    );
    this.#draw();
  }

  focus(): void {
    this.#tree.focus();
  }

  dispose(): void {
    // It holds nothing.
  }

  #press(event: KeyboardEvent): void {
    const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
    if (move !== undefined)
      this.#dispatch({
        type: "moved",
        move,
        pageRows: Math.max(1, Math.floor(this.#tree.clientHeight / rowHeight) - 1),
      });
    else if (event.key === "Enter" || event.key === " ") this.#dispatch({ type: "toggled", id: this.#state.active });
    else if (event.key.toLowerCase() === "c" && event.shiftKey && event.altKey) this.#copyPath();
    else return;
    event.preventDefault();
  }

  #click({ target }: Event): void {
    const id = target instanceof Element ? target.closest<HTMLElement>(".treeRow")?.dataset["id"] : undefined;
    if (id !== undefined) this.#dispatch({ type: "toggled", id });
  }

  #dispatch(action: TreeAction): void {
    this.#state = reduceTree(this.#state, action);
    this.#draw();
    this.#tree.querySelector(".treeRow.active")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #draw(): void {
    this.#rows = rowsOf(this.#state);
    this.#tree.replaceChildren(...this.#rows.map((row, index) => this.#row(row, index)));
    const active = this.#rows.findIndex(({ id }) => id === this.#state.active);
    setAttribute(this.#tree, "aria-activedescendant", active < 0 ? undefined : `row-${active}`);
  }

  #row(row: TreeRow, index: number): HTMLElement {
    const isActive = row.id === this.#state.active;
    const twistie = row.isExpanded === null ? "" : row.isExpanded ? "chevron-down" : "chevron-right";
    const element = html(
      "div",
      `treeRow${isActive ? " active" : ""}`,
      twistie === "" ? html("span", "noTwistie") : codicon(twistie),
      ...wordsOf(row),
    );
    element.id = `row-${index}`;
    element.dataset["id"] = row.id;
    element.style.paddingLeft = `${8 + (row.level - 1) * indent}px`;
    element.setAttribute("role", "treeitem");
    element.setAttribute("aria-level", String(row.level));
    element.setAttribute("aria-posinset", String(row.position));
    element.setAttribute("aria-setsize", String(row.siblings));
    element.setAttribute("aria-selected", String(isActive));
    setAttribute(element, "aria-expanded", row.isExpanded === null ? undefined : String(row.isExpanded));
    return element;
  }

  #copyValue(): void {
    const row = this.#activeRow();
    if (row) this.#host.copy(valueText(row.value), "the value");
  }

  #copyPath(): void {
    const row = this.#activeRow();
    if (row) this.#host.copy(pathText(row.path), "the path");
  }

  #activeRow(): TreeRow | undefined {
    return this.#rows.find(({ id, more }) => id === this.#state.active && more === 0);
  }
}

function wordsOf({ key, value, more }: TreeRow): readonly HTMLElement[] {
  if (more > 0) return [html("span", "showMore", `Show more (${numberText(more)} left)`)];
  const words = html("span", `jsonValue ${kindOf(value)}`, textOf(value));
  return key === null
    ? [words]
    : [
        html("span", typeof key === "number" ? "jsonIndex" : "jsonKey", String(key)),
        html("span", "colon", ": "),
        words,
      ];
}

function textOf(value: Json): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "object") return summary(value);
  return JSON.stringify(value);
}

function kindOf(value: Json): string {
  if (value === null) return "none";
  return typeof value === "object" ? "container" : typeof value;
}

function summary(value: Json): string {
  const { length } = entriesOf(value);
  return Array.isArray(value)
    ? `[ ${countOf(length, "item")} ]`
    : typeof value === "object" && value !== null
      ? `{ ${countOf(length, "key")} }`
      : "";
}
