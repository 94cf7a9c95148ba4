import { readFileSync } from "node:fs";
import path from "node:path";
import { catalog, type CatalogEntry } from "../../../src/formats/catalog.js";

const folder = path.join(import.meta.dirname, "../../samples");

export interface Sampled extends CatalogEntry {
  readonly name: string;
  /** As they were written by a real run. */
  readonly samples: readonly unknown[];
}

/** Every format with the samples that both languages read. */
export const sampled: readonly Sampled[] = Object.entries(catalog).map(([name, entry]) => ({
  name,
  ...entry,
  samples: JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8")) as readonly unknown[],
}));

/** One change of a sample: a member that is gone, or is something else. */
export interface Change {
  /** Such as `artifacts[0].size`. */
  readonly where: string;
  readonly what: string;
  readonly value: unknown;
}

/** What a member may have become: by a crash, another version, or somebody's hand. */
const strangers: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["true", true],
  ["a number", 7],
  ["a fraction", -1.5],
  ["a text", canary()],
  ["a list", [canary()]],
  ["an object", { canary: canary() }],
];

/** Nothing that is said of a value may repeat it. */
export function canary(): string {
  return "canary-5f3a";
}

/** Every change of every member of a value, however deep. */
export function* changesOf(value: unknown): Generator<Change, void> {
  for (const [what, stranger] of strangers) yield { where: "", what, value: stranger };
  yield* changesWithin(value, "");
}

function* changesWithin(value: unknown, where: string): Generator<Change, void> {
  if (typeof value !== "object" || value === null) return;
  const put = (key: string, item: unknown): unknown =>
    Array.isArray(value) ? value.with(Number(key), item) : { ...value, [key]: item };
  for (const [key, item] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${where}[${key}]` : `${where}${where === "" ? "" : "."}${key}`;
    for (const [what, stranger] of strangers) yield { where: place, what, value: put(key, stranger) };
    if (!Array.isArray(value)) {
      const { [key]: _, ...without } = value as Readonly<Record<string, unknown>>;
      yield { where: place, what: "gone", value: without };
    }
    for (const change of changesWithin(item, place)) yield { ...change, value: put(key, change.value) };
  }
}
