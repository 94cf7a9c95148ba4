import { describe, expect, it } from "vitest";
import type { MessageToHost, MessageToPanel } from "../../../src/protocol/panel.js";
import { stepsPanelProtocol, type StepsPanelTypes } from "../../../src/protocol/stepsPanel.js";
import { publishingSteps } from "../../fakes/steps.js";

const { isMessageToHost, isMessageToPanel } = stepsPanelProtocol;

/** One of each; `satisfies` holds the sender's end to them, the guards the receiver's. */
const toHost = [
  { type: "request", id: 1, method: "loadContent", params: null },
  { type: "request", id: 2, method: "act", params: { id: "publish" } },
  {
    type: "report",
    report: "policyViolated",
    data: { directive: "style-src-attr", blocked: "inline", source: "", line: 3 },
  },
  { type: "report", report: "pageFailed", data: { message: "TypeError: …" } },
] as const satisfies readonly MessageToHost<StepsPanelTypes>[];

const toPanel = [
  { type: "event", event: "contentChanged", data: { kind: "beforeReload" } },
  { type: "event", event: "contentChanged", data: { kind: "steps", model: publishingSteps } },
  {
    type: "event",
    event: "contentChanged",
    data: { kind: "steps", model: { ...publishingSteps, changes: null, outcome: { state: "failed", message: "why" } } },
  },
  { type: "reply", id: 1, ok: true, result: null },
  { type: "reply", id: 2, ok: false, error: "It did nothing." },
] as const satisfies readonly MessageToPanel<StepsPanelTypes>[];

describe("messages to the host", () => {
  it.each(toHost)("takes %j", (message) => {
    expect(isMessageToHost(structuredClone(message))).toBe(true);
  });

  it.each([
    null,
    { type: "request", id: 1, method: "act", params: null },
    { type: "request", id: 1, method: "publish", params: null },
  ])("refuses %j", (message) => {
    expect(isMessageToHost(message)).toBe(false);
  });
});

describe("messages to the panel", () => {
  it.each(toPanel)("takes $type $event", (message: MessageToPanel<StepsPanelTypes>) => {
    expect(isMessageToPanel(structuredClone(message))).toBe(true);
  });

  it.each([
    { type: "event", event: "contentChanged", data: { kind: "steps", model: null } },
    {
      type: "event",
      event: "contentChanged",
      data: { kind: "steps", model: { ...publishingSteps, outcome: { state: "lost", message: "" } } },
    },
    {
      type: "event",
      event: "contentChanged",
      data: { kind: "steps", model: { ...publishingSteps, actions: [{ id: "publish", label: "Publish" }] } },
    },
  ])("ignores %j", (message) => {
    expect(isMessageToPanel(message)).toBe(false);
  });
});
