import type { Severity } from "../../../src/core/model/problem.js";
import type { OperatorStatus, RunStates } from "../../../src/formats/graphPanel.js";

export { kindIcons, typeIcons } from "../../shared/icons.js";

export const severityIcons: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "info",
  hint: "lightbulb",
};

/** Each state in a shape of its own, so that none is told by colour alone. */
const stateIcons: Readonly<Record<OperatorStatus["state"], string>> = {
  waiting: "circle-large-outline",
  queued: "clockface",
  running: "sync",
  succeeded: "pass-filled",
  warning: "warning",
  failed: "error",
  cancelled: "stop-circle",
  upstreamFailed: "circle-slash",
  skipped: "skip",
};

/** The state that a run is drawn in. */
export function drawnState({ state, warning }: Pick<RunStates, "state" | "warning">): OperatorStatus["state"] {
  if (state === "unknown") return "waiting";
  return state === "succeeded" && warning ? "warning" : state;
}

/** Classes of the icon of a state; only what runs turns. */
export function stateIconClass(state: OperatorStatus["state"]): string {
  return `codicon codicon-${stateIcons[state]}${state === "running" ? " codicon-modifier-spin" : ""} stateIcon ${state}`;
}
