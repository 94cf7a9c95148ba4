import type { Cell } from "./cells.js";
import type { Rank } from "./parts.js";

/** Each takes a millisecond or two; the first find nearly everything. */
const rounds = 8;

/** Exchanges cells that stand side by side wherever fewer links cross then. */
export function exchangeNeighbours(ranks: readonly Rank[]): void {
  for (let round = 0; round < rounds; round += 1) {
    let gained = 0;
    for (const rank of ranks) gained += exchangeIn(rank);
    if (gained === 0) return;
  }
}

function exchangeIn(rank: Rank): number {
  let gained = 0;
  const ends = rank.map(endsOf);
  for (let index = 1; index < rank.length; index += 1) {
    const [left, right, leftEnds, rightEnds] = [rank[index - 1], rank[index], ends[index - 1], ends[index]];
    if (!left || !right || !leftEnds || !rightEnds) continue;
    const gain =
      crossings(leftEnds.above, rightEnds.above) +
      crossings(leftEnds.below, rightEnds.below) -
      crossings(rightEnds.above, leftEnds.above) -
      crossings(rightEnds.below, leftEnds.below);
    if (gain <= 0) continue;
    gained += gain;
    [rank[index - 1], rank[index], ends[index - 1], ends[index]] = [right, left, rightEnds, leftEnds];
    [left.order, right.order] = [index, index - 1];
  }
  return gained;
}

interface Ends {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

function endsOf({ above, below }: Cell): Ends {
  const sorted = (cells: readonly Cell[]): readonly number[] =>
    cells.map(({ order }) => order).sort((one, other) => one - other);
  return { above: sorted(above), below: sorted(below) };
}

/** Of the links of two cells, the first left of the second, how many cross; the far ends of each in order. */
function crossings(left: readonly number[], right: readonly number[]): number {
  let [sum, before] = [0, 0];
  for (const end of left) {
    while ((right[before] ?? Number.POSITIVE_INFINITY) < end) before += 1;
    sum += before;
  }
  return sum;
}
