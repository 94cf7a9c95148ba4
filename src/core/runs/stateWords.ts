import type { OperatorState, Run } from "../model/run.js";

/** What a run or an operator looks like in a list: a codicon and a theme colour, which always come with a word. */
export interface Mark {
  readonly icon: string;
  /** Id of a theme colour; null: that of the text. */
  readonly color: string | null;
}

/** How a run stands, as people tell runs apart. */
export type RunStanding = "queued" | "running" | "succeeded" | "warning" | "failed" | "cancelled" | "unknown";

/** A run that succeeded although a WARNING check did not pass is told apart. */
export function standingOf({ state, warning }: Pick<Run, "state" | "warning">): RunStanding {
  return state === "succeeded" && warning ? "warning" : state;
}

export function runWord(standing: RunStanding): string {
  return standing === "warning" ? "succeeded with a warning" : standing === "unknown" ? "state unknown" : standing;
}

export function runMark(standing: RunStanding): Mark {
  return runMarks[standing];
}

export function operatorWord(state: OperatorState): string {
  return operatorWords[state];
}

/** Of the operator's state alone; its kind has an icon of its own. */
export function operatorColor(state: OperatorState): string | null {
  return operatorColors[state];
}

const passed = "testing.iconPassed";
const failed = "testing.iconFailed";
const queued = "testing.iconQueued";
const skipped = "testing.iconSkipped";
const warned = "list.warningForeground";
const running: Mark = { icon: "loading~spin", color: null };

/** Of what can't be read. */
export const unreadableMark: Mark = { icon: "warning", color: warned };

const runMarks: Readonly<Record<RunStanding, Mark>> = {
  queued: { icon: "history", color: queued },
  running,
  succeeded: { icon: "pass-filled", color: passed },
  warning: { icon: "warning", color: warned },
  failed: { icon: "error", color: failed },
  cancelled: { icon: "circle-slash", color: skipped },
  unknown: { icon: "question", color: null },
};

const operatorWords: Readonly<Record<OperatorState, string>> = {
  waiting: "waiting",
  queued: "queued",
  running: "running",
  succeeded: "succeeded",
  warning: "warning",
  failed: "failed",
  cancelled: "cancelled",
  upstreamFailed: "not run: what it needs failed",
  skipped: "skipped",
  unknown: "state unknown",
};

const operatorColors: Readonly<Record<OperatorState, string | null>> = {
  waiting: "disabledForeground",
  queued,
  running: null,
  succeeded: passed,
  warning: warned,
  failed,
  cancelled: skipped,
  upstreamFailed: skipped,
  skipped,
  unknown: "disabledForeground",
};
