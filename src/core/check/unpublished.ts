import { isUnknownCall, type Operator } from "../model/workflow.js";
import { countOf } from "../model/words.js";
import { problem, type Rule } from "./rule.js";

/**
 * In a file that publishes something: operators that are in no workflow, told once, at the first of them. Parameters go with the operators that take them.
 *
 * What a call takes that cannot be followed may be published there, and anything in what takes too many steps.
 */
export const unpublished: Rule = ({ graph, facts }) => {
  if (facts.cutShort.length > 0 || !graph.workflows.some(({ name }) => name !== null)) return [];
  const operators = graph.workflows.filter(({ name }) => name === null).flatMap((workflow) => workflow.operators);
  const mayBePublished = takenByUnknownCalls(operators);
  const left = operators.filter(
    ({ id, kind, outputs, stale }) =>
      kind !== "parameter" && kind !== "save" && outputs.length > 0 && stale !== true && !mayBePublished.has(id),
  );
  const [first] = left;
  return first === undefined ? [] : [problem("unpublished", "information", sentence(left), first.source)];
};

/** One for the whole file: each operator is one of these while its workflow is being written. */
function sentence([first, second, ...more]: readonly Operator[]): string {
  if (second === undefined)
    return `No publish_flow reaches "${first?.name ?? ""}", so no workflow runs it: add its artifact, or one that needs it, to artifacts=[…].`;
  const others = more.length === 0 ? `"${second.name}"` : countOf(more.length + 1, "other operator");
  return `No publish_flow reaches "${first?.name ?? ""}" and ${others}, so no workflow runs them: add their artifacts, or one that needs them, to artifacts=[…].`;
}

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
