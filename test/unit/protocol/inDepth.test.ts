import { describe, expect, it } from "vitest";
import { graphPanelProtocol, type GraphPanelTypes } from "../../../src/protocol/graphPanel.js";
import { isGraphOfDocument, type GraphOfDocument } from "../../../src/protocol/languageServer.js";
import type { EventMessage } from "../../../src/protocol/panel.js";
import type { Operator } from "../../../src/core/model/workflow.js";
import { graph, problem, range, runStates, status, wineWorkflow, type SampleOperator } from "../../fakes/graphs.js";

/** What a graph need not say of an operator. */
const optional = new Set([
  "repeated",
  "unknown",
  "stale",
  "severity",
  "bound",
  "resource",
  "query",
  "table",
  "mode",
  "explicit",
  "default",
  "json",
]);
/** Any value will do: a parameter's default. */
const anything = new Set(["json"]);

interface Spoiled {
  readonly what: string;
  readonly message: unknown;
}

/** The message again and again, each time with one thing in it spoiled: left out, or of a kind that stands nowhere. */
function* spoiled(value: unknown, path: string, rebuild: (part: unknown) => unknown): Generator<Spoiled> {
  if (typeof value !== "object" || value === null) return;
  const isList = Array.isArray(value);
  for (const [name, member] of Object.entries(value)) {
    const place = `${path}.${name}`;
    const withMember = (part: unknown): unknown =>
      rebuild(isList ? value.with(Number(name), part) : { ...value, [name]: part });
    if (!isList && !optional.has(name)) {
      const { [name]: _, ...rest } = value as Record<string, unknown>;
      yield { what: `${place} left out`, message: rebuild(rest) };
    }
    if (!anything.has(name)) yield { what: `${place} of another kind`, message: withMember({ alien: true }) };
    if (!anything.has(name)) yield* spoiled(member, place, withMember);
  }
}

// The sample's operators have a `type` beside, which is no part of a graph.
const operators = wineWorkflow.operators.map((one) => {
  const { type: _, ...operator }: Partial<SampleOperator> = one;
  return operator as Operator;
});
const shown = graph([{ ...wineWorkflow, operators }], [problem(3, "Write a value.")]);
const states = [
  runStates([status("predict", "failed", { failure: { message: "KeyError", tip: "Look." }, parts: ["log"] })]),
];

const content = {
  type: "event",
  event: "contentChanged",
  data: {
    kind: "graph",
    uri: "file:///wine.py",
    fileName: "wine.py",
    graph: shown,
    schedules: ["at 03:00 UTC", null],
    caret: { operators: ["predict"] },
    states,
    picked: { workflow: null, operator: "predict" },
    view: { uri: "file:///wine.py", workflow: null, selected: "predict", transform: { x: 1, y: -2, scale: 0.5 } },
  },
} as const satisfies EventMessage<GraphPanelTypes>;

const statesChanged = {
  type: "event",
  event: "statesChanged",
  data: states,
} as const satisfies EventMessage<GraphPanelTypes>;

const ofDocument: GraphOfDocument = {
  uri: "file:///wine.py",
  version: 3,
  graph: shown,
  definitions: [{ name: "clean", kind: "function", range: range(3, 5), isCalled: true }],
  file: "wine.py",
  folder: "file:///wine",
};

/** As the page gets it from a host of another version. */
describe.each<[string, unknown, (message: unknown) => boolean]>([
  ["the panel's content", content, graphPanelProtocol.isMessageToPanel],
  ["the states of runs", statesChanged, graphPanelProtocol.isMessageToPanel],
  ["the language server's graph", ofDocument, isGraphOfDocument],
])("%s", (_, message, guard) => {
  it("is taken as it is", () => {
    expect(guard(message)).toBe(true);
  });

  it("is refused where anything in it is missing, or of another kind", () => {
    const every = [...spoiled(message, "message", (part) => part)];
    expect(every.length).toBeGreaterThan(20);
    expect(every.filter((one) => guard(one.message)).map(({ what }) => what)).toEqual([]);
  });
});

describe("states without their progress", () => {
  it("are refused, since the page counts by it", () => {
    const [first] = states;
    const { progress, ...rest } = first ?? runStates([]);
    expect(progress).toEqual({ done: 1, of: 3 });
    expect(graphPanelProtocol.isMessageToPanel({ ...statesChanged, data: [rest] })).toBe(false);
  });
});
