/**
 * The words that every format is described in.
 *
 * Valibot does the checking: it makes no code at run time, which the content policy of panels forbids, its parts that nobody uses are left out of the
 * bundles, and its schemas give TypeScript's types, JSON schemas, and the place of what is wrong. Messages here are nouns ("a whole number"): the reader makes
 * a sentence of them that never repeats a value, since a value may be a secret.
 */
import * as v from "valibot";
/** Any value that JSON can hold exactly. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | {
      readonly [key: string]: Json;
    };
export type Schema<T = unknown> = v.GenericSchema<unknown, T>;
export declare const text: v.StringSchema<"a text">;
export declare const flag: v.BooleanSchema<"true or false">;
/** What JSON calls a number. */
export declare const number: v.SchemaWithPipe<
  readonly [v.NumberSchema<"a number">, v.FiniteAction<number, "a number">]
>;
/** A whole number that a double holds, from 0. */
export declare const count: v.SchemaWithPipe<
  readonly [v.NumberSchema<string>, v.SafeIntegerAction<number, string>, v.MinValueAction<number, number, string>]
>;
/** As {@link count}, from 1. */
export declare const ordinal: v.SchemaWithPipe<
  readonly [v.NumberSchema<string>, v.SafeIntegerAction<number, string>, v.MinValueAction<number, number, string>]
>;
export declare const whole: v.SchemaWithPipe<
  readonly [v.NumberSchema<"a whole number">, v.SafeIntegerAction<number, "a whole number">]
>;
/** Lower-case hex SHA-256. */
export declare const digest: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
/** What stands there is somebody's own data: any JSON. */
export declare const json: v.CustomSchema<Json, v.ErrorMessage<v.CustomIssue> | undefined>;
export declare function wholeFrom(
  least: number,
): v.SchemaWithPipe<
  readonly [v.NumberSchema<string>, v.SafeIntegerAction<number, string>, v.MinValueAction<number, number, string>]
