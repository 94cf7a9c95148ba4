import type { OperatorState, RunState } from "../../core/model/run.js";

/** VS Code's own icon of a state, as `$(…)` takes it. */
export function stateIcon(state: OperatorState | RunState): string {
  return icons[state];
}

const icons: Readonly<Record<OperatorState | RunState, string>> = {
  waiting: "clock",
  queued: "clock",
  running: "sync~spin",
  succeeded: "pass",
  warning: "warning",
  failed: "error",
  cancelled: "circle-slash",
  upstreamFailed: "circle-slash",
  skipped: "debug-step-over",
  unknown: "question",
};
