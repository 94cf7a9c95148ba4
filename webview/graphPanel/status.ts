import { durationText } from "../../src/core/model/durationText.js";
import type { RunState } from "../../src/core/model/run.js";
import type { OperatorStatus, RunStates } from "../../src/formats/graphPanel.js";

const stateWords: Readonly<Record<OperatorStatus["state"], string>> = {
  waiting: "waiting",
  queued: "queued",
  running: "running",
  succeeded: "succeeded",
  warning: "warning",
  failed: "failed",
  cancelled: "cancelled",
  upstreamFailed: "upstream failed",
  skipped: "skipped",
};

const runWords: Readonly<Record<RunState, string>> = {
  queued: "Queued",
  running: "Running",
  succeeded: "Succeeded",
  failed: "Failed",
  cancelled: "Cancelled",
  unknown: "State not known",
};

/** A run's state as a heading. */
export function runWord({ state, warning }: Pick<RunStates, "state" | "warning">): string {
  return state === "succeeded" && warning ? "Succeeded with a warning" : runWords[state];
}

/** An operator's state on one line: in words where it is not plain, with the time and what it came to. @param since seconds that have gone by since the host told */
export function statusLine(status: OperatorStatus, since: number): string {
  return lineOf(status, status.result, status.reused, since);
}

/** The same under an operator's name. */
export function shortStatusLine(status: OperatorStatus, since: number): string {
  return lineOf(status, status.shortResult, status.reused === null ? null : "reused", since);
}

/** The same for those who do not see it, as parts of a sentence. */
export function describeStatus({ state, seconds, result, reused, failure }: OperatorStatus): readonly string[] {
  const time = state === "running" || seconds === null ? "" : ` in ${durationText(seconds)}`;
  return [
    `${stateWords[state]}${time}`,
    ...(reused === null ? [] : [reused]),
    ...(failure === null
      ? result === ""
        ? []
        : [result]
      : [failure.message, ...(failure.tip === "" ? [] : [failure.tip])]),
  ];
}

/** A failure's message is long: it stands in the details. What a warning is about stands for the word. */
function lineOf(
  { state, seconds, failure }: OperatorStatus,
  result: string,
  reused: string | null,
  since: number,
): string {
  const time = secondsNow(state, seconds, since);
  // What was not called took no time: whose values they are stands there instead.
  const times = reused !== null ? [reused] : time === undefined ? [] : [durationText(time)];
  const results = failure !== null || result === "" ? [] : [result];
  if (state === "warning" && results.length > 0) return [...results, ...times].join(" · ");
  return [
    ...(state === "succeeded" && times.length + results.length > 0 ? [] : [stateWords[state]]),
    ...times,
    ...results,
  ].join(" · ");
}

/** How long something has taken by now, in whole seconds while it runs: the host's number stands still between its messages. */
export function secondsNow(state: string, seconds: number | null, since: number): number | undefined {
  if (seconds === null) return undefined;
  return state === "running" ? Math.max(1, Math.floor(seconds + since)) : seconds;
}
