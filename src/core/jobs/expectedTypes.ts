import type { ArtifactFacts, ExpectedType, Manifest } from "../model/manifest.js";
import type { Artifact } from "../model/workflow.js";
import type { Digest } from "../model/trace.js";
import { timeOfLife } from "../store/keys.js";

type Value = Pick<ArtifactFacts, "type" | "encoding">;

/**
 * The types that an operator's values are held to, in the order of `outputs`: those of its last good attempt, while its code and all code before it are the same.
 *
 * None has no type, so a type from before it goes on. Undefined where any value will do. The same rule as in aqueduct/launcher/type_memory.py.
 */
export function expectedTypes(
  { origin: before, artifacts, expected, life }: Pick<Manifest, "origin" | "artifacts" | "expected" | "life">,
  origin: Digest | undefined,
  outputs: readonly Pick<Artifact, "name">[],
): readonly (ExpectedType | null)[] | undefined {
  if (origin === undefined || before !== origin || artifacts.length !== outputs.length) return undefined;
  const found = outputs.map(({ name }, index): ExpectedType | null => {
    const value = artifacts[index];
    const type = value === undefined ? undefined : typeOf(value);
    return type === undefined ? (expected?.[index] ?? null) : { name, type, since: timeOfLife(life) };
  });
  return found.every((each) => each === null) ? undefined : found;
}

/** Whether values have the types that they are held to; None always has. */
export function areExpected(
  artifacts: readonly Value[],
  expected: readonly (ExpectedType | null)[] | undefined,
): boolean {
  return (expected ?? []).every((held, index) => {
    const value = artifacts[index];
    const type = value === undefined ? undefined : typeOf(value);
    return held === null || type === undefined || type === held.type;
  });
}

/** Undefined of None, which any value may be. */
function typeOf({ type, encoding }: Value): ArtifactFacts["type"] | undefined {
  return type === "picklable" && encoding === "json" ? undefined : type;
}