>;
/** @param noun what it is, after "is not" */
export declare function matching(
  pattern: RegExp,
  noun: string,
): v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
/** Members that it does not name are passed over: a later version may add some. */
export declare function record<Entries extends v.ObjectEntries>(
  entries: Entries,
): v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<Entries, "an object">,
    v.ReadonlyAction<
      (
        {
          [TKey in keyof Entries]: Entries[TKey] extends {
            readonly pipe: readonly unknown[];
          }
            ? v.ReadonlyAction<any> extends Entries[TKey]["pipe"][number]
              ? TKey
              : never
            : never;
        }[keyof Entries] extends never
          ? { [TKey in keyof { -readonly [TKey in keyof Entries]: v.InferOutput<Entries[TKey]> }]?: unknown } & Omit<
              { -readonly [TKey in keyof Entries]: v.InferOutput<Entries[TKey]> },
              {
                [TKey in keyof Entries]: Entries[TKey] extends
                  | (
                      | v.ExactOptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                      | v.NullishSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                      | v.OptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                    )
                  | (
                      | v.ExactOptionalSchemaAsync<
                          | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                          | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                          unknown
                        >
                      | v.NullishSchemaAsync<
                          | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                          | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                          unknown
                        >
                      | v.OptionalSchemaAsync<
                          | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                          | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                          unknown
                        >
                    )
                  ? undefined extends Entries[TKey]["default"]
                    ? TKey
                    : never
                  : never;
              }[keyof Entries]
            > &
              Partial<
                Pick<
                  { -readonly [TKey in keyof Entries]: v.InferOutput<Entries[TKey]> },
                  {
                    [TKey in keyof Entries]: Entries[TKey] extends
                      | (
                          | v.ExactOptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                          | v.NullishSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                          | v.OptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                        )
                      | (
                          | v.ExactOptionalSchemaAsync<
                              | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                              | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                              unknown
                            >
                          | v.NullishSchemaAsync<
                              | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                              | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                              unknown
                            >
                          | v.OptionalSchemaAsync<
                              | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                              | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                              unknown
                            >
                        )
                      ? undefined extends Entries[TKey]["default"]
                        ? TKey
                        : never
                      : never;
                  }[keyof Entries]
                >
              >
          : Readonly<
              { [TKey in keyof { -readonly [TKey in keyof Entries]: v.InferOutput<Entries[TKey]> }]?: unknown } & Omit<
                { -readonly [TKey in keyof Entries]: v.InferOutput<Entries[TKey]> },
                {
                  [TKey in keyof Entries]: Entries[TKey] extends
                    | (
                        | v.ExactOptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                        | v.NullishSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                        | v.OptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                      )
                    | (
                        | v.ExactOptionalSchemaAsync<
                            | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                            | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                            unknown
                          >
                        | v.NullishSchemaAsync<
                            | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                            | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                            unknown
                          >
                        | v.OptionalSchemaAsync<
                            | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                            | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                            unknown
                          >
                      )
                    ? undefined extends Entries[TKey]["default"]
                      ? TKey
                      : never
                    : never;
                }[keyof Entries]
              > &
                Partial<
                  Pick<
                    { -readonly [TKey in keyof Entries]: v.InferOutput<Entries[TKey]> },
                    {
                      [TKey in keyof Entries]: Entries[TKey] extends
                        | (
                            | v.ExactOptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                            | v.NullishSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                            | v.OptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                          )
                        | (
                            | v.ExactOptionalSchemaAsync<
                                | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                unknown
                              >
                            | v.NullishSchemaAsync<
                                | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                unknown
                              >
                            | v.OptionalSchemaAsync<
                                | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                unknown
                              >
                          )
                        ? undefined extends Entries[TKey]["default"]
                          ? TKey
                          : never
                        : never;
                    }[keyof Entries]
                  >
                >
            > &
              Pick<
                {
                  [TKey in keyof { -readonly [TKey in keyof Entries]: v.InferOutput<Entries[TKey]> }]?: unknown;
                } & Omit<
                  { -readonly [TKey in keyof Entries]: v.InferOutput<Entries[TKey]> },
                  {
                    [TKey in keyof Entries]: Entries[TKey] extends
                      | (
                          | v.ExactOptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                          | v.NullishSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                          | v.OptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                        )
                      | (
                          | v.ExactOptionalSchemaAsync<
                              | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                              | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                              unknown
                            >
                          | v.NullishSchemaAsync<
                              | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                              | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                              unknown
                            >
                          | v.OptionalSchemaAsync<
                              | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                              | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                              unknown
                            >
                        )
                      ? undefined extends Entries[TKey]["default"]
                        ? TKey
                        : never
                      : never;
                  }[keyof Entries]
                > &
                  Partial<
                    Pick<
                      { -readonly [TKey in keyof Entries]: v.InferOutput<Entries[TKey]> },
                      {
                        [TKey in keyof Entries]: Entries[TKey] extends
                          | (
                              | v.ExactOptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                              | v.NullishSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                              | v.OptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                            )
                          | (
                              | v.ExactOptionalSchemaAsync<
                                  | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                  | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                  unknown
                                >
                              | v.NullishSchemaAsync<
                                  | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                  | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                  unknown
                                >
                              | v.OptionalSchemaAsync<
                                  | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                  | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                  unknown
                                >
                            )
                          ? undefined extends Entries[TKey]["default"]
                            ? TKey
                            : never
                          : never;
                      }[keyof Entries]
                    >
                  >,
                | Exclude<
                    keyof Entries,
                    {
                      [TKey in keyof Entries]: Entries[TKey] extends {
                        readonly pipe: readonly unknown[];
                      }
                        ? v.ReadonlyAction<any> extends Entries[TKey]["pipe"][number]
                          ? TKey
                          : never
                        : never;
                    }[keyof Entries]
                  >
                | Exclude<
                    {
                      [TKey in keyof Entries]: Entries[TKey] extends
                        | (
                            | v.ExactOptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                            | v.NullishSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                            | v.OptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                          )
                        | (
                            | v.ExactOptionalSchemaAsync<
                                | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                unknown
                              >
                            | v.NullishSchemaAsync<
                                | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                unknown
                              >
                            | v.OptionalSchemaAsync<
                                | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                unknown
                              >
                          )
                        ? undefined extends Entries[TKey]["default"]
                          ? TKey
                          : never
                        : never;
                    }[keyof Entries],
                    {
                      [TKey in keyof Entries]: Entries[TKey] extends {
                        readonly pipe: readonly unknown[];
                      }
                        ? v.ReadonlyAction<any> extends Entries[TKey]["pipe"][number]
                          ? TKey
                          : never
                        : never;
                    }[keyof Entries]
                  >
                | Exclude<
                    Exclude<
                      keyof Entries,
                      {
                        [TKey in keyof Entries]: Entries[TKey] extends
                          | (
                              | v.ExactOptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                              | v.NullishSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                              | v.OptionalSchema<v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>, unknown>
                            )
                          | (
                              | v.ExactOptionalSchemaAsync<
                                  | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                  | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                  unknown
                                >
                              | v.NullishSchemaAsync<
                                  | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                  | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                  unknown
                                >
                              | v.OptionalSchemaAsync<
                                  | v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>
                                  | v.BaseSchemaAsync<unknown, unknown, v.BaseIssue<unknown>>,
                                  unknown
                                >
                            )
                          ? undefined extends Entries[TKey]["default"]
                            ? TKey
                            : never
                          : never;
                      }[keyof Entries]
                    >,
                    {
                      [TKey in keyof Entries]: Entries[TKey] extends {
                        readonly pipe: readonly unknown[];
                      }
                        ? v.ReadonlyAction<any> extends Entries[TKey]["pipe"][number]
                          ? TKey
                          : never
                        : never;
                    }[keyof Entries]
                  >
              >
      ) extends infer T
        ? { [TKey in keyof T]: T[TKey] }
        : never
    >,
  ]
