import type { Rank } from "./parts.js";

/** How many links cross, over all ranks; `order` of the cells counts. */
export function crossingsOf(ranks: readonly Rank[]): number {
  return ranks.reduce((sum, rank, index) => sum + crossingsBelow(rank, ranks[index + 1]?.length ?? 0), 0);
}

/** Barth, Jünger and Mutzel, "Simple and efficient bilayer cross counting": of the ends met so far, those further right cross; a tree of sums counts them. */
function crossingsBelow(rank: Rank, width: number): number {
  const sums = new Int32Array(width + 1);
  let [crossings, met] = [0, 0];
  for (const { below } of rank) {
    const ends = below.map(({ order }) => order).sort((one, other) => one - other);
    for (const end of ends) crossings += met - upTo(sums, end);
    for (const end of ends) add(sums, end);
    met += ends.length;
  }
  return crossings;
}

function upTo(sums: Int32Array, end: number): number {
  let sum = 0;
  for (let at = end + 1; at > 0; at -= at & -at) sum += sums[at] ?? 0;
  return sum;
}

function add(sums: Int32Array, end: number): void {
  for (let at = end + 1; at < sums.length; at += at & -at) sums[at] = (sums[at] ?? 0) + 1;
}
