import { isUnknownCall, type Operator } from "../model/workflow.js";
import { problem, type Rule } from "./rule.js";

/**
 * In a file that publishes something: operators that are in no workflow. Parameters go with the operators that take them.
 *
 * What a call takes that cannot be followed may be published there.
 */
export const unpublished: Rule = ({ graph }) => {
  if (!graph.workflows.some(({ name }) => name !== null)) return [];
  const operators = graph.workflows.filter(({ name }) => name === null).flatMap((workflow) => workflow.operators);
  const mayBePublished = takenByUnknownCalls(operators);
  return operators
    .filter(
      ({ id, kind, outputs, stale }) =>
        kind !== "parameter" && kind !== "save" && outputs.length > 0 && stale !== true && !mayBePublished.has(id),
    )
    .map(({ name, source }) =>
      problem(
        "unpublished",
        "information",
        `No publish_flow reaches "${name}", so no workflow runs it: add its artifact, or one that needs it, to artifacts=[…].`,
        source,
      ),
    );
};

/** Calls that cannot be followed, and all that they need. */
function takenByUnknownCalls(operators: readonly Operator[]): ReadonlySet<string> {
  const producers = new Map(operators.flatMap((operator) => operator.outputs.map((output) => [output, operator])));
  const found = new Set<string>();
  const waiting = operators.filter(isUnknownCall);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next.id)) continue;
    found.add(next.id);
    waiting.push(...next.inputs.flatMap((input) => producers.get(input) ?? []));
  }
  return found;
}
