import ELK, { type ElkNode } from "elkjs/lib/elk.bundled.js";
import { performance } from "node:perf_hooks";
import type { LayoutInput } from "../webview/graphPanel/geometry.js";
import { layout } from "../webview/graphPanel/layout.js";
import type { Measured } from "./table.js";

const height = 56;

/** The layout of the graph panel beside elkjs's layered one with the same spacing, in turns, both in this thread. */
export async function measureLayout(operators: number, rounds: number, below?: number): Promise<Measured> {
  const input = graph(operators);
  const elk = new ELK();
  const [ours, others]: [number[], number[]] = [[], []];
  // One round does not count: code is compiled while it runs for the first time.
  for (let round = -1; round < rounds; round += 1) {
    const started = performance.now();
    const { nodes } = layout(input);
    const laidOut = performance.now();
    const { children = [] } = await elk.layout(elkGraph(input));
    const ended = performance.now();
    if (nodes.length !== operators || children.length !== operators)
      throw new Error(`Both layouts should place ${String(operators)} operators.`);
    if (round < 0) continue;
    ours.push(laidOut - started);
    others.push(ended - laidOut);
  }
  return {
    what: `layout, ${operators.toLocaleString("en")} operators, ${input.edges.length.toLocaleString("en")} edges`,
    ours,
    beside: { what: "elkjs, layered", values: others },
    ...(below !== undefined && { budget: { kind: "value", below } }),
  };
}

/** Each operator reads one or two of the tenth of all that stands before it; the same graph each time. */
function graph(operators: number): LayoutInput {
  const draw = drawing(7);
  const nodes = Array.from({ length: operators }, (_nothing, index) => ({
    id: `operator_${String(index)}`,
    width: 180 + 20 * draw(6),
    height,
  }));
  const edges = nodes.flatMap((node, index) => {
    const reach = Math.min(index, Math.max(2, operators / 10));
    const read = new Set(index === 0 ? [] : Array.from({ length: 1 + draw(2) }, () => index - 1 - draw(reach)));
    return [...read].map((from) => ({
      id: `${String(from)} → ${String(index)}`,
      from: `operator_${String(from)}`,
      to: node.id,
      port: 60,
    }));
  });
  return { nodes, edges };
}

/** Whole numbers from 0 up to, but not including, a limit: Park and Miller's generator. */
function drawing(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

function elkGraph({ nodes, edges }: LayoutInput): ElkNode {
  return {
    id: "graph",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "DOWN",
      "elk.spacing.nodeNode": "28",
      "elk.layered.spacing.nodeNodeBetweenLayers": "46",
    },
    children: nodes.map(({ id, width }) => ({ id, width, height })),
    edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  };
}
