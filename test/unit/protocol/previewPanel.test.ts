import { describe, expect, it } from "vitest";
import type { MessageToHost, MessageToPanel } from "../../../src/protocol/panel.js";
import { previewPanelProtocol, type PreviewPanelTypes } from "../../../src/protocol/previewPanel.js";
import { operatorRun, preview, sample, shows, table, value } from "../../fakes/previews.js";

const { isMessageToHost, isMessageToPanel } = previewPanelProtocol;

/** One of each; `satisfies` holds the sender's end to them, the guards the receiver's. */
const toHost = [
  { type: "request", id: 1, method: "loadContent", params: null },
  { type: "request", id: 2, method: "copy", params: { text: "a\tb" } },
  { type: "request", id: 3, method: "exportCsv", params: { artifact: "predict" } },
  { type: "request", id: 4, method: "open", params: { what: "trace" } },
  { type: "request", id: 5, method: "keepOpen", params: { isKept: true } },
  { type: "report", report: "artifactShown", data: { artifact: "predict.2" } },
  {
    type: "report",
    report: "policyViolated",
    data: { directive: "style-src-attr", blocked: "inline", source: "", line: 3 },
  },
  { type: "report", report: "pageFailed", data: { message: "TypeError: …" } },
] as const satisfies readonly MessageToHost<PreviewPanelTypes>[];

const failed = operatorRun({
  state: "failed",
  failure: {
    type: "user",
    message: "KeyError: 'x'",
    tip: "Look.",
    at: { file: "wine.py", line: 3, function: "predict" },
  },
});
const judged = operatorRun({
  kind: "metric",
  metric: 2.25,
  check: { passed: true, severity: "error" },
  saved: { resource: "demo", table: "wine", mode: "append", rows: 3, digest: "0" },
  bounds: [
    {
      comparison: "lessThan",
      value: 2.5,
      operator: "less_than_2_5",
      name: "less than 2.5",
      severity: "warning",
      passed: null,
    },
  ],
});

const toPanel = [
  { type: "event", event: "contentChanged", data: { kind: "nothing" } },
  { type: "event", event: "contentChanged", data: { kind: "loading", name: "predict" } },
  { type: "event", event: "contentChanged", data: { kind: "failed", name: "predict", message: "why" } },
  { type: "event", event: "contentChanged", data: shows(preview([table({ quality: "int64" }, [[3], [null]])])) },
  {
    type: "event",
    event: "contentChanged",
    data: shows(preview([value({ sample: null, reason: "why" })], { operator: judged })),
  },
  { type: "event", event: "contentChanged", data: shows(preview([], { operator: failed, missing: "why" })) },
  { type: "reply", id: 1, ok: true, result: { kind: "nothing" } },
  { type: "reply", id: 3, ok: true, result: false },
  { type: "reply", id: 2, ok: false, error: "It can't be copied." },
] as const satisfies readonly MessageToPanel<PreviewPanelTypes>[];

describe("messages to the host of a preview", () => {
  it.each(toHost)("takes %j", (message) => {
    expect(isMessageToHost(structuredClone(message))).toBe(true);
  });

  it.each([
    null,
    { type: "request", id: 1, method: "exportCsv", params: null },
    { type: "request", id: 1, method: "copy", params: { text: 3 } },
    { type: "request", id: 1, method: "open", params: { what: "aqueduct.publish" } },
    { type: "report", report: "artifactShown", data: {} },
  ])("refuses %j", (message) => {
    expect(isMessageToHost(message)).toBe(false);
  });
});

describe("messages to a preview", () => {
  it.each(toPanel)("takes $type $event", (message: MessageToPanel<PreviewPanelTypes>) => {
    expect(isMessageToPanel(structuredClone(message))).toBe(true);
  });

  it.each([
    { type: "event", event: "contentChanged", data: { kind: "table" } },
    { type: "event", event: "contentChanged", data: { ...shows(preview([])), isKept: "yes" } },
    {
      type: "event",
      event: "contentChanged",
      data: shows(preview([value({ sample: sample({ columns: [{ name: "x", dtype: "int64" }], values: 3 }) })])),
    },
    { type: "event", event: "contentChanged", data: { ...shows(preview([])), preview: { ...preview([]), run: null } } },
  ])("ignores %j", (message) => {
    expect(isMessageToPanel(message)).toBe(false);
  });
});
