import { durationText } from "../../src/core/model/durationText.js";
import type { Step, StepsChange, StepsModel, StepsOutcome } from "../../src/formats/stepsPanel.js";

/** How long something has been running: tenths, then whole seconds. */
export function countedText(seconds: number): string {
  return seconds < 10 ? `${seconds.toFixed(1)} s` : durationText(Math.floor(seconds));
}

export const stateWords: Readonly<Record<Step["state"], string>> = {
  pending: "not started",
  running: "running",
  passed: "done",
  failed: "failed",
  unchecked: "not checked",
};

export const outcomeWords: Readonly<Record<StepsOutcome["state"], string>> = {
  succeeded: "Done",
  failed: "Failed",
  waiting: "Waiting",
  cancelled: "Cancelled",
  unchanged: "Nothing to do",
};

export const changeWords: Readonly<Record<StepsChange["kind"], string>> = {
  added: "Added",
  changed: "Changed",
  removed: "Removed",
  same: "Unchanged",
};

/** What a screen reader says when `after` takes the place of `before`: steps whose state is another, questions that came, and how it ended. */
export function announcementOf(before: StepsModel | undefined, after: StepsModel): string {
  const steps = after.steps.filter(
    ({ id, state }) => state !== "pending" && before?.steps.find((step) => step.id === id)?.state !== state,
  );
  const said = steps.map(({ label, state, message }) =>
    sentence(`${label}: ${stateWords[state]}`, state === "running" ? "" : message),
  );
  const isNewQuestion = after.questions.length > 0 && after.questions.join("\n") !== before?.questions.join("\n");
  if (isNewQuestion) said.push(`To confirm: ${after.questions.join(" ").replaceAll("`", "")}`);
  // A failed step has the same words as the outcome that it leads to.
  if (after.outcome !== null && after.outcome.message !== before?.outcome?.message)
    said.push(sentence(outcomeWords[after.outcome.state], firstLine(after.outcome.message)));
  return said.join(" ");
}

/** The sentence of a message, and what a program said on the lines after it. */
export function partsOf(message: string): { readonly sentence: string; readonly output: string } {
  const end = message.indexOf("\n");
  return end < 0
    ? { sentence: message, output: "" }
    : { sentence: message.slice(0, end), output: message.slice(end + 1).trimEnd() };
}

function firstLine(message: string): string {
  return partsOf(message).sentence;
}

function sentence(words: string, message: string): string {
  return message === "" ? `${words}.` : `${words}. ${firstLine(message)}`;
}
