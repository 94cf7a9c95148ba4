import { readText } from "../../formats/reader.js";
import { traceFormat } from "../../formats/trace.js";
import type { Problem } from "../model/problem.js";
import { sentence } from "../model/sentence.js";
import type { TraceResult } from "../model/trace.js";

/**
 * What the tracer wrote. Throws where it is something else: then the runtime that wrote it is not the one that came with us.
 *
 * @param text the tracer's result file
 */
export function readTrace(text: string): TraceResult {
  const result = readText(traceFormat, text);
  if (result.readable) return result.value;
  throw new Error(
    `The tracer's answer is not understood (${result.why}): it was written by another version of Aqueduct. Remove the one that is first on PYTHONPATH.`,
  );
}

/** What is wrong with a traced file: what the trace noted, and what ended it early on the user's own line, unless that was noted already. */
export function traceProblems(trace: TraceResult, file: string): readonly Problem[] {
  if (trace.failure === null) return trace.graph.problems;
  const { message, tip, trace: frames, code = "trace-failed" } = trace.failure;
  const frame = frames.findLast((one) => one.file === file) ?? frames.at(-1);
  const line = frame?.line ?? 1;
  const shown = frame?.file ?? file;
  const isNoted = trace.graph.problems.some(
    (problem) =>
      problem.severity === "error" &&
      problem.message === message &&
      problem.file === shown &&
      problem.line <= line &&
      line <= problem.endLine,
  );
  if (isNoted) return trace.graph.problems;
  const column = 1 + (frame?.text.length ?? 0);
  const failure: Problem = {
    code,
    severity: "error",
    message: tip === "" ? message : `${sentence(message)} ${tip}`,
    file: shown,
    line,
    column: 1,
    endLine: line,
    endColumn: column,
  };
  return [failure, ...trace.graph.problems];
}
