import { failureOfOperator, type Run } from "../model/run.js";
import { failureWords } from "./failureWords.js";
import { standingOf } from "./stateWords.js";
import { durationBetween } from "./times.js";

/** The end of a run in one sentence, and how bad it is. A failure names the operator and says what to do. */
export function endOfRun(run: Run): { readonly text: string; readonly severity: "information" | "warning" | "error" } {
  const what = run.only === undefined ? run.workflow : `${run.only} of ${run.workflow}`;
  const where = run.target === "local" ? "" : ` on ${run.target}`;
  const taken = durationBetween(run.startedAt, run.endedAt);
  const time = taken === undefined ? "" : ` in ${taken}`;
  switch (standingOf(run)) {
    case "failed":
      return { severity: "error", text: `${what}${where} failed${time}${cause(run)}` };
    case "warning":
      return { severity: "warning", text: `${what}${where} succeeded${time}, but ${warned(run)} did not pass.` };
    case "cancelled":
      return { severity: "information", text: `${what}${where} was cancelled${time}.` };
    default:
      return { severity: "information", text: `${what}${where} succeeded${time}.` };
  }
}

function cause({ operators }: Run): string {
  const failed =
    operators.find((one) => one.state === "failed" && failureOfOperator(one) !== null) ??
    operators.find(({ state }) => state === "failed");
  if (failed === undefined) return ".";
  const failure = failureOfOperator(failed);
  return failure === null ? ` in ${failed.name}.` : ` in ${failed.name}: ${failureWords(failure)}`;
}

function warned({ operators }: Run): string {
  return operators
    .filter(({ state }) => state === "warning")
    .map(({ name }) => name)
    .join(" and ");
}
