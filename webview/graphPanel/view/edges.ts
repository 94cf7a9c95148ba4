import type { Diagram } from "../diagram.js";
import type { Layout, Point } from "../geometry.js";
import { keyed, setAttribute, svg } from "../../shared/elements.js";

/** The arrows between operators; screen readers get them as part of each operator's description. */
export class EdgesView {
  readonly element = svg("svg", "edges", svg("defs", "", arrowHead()));
  readonly #paths = new Map<string, SVGPathElement>();

  constructor() {
    this.element.setAttribute("aria-hidden", "true");
  }

  draw(diagram: Diagram, layout: Layout): void {
    const stale = new Set(diagram.nodes.filter((node) => node.stale).map((node) => node.id));
    keyed(
      this.#paths,
      layout.edges,
      (edge) => edge.id,
      () => this.element.appendChild(svg("path", "edge")),
    );
    for (const edge of layout.edges) {
      const path = this.#paths.get(edge.id);
      if (!path) continue;
      setAttribute(path, "d", curve(edge.points));
      setAttribute(path, "data-from", edge.from);
      setAttribute(path, "data-to", edge.to);
      path.classList.toggle("stale", stale.has(edge.from) || stale.has(edge.to));
    }
  }

  /** Brings out the edges of one operator. */
  emphasize(id: string | null): void {
    for (const path of this.#paths.values())
      path.classList.toggle("near", path.dataset["from"] === id || path.dataset["to"] === id);
  }
}

/** Leaves each point downwards and enters the next from above, so that edges flow like cables. */
export function curve([start, ...rest]: readonly Point[]): string {
  if (!start) return "";
  let path = `M${start.x} ${start.y}`;
  let from = start;
  for (const to of rest) {
    const middle = (from.y + to.y) / 2;
    path += `C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
    from = to;
  }
  return path;
}

function arrowHead(): SVGMarkerElement {
  const tip = svg("path", "arrowHead");
  tip.setAttribute("d", "M0 0L8 4L0 8Z");
  const marker = svg("marker", "", tip);
  const attributes = {
    id: "arrow",
    viewBox: "0 0 8 8",
    refX: "7",
    refY: "4",
    markerWidth: "7",
    markerHeight: "7",
    markerUnits: "userSpaceOnUse",
    orient: "auto",
  };
  for (const [name, value] of Object.entries(attributes)) marker.setAttribute(name, value);
  return marker;
}
