/**
 * The words that every format is described in.
 *
 * Valibot does the checking: it makes no code at run time, which the content policy of panels forbids, its parts that nobody uses are left out of the
 * bundles, and its schemas give TypeScript's types, JSON schemas, and the place of what is wrong. Messages here are nouns ("a whole number"): the reader makes
 * a sentence of them that never repeats a value, since a value may be a secret.
 */
import * as v from "valibot";

/** Any value that JSON can hold exactly. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Schema<T = unknown> = v.GenericSchema<unknown, T>;

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
/** What stands there is somebody's own data: any JSON. */
export const json = v.custom<Json>((value) => value !== undefined, "a value");

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

/** An object that somebody chose the names of. Valibot's own passes over names such as `constructor`, which an operator may have. */
export function mapOf<T>(item: Schema<T>): Schema<Readonly<Record<string, T>>> {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isObject, "an object"),
    v.rawTransform(({ dataset, addIssue }) => {
      const entries = Object.entries(dataset.value).map(([key, value]) => {
        const result = v.safeParse(item, value);
        if (result.success) return [key, result.output] as const;
        for (const issue of result.issues) {
          const place = { type: "object", origin: "value", input: dataset.value, key, value } as const;
          addIssue({ message: issue.message, path: [place, ...(issue.path ?? [])] });
        }
        return undefined;
      });
      return Object.fromEntries(entries.filter((entry) => entry !== undefined)) as Readonly<Record<string, T>>;
    }),
    v.metadata({ mapOf: item }),
  );
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

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
