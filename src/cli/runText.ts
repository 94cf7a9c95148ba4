import { whyText } from "../core/index.js";
import type { OperatorRun, Run } from "../core/model/run.js";

/** One operator of a run, on one line. */
export function operatorLine({ operator, state, manifest }: OperatorRun): string {
  const why = whyText(manifest);
  const seconds =
    manifest === null || manifest.kind === "parameter" || manifest.reused !== undefined
      ? ""
      : ` ${manifest.wallSeconds.toFixed(2)} s`;
  const metric = manifest?.metric === null || manifest === null ? "" : ` = ${manifest.metric}`;
  return `  ${operator}: ${state}${seconds}${why === null ? "" : `, ${why}`}${metric}`;
}

/** What went wrong, with the user's own frames. */
export function failureLines(run: Run): readonly string[] {
  return run.operators.flatMap(({ operator, manifest }) => {
    if (manifest?.failure == null) return [];
    const { message, tip, trace } = manifest.failure;
    const frames = trace.flatMap(({ file, line, function: name, text }) => [
      `    ${file}:${line}, in ${name}`,
      `      ${text}`,
    ]);
    return [`${operator}: ${message}`, ...frames, ...(tip === "" ? [] : [`    ${tip}`])];
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
