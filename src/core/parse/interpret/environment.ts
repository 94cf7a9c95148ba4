import { heldBy, type EnvironmentRead, type ObjectValue, text, truth, type Value } from "./values.js";

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
  if (path === undefined) return environment === undefined ? { kind: "object" } : { kind: "object", environment };
  const found = foreignValue(`${path}.${name}`);
  return environment === undefined || found.kind !== "object" ? found : { ...found, environment };
}

/** A thing of a package outside of the folder, or its value where that is the same everywhere. */
export function foreignValue(path: string): Value {
  return constants.get(path) ?? foreignObject(path);
}

const lower = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
const whitespace = " \t\n\r\x0B\f";

const constants: ReadonlyMap<string, Value> = new Map<string, Value>([
  // Code under `if TYPE_CHECKING` never runs.
  ...["typing", "typing_extensions"].map((path) => [`${path}.TYPE_CHECKING`, truth(false)] as const),
  ...Object.entries({
    ascii_lowercase: lower,
    ascii_uppercase: lower.toUpperCase(),
    ascii_letters: lower + lower.toUpperCase(),
    digits,
    hexdigits: `${digits}abcdefABCDEF`,
    octdigits: "01234567",
    punctuation,
    whitespace,
    printable: digits + lower + lower.toUpperCase() + punctuation + whitespace,
  }).map(([name, value]): [string, Value] => [`string.${name}`, text(value)]),
  ...Object.entries({ pi: Math.PI, e: Math.E, tau: 2 * Math.PI }).map(([name, value]): [string, Value] => [
    `math.${name}`,
    { kind: "number", value, float: true },
  ]),
]);
