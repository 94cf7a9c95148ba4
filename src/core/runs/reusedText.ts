import type { CallReason, Reused } from "../model/manifest.js";
import { clockTime, type TimeStyle } from "./times.js";

/** Of an attempt, what its values are. */
interface Attempt {
  readonly reused?: Reused | undefined;
  readonly called?: CallReason | undefined;
  readonly endedAt: string;
}

/** Where the values of an operator come from that was not called: `reused from run of 12:03`, with the day where it was another one; null where it was called, or has not ended. */
export function reusedText(attempt: Attempt | null, style: TimeStyle = {}): string | null {
  return attempt?.reused === undefined
    ? null
    : `reused from run of ${clockTime(attempt.reused.runStartedAt, attempt.endedAt, style)}`;
}

/**
 * Why an operator of a run that reuses values was not called, or was: `reused from run of 12:03: same code, inputs and packages`, `called again: its code has changed`.
 *
 * Null where there is nothing to tell: in a run that reuses nothing, and of the operator that was run itself.
 */
export function whyText(attempt: Attempt | null, style: TimeStyle = {}): string | null {
  const reused = reusedText(attempt, style);
  if (reused !== null) return `${reused}: ${sameText(attempt?.reused)}`;
  const reason = attempt?.called;
  if (reason === undefined || reason.why === "asked") return null;
  return `${again.has(reason.why) ? "called again" : "called"}: ${callReasonText(reason)}`;
}

/** What was the same, so that values could be reused. */
export function sameText(reused: Reused | undefined): string {
  return reused?.cached === true
    ? "same code, inputs and packages; what it reads from outside may have changed"
    : "same code, inputs and packages";
}

/** A reason to call an operator, as a sentence without its full stop. */
export function callReasonText(reason: CallReason): string {
  if (reason.why === "inputs") return changedText(reason.inputs, reason.parameters);
  if (reason.why === "outside") return outsideText(reason.outside);
  return sentences[reason.why];
}

const sentences: Readonly<Record<Exclude<CallReason["why"], "inputs" | "outside">, string>> = {
  asked: "it is the operator that was run",
  extract: "it reads from a database",
  source: "it takes nothing but parameters, so its data may come from outside",
  measures: "it measures the run itself",
  unknownCode: "what its code depends on isn't known",
  unknownPackages: "the packages that it uses can't be told",
  first: "no earlier run on this machine has its values",
  unreadable: "earlier runs can't be read",
  code: "its code, or a value that its code uses, has changed",
  packages: "Python or a package has changed",
  changed: "an input or a package has changed",
  failed: "it did not succeed before",
  gone: "its earlier values are gone or damaged",
  type: "its earlier values are not of the type of the last successful run",
};

function changedText(inputs: readonly string[], parameters: readonly string[]): string {
  const changed = [...named(inputs, "input", "inputs"), ...named(parameters, "parameter", "parameters")];
  const isOne = inputs.length + parameters.length === 1;
  return `${changed.join(" and ")} ${isOne ? "has" : "have"} changed`;
}

function named(names: readonly string[], one: string, more: string): readonly string[] {
  return names.length === 0 ? [] : [`${names.length === 1 ? one : more} ${listed(names)}`];
}

/** What the runner tells of the world outside: of some it was no reading. */
function outsideText(outside: readonly string[]): string {
  const used = outside.filter((name) => notRead.has(name));
  const read = outside.filter((name) => !notRead.has(name));
  return [
    ...(read.length === 0 ? [] : [`it read ${listed(read)}`]),
    ...(used.length === 0 ? [] : [`${read.length === 0 ? "it " : ""}used ${listed(used)}`]),
  ].join(" and ");
}

/** There was an earlier call, whose values could not stand for this one. */
const again: ReadonlySet<CallReason["why"]> = new Set([
  "code",
  "packages",
  "inputs",
  "changed",
  "outside",
  "failed",
  "gone",
  "type",
]);

const notRead: ReadonlySet<string> = new Set(["network", "the time", "random numbers", "other processes"]);
const mostNamed = 3;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map((name) => (name === "network" ? "the network" : name));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
