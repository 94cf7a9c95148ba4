import { isDeeperThan } from "../../formats/depth.js";
import { numberText } from "./pythonNumber.js";
import type { Json } from "./workflow.js";

/**
 * Values that reach Python as they were written. What every reader of JSON gives back exactly stands as it is. Everything else is an object with this
 * member (docs/formats/values.md): whole numbers that a double does not hold and floats without a fraction as text with their type, tuples, and dictionaries whose
 * order would be lost.
 */
const tag = "$aqueduct";

/** Python refuses to read more. */
const mostDigits = 4300;

/** Of lists and objects in one another, in what people type: about what a value may have that is kept as JSON. */
const mostLevels = 200;

/** What text cannot say in Python, as an end of a sentence. */
export type ExactNumber = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly why: string };

/** JSON text as a value. `why` is left out where the text is no JSON. */
export type ExactReading = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly why?: string };

/** @param digits a whole number as JSON writes it, which may have a minus */
export function exactWhole(digits: string): ExactNumber {
  if (digits.length > mostDigits + Number(digits.startsWith("-")))
    return { ok: false, why: `Python reads whole numbers of at most ${mostDigits} digits` };
  const value = Number(digits);
  // Of -0, Python makes 0.
  if (Number.isSafeInteger(value)) return { ok: true, value: value + 0 };
  return { ok: true, value: { [tag]: "int", value: BigInt(digits).toString() } };
}

/** @param text a number as JSON writes it, which is to be a float */
export function exactFloat(text: string): ExactNumber {
  const value = Number(text);
  if (!Number.isFinite(value)) return { ok: false, why: `no float is as large as ${brief(text)}` };
  if (value === 0 && /^[^e]*[1-9]/i.test(text))
    return { ok: false, why: `no float but 0 is as small as ${brief(text)}` };
  return { ok: true, value: ofFloat(value) };
}

/** Of one that is not a number in JSON too. */
export function ofFloat(value: number): Json {
  return Number.isInteger(value) || !Number.isFinite(value)
    ? { [tag]: "float", value: numberText(value, true) }
    : value;
}

export function ofTuple(items: readonly Json[]): Json {
  return { [tag]: "tuple", items };
}

/** Of entries in the order that Python is to see. */
export function ofDictionary(entries: readonly (readonly [string, Json])[]): Json {
  const keys = entries.map(([key]) => key);
  const isSorted = keys.every((key, place) => place === 0 || (keys[place - 1] ?? "") < key);
  // JavaScript moves keys that look like indices to the front.
  const isKept = keys.length < 2 || (isSorted && !keys.some((key) => /^(0|[1-9]\d*)$/.test(key)));
  return isKept && !keys.includes(tag) ? Object.fromEntries(entries) : { [tag]: "dict", items: entries };
}

/** Reads JSON without making a double of any number that a double does not hold. */
export function readExactJson(text: string): ExactReading {
  try {
    if (isDeeperThan(mostLevels, JSON.parse(text)))
      return { ok: false, why: `it is nested deeper than ${mostLevels} levels` };
  } catch {
    return { ok: false };
  }
  // Numbers become texts too, told apart by their first letter: JSON.parse would round them.
  const lettered = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (part) =>
    part.startsWith('"') ? `"t${part.slice(1)}` : `"n${part}"`,
  );
  try {
    return { ok: true, value: unlettered(JSON.parse(lettered) as Json) };
  } catch (error) {
    if (error instanceof NotHeld) return { ok: false, why: error.message };
    throw error;
  }
}

/** As JSON.parse, for what others wrote: only whole numbers that a double does not hold become text with their type. */
export function parseWithDigits(text: string): unknown {
  const kept = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (part) =>
    /^-?\d{16,}$/.test(part) && !Number.isSafeInteger(Number(part))
      ? JSON.stringify({ [tag]: "int", value: BigInt(part).toString() })
      : part,
  );
  return JSON.parse(kept);
}

class NotHeld extends Error {}

function unlettered(value: Json): Json {
  if (typeof value === "string") return value.startsWith("t") ? value.slice(1) : numberOf(value.slice(1));
  if (isList(value)) return value.map(unlettered);
  if (typeof value !== "object" || value === null) return value;
  return ofDictionary(Object.entries(value).map(([key, item]) => [key.slice(1), unlettered(item)]));
}

function numberOf(text: string): Json {
  const read = /^-?\d+$/.test(text) ? exactWhole(text) : exactFloat(text);
  if (!read.ok) throw new NotHeld(read.why);
  return read.value;
}

/** What a value is in Python. */
export type ExactKind = "none" | "boolean" | "whole" | "float" | "text" | "list" | "tuple" | "dictionary";

export function kindOfExact(value: Json): ExactKind {
  if (value === null) return "none";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "whole" : "float";
  if (typeof value === "string") return "text";
  if (isList(value)) return "list";
  const kinds: Readonly<Record<string, ExactKind>> = { int: "whole", float: "float", tuple: "tuple" };
  return kinds[tagOf(value) ?? ""] ?? "dictionary";
}

/** As JSON for people, with every digit and in Python's order; a tuple is a list, and `nan` and `inf` stand as Python prints them. */
export function exactText(value: Json): string {
  if (typeof value === "number") return numberText(value, !Number.isInteger(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(exactText).join(",")}]`;
  const items = value["items"];
  switch (tagOf(value)) {
    case "int":
    case "float":
      return typeof value["value"] === "string" ? value["value"] : JSON.stringify(value);
    case "tuple":
      return exactText(items ?? []);
    default:
      return `{${entriesOf(value)
        .map(([key, item]) => `${JSON.stringify(key)}:${exactText(item)}`)
        .join(",")}}`;
  }
}

/** The keys and values of a dictionary, in Python's order. */
export function entriesOf(dictionary: { readonly [key: string]: Json }): readonly (readonly [string, Json])[] {
  return tagOf(dictionary) === "dict"
    ? (dictionary["items"] as readonly (readonly [string, Json])[])
    : Object.entries(dictionary);
}

/** Whether JSON says all of it, so that no text has to stand for it. */
export function isPlain(value: Json): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (isList(value)) return value.every(isPlain);
  return tagOf(value) === undefined && Object.values(value).every(isPlain);
}

function tagOf(value: { readonly [key: string]: Json }): string | undefined {
  const found = value[tag];
  return typeof found === "string" ? found : undefined;
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Enough of what somebody wrote to recognise it. */
export function brief(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