>;
/** An object whose member `name` says which of the records it is. */
export declare function oneOfRecords<Name extends string, Options extends v.VariantOptions<Name>>(
  name: Name,
  options: Options,
): v.VariantSchema<Name, Options, "one that this version knows">;
export declare function list<Item extends Schema>(
  item: Item,
): v.SchemaWithPipe<readonly [v.ArraySchema<Item, "a list">, v.ReadonlyAction<v.InferOutput<Item>[]>]>;
export declare function pair<First extends Schema, Second extends Schema>(
  first: First,
  second: Second,
): v.SchemaWithPipe<
  readonly [
    v.StrictTupleSchema<[First, Second], "a pair">,
    v.ReadonlyAction<[v.InferOutput<First>, v.InferOutput<Second>]>,
  ]
>;
/** An object that somebody chose the names of. Valibot's own passes over names such as `constructor`, which an operator may have. */
export declare function mapOf<T>(item: Schema<T>): Schema<Readonly<Record<string, T>>>;
export declare function orNull<Inner extends Schema>(inner: Inner): v.NullableSchema<Inner, undefined>;
/** A member that may be left out. */
export declare function leftOut<Inner extends Schema>(inner: Inner): v.ExactOptionalSchema<Inner, undefined>;
export declare function oneOf<const Words extends readonly string[]>(
  ...words: Words
): v.PicklistSchema<Words, `one of ${string}`>;
export declare function exactly<const Word extends string | number | boolean>(
  word: Word,
): v.LiteralSchema<Word, string>;
export declare const nothing: v.NullSchema<"null">;
export declare function either<const Options extends readonly Schema[]>(
  noun: string,
  ...options: Options
): v.UnionSchema<Options, string>;
/** What a member says, for the pages of `docs/formats` and the JSON schemas. */
export declare function told<Inner extends Schema>(
  description: string,
  inner: Inner,
): v.SchemaWithPipe<readonly [Inner, v.DescriptionAction<v.InferOutput<Inner>, string>]>;
export declare function isObject(value: unknown): value is Readonly<Record<string, unknown>>;
