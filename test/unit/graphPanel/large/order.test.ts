import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layered, type Cell } from "../../../../webview/graphPanel/large/cells.js";
import { crossingsOf } from "../../../../webview/graphPanel/large/crossings.js";
import { orderCells } from "../../../../webview/graphPanel/large/order.js";
import { connectedParts, type Rank } from "../../../../webview/graphPanel/large/parts.js";

const partsOf = (links: readonly (readonly [string, string])[]) => {
  const ids = [...new Set(links.flat())];
  const { operators } = layered(
    ids.map((id) => ({ id, width: 100, height: 50 })),
    links.map(([from, to]) => ({ id: `${from}${to}`, from, to, port: 50 })),
  );
  return connectedParts([...operators.values()]);
};
const numbered = (ranks: readonly Rank[]) => {
  for (const rank of ranks) rank.forEach((cell, index) => (cell.order = index));
};

/** Every pair of links between two ranks, looked at one by one. */
const countedByHand = (ranks: readonly Rank[]) => {
  let crossings = 0;
  for (const rank of ranks) {
    const links = rank.flatMap((from) => from.below.map((to): readonly [Cell, Cell] => [from, to]));
    for (const [from, to] of links)
      crossings += links.filter(([other, reader]) => other.order < from.order && reader.order > to.order).length;
  }
  return crossings;
};

const randomLinks = fc
  .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), { minLength: 2, maxLength: 80 })
  .map((pairs) => pairs.map(([from, step]) => [`o${String(from)}`, `o${String(from + step)}`] as const));

describe("crossingsOf", () => {
  it("counts what looking at each pair of links counts", () => {
    fc.assert(
      fc.property(randomLinks, (links) => {
        for (const ranks of partsOf(links)) {
          numbered(ranks);
          expect(crossingsOf(ranks)).toBe(countedByHand(ranks));
        }
      }),
    );
  });
});

describe("orderCells", () => {
  it("undoes crossings that need not be", () => {
    const [ranks = []] = partsOf([
      ["a", "z"],
      ["b", "y"],
      ["c", "x"],
      ["top", "a"],
      ["top", "b"],
      ["top", "c"],
      ["x", "end"],
      ["y", "end"],
      ["z", "end"],
    ]);
    ranks[2]?.reverse();
    numbered(ranks);
    expect(crossingsOf(ranks)).toBeGreaterThan(0);
    orderCells(ranks);
    expect(crossingsOf(ranks)).toBe(0);
  });

  it("never leaves more crossings than it found, and numbers each rank from the left", () => {
    fc.assert(
      fc.property(randomLinks, (links) => {
        for (const ranks of partsOf(links)) {
          numbered(ranks);
          const before = crossingsOf(ranks);
          orderCells(ranks);
          expect(crossingsOf(ranks)).toBeLessThanOrEqual(before);
          for (const rank of ranks) expect(rank.map(({ order }) => order)).toEqual(rank.map((_cell, index) => index));
        }
      }),
    );
  });
});
