import type { Cell } from "./cells.js";

/** CSS pixels between two that stand side by side: between operators, and between edges that pass. */
export interface Gaps {
  readonly node: number;
  readonly edge: number;
}

/** First each side alone, which carries places through all ranks, then both, which evens out. */
const sweeps: readonly Side[] = ["above", "below", "above", "below", "both", "both", "both", "both", "both", "both"];

type Side = "above" | "below" | "both";

/** How much straighter than others a link between two waypoints should be, and one with a waypoint at one end. */
const straightness = { waypoints: 8, waypoint: 2, operators: 1 };

/**
 * Gives each cell the x of its centre, such that links are short and none stands nearer to its neighbour than the gap.
 *
 * One rank after the other goes where the squares of the lengths of its links have the smallest sum, which is a regression under an order.
 *
 * @param ranks of one connected part, each from left to right
 */
export function positionCells(ranks: readonly (readonly Cell[])[], gaps: Gaps): void {
  const rows = ranks.map((cells) => ({ cells, offsets: offsetsOf(cells, gaps) }));
  for (const { cells, offsets } of rows)
    cells.forEach((cell, index) => (cell.x = (offsets[index] ?? 0) - (offsets.at(-1) ?? 0) / 2));
  for (const side of sweeps)
    for (const { cells, offsets } of side === "below" ? rows.toReversed() : rows) settle(cells, offsets, side);
}

/** Where the cells of a rank stand when they stand as near as they may, the first at 0. */
function offsetsOf(cells: readonly Cell[], gaps: Gaps): readonly number[] {
  let [before, at]: [Cell | undefined, number] = [undefined, 0];
  return cells.map((cell) => {
    if (before) at += (before.width + cell.width + gapOf(before, gaps) + gapOf(cell, gaps)) / 2;
    before = cell;
    return at;
  });
}

function gapOf(cell: Cell, { node, edge }: Gaps): number {
  return cell.isWaypoint ? edge : node;
}

/** Some cells that stand as near as they may; `at` is where the first one wants to be on account of all. */
interface Block {
  readonly first: number;
  at: number;
  weight: number;
}

/** Pools neighbours that would stand too near until none does: the exact solution of the regression. */
function settle(cells: readonly Cell[], offsets: readonly number[], side: Side): void {
  const blocks: Block[] = [];
  cells.forEach((cell, index) => {
    const { at, weight } = wishOf(cell, side);
    let block: Block = { first: index, at: at - (offsets[index] ?? 0), weight };
    for (let last = blocks.at(-1); last && last.at >= block.at; last = blocks.at(-1)) {
      blocks.pop();
      const both = last.weight + block.weight;
      block = { first: last.first, at: (last.at * last.weight + block.at * block.weight) / both, weight: both };
    }
    blocks.push(block);
  });
  blocks.forEach(({ first, at }, index) => {
    for (let one = first; one < (blocks[index + 1]?.first ?? cells.length); one += 1) {
      const cell = cells[one];
      if (cell) cell.x = at + (offsets[one] ?? 0);
    }
  });
}

/** A cell without links on that side would stay, but gives way. */
const unlinked = 0.01;

function wishOf(cell: Cell, side: Side): { readonly at: number; readonly weight: number } {
  let [sum, weight] = [cell.x * unlinked, unlinked];
  for (const linked of [...(side === "below" ? [] : cell.above), ...(side === "above" ? [] : cell.below)]) {
    const own = weightOf(cell, linked);
    sum += linked.x * own;
    weight += own;
  }
  return { at: sum / weight, weight };
}

function weightOf(one: Cell, other: Cell): number {
  if (one.isWaypoint && other.isWaypoint) return straightness.waypoints;
  return one.isWaypoint || other.isWaypoint ? straightness.waypoint : straightness.operators;
}
