import { describe, expect, it } from "vitest";
import type { LayoutEdge, LayoutInput, LayoutNode } from "../../../webview/graphPanel/geometry.js";
import { alignTo, boundsOf, layout, topologyKey } from "../../../webview/graphPanel/layout.js";
import { diagramOf, layoutInput } from "../../../webview/graphPanel/diagram.js";
import { wineWorkflow } from "../../fakes/graphs.js";

const node = (id: string, width = 150): LayoutNode => ({ id, width, height: 56 });
const edge = (from: string, to: string, port = 75): LayoutEdge => ({ id: `${from} → ${to}`, from, to, port });
const chain: LayoutInput = {
  nodes: [node("extract"), node("clean"), node("predict")],
  edges: [edge("extract", "clean"), edge("clean", "predict")],
};
const placeOf = (input: LayoutInput, id: string) => layout(input).nodes.find((placed) => placed.id === id);

describe("layout", () => {
  it("puts what reads below what gives", () => {
    expect(layout(chain).nodes.map(({ id, rank }) => [id, rank])).toEqual([
      ["extract", 0],
      ["clean", 1],
      ["predict", 2],
    ]);
  });

  it("lets no two operators overlap", () => {
    const { nodes } = layout(layoutInput(diagramOf(wineWorkflow, [])));
    for (const one of nodes) {
      for (const other of nodes) {
        if (one === other) continue;
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart, `${one.id} and ${other.id}`).toBe(true);
      }
    }
  });

  it("starts edges at the artifact and ends them on the upper edge of the reader", () => {
    const placed = layout({ nodes: [node("extract"), node("clean")], edges: [edge("extract", "clean", 40)] });
    const [from, to] = placed.nodes;
    const points = placed.edges[0]?.points;
    expect(points?.[0]).toEqual({ x: (from?.x ?? 0) + 40, y: (from?.y ?? 0) + 56 });
    expect(points?.at(-1)?.y).toBe(to?.y);
  });

  it("spreads edges that enter one operator, in the order of where they come from", () => {
    const input = {
      nodes: [node("left"), node("right"), node("join")],
      edges: [edge("right", "join"), edge("left", "join")],
    };
    const placed = layout(input);
    const ends = new Map(placed.edges.map((one) => [one.from, one.points.at(-1)?.x ?? 0]));
    const isLeft = (placeOf(input, "left")?.x ?? 0) < (placeOf(input, "right")?.x ?? 0);
    expect((ends.get("left") ?? 0) < (ends.get("right") ?? 0)).toBe(isLeft);
    expect(ends.get("left")).not.toBe(ends.get("right"));
  });

  it("gives the same layout for the same input", () => {
    expect(layout(chain)).toEqual(layout(structuredClone(chain)));
  });

  it("places operators without edges, and none at all", () => {
    expect(layout({ nodes: [node("alone")], edges: [] }).nodes).toHaveLength(1);
    expect(layout({ nodes: [], edges: [] })).toEqual({ nodes: [], edges: [] });
  });

  it("keeps ranks right beyond the size at which dagre is too slow", () => {
    const ids = Array.from({ length: 400 }, (_nothing, index) => `operator${index}`);
    const long = {
      nodes: ids.map((id) => node(id)),
      edges: ids.slice(1).map((id, index) => edge(ids[index] ?? "", id)),
    };
    expect(layout(long).nodes.map(({ rank }) => rank)).toEqual(ids.map((_id, index) => index));
  });

  it("survives a cycle, which broken text can make", () => {
    expect(layout({ nodes: [node("a"), node("b")], edges: [edge("a", "b"), edge("b", "a")] }).nodes).toHaveLength(2);
  });
});

