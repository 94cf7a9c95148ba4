import type { Cell } from "./cells.js";
import { crossingsOf } from "./crossings.js";
import { exchangeNeighbours } from "./exchange.js";
import type { Rank } from "./parts.js";

const sweeps = { most: 24, withoutGain: 4 };

/**
 * Orders the cells of each rank of one connected part so that few links cross: sweeps down and up after the mean of the neighbours, then exchanges of two that
 * stand side by side.
 */
export function orderCells(ranks: readonly Rank[]): void {
  for (const rank of ranks) number(rank);
  let best = { crossings: crossingsOf(ranks), ranks: ranks.map((rank) => [...rank]) };
  for (
    let sweep = 0, gained = 0;
    sweep < sweeps.most && sweep - gained < sweeps.withoutGain && best.crossings > 0;
    sweep += 1
  ) {
    const ties = sweep % 4 < 2 ? "kept" : "turned";
    if (sweep % 2 === 0) for (const rank of ranks.slice(1)) sortRank(rank, "above", ties);
    else for (const rank of ranks.slice(0, -1).toReversed()) sortRank(rank, "below", ties);
    const crossings = crossingsOf(ranks);
    if (crossings >= best.crossings) continue;
    best = { crossings, ranks: ranks.map((rank) => [...rank]) };
    gained = sweep + 1;
  }
  ranks.forEach((rank, index) => {
    rank.splice(0, rank.length, ...(best.ranks[index] ?? []));
    number(rank);
  });
  if (best.crossings > 0) exchangeNeighbours(ranks);
}

/** Cells without a neighbour on that side keep their place. */
function sortRank(rank: Rank, side: "above" | "below", ties: "kept" | "turned"): void {
  const movable = rank.filter((cell) => cell[side].length > 0).map((cell) => ({ cell, mean: meanOrder(cell[side]) }));
  if (ties === "turned") movable.reverse();
  movable.sort((one, other) => one.mean - other.mean);
  let next = 0;
  rank.forEach((cell, index) => {
    if (cell[side].length > 0) rank[index] = movable[next++]?.cell ?? cell;
  });
  number(rank);
}

function meanOrder(cells: readonly Cell[]): number {
  return cells.reduce((sum, { order }) => sum + order, 0) / cells.length;
}

function number(rank: Rank): void {
  rank.forEach((cell, index) => (cell.order = index));
}
