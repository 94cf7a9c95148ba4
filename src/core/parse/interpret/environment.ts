import { heldBy, type EnvironmentRead, type ObjectValue, type Value } from "./values.js";

/** What a value holds of the environment; numbers and truth values hold no text of it. */
export function environmentIn(value: Value, depth = 0): readonly EnvironmentRead[] {
  if (depth > 4) return [];
  if (value.kind === "object" || value.kind === "string") return value.environment ?? [];
  const keys = value.kind === "dictionary" ? value.entries.map((entry) => entry.key) : [];
  const held = value.kind === "method" ? [value.receiver] : [...keys, ...heldBy(value)];
  return [...new Set(held.flatMap((item) => environmentIn(item, depth + 1)))];
}

/** A text or an object that was made of other values: it holds what they hold of the environment. */
export function carrying(made: Value, from: readonly Value[]): Value {
  if (made.kind !== "object" && made.kind !== "string") return made;
  const reads = [...new Set([...(made.environment ?? []), ...from.flatMap((value) => environmentIn(value))])];
  return reads.length === 0 ? made : { ...made, environment: reads };
}

/** Longer ones are of chains in a loop, which nobody asks for. */
const longestPath = 200;

/** A thing of a package outside of the folder. */
export function foreignObject(path: string): ObjectValue {
  return path.length > longestPath ? { kind: "object" } : { kind: "object", path };
}

/** `value.name` of something outside of the folder. */
export function foreignAttribute({ path, environment }: ObjectValue, name: string): Value {
  const found: ObjectValue = path === undefined ? { kind: "object" } : foreignObject(`${path}.${name}`);
  return environment === undefined ? found : { ...found, environment };
}
