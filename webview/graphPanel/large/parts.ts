import type { Cell } from "./cells.js";

/** The cells of a rank from left to right. */
export type Rank = Cell[];

/**
 * Each part as far as links lead, its ranks from the top, each in the order in which a walk down from the topmost cells meets it.
 *
 * A part's first rank becomes 0.
 */
export function connectedParts(cells: readonly Cell[]): readonly (readonly Rank[])[] {
  const seen = new Set<Cell>();
  return cells.flatMap((start) => {
    if (seen.has(start)) return [];
    const members = walk(start, seen, ({ above, below }) => [...above, ...below]);
    const top = members.reduce((least, { rank }) => Math.min(least, rank), Number.POSITIVE_INFINITY);
    for (const cell of members) cell.rank -= top;
    const met = new Set<Cell>();
    return [
      inRanks(
        members
          .toSorted((one, other) => one.rank - other.rank)
          .flatMap((first) => walk(first, met, ({ below }) => below)),
      ),
    ];
  });
}

/** What can be reached and was not seen before, depth first. */
function walk(start: Cell, seen: Set<Cell>, next: (cell: Cell) => readonly Cell[]): readonly Cell[] {
  const reached: Cell[] = [];
  const waiting = [start];
  for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
    if (seen.has(cell)) continue;
    seen.add(cell);
    reached.push(cell);
    waiting.push(...next(cell).toReversed());
  }
  return reached;
}

function inRanks(cells: readonly Cell[]): readonly Rank[] {
  const ranks = new Map<number, Rank>();
  for (const cell of cells) {
    const rank = ranks.get(cell.rank) ?? [];
    ranks.set(cell.rank, rank);
    rank.push(cell);
  }
  return [...ranks].sort(([one], [other]) => one - other).map(([, rank]) => rank);
}
