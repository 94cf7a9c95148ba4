import { describe, expect, it } from "vitest";
import { graphPanelProtocol, type GraphPanelTypes, type PanelView } from "../../../src/protocol/graphPanel.js";
import type { MessageToHost, MessageToPanel } from "../../../src/protocol/panel.js";

const { isMessageToHost, isMessageToPanel } = graphPanelProtocol;
import { graph, runStates, status, wineWorkflow } from "../../fakes/graphs.js";

const uri = "file:///wine.py";
const states = [
  runStates([
    status("predict", "failed", {
      seconds: 0.4,
      failure: { message: "KeyError: 'pH'", tip: "Look at the table." },
      parts: ["log", "trace"],
    }),
  ]),
];
const view: PanelView = { uri, workflow: null, selected: "predict", transform: { x: 1, y: -2, scale: 0.5 } };

/** One of each; `satisfies` holds the sender's end to them, the guards the receiver's. */
const toHost = [
  { type: "request", id: 1, method: "loadContent", params: null },
  { type: "request", id: 2, method: "revealOperator", params: { id: "predict", focus: "editor" } },
  { type: "request", id: 3, method: "showProblems", params: null },
  {
    type: "request",
    id: 4,
    method: "openOperator",
    params: { workflow: "wine predictions", operator: "predict", what: "value" },
  },
  { type: "request", id: 5, method: "clearRun", params: { workflow: "wine predictions" } },
  { type: "report", report: "viewChanged", data: view },
  {
    type: "report",
    report: "policyViolated",
    data: { directive: "style-src-attr", blocked: "inline", source: "", line: 3 },
  },
  { type: "report", report: "pageFailed", data: { message: "TypeError: …" } },
] as const satisfies readonly MessageToHost<GraphPanelTypes>[];

const toPanel = [
  { type: "event", event: "contentChanged", data: { kind: "noFile" } },
  { type: "event", event: "contentChanged", data: { kind: "loading", uri, fileName: "wine.py" } },
  { type: "event", event: "contentChanged", data: { kind: "failed", uri, fileName: "wine.py", message: "why" } },
  {
    type: "event",
    event: "contentChanged",
    data: {
      kind: "graph",
      uri,
      fileName: "wine.py",
      graph: graph([wineWorkflow]),
      schedules: ["at 03:00 UTC"],
      caret: { operators: [] },
      states,
      picked: { workflow: null, operator: "predict" },
      view,
    },
  },
  { type: "event", event: "caretMoved", data: { operators: ["predict"] } },
  { type: "event", event: "statesChanged", data: states },
  { type: "event", event: "picked", data: { workflow: "wine predictions", operator: null } },
  { type: "reply", id: 1, ok: true, result: null },
  { type: "reply", id: 2, ok: false, error: "It can't be shown." },
] as const satisfies readonly MessageToPanel<GraphPanelTypes>[];

describe("messages to the host", () => {
  it.each(toHost)("takes %j", (message) => {
    expect(isMessageToHost(structuredClone(message))).toBe(true);
  });

  it.each([
    null,
    "loadContent",
    { type: "request", id: 1, method: "deleteEverything", params: null },
    { type: "request", id: 1, method: "toString", params: null },
    { type: "request", method: "loadContent", params: null },
    { type: "request", id: 1, method: "revealOperator", params: { id: "predict", focus: "window" } },
    { type: "report", report: "viewChanged", data: { ...view, transform: { x: 1, y: Number.NaN, scale: 1 } } },
    {
      type: "request",
      id: 4,
      method: "openOperator",
      params: { workflow: "wine predictions", operator: "predict", what: "password" },
    },
    { type: "event", event: "caretMoved", data: { operators: [] } },
  ])("refuses %j", (message) => {
    expect(isMessageToHost(message)).toBe(false);
  });
});

describe("messages to the panel", () => {
  it.each(toPanel)("takes $type $event", (message: MessageToPanel<GraphPanelTypes>) => {
    expect(isMessageToPanel(structuredClone(message))).toBe(true);
  });

  it.each([
    undefined,
    { vscodeScheduleAsyncWork: "0" },
    {
      type: "event",
      event: "contentChanged",
      data: {
        kind: "graph",
        uri,
        fileName: "wine.py",
        graph: {},
        schedules: [],
        caret: { operators: [] },
        states: [],
        picked: null,
        view: null,
      },
    },
    { type: "event", event: "statesChanged", data: [{ ...states[0], state: "paused" }] },
    { type: "event", event: "caretMoved", data: { operators: [3] } },
    { type: "reply", id: 1, ok: true },
    { type: "reply", id: 1, ok: false },
  ])("ignores %j", (message) => {
    expect(isMessageToPanel(message)).toBe(false);
  });
});
