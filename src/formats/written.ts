/**
 * The words for what people write by hand. A member that no format names is a mistake there, so it is told; and all faults are told at once, each at its
 * place, while the rest stays usable.
 */
import * as v from "valibot";
import { isMissing } from "./reader.js";
import { handOn, isObject, type Fields, type Schema } from "./schema.js";

/** Names under which people put what belongs in no file. JSON schemas have no flags, so each letter stands twice. */
const secretName =
  /[Pp][Aa][Ss][Ss][Ww]|[Ss][Ee][Cc][Rr][Ee][Tt]|[Tt][Oo][Kk][Ee][Nn]|[Aa][Cc][Cc][Ee][Ss][Ss]_?[Kk][Ee][Yy]/;

/**
 * An object with these members and no others.
 *
 * @param secrets what to do with a password instead, as sentences
 */
export function closed<Entries extends v.ObjectEntries>(entries: Entries, secrets: string) {
  const members = v.object(entries, "an object");
  const known = `one of ${Object.keys(entries)
    .map((name) => `"${name}"`)
    .join(", ")}`;
  return v.pipe(
    v.custom<Fields>(isObject, "an object"),
    v.rawTransform(({ dataset, addIssue }) => {
      const input = dataset.value;
      for (const [key, value] of Object.entries(input)) {
        if (Object.hasOwn(entries, key)) continue;
        const path = [{ type: "object", origin: "key", input, key, value }] as const;
        addIssue({ message: known, path: [...path], ...(secretName.test(key) ? { expected: secrets } : {}) });
      }
      const result = v.safeParse(members, input);
      if (!result.success) handOn(result.issues.map(withNoun), addIssue);
      return result.output as Readonly<v.InferOutput<typeof members>>;
    }),
    // Where such a name stands, the editor says the same.
    v.metadata({
      closedRecord: members,
      patternProperties: { [secretName.source]: { not: {}, errorMessage: secrets } },
    }),
  );

  /** Of a member that is missing, valibot says that the whole is no object. */
  function withNoun(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
    const [step, ...deeper] = issue.path ?? [];
    const entry = step === undefined || deeper.length > 0 ? undefined : entries[String(step.key)];
    if (!isMissing(issue) || entry === undefined) return issue;
    const missing = v.safeParse(entry, undefined);
    return { ...issue, message: missing.issues?.[0].message ?? issue.message };
  }
}

/**
 * An object that says in its member `name` which of the records it is. Nothing else is said of one that does not.
 *
 * @param noun what it is, after "is not"
 */
export function byWord<const Options extends Readonly<Record<string, Schema>>>(
  name: string,
  options: Options,
  noun: string,
): Schema<v.InferOutput<Options[keyof Options]>> {
  const words = Object.keys(options).map((word) => `"${word}"`);
  const message = `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
  return v.pipe(
    v.custom<Fields>(isObject, noun),
    v.rawTransform(({ dataset, addIssue }) => {
      const word = dataset.value[name];
      const option = typeof word === "string" && Object.hasOwn(options, word) ? options[word] : undefined;
      if (option === undefined) {
        const step = { type: "object", origin: "value", input: dataset.value, key: name, value: word } as const;
        addIssue({ input: word, message, path: [step] });
        return undefined;
      }
      const result = v.safeParse(option, dataset.value);
      if (!result.success) handOn(result.issues, addIssue);
      return result.output;
    }),
    v.metadata({ byWord: { name, options } }),
  );
}

/** An object that is the first record where it has that record's member, else the other, which needs `otherwise`. */
export function byMember<First extends Schema, Other extends Schema>(
  member: string,
  first: First,
  otherwise: string,
  other: Other,
): Schema<v.InferOutput<First> | v.InferOutput<Other>> {
  return v.pipe(
    v.custom<Fields>(isObject, "an object"),
    v.rawTransform(({ dataset, addIssue }) => {
      const result = v.safeParse(Object.hasOwn(dataset.value, member) ? first : other, dataset.value);
      const issues = result.issues ?? [];
      handOn(
        issues.map((issue) =>
          isMissing(issue) && issue.path?.at(-1)?.key === otherwise
            ? { ...issue, message: `${issue.message}; or "${member}" in its place` }
            : issue,
        ),
        addIssue,
      );
      return result.output;
    }),
    v.metadata({ eitherOf: [other, first] }),
  );
}

/** One thing that is wrong in what somebody wrote. */
export interface Fault {
  /** Names of members and places in lists, from the outermost. */
  readonly path: readonly (string | number)[];
  /** `missing`: nothing stands at the path; `name`: its last name is no right one, or not known; `value`: what stands there. */
  readonly what: "missing" | "name" | "value";
  /** What it should be, to go behind "is". */
  readonly noun: string;
  /** Of a name that looks like a password's: what to do instead, as sentences. */
  readonly secrets?: string;
}

/**
 * What can be used of something that somebody wrote, and all that is wrong in it. A fault takes away its own member alone, and what cannot be without that.
 *
 * @returns no value where nothing is left
 */
export function readWritten<T>(
  schema: Schema<T>,
  value: unknown,
): { readonly value: T | undefined; readonly faults: readonly Fault[] } {
  const first = v.safeParse(schema, value);
  const faults = (first.issues ?? []).map(faultOf);
  let [left, result] = [value, first];
  while (!result.success && left !== undefined) {
    const before = left;
    for (const { path, what } of result.issues.map(faultOf))
      left = without(left, what === "missing" ? path.slice(0, -1) : path);
    if (left === before) break;
    result = v.safeParse(schema, left);
  }
  return { value: result.success ? result.output : undefined, faults };
}

/** Why a value is not what a schema says, to go behind "is"; undefined where it is. */
export function nounAgainst(schema: Schema, value: unknown): string | undefined {
  return v.safeParse(schema, value).issues?.[0].message;
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const steps: readonly v.IssuePathItem[] = issue.path ?? [];
  // Of a member that is missing, valibot gives the name's place too.
  const isName = !isMissing(issue) && steps.at(-1)?.origin === "key";
  return {
    path: steps.map(({ key }) => (typeof key === "number" ? key : String(key))),
    what: isName ? "name" : isMissing(issue) ? "missing" : "value",
    noun: issue.message,
    ...(isName && issue.expected !== null ? { secrets: issue.expected } : {}),
  };
}

function without(value: unknown, [step, ...deeper]: readonly (string | number)[]): unknown {
  if (step === undefined) return undefined;
  // A list with something wrong in it is wrong.
  if (!isObject(value)) return undefined;
  if (!Object.hasOwn(value, step)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const kept = key === step ? without(item, deeper) : item;
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}
