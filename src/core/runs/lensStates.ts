import type { OperatorRun, OperatorState, Run, RunState } from "../model/run.js";
import type { OperatorId } from "../model/workflow.js";
import { durationText } from "../model/durationText.js";
import { isOver } from "./merge.js";
import { operatorOutcomeLine, outcomeLine } from "./outcome.js";
import { progressOf } from "./progress.js";
import { whyText } from "./reusedText.js";
import type { TimeStyle } from "./times.js";

/** How something that ran, or runs, is told in one line. */
export interface StateLine {
  readonly state: OperatorState | RunState;
  readonly text: string;
}

/** The newest run in which an operator has a part, with that part. `runs` come newest first. */
export function newestOf(
  runs: readonly Run[],
  id: OperatorId,
): { readonly run: Run; readonly operator: OperatorRun } | undefined {
  for (const run of runs) {
    const operator = run.operators.find((one) => one.operator === id);
    if (operator !== undefined && hasPart(run, operator)) return { run, operator };
  }
  return undefined;
}

/** What became of an operator in a run: its outcome, how long it took or which run its values come from, and why. */
export function operatorLine(operator: OperatorRun, style?: TimeStyle): StateLine {
  const { state, manifest } = operator;
  if (manifest === null) {
    const outcome = operatorOutcomeLine(operator);
    return { state, text: outcome === "" ? wordsOf[state] : short(outcome) };
  }
  const outcome = outcomeLine(manifest);
  const why = whyText(manifest, style);
  return {
    state,
    text: [
      ...(outcome === "" ? [] : [short(outcome)]),
      ...(manifest.reused === undefined ? [durationText(manifest.wallSeconds)] : []),
      ...(why === null ? [] : [why]),
    ].join(" · "),
  };
}

/** What became of a run as a whole; while it lasts, how far it is. */
export function runLine(run: Run): StateLine {
  const seconds =
    run.startedAt === null || run.endedAt === null
      ? undefined
      : (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000;
  const after = seconds === undefined ? "" : ` · ${durationText(seconds)}`;
  if (!isOver(run.state)) return { state: run.state, text: run.state === "queued" ? "Queued" : progressText(run) };
  if (run.state === "failed") return { state: "failed", text: `${failedText(run)}${after}` };
  if (run.state === "cancelled") return { state: "cancelled", text: `Cancelled${after}` };
  return {
    state: run.warning ? "warning" : "succeeded",
    text: `${run.warning ? "Succeeded with a warning" : "Succeeded"}${after}`,
  };
}

/** The operator that a failed run failed at: the first to end so, since others may have failed because of it. */
export function failedOperator({ operators }: Run): OperatorRun | undefined {
  return operators
    .filter(({ state }) => state === "failed")
    .sort((left, right) => (left.endedAt ?? "").localeCompare(right.endedAt ?? ""))[0];
}

/** `Running, 3 of 9 done`. */
function progressText(run: Run): string {
  const { done, of } = progressOf(run);
  return of === 0 ? "Running" : `Running, ${done} of ${of} done`;
}

function failedText(run: Run): string {
  const failed = failedOperator(run);
  return failed === undefined ? "Failed" : `${failed.operator} failed`;
}

function hasPart(run: Run, { state }: OperatorRun): boolean {
  if (state === "skipped" || state === "unknown") return false;
  return state !== "waiting" || !isOver(run.state);
}

/** A state in words. */
export function stateWord(state: OperatorState): string {
  return wordsOf[state];
}

const wordsOf: Readonly<Record<OperatorState, string>> = {
  waiting: "Waiting",
  queued: "Starting",
  running: "Running",
  succeeded: "Succeeded",
  warning: "Did not pass",
  failed: "Failed",
  cancelled: "Cancelled",
  upstreamFailed: "Not run, since something it needs failed",
  skipped: "Left out",
  unknown: "Unknown",
};

/** Messages of exceptions may be long, and a lens stands beside others. */
function short(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
