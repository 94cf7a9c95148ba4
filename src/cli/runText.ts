import { whyText } from "../core/index.js";
import { failureOfOperator, type OperatorRun, type Run } from "../core/model/run.js";
import { operatorLabel } from "../core/model/words.js";

/** One operator of a run, on one line. */
export function operatorLine({ operator, name, state, manifest }: OperatorRun): string {
  const why = whyText(manifest);
  const seconds =
    manifest === null || manifest.kind === "parameter" || manifest.reused !== undefined
      ? ""
      : ` ${manifest.wallSeconds.toFixed(2)} s`;
  const metric = manifest?.metric === null || manifest === null ? "" : ` = ${manifest.metric}`;
  return `  ${operatorLabel(operator, name)}: ${state}${seconds}${why === null ? "" : `, ${why}`}${metric}`;
}

/** What went wrong, with the user's own frames. */
export function failureLines(run: Run): readonly string[] {
  return run.operators.flatMap((one) => {
    const { operator, name } = one;
    const failure = failureOfOperator(one);
    if (failure === null) return [];
    const { message, tip, trace } = failure;
    const frames = trace.flatMap(({ file, line, function: caller, text }) => [
      `    ${file}:${line}, in ${caller}`,
      `      ${text}`,
    ]);
    return [`${operatorLabel(operator, name)}: ${message}`, ...frames, ...(tip === "" ? [] : [`    ${tip}`])];
  });
}

/** The run itself, on one line. */
export function runLine({ workflow, target, rid, state, warning, startedAt, endedAt }: Run): string {
  const duration = startedAt === null || endedAt === null ? "" : ` in ${seconds(startedAt, endedAt)} s`;
  return `${workflow} on ${target}: ${state}${warning ? " with a warning" : ""}${duration} (${rid})`;
}

export function seconds(from: string, to: string): string {
  return ((Date.parse(to) - Date.parse(from)) / 1000).toFixed(1);
}
