import { canary } from "../samples.js";
import type { Random } from "./random.js";

/** JSON text of a sample in which something is wrong: in its values, its names, or its very text. */
export function mutated(sample: unknown, random: Random): string {
  let value = sample;
  for (let times = random.below(3); times >= 0; times -= 1) value = changed(value, sample, random);
  const text = textOf(value, random);
  return random.below(4) === 0 ? torn(text, random) : text;
}

/** What a member may become. Texts hold the canary, so that a sentence which repeats a value is found. */
const strangers: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  7,
  2 ** 53,
  -0,
  1e308,
  "",
  canary(),
  `\n${canary()}\u001b[31m`,
  `../../${canary()}`,
  `\ud800${canary()}`,
  "2026-11-21T01:23:01.048772Z",
  "20261121T012301.048772Z",
  "a".repeat(64),
  "\u0000",
  [],
  [canary()],
  deep(),
  [null],
  {},
  { [canary().length]: canary() },
  { $aqueduct: "int", value: canary() },
];

/** Stands for lists or objects in one another, of whatever depth the text gets: no value of ours could be written that deep. */
function deep(): string {
  return "deep-5f3a";
}

/** Names that objects have without having them, and others. */
const names = ["__proto__", "constructor", "toString", "length", "", "format", "type", "a.b", "[0]", "later"];

/** Tokens that are put between others, as text. */
const tokens = ["NaN", "Infinity", "-Infinity", "1e999", "-", "01", "1".repeat(400), "undefined", "'", "/*", "\u0000"];

function changed(value: unknown, whole: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random.below(6) === 0) return replaced(value, whole, random);
  return Array.isArray(value) ? changedList(value, whole, random) : changedObject(value, whole, random);
}

function replaced(value: unknown, whole: unknown, random: Random): unknown {
  switch (random.below(5)) {
    case 0:
      return partOf(whole, random);
    case 1:
      return typeof value === "string" ? `${value}${random.oneOf(["\n", canary(), "\u202e", "/.."])}` : [value];
    case 2:
      return typeof value === "number" ? value * random.oneOf([-1, 0.1, 2 ** 60, 1 + 1e-9]) : { value };
    default:
      return random.oneOf(strangers);
  }
}

function changedList(list: readonly unknown[], whole: unknown, random: Random): readonly unknown[] {
  const at = random.below(list.length);
  switch (random.below(5)) {
    case 0:
      return [...list, random.oneOf([...strangers, ...list])];
    case 1:
      return list.toSpliced(at, 1);
    default:
      return list.length === 0 ? [replaced(null, whole, random)] : list.with(at, changed(list[at], whole, random));
  }
}

function changedObject(value: object, whole: unknown, random: Random): unknown {
  const entries: (readonly [string, unknown])[] = Object.entries(value);
  if (entries.length === 0) return { [random.oneOf(names)]: null };
  const at = random.below(entries.length);
  const [name, item] = entries[at] ?? ["", null];
  switch (random.below(7)) {
    case 0:
      return Object.fromEntries(entries.toSpliced(at, 1));
    case 1:
      return Object.fromEntries([...entries, [random.oneOf(names), replaced(null, whole, random)]]);
    case 2:
      return Object.fromEntries(entries.with(at, [random.oneOf(names), item]));
    default:
      return Object.fromEntries(entries.with(at, [name, changed(item, whole, random)]));
  }
}

/** Something that stands elsewhere in the sample. */
function partOf(whole: unknown, random: Random): unknown {
  let part = whole;
  while (typeof part === "object" && part !== null && random.below(4) !== 0) {
    const items: readonly unknown[] = Object.values(part);
    if (items.length === 0) return part;
    part = random.oneOf(items);
  }
  return part;
}

/** As JSON; at times with a member twice, or with nothing but brackets in a member's place. */
function textOf(value: unknown, random: Random): string {
  const text = JSON.stringify(value).replaceAll(`"${deep()}"`, () => nested(random));
  switch (random.below(12)) {
    case 0:
      return text.replace(/^\{/, () => `{${JSON.stringify(random.oneOf(names))}:${random.oneOf(["1", "null", text])},`);
    case 1:
      return text.replace(
        /\}$/,
        () => `,${JSON.stringify(nameIn(value, random))}:${random.oneOf(["1", "null", "[]"])}}`,
      );
    case 2:
      return text.replace(/(?<=:)(?:null|\d+)(?=[,}])/, () => nested(random));
    default:
      return text;
  }
}

function nested(random: Random): string {
  const depth = random.oneOf([2, 50, 699, 701, 20_000]);
  const [open, close] = random.oneOf([["[", "]"] as const, ['{"a":', "}"] as const]);
  return `${open.repeat(depth)}null${close.repeat(depth)}`;
}

function nameIn(value: unknown, random: Random): string {
  const known = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return random.oneOf([...known, "__proto__"]);
}

/** The text itself, cut, flipped, or with something put in. */
function torn(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return `${text.slice(0, at)}${String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << random.below(7)))}${text.slice(at + 1)}`;
    case 2:
      return `${text.slice(0, at)}${random.oneOf(tokens)}${text.slice(at)}`;
    case 3: {
      const end = Math.min(text.length, at + random.below(40));
      return `${text.slice(0, end)}${text.slice(at)}`;
    }
    case 4:
      return text.replace(/\b\d+\b/g, (found) => (random.below(3) === 0 ? random.oneOf(tokens) : found));
    default:
      return random.oneOf([`\uFEFF${text}`, `${text}\n`, `\u00a0${text}`, `${text}${text}`, ""]);
  }
}
