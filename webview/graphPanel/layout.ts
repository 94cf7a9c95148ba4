import { Graph, layout as runDagre } from "dagre";
import type {
  Layout,
  LayoutEdge,
  LayoutInput,
  LayoutNode,
  PlacedEdge,
  PlacedNode,
  Placement,
  Point,
} from "./geometry.js";
import { placeLarge } from "./large/place.js";

/** Above this many operators dagre takes too long on its own. */
const manyOperators = 300;

const spacing = { nodesep: 28, edgesep: 16, ranksep: 46 } as const;

/** Share of an operator's upper edge over which the edges that enter it are spread. */
const entrySpread = 0.6;

/**
 * Names everything that the layout depends on. Equal keys: a new layout would be the old one, so none is made.
 */
export function topologyKey(input: LayoutInput): string {
  return JSON.stringify([
    input.nodes.map(({ id, width, height, isApart }) => [id, width, height, ...(isApart ? ["apart"] : [])]),
    input.edges.map(({ from, to, port }) => [from, to, port]),
  ]);
}

/** Places operators in ranks from top to bottom. Same input, same layout. */
export function layout(input: LayoutInput): Layout {
  const together = { ...input, nodes: input.nodes.filter(({ isApart }) => isApart !== true) };
  const { centres, bends } =
    together.nodes.length > manyOperators ? placeLarge(together, spacing) : placeSmall(together);
  const joined = together.nodes.map((node) => ({ ...node, ...topLeft(node, centres.get(node.id)) }));
  const below = placeBelow(
    joined,
    input.nodes.filter(({ isApart }) => isApart === true),
  );
  const byId = new Map([...joined, ...below].map((place) => [place.id, place]));
  const places = input.nodes.flatMap(({ id }) => byId.get(id) ?? []);
  const ranks = ranksOf(places);
  const nodes = places.map((node) => ({ ...node, rank: ranks.get(node.y) ?? 0 }));
  return { nodes, edges: routeEdges(input.edges, nodes, bends) };
}

/**
 * Moves a layout as a whole so that the operators that were there before stay where they were, as nearly as one
 * movement allows (the median of theirs): an edit must not make the picture jump.
 */
export function alignTo(previous: Layout, next: Layout): Layout {
  const before = new Map(previous.nodes.map((node) => [node.id, node]));
  const moves = next.nodes.flatMap((node) => {
    const old = before.get(node.id);
    return old ? [{ x: old.x + old.width / 2 - node.x - node.width / 2, y: old.y - node.y }] : [];
  });
  const x = median(moves.map((move) => move.x));
  const y = median(moves.map((move) => move.y));
  const moved = <P extends Point>(point: P): P => ({ ...point, x: point.x + x, y: point.y + y });
  return {
    nodes: next.nodes.map(moved),
    edges: next.edges.map((edge) => ({ ...edge, points: edge.points.map(moved) })),
  };
}

/** The box around all operators; zero-sized where there are none. */
export function boundsOf(nodes: readonly PlacedNode[]): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  if (nodes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...nodes.map((node) => node.x));
  const y = Math.min(...nodes.map((node) => node.y));
  const right = Math.max(...nodes.map((node) => node.x + node.width));
  const bottom = Math.max(...nodes.map((node) => node.y + node.height));
  return { x, y, width: right - x, height: bottom - y };
}

function placeSmall(input: LayoutInput): Placement {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ ...spacing, rankdir: "TB", ranker: "network-simplex" });
  for (const node of input.nodes) graph.setNode(node.id, { width: node.width, height: node.height });
  for (const edge of input.edges) graph.setEdge(edge.from, edge.to, {}, edge.id);
  runDagre(graph);
  return {
    centres: new Map(input.nodes.map(({ id }) => [id, graph.node(id) as Point])),
    bends: new Map(
      input.edges.map(({ id, from, to }) => [
        id,
        (graph.edge(from, to, id) as { readonly points: readonly Point[] }).points.slice(1, -1),
      ]),
    ),
  };
}

/** What stands apart, in rows under the rest, which are as wide as that is. */
function placeBelow(
  joined: readonly (LayoutNode & Point)[],
  apart: readonly LayoutNode[],
): readonly (LayoutNode & Point)[] {
  const left = Math.min(...joined.map(({ x }) => x), ...(joined.length === 0 ? [0] : []));
  const right = Math.max(...joined.map(({ x, width }) => x + width), left + leastRow);
  const bottom = Math.max(...joined.map(({ y, height }) => y + height), -apartBy);
  let [x, y] = [left, bottom + apartBy];
  return apart.map((node) => {
    if (x > left && x + node.width > right) [x, y] = [left, y + node.height + spacing.nodesep];
    const place = { ...node, x, y };
    x += node.width + spacing.nodesep;
    return place;
  });
}

/** CSS pixels between what belongs together and what stands apart. */
const apartBy = 72;
/** A row of what stands apart is at least as wide. */
const leastRow = 480;

function topLeft(node: LayoutNode, centre: Point = { x: 0, y: 0 }): Point {
  return { x: Math.round(centre.x - node.width / 2), y: Math.round(centre.y - node.height / 2) };
}

/** All operators have one height, so those of a rank share their y. */
function ranksOf(nodes: readonly Point[]): ReadonlyMap<number, number> {
  const rows = [...new Set(nodes.map((node) => node.y))].sort((one, other) => one - other);
  return new Map(rows.map((y, rank) => [y, rank]));
}

function routeEdges(
  edges: readonly LayoutEdge[],
  nodes: readonly PlacedNode[],
  bends: Placement["bends"],
): readonly PlacedEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const entries = entryPoints(edges, byId);
  return edges.flatMap((edge) => {
    const from = byId.get(edge.from);
    const to = byId.get(edge.to);
    const end = entries.get(edge.id);
    if (!from || !to || !end) return [];
    const start = { x: from.x + edge.port, y: from.y + from.height };
    // Between neighbouring ranks nothing stands in the way; a longer edge bends around what does.
    const between =
      to.rank - from.rank <= 1
        ? []
        : (bends.get(edge.id) ?? []).filter((point) => point.y > start.y && point.y < end.y);
    return [{ ...edge, points: [start, ...between.map(rounded), end] }];
  });
}

/** Where each edge enters its operator: side by side, in the order of where they come from, so that they do not cross there. */
function entryPoints(edges: readonly LayoutEdge[], nodes: ReadonlyMap<string, PlacedNode>): ReadonlyMap<string, Point> {
  const byTarget = new Map<string, LayoutEdge[]>();
  for (const edge of edges) {
    const entering = byTarget.get(edge.to);
    if (entering) entering.push(edge);
    else byTarget.set(edge.to, [edge]);
  }
  return new Map(
    [...byTarget].flatMap(([id, entering]) => {
      const node = nodes.get(id);
      if (!node) return [];
      const ordered = entering.toSorted(
        (one, other) => (nodes.get(one.from)?.x ?? 0) + one.port - (nodes.get(other.from)?.x ?? 0) - other.port,
      );
      const step = (node.width * entrySpread) / ordered.length;
      return ordered.map(
        (edge, index) =>
          [
            edge.id,
            { x: Math.round(node.x + node.width / 2 + (index - (ordered.length - 1) / 2) * step), y: node.y },
          ] as const,
      );
    }),
  );
}

function rounded(point: Point): Point {
  return { x: Math.round(point.x), y: Math.round(point.y) };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
