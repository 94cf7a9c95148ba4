import type { OperatorId } from "../../../src/core/model/workflow.js";
import type { Diagram, DiagramNode } from "../diagram.js";
import type { Layout, PlacedNode } from "../geometry.js";
import { boundsOf } from "../layout.js";
import { inReadingOrder, neighbourOf, stepOf } from "../neighbours.js";
import type { GraphContext } from "../nodeContext.js";
import type { Transform } from "../state.js";
import { EdgesView } from "./edges.js";
import { html, keyed, setAttribute } from "../../shared/elements.js";
import { operatorElement, updateClock, updateOperator } from "./operatorElement.js";
import { Viewport } from "./viewport.js";

export interface GraphViewEvents {
  readonly moved: (transform: Transform) => void;
  readonly selected: (id: OperatorId) => void;
  /** `graph`: show the operator's line and stay here; `editor`: go there. */
  readonly opened: (id: OperatorId, focus: "graph" | "editor") => void;
}

/** What is drawn, and what goes with it. */
export interface Picture {
  readonly label: string;
  readonly diagram: Diagram;
  readonly layout: Layout;
  readonly context: GraphContext;
  /** Seconds since the host told of states. */
  readonly since: number;
}

/** Draws a diagram. Elements belong to operators by id and outlive every edit that keeps the operator. */
export class GraphView {
  readonly viewport: Viewport;
  readonly #events: GraphViewEvents;
  readonly #operators = html("div", "operators");
  readonly #edges = new EdgesView();
  readonly #elements = new Map<string, HTMLElement>();
  #nodes: readonly DiagramNode[] = [];
  #layout: Layout = { nodes: [], edges: [] };
  #selected: OperatorId | null = null;

  constructor(events: GraphViewEvents) {
    this.#events = events;
    this.viewport = new Viewport({
      moved: events.moved,
      resized: () => {
        if (this.viewport.isFitted)
          this.viewport.fit(
            boundsOf(this.#layout.nodes),
            this.#layout.nodes.find(({ id }) => id === this.#selected),
          );
      },
    });
    this.viewport.canvas.append(this.#edges.element, this.#operators);
    this.#operators.setAttribute("role", "tree");
    this.#operators.addEventListener("click", (event) => {
      this.#onPointer(event, "graph");
    });
    this.#operators.addEventListener("dblclick", (event) => {
      this.#onPointer(event, "editor");
    });
    this.#operators.addEventListener("keydown", (event) => {
      this.#onKey(event);
    });
    this.#operators.addEventListener("focusin", ({ target }) => {
      const id = operatorAt(target);
      if (id === undefined) return;
      this.#events.selected(id);
      this.revealOperator(id);
    });
  }

  draw({ label, diagram, layout, context, since }: Picture): void {
    this.#nodes = diagram.nodes;
    this.#layout = layout;
    setAttribute(this.#operators, "aria-label", label);
    const nodes = new Map(diagram.nodes.map((node) => [node.id, node]));
    keyed(this.#elements, diagram.nodes, (node) => node.id, operatorElement);
    const places = inReadingOrder(layout.nodes);
    const ranks = sizesOfRanks(places);
    const positions = new Map<number, number>();
    for (const place of places) {
      const node = nodes.get(place.id);
      const position = (positions.get(place.rank) ?? 0) + 1;
      positions.set(place.rank, position);
      const element = this.#elements.get(place.id);
      if (!node || !element) continue;
      updateOperator(element, node, context, since);
      placeElement(element, place, { position, size: ranks.get(place.rank) ?? 1 });
    }
    this.#putInOrder(places);
    this.#edges.draw(diagram, layout);
    this.#edges.emphasize(this.#selected);
  }

  /** Lets the time of what runs go on. */
  drawClocks(since: number): void {
    for (const node of this.#nodes) {
      const element = node.status?.state === "running" ? this.#elements.get(node.id) : undefined;
      if (element) updateClock(element, node, since);
    }
  }

  select(selected: OperatorId | null, atCaret: readonly OperatorId[]): void {
    this.#selected = selected;
    const reachable = selected ?? inReadingOrder(this.#layout.nodes)[0]?.id;
    for (const [id, element] of this.#elements) {
      setAttribute(element, "aria-selected", String(id === selected));
      element.classList.toggle("atCaret", atCaret.includes(id));
      element.tabIndex = id === reachable ? 0 : -1;
    }
    this.#edges.emphasize(selected);
  }

  /** Brings an operator into view; the scale stays. */
  revealOperator(id: OperatorId): void {
    const place = this.#layout.nodes.find((node) => node.id === id);
    if (place) this.viewport.reveal(place);
  }

  fit(): void {
    this.viewport.fit(boundsOf(this.#layout.nodes));
  }

  /** Goes back to where this graph was left. */
  restore(transform: Transform): void {
    this.viewport.restore(transform, boundsOf(this.#layout.nodes));
  }

  glideToFit(): void {
    this.viewport.glideToFit(boundsOf(this.#layout.nodes));
  }

  /** Screen readers walk the elements in the document's order; an element that is in its place is not touched, so it keeps the focus. */
  #putInOrder(places: readonly PlacedNode[]): void {
    let next = this.#operators.firstElementChild;
    for (const { id } of places) {
      const element = this.#elements.get(id);
      if (!element) continue;
      if (element === next) next = next.nextElementSibling;
      else this.#operators.insertBefore(element, next);
    }
  }

  #onPointer({ target }: MouseEvent, focus: "graph" | "editor"): void {
    const id = operatorAt(target);
    if (id === undefined) return;
    this.#elements.get(id)?.focus({ preventScroll: true });
    this.#events.opened(id, focus);
  }

  #onKey(event: KeyboardEvent): void {
    const id = operatorAt(event.target);
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key);
    if (step) {
      event.preventDefault();
      const next = neighbourOf(this.#layout, id, step);
      if (next !== undefined) this.#elements.get(next)?.focus({ preventScroll: true });
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#events.opened(id, event.key === "Enter" ? "editor" : "graph");
    }
  }
}

function operatorAt(target: EventTarget | null): OperatorId | undefined {
  return target instanceof Element ? target.closest<HTMLElement>(".operator")?.dataset["id"] : undefined;
}

function placeElement(
  element: HTMLElement,
  place: PlacedNode,
  { position, size }: { readonly position: number; readonly size: number },
): void {
  element.style.transform = `translate(${place.x}px, ${place.y}px)`;
  setAttribute(element, "aria-level", String(place.rank + 1));
  setAttribute(element, "aria-posinset", String(position));
  setAttribute(element, "aria-setsize", String(size));
}

function sizesOfRanks(nodes: readonly PlacedNode[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { rank } of nodes) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return sizes;
}
