import type { RecordedArtifact, RecordedOperator, RecordedPublication } from "./recorded.js";

/**
 * The operators of one publication among those that stand at its call, in no order.
 *
 * From the published artifacts upstream; what is visited brings its saves along and, unless they are listed, the metrics and checks that
 * hang on it, with what these need.
 */
export function membersOf(
  publication: RecordedPublication,
  operators: readonly RecordedOperator[],
): Set<RecordedOperator> {
  const consumers = consumersOf(operators);
  const implied = new Set<string>(["save"]);
  if (publication.metrics === undefined) implied.add("metric");
  if (publication.checks === undefined) implied.add("check");
  const members = new Set<RecordedOperator>();
  const asked = publication.artifacts ?? operators.flatMap(({ outputs }) => outputs);
  const waiting = [...asked, ...(publication.metrics ?? []), ...(publication.checks ?? [])].map((artifact) =>
    artifact.producer(),
  );
  for (let operator = waiting.pop(); operator !== undefined; operator = waiting.pop()) {
    if (members.has(operator)) continue;
    members.add(operator);
    waiting.push(...operator.inputs.map((input) => input.producer()));
    for (const output of operator.outputs)
      waiting.push(...(consumers.get(output) ?? []).filter(({ kind }) => implied.has(kind)));
  }
  return members;
}

function consumersOf(operators: readonly RecordedOperator[]): Map<RecordedArtifact, RecordedOperator[]> {
  const consumers = new Map<RecordedArtifact, RecordedOperator[]>();
  for (const operator of operators) {
    for (const input of operator.inputs) {
      const known = consumers.get(input);
      if (known === undefined) consumers.set(input, [operator]);
      else known.push(operator);
    }
  }
  return consumers;
}
