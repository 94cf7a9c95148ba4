import type { Layout, PlacedNode } from "./layout.js";

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
 * Where a key leads from an operator: up and down along its edges to the nearest one, left and right within its rank,
 * Home and End to the first and last in reading order. Undefined where there is nothing.
 */
export function neighbourOf(layout: Layout, id: string, step: Step): string | undefined {
  const from = layout.nodes.find((node) => node.id === id);
  if (!from) return undefined;
  switch (step) {
    case "up":
      return nearest(from, linked(layout, layout.edges.filter((edge) => edge.to === id).map((edge) => edge.from)));
    case "down":
      return nearest(from, linked(layout, layout.edges.filter((edge) => edge.from === id).map((edge) => edge.to)));
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

function linked(layout: Layout, ids: readonly string[]): readonly PlacedNode[] {
  return layout.nodes.filter((node) => ids.includes(node.id));
}

function nearest(from: PlacedNode, nodes: readonly PlacedNode[]): string | undefined {
  const distance = (node: PlacedNode): number => Math.abs(node.rank - from.rank) * 1e6 + Math.abs(node.x + node.width / 2 - from.x - from.width / 2);
  return nodes.toSorted((one, other) => distance(one) - distance(other))[0]?.id;
}
