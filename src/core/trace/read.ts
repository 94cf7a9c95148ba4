import type { Problem } from "../model/problem.js";
import { sentence } from "../model/sentence.js";
import type { TraceResult } from "../model/trace.js";
import type { Graph } from "../model/workflow.js";

type Fields = Readonly<Record<string, unknown>>;

/**
 * What the tracer wrote, once it has been looked at. Throws where it is something else: then the runtime that wrote it is not the one that came with us.
 *
 * @param text the tracer's result file
 */
export function readTrace(text: string): TraceResult {
  const value: unknown = JSON.parse(text);
  if (!isTraceResult(value))
    throw new Error(
      "The tracer's answer is not understood: it was written by another version of Aqueduct. Remove the one that is first on PYTHONPATH.",
    );
  return value;
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

function isTraceResult(value: unknown): value is TraceResult {
  return (
    isObject(value) &&
    value["format"] === 1 &&
    typeof value["python"] === "string" &&
    (value["environment"] === null || typeof value["environment"] === "string") &&
    isGraph(value["graph"]) &&
    (value["failure"] === null ||
      (isObject(value["failure"]) &&
        typeof value["failure"]["message"] === "string" &&
        Array.isArray(value["failure"]["trace"]))) &&
    Array.isArray(value["shipments"]) &&
    value["shipments"].every(
      (shipment) =>
        isObject(shipment) && Array.isArray(shipment["operators"]) && shipment["operators"].every(isShipment),
    )
  );
}

function isGraph(value: unknown): value is Graph {
  return (
    isObject(value) &&
    Array.isArray(value["problems"]) &&
    Array.isArray(value["workflows"]) &&
    value["workflows"].every((workflow) => isObject(workflow) && hasArrays(workflow, ["operators", "artifacts"]))
  );
}

function isShipment(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value["id"] === "string" &&
    typeof value["reuse"] === "string" &&
    hasArrays(value, ["values", "modules", "requirements"])
  );
}

function hasArrays(value: Fields, names: readonly string[]): boolean {
  return names.every((name) => Array.isArray(value[name]));
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
