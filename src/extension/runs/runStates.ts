import { exactText } from "../../core/model/exactJson.js";
import { isOver, outcomeLine, progressOf, reusedText, secondsOf, shortOutcomeLine } from "../../core/index.js";
import { ofName } from "../../core/model/ofName.js";
import { failureOfOperator, type OperatorRun, type Run } from "../../core/model/run.js";
import type { OperatorStatus, RunStates } from "../../formats/graphPanel.js";

/** A run as the graph panel is told of it. */
export function runStates(folder: string, run: Run, now: Date): RunStates {
  const { target, rid, workflow, state, warning, startedAt, queuedAt, endedAt } = run;
  const end = endedAt ?? (state === "running" ? now.toISOString() : null);
  return {
    workflow,
    folder,
    target,
    rid,
    state,
    warning,
    when: startedAt ?? queuedAt,
    seconds: startedAt === null || end === null ? null : Math.max(0, (Date.parse(end) - Date.parse(startedAt)) / 1000),
    progress: progressOf(run),
    operators: run.operators.flatMap((operator) => operatorStatus(operator, run, now) ?? []),
  };
}

/** What waits in a run that is over was no part of it: it ran one operator and what that needs. */
function operatorStatus(operator: OperatorRun, run: Run, now: Date): OperatorStatus | undefined {
  const { state, manifest, tryNumber } = operator;
  if (state === "unknown" || (state === "waiting" && isOver(run.state))) return undefined;
  const failure = failureOfOperator(operator);
  return {
    operator: operator.operator,
    state,
    seconds: secondsOf(operator, now) ?? null,
    ...resultOf(operator, run),
    reused: reusedText(manifest),
    failure: failure === null ? null : { message: failure.message, tip: failure.tip },
    parts: [
      ...(manifest !== null && manifest.artifacts.length > 0 ? (["value"] as const) : []),
      ...(tryNumber > 0 && manifest?.kind !== "parameter" ? (["log"] as const) : []),
      ...(failure !== null ? (["trace"] as const) : []),
    ],
  };
}

/** Of a parameter, its value in this run, which the text may have otherwise. */
function resultOf(
  { operator, kind, manifest }: OperatorRun,
  { parameters }: Run,
): Pick<OperatorStatus, "result" | "shortResult"> {
  if (kind === "parameter") {
    const value = ofName(parameters, operator);
    const text = value === undefined ? "" : exactText(value);
    return { result: text, shortResult: text };
  }
  return manifest === null
    ? { result: "", shortResult: "" }
    : { result: outcomeLine(manifest), shortResult: shortOutcomeLine(manifest) };
}
