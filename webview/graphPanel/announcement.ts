import type { RunStates } from "../../src/formats/graphPanel.js";
import { runWord } from "./status.js";

/** What to say aloud of a run that moved on: how it began and ended, and what failed; not every step of every operator. Empty where there is nothing. */
export function runAnnouncement(
  before: RunStates | undefined,
  now: RunStates | undefined,
  nameOf: (operator: string) => string,
): string {
  if (now === undefined || now === before) return "";
  const isSame = before?.rid === now.rid && before.target === now.target;
  const stateBefore = new Map((isSame ? before.operators : []).map(({ operator, state }) => [operator, state]));
  const failed = isSame
    ? now.operators.filter(({ operator, state }) => state === "failed" && stateBefore.get(operator) !== "failed")
    : [];
  return [
    ...failed.map(
      ({ operator, failure }) => `${nameOf(operator)} failed${failure === null ? "." : `: ${failure.message}`}`,
    ),
    ...(isSame && before.state === now.state && before.warning === now.warning
      ? []
      : [`Run on ${now.target}: ${runWord(now)}.`]),
  ].join(" ");
}
