import { isUnknownCall } from "../model/workflow.js";
import { problem, type Rule } from "./rule.js";

/** Calls that cannot be followed before the file runs: the graph has one node for whatever each of them records. */
export const unknownCall: Rule = ({ graph }) =>
  graph.workflows
    .flatMap(({ operators }) => operators)
    .filter((operator) => isUnknownCall(operator) && operator.stale !== true)
    .map(({ name, source }) =>
      problem(
        "unknown-call",
        "information",
        `What "${name}" does with what it is given is not known before the file runs: the graph shows one unknown operator in its place. A run shows what it is.`,
        source,
      ),
    );