describe("topologyKey", () => {
  it("stays while only words change", () => {
    const stale = {
      ...wineWorkflow,
      operators: wineWorkflow.operators.map((operator) => ({ ...operator, stale: true })),
    };
    expect(topologyKey(layoutInput(diagramOf(stale, [])))).toBe(topologyKey(layoutInput(diagramOf(wineWorkflow, []))));
  });

  it("changes with an edge, an operator and a width", () => {
    const keys = [
      chain,
      { ...chain, edges: chain.edges.slice(1) },
      { ...chain, nodes: [...chain.nodes, node("more")] },
      { ...chain, nodes: [node("extract", 160), ...chain.nodes.slice(1)] },
    ].map(topologyKey);
    expect(new Set(keys).size).toBe(4);
  });
});

describe("alignTo", () => {
  it("keeps the operators that were there where they were when one is added", () => {
    const before = layout(chain);
    const after = alignTo(
      before,
      layout({ nodes: [...chain.nodes, node("save", 220)], edges: [...chain.edges, edge("predict", "save")] }),
    );
    const centre = (nodes: typeof before.nodes, id: string) => {
      const place = nodes.find((one) => one.id === id);
      return place && [place.x + place.width / 2, place.y];
    };
    for (const id of ["extract", "clean", "predict"]) expect(centre(after.nodes, id)).toEqual(centre(before.nodes, id));
  });

  it("moves edges along with operators", () => {
    const before = { ...layout(chain), nodes: layout(chain).nodes.map((place) => ({ ...place, x: place.x + 300 })) };
    const after = alignTo(before, layout(chain));
    expect(after.edges[0]?.points[0]?.x).toBe((layout(chain).edges[0]?.points[0]?.x ?? 0) + 300);
  });

  it("leaves a layout alone that shares nothing with the one before", () => {
    const next = layout({ nodes: [node("other")], edges: [] });
    expect(alignTo(layout(chain), next)).toEqual(next);
  });
});

describe("boundsOf", () => {
  it("holds every operator, and is empty without any", () => {
    expect(boundsOf([])).toEqual({ x: 0, y: 0, width: 0, height: 0 });
    const { nodes } = layout(chain);
    const bounds = boundsOf(nodes);
    expect(bounds.height).toBe((nodes[2]?.y ?? 0) + 56 - (nodes[0]?.y ?? 0));
  });
});

describe("what stands apart", () => {
  const apart = (id: string): LayoutNode => ({ ...node(id, 220), isApart: true });
  const ids = ["a", "b", "c", "d"];
  const { nodes, edges } = layout({ ...chain, nodes: [apart("first"), ...chain.nodes, ...ids.map(apart)] });
  const below = nodes.filter(({ isApart }) => isApart);
  const joined = nodes.filter(({ isApart }) => isApart !== true);

  it("lies under all that belongs together, in rows", () => {
    const bottom = Math.max(...joined.map(({ y, height }) => y + height));
    expect(below.map(({ id }) => id)).toEqual(["first", ...ids]);
    expect(Math.min(...below.map(({ y }) => y))).toBeGreaterThan(bottom + 56);
    expect(new Set(below.map(({ y }) => y)).size).toBe(3);
    expect(new Set(below.map(({ x, y }) => `${x} ${y}`)).size).toBe(below.length);
    expect(Math.min(...below.map(({ rank }) => rank))).toBeGreaterThan(Math.max(...joined.map(({ rank }) => rank)));
  });

  it("moves nothing of the rest", () => {
    const alone = layout(chain);
    expect(joined.map(({ id, x, y }) => [id, x, y])).toEqual(alone.nodes.map(({ id, x, y }) => [id, x, y]));
    expect(edges).toEqual(alone.edges);
  });

  it("is all that there is where nothing is called", () => {
    expect(layout({ nodes: [apart("a")], edges: [] }).nodes).toMatchObject([{ id: "a", x: 0, y: 0, rank: 0 }]);
  });

  it("is part of what a layout depends on", () => {
    expect(topologyKey({ nodes: [node("a", 220)], edges: [] })).not.toBe(
      topologyKey({ nodes: [apart("a")], edges: [] }),
    );
  });
});
