import type { Artifact, Operator, Workflow } from "../../model/workflow.js";
import { identitiesOf } from "./identities.js";
import { membersOf } from "./membership.js";
import type { RecordedArtifact, RecordedOperator, Recording } from "./recorded.js";

/** What was recorded as workflows: one for each publication in order, then one without a name for what none of them reaches. */
export function workflowsOf({ operators, publications }: Recording): Workflow[] {
  const { operators: named, artifacts: artifactIds } = identitiesOf(operators);
  const toWorkflow = (
    head: Omit<Workflow, "operators" | "artifacts">,
    members: ReadonlySet<RecordedOperator>,
  ): Workflow => {
    const own = operators.filter((operator) => members.has(operator));
    return {
      ...head,
      operators: own.map((operator) => toOperator(operator, named, artifactIds)),
      artifacts: own.flatMap((operator) => toArtifacts(operator, named, artifactIds)),
    };
  };
  const reached = new Set<RecordedOperator>();
  const published = publications.map((publication) => {
    const members = membersOf(publication, operators);
    for (const member of members) reached.add(member);
    const { name, engine, schedule, source } = publication;
    const unknown = schedule === undefined ? { unknownSchedule: true } : {};
    return toWorkflow({ name, engine, schedule: schedule ?? null, ...unknown, source }, members);
  });
  const rest = new Set(operators.filter((operator) => !reached.has(operator)));
  return rest.size === 0
    ? published
    : [...published, toWorkflow({ name: null, engine: null, schedule: null, source: null }, rest)];
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
): Artifact[] {
  return operator.outputs.map((output) => ({
    id: artifactIds.get(output) ?? "",
    name: output.name,
    type: output.type,
    producer: ids.get(operator) ?? "",
  }));
}
