import type { EqualNames, RecordedArtifact, RecordedOperator } from "./recorded.js";

/** Names of artifacts in one workflow: those that the user wrote stand, others are made unique as Aqueduct did: the second `x` is `x (1)`. */
export function uniqueNames(operators: readonly RecordedOperator[]): ReadonlyMap<RecordedArtifact, string> {
  const artifacts = operators.flatMap(({ outputs }) => outputs);
  const taken = new Set(artifacts.filter(({ namedAt }) => namedAt !== undefined).map(({ name }) => name));
  const numbers = new Map<string, number>();
  return new Map(
    artifacts.map((artifact) => {
      if (artifact.namedAt !== undefined) return [artifact, artifact.name];
      let [name, number] = [artifact.name, numbers.get(artifact.name) ?? 0];
      while (taken.has(name)) {
        number += 1;
        name = `${artifact.name} (${number})`;
      }
      numbers.set(artifact.name, number);
      taken.add(name);
      return [artifact, name];
    }),
  );
}

/** Of operators that may never run, or run several times, nothing is said. */
export function equalNamesOf(operators: readonly RecordedOperator[]): EqualNames[] {
  const first = new Map<string, { readonly kind: string; readonly at: RecordedArtifact }>();
  const found: EqualNames[] = [];
  for (const { kind, outputs, details } of operators) {
    if (details.repeated === true || details.unknown === true) continue;
    for (const at of outputs) {
      const before = first.get(at.name);
      if (at.namedAt === undefined) continue;
      if (before?.at.namedAt === undefined) first.set(at.name, { kind, at });
      else
        found.push({
          name: at.name,
          first: before.at.namedAt,
          second: at.namedAt,
          areParameters: kind === "parameter" && before.kind === "parameter",
        });
    }
  }
  return found;
}
