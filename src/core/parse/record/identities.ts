import { idsOf } from "./ids.js";
import type { RecordedArtifact, RecordedOperator } from "./recorded.js";

/** The ids of everything that was recorded; a call that replaces an earlier one has its id. */
export interface Identities {
  readonly operators: ReadonlyMap<RecordedOperator, string>;
  readonly artifacts: ReadonlyMap<RecordedArtifact, string>;
}

export function identitiesOf(recorded: readonly RecordedOperator[]): Identities {
  const first = recorded.filter(({ replaces }) => replaces === undefined);
  const ids = idsOf(first);
  const named = new Map(first.map((operator, index) => [operator, ids[index] ?? ""]));
  for (const operator of recorded)
    if (operator.replaces !== undefined) named.set(operator, named.get(operator.replaces) ?? "");
  return {
    operators: named,
    artifacts: new Map(recorded.flatMap((operator) => artifactsOf(operator, named.get(operator) ?? ""))),
  };
}

function artifactsOf({ outputs }: RecordedOperator, id: string): (readonly [RecordedArtifact, string])[] {
  return outputs.map((output, index) => [output, outputs.length === 1 ? id : `${id}.${index + 1}`] as const);
}
