import type { LayoutEdge, LayoutNode } from "../geometry.js";
import { ranksOf } from "./ranks.js";

/** What takes a place in a rank: an operator, or a waypoint at which a long edge passes through the rank. */
export interface Cell {
  readonly isWaypoint: boolean;
  /** CSS pixels; a waypoint has none. */
  readonly width: number;
  /** From the top, from 0. */
  rank: number;
  /** In its rank from the left, from 0. */
  order: number;
  /** Of its centre, CSS pixels. */
  x: number;
  /** Linked with this, one rank above. */
  readonly above: Cell[];
  /** Linked with this, one rank below. */
  readonly below: Cell[];
}

/** A graph whose links all lead from one rank to the next. */
export interface Layered {
  /** By id, as they were given. */
  readonly operators: ReadonlyMap<string, Cell>;
  /** By edge, those on its way down. An edge that closes a cycle may not be there. */
  readonly waypoints: ReadonlyMap<string, readonly Cell[]>;
}

/**
 * Ranks operators and leads long edges through the ranks between.
 *
 * Edges from one artifact share their waypoints as far as they go together: an input that hundreds read, over hundreds of ranks, costs one waypoint a rank.
 */
export function layered(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Layered {
  const ranks = ranksOf(
    nodes.map(({ id }) => id),
    edges,
  );
  const operators = new Map(nodes.map(({ id, width }) => [id, cell(ranks.get(id) ?? 0, width)]));
  const trunks = new Map<string, Cell[]>();
  const waypoints = new Map<string, readonly Cell[]>();
  for (const edge of edges) {
    const [from, to] = [operators.get(edge.from), operators.get(edge.to)];
    if (!from || !to || from.rank >= to.rank) continue;
    const key = JSON.stringify([edge.from, edge.port]);
    const trunk = trunks.get(key) ?? [];
    trunks.set(key, trunk);
    for (let rank = from.rank + trunk.length + 1; rank < to.rank; rank += 1) {
      const next = cell(rank);
      join(trunk.at(-1) ?? from, next);
      trunk.push(next);
    }
    const way = trunk.slice(0, to.rank - from.rank - 1);
    join(way.at(-1) ?? from, to);
    waypoints.set(edge.id, way);
  }
  return { operators, waypoints };
}

function cell(rank: number, width?: number): Cell {
  return { isWaypoint: width === undefined, width: width ?? 0, rank, order: 0, x: 0, above: [], below: [] };
}

function join(from: Cell, to: Cell): void {
  from.below.push(to);
  to.above.push(from);
}
