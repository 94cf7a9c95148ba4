import type { LayoutInput, Placement, Point } from "../geometry.js";
import { layered, type Cell } from "./cells.js";
import { orderCells } from "./order.js";
import { connectedParts } from "./parts.js";
import { positionCells } from "./position.js";

/** CSS pixels between operators of a rank, between edges that pass through it, and between ranks. */
export interface Spacing {
  readonly nodesep: number;
  readonly edgesep: number;
  readonly ranksep: number;
}

/**
 * Places a thousand operators in a fraction of a second, where dagre takes seconds: ranks, then the order in each rank, then places, part by part.
 *
 * The steps are those of Sugiyama, Tagawa and Toda, as dagre's are.
 */
export function placeLarge({ nodes, edges }: LayoutInput, spacing: Spacing): Placement {
  const { operators, waypoints } = layered(nodes, edges);
  let left = 0;
  for (const ranks of connectedParts([...operators.values()])) {
    orderCells(ranks);
    positionCells(ranks, { node: spacing.nodesep, edge: spacing.edgesep });
    left = moveTo(left, ranks.flat()) + spacing.nodesep;
  }
  const height = nodes.reduce((most, node) => Math.max(most, node.height), 0);
  const top = ({ rank }: Cell): number => rank * (height + spacing.ranksep);
  return {
    centres: new Map([...operators].map(([id, cell]) => [id, { x: cell.x, y: top(cell) + height / 2 }])),
    // Straight down through the rank, so that an edge touches no operator beside it.
    bends: new Map(
      [...waypoints].map(([id, way]) => [
        id,
        way.flatMap((cell): readonly Point[] => [
          { x: cell.x, y: top(cell) },
          { x: cell.x, y: top(cell) + height },
        ]),
      ]),
    ),
  };
}

/** Moves a part so that it begins at `left`, and says where it ends. */
function moveTo(left: number, cells: readonly Cell[]): number {
  const move = left - cells.reduce((least, { x, width }) => Math.min(least, x - width / 2), Number.POSITIVE_INFINITY);
  for (const cell of cells) cell.x += move;
  return cells.reduce((most, { x, width }) => Math.max(most, x + width / 2), left);
}
