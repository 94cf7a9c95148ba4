import type { Artifact, Operator, Workflow } from "../../model/workflow.js";
import { uniqueNames } from "./artifactNames.js";
import { identitiesOf } from "./identities.js";
import type { Published, RecordedArtifact, RecordedOperator, Recording } from "./recorded.js";

/** What was recorded as workflows: one for each publication in order, then one without a name for what none of them has. */
export function workflowsOf({ operators, recorded, publications }: Recording): Workflow[] {
  const { operators: named, artifacts: artifactIds } = identitiesOf(recorded);
  const toWorkflow = (
    head: Omit<Workflow, "operators" | "artifacts">,
    own: readonly RecordedOperator[],
    names: Published["names"],
  ): Workflow => ({
    ...head,
    operators: own.map((operator) => toOperator(operator, named, artifactIds)),
    artifacts: own.flatMap((operator) => toArtifacts(operator, named, artifactIds, names)),
  });
  const published = publications.map(({ name, description, engine, schedule, source, members, names }) => {
    const unknown = schedule === undefined ? { unknownSchedule: true } : {};
    const described = description === undefined ? {} : { description };
    return toWorkflow({ name, ...described, engine, schedule: schedule ?? null, ...unknown, source }, members, names);
  });
  const reached = new Set(publications.flatMap(({ members }) => members));
  const rest = operators.filter((operator) => !reached.has(operator));
  return rest.length === 0
    ? published
    : [...published, toWorkflow({ name: null, engine: null, schedule: null, source: null }, rest, uniqueNames(rest))];
}

function toOperator(
  operator: RecordedOperator,
  ids: ReadonlyMap<RecordedOperator, string>,
  artifactIds: ReadonlyMap<RecordedArtifact, string>,
): Operator {
  const idOf = (artifact: RecordedArtifact): string => artifactIds.get(artifact) ?? "";
  return {
    id: ids.get(operator) ?? "",
    name: operator.name,
    kind: operator.kind,
    inputs: operator.inputs.map(idOf),
    outputs: operator.outputs.map(idOf),
    source: operator.source,
    definition: operator.definition,
    ...operator.details,
  };
}

function toArtifacts(
  operator: RecordedOperator,
  ids: ReadonlyMap<RecordedOperator, string>,
  artifactIds: ReadonlyMap<RecordedArtifact, string>,
  names: Published["names"],
): Artifact[] {
  return operator.outputs.map((output) => ({
    id: artifactIds.get(output) ?? "",
    name: names.get(output) ?? output.name,
    type: output.type,
    producer: ids.get(operator) ?? "",
  }));
}
