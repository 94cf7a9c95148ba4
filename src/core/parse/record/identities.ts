import { idsOf } from "./ids.js";
import type { RecordedArtifact, RecordedOperator } from "./recorded.js";

/** The ids of everything that was recorded. */
export interface Identities {
  readonly operators: ReadonlyMap<RecordedOperator, string>;
  readonly artifacts: ReadonlyMap<RecordedArtifact, string>;
}

export function identitiesOf(operators: readonly RecordedOperator[]): Identities {
  const ids = idsOf(operators);
  const named = new Map(operators.map((operator, index) => [operator, ids[index] ?? ""]));
  return {
    operators: named,
    artifacts: new Map(operators.flatMap((operator) => artifactsOf(operator, named.get(operator) ?? ""))),
  };
}

function artifactsOf({ outputs }: RecordedOperator, id: string): (readonly [RecordedArtifact, string])[] {
  return outputs.map((output, index) => [output, outputs.length === 1 ? id : `${id}.${index + 1}`] as const);
}
