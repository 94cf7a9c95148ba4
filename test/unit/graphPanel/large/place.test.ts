import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layout, LayoutInput } from "../../../../webview/graphPanel/geometry.js";
import { layout } from "../../../../webview/graphPanel/layout.js";
import { layered } from "../../../../webview/graphPanel/large/cells.js";

const height = 56;
/** More than dagre places. */
const operators = 320;

const node = (index: number) => ({ id: `operator ${String(index)}`, width: 180 + 20 * (index % 6), height });
const edge = (from: number, to: number, port = 60) => ({
  id: `${String(from)} → ${String(to)} ${String(port)}`,
  from: `operator ${String(from)}`,
  to: `operator ${String(to)}`,
  port,
});
const nodes = Array.from({ length: operators }, (_nothing, index) => node(index));

/** Each operator reads one or two of those shortly before it, and some of the first as well. */
const large: fc.Arbitrary<LayoutInput> = fc
  .array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(9)), { minLength: operators, maxLength: operators })
  .map((drawn) => ({
    nodes,
    edges: drawn.flatMap(([one, other, early], index) => {
      const read = new Set([
        index - 1 - one,
        ...(other % 2 === 0 ? [index - 1 - other] : []),
        ...(early === 0 ? [0] : []),
      ]);
      return [...read].filter((from) => from >= 0 && from < index).map((from) => edge(from, index));
    }),
  }));

/** Pairs of operators less than a gap apart, and edges that touch an operator between their ends. */
function faults({ nodes: placed, edges }: Layout): readonly string[] {
  const tooNear = placed.flatMap((one) =>
    placed
      .filter((other) => one.rank === other.rank && one.x < other.x && one.x + one.width + 20 > other.x)
      .map((other) => `${one.id} stands on ${other.id}`),
  );
  const touched = edges.flatMap(({ id, points }) =>
    points.slice(1).flatMap((end, index) => {
      const start = points[index];
      if (!start) return [];
      const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
      const inside = placed.filter(
        (one) => one.x < right && one.x + one.width > left && one.y < end.y && one.y + one.height > start.y,
      );
      return start.x === end.x
        ? inside.map((one) => `${id} runs through ${one.id}`)
        : inside.filter((one) => one.y + one.height > start.y && one.y < end.y).map((one) => `${id} crosses ${one.id}`);
    }),
  );
  return [...tooNear, ...touched];
}

describe("the layout of hundreds of operators", () => {
  it("lets none stand on another, and no edge run through one", () => {
    fc.assert(
      fc.property(large, (input) => {
        expect(faults(layout(input))).toEqual([]);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it("is the same for the same input", () => {
    fc.assert(
      fc.property(large, (input) => {
        expect(layout(structuredClone(input))).toEqual(layout(input));
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it("puts an operator with one input and one reader straight between them", () => {
    const { nodes: placed } = layout({ nodes, edges: nodes.slice(1).map((_node, index) => edge(index, index + 1)) });
    expect(new Set(placed.map(({ x, width }) => x + width / 2)).size).toBe(1);
  });

  it("puts parts that have nothing to do with each other side by side, each from the top", () => {
    const { nodes: placed } = layout({
      nodes,
      edges: nodes.slice(1).flatMap((_node, index) => (index === 99 ? [] : [edge(index, index + 1)])),
    });
    const [first, second] = [placed.slice(0, 100), placed.slice(100)];
    expect([first[0]?.rank, second[0]?.rank]).toEqual([0, 0]);
    expect(Math.max(...first.map(({ x, width }) => x + width))).toBeLessThan(Math.min(...second.map(({ x }) => x)));
  });

  it("survives cycles, operators that read themselves and edges to what is not there", () => {
    const edges = [
      ...nodes.slice(1).map((_node, index) => edge(index, index + 1)),
      edge(300, 4),
      edge(7, 7),
      edge(3, 999),
    ];
    const placed = layout({ nodes, edges });
    expect(placed.nodes).toHaveLength(operators);
    expect(placed.nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});

describe("layered", () => {
  it("leads edges from one artifact through shared waypoints, and those from another through their own", () => {
    const chain = nodes.slice(0, 6);
    const { waypoints } = layered(chain, [
      ...chain.slice(1).map((_node, index) => edge(index, index + 1)),
      edge(0, 4),
      edge(0, 5),
      edge(0, 5, 120),
    ]);
    const [short, long, other] = [edge(0, 4), edge(0, 5), edge(0, 5, 120)].map(({ id }) => waypoints.get(id) ?? []);
    expect([short?.length, long?.length, other?.length]).toEqual([3, 4, 4]);
    expect(long?.slice(0, 3)).toEqual(short);
    expect(long?.[0]).toBe(short?.[0]);
    expect(other?.some((one) => long?.includes(one))).toBe(false);
  });
});
