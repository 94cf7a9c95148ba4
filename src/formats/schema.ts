/**
 * The words that every format is described in.
 *
 * Valibot does the checking: it makes no code at run time, which the content policy of panels forbids, its parts that nobody uses are left out of the
 * bundles, and its schemas give TypeScript's types, JSON schemas, and the place of what is wrong. Messages here are nouns ("a whole number"): the reader makes
 * a sentence of them that never repeats a value, since a value may be a secret.
 */
import * as v from "valibot";
import { isDeeperThan, mostLevels } from "./depth.js";

/** Any value that JSON can hold exactly. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Schema<T = unknown> = v.GenericSchema<unknown, T>;

/** An object before anything is known of its members. */
export type Fields = Readonly<Record<string, unknown>>;

export const text = v.string("a text");
export const flag = v.boolean("true or false");
/** What JSON calls a number. */
export const number = v.pipe(v.number("a number"), v.finite("a number"));
/** A whole number that a double holds, from 0. */
export const count = wholeFrom(0);
/** As {@link count}, from 1. */
export const ordinal = wholeFrom(1);
export const whole = v.pipe(v.number("a whole number"), v.safeInteger("a whole number"));
/** Lower-case hex SHA-256. */
export const digest = matching(/^[0-9a-f]{64}$/, "a SHA-256 in 64 hex digits");
const levels = `a value nested at most ${mostLevels} levels deep`;
/** What stands there is somebody's own data: any JSON. */
export const json = v.pipe(
  v.custom<Json>((value) => value !== undefined, "a value"),
  v.check((value) => !isDeeperThan(mostLevels, value), levels),
  // Python's checks have no code of ours: they go by this.
  v.metadata({ mostLevels }),
);

/** What is looked at later, part by part, by whoever takes it. */
export const carried = v.custom<unknown>((value) => value !== undefined, "a value");

function wholeFrom(least: number) {
  const noun = `a whole number from ${least}`;
  return v.pipe(v.number(noun), v.safeInteger(noun), v.minValue(least, noun));
}

/** @param noun what it is, after "is not" */
export function matching(pattern: RegExp, noun: string) {
  // The noun goes along to Python, whose sentences are these.
  return v.pipe(v.string(noun), v.regex(pattern, noun), v.metadata({ noun }));
}

/** Members that it does not name are passed over: a later version may add some. */
export function record<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(v.object(entries, "an object"), v.readonly());
}

/** An object whose member `name` says which of the records it is. */
export function oneOfRecords<Name extends string, Options extends v.VariantOptions<Name>>(
  name: Name,
  options: Options,
) {
  return v.variant(name, options, "one that this version knows");
}

export function list<Item extends Schema>(item: Item) {
  return v.pipe(v.array(item, "a list"), v.readonly());
}

export function pair<First extends Schema, Second extends Schema>(first: First, second: Second) {
  return v.pipe(v.strictTuple([first, second], "a pair"), v.readonly());
}

/**
 * An object that somebody chose the names of. Valibot's own passes over names such as `constructor`, which an operator may have.
 *
 * @param names what a name may be; left out: any text
 */
export function mapOf<T>(
  item: Schema<T>,
  names?: Schema<string>,
  noun = "an object",
): Schema<Readonly<Record<string, T>>> {
  return v.pipe(
    v.custom<Fields>(isObject, noun),
    v.rawTransform(({ dataset, addIssue }) => {
      const entries = Object.entries(dataset.value).map(([key, value]) => {
        const step = { type: "object", input: dataset.value, key, value } as const;
        const named = names === undefined ? undefined : v.safeParse(names, key);
        if (named?.success === false) {
          handOn(named.issues, addIssue, { ...step, origin: "key" });
          return undefined;
        }
        const result = v.safeParse(item, value);
        if (result.success) return [key, result.output] as const;
        handOn(result.issues, addIssue, { ...step, origin: "value" });
        return undefined;
      });
      return Object.fromEntries(entries.filter((entry) => entry !== undefined)) as Readonly<Record<string, T>>;
    }),
    v.metadata({ mapOf: item, ...(names === undefined ? {} : { mapNames: names }) }),
  );
}

/** Tells what a schema within another one found; `step` leads to where it looked. */
export function handOn(
  issues: readonly v.BaseIssue<unknown>[],
  addIssue: v.RawTransformAddIssue<Fields>,
  step?: v.IssuePathItem,
): void {
  for (const { input, expected, received, message, path = [] } of issues) {
    const steps: readonly v.IssuePathItem[] = step === undefined ? path : [step, ...path];
    const [first, ...rest] = steps;
    addIssue({
      input,
      ...(expected === null ? {} : { expected }),
      received,
      message,
      ...(first === undefined ? {} : { path: [first, ...rest] }),
    });
  }
}

export function orNull<Inner extends Schema>(inner: Inner) {
  return v.nullable(inner);
}

/** A member that may be left out. */
export function leftOut<Inner extends Schema>(inner: Inner) {
  return v.exactOptional(inner);
}

export function oneOf<const Words extends readonly string[]>(...words: Words) {
  return v.picklist(words, `one of ${words.join(", ")}`);
}

export function exactly<const Word extends string | number | boolean>(word: Word) {
  return v.literal(word, JSON.stringify(word));
}

export const none = v.null("null");

export function either<const Options extends readonly Schema[]>(noun: string, ...options: Options) {
  return v.union(options, noun);
}

/** What a member says, for the pages of `docs/formats` and the JSON schemas. */
export function told<Inner extends Schema>(description: string, inner: Inner) {
  return v.pipe(inner, v.description(description));
}

export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
