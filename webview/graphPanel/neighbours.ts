import type { Layout, PlacedNode } from "./geometry.js";

export type Step = "up" | "down" | "left" | "right" | "first" | "last";

const keys: Readonly<Record<string, Step>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

export function stepOf(key: string): Step | undefined {
  return keys[key];
}

/**
 * Where a key leads from an operator: up to its first input from the rank just above, down to the nearest reader, left
 * and right within its rank, Home and End to the first and last in reading order. Undefined where there is nothing.
 */
export function neighbourOf(layout: Layout, id: string, step: Step): string | undefined {
  const from = layout.nodes.find((node) => node.id === id);
  if (!from) return undefined;
  switch (step) {
    case "up":
      return nearest(
        linked(
          layout,
          layout.edges.filter((edge) => edge.to === id).map((edge) => edge.from),
        ),
        (node) => from.rank - node.rank,
      );
    case "down":
      return nearest(
        linked(
          layout,
          layout.edges.filter((edge) => edge.from === id).map((edge) => edge.to),
        ),
        (node) => (node.rank - from.rank) * ranksApart + Math.abs(centreOf(node) - centreOf(from)),
      );
    case "left":
      return inReadingOrder(layout.nodes).findLast((node) => node.rank === from.rank && node.x < from.x)?.id;
    case "right":
      return inReadingOrder(layout.nodes).find((node) => node.rank === from.rank && node.x > from.x)?.id;
    case "first":
      return inReadingOrder(layout.nodes).at(0)?.id;
    case "last":
      return inReadingOrder(layout.nodes).at(-1)?.id;
  }
}

/** Rank by rank, each from left to right. */
export function inReadingOrder(nodes: readonly PlacedNode[]): readonly PlacedNode[] {
  return nodes.toSorted((one, other) => one.rank - other.rank || one.x - other.x);
}

/** More than any distance within a rank. */
const ranksApart = 1e6;

/** In the order of `ids`. */
function linked(layout: Layout, ids: readonly string[]): readonly PlacedNode[] {
  return ids.flatMap((id) => layout.nodes.filter((node) => node.id === id));
}

/** The first of the nearest. */
function nearest(nodes: readonly PlacedNode[], distance: (node: PlacedNode) => number): string | undefined {
  return nodes.toSorted((one, other) => distance(one) - distance(other))[0]?.id;
}

function centreOf(node: PlacedNode): number {
  return node.x + node.width / 2;
}
