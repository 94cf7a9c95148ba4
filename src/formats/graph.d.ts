import type * as v from "valibot";
import { type Json, type Schema } from "./schema.js";
import type { Format } from "./reader.js";
/** Part of keys and paths, so that nothing but these characters may stand in it. */
export declare const operatorId: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
export declare const artifactId: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
export type OperatorId = v.InferOutput<typeof operatorId>;
export type ArtifactId = v.InferOutput<typeof artifactId>;
export declare const operatorKind: v.PicklistSchema<
  readonly ["extract", "function", "metric", "check", "save", "parameter", "systemMetric"],
  `one of ${string}`
>;
export type OperatorKind = v.InferOutput<typeof operatorKind>;
export declare const artifactType: v.PicklistSchema<
  readonly [
    "table",
    "numeric",
    "string",
    "boolean",
    "dictionary",
    "list",
    "tuple",
    "json",
    "bytes",
    "image",
    "picklable",
    "unknown",
  ],
  `one of ${string}`
>;
export type ArtifactType = v.InferOutput<typeof artifactType>;
export declare const checkSeverity: v.PicklistSchema<readonly ["warning", "error"], `one of ${string}`>;
export type CheckSeverity = v.InferOutput<typeof checkSeverity>;
export declare const saveMode: v.PicklistSchema<readonly ["replace", "append", "fail"], `one of ${string}`>;
export type SaveMode = v.InferOutput<typeof saveMode>;
export declare const sourceRange: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        file: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        line: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.NumberSchema<string>,
                v.SafeIntegerAction<number, string>,
                v.MinValueAction<number, number, string>,
              ]
            >,
            v.DescriptionAction<number, string>,
          ]
        >;
        column: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.NumberSchema<string>,
                v.SafeIntegerAction<number, string>,
                v.MinValueAction<number, number, string>,
              ]
            >,
            v.DescriptionAction<number, string>,
          ]
        >;
        endLine: v.SchemaWithPipe<
          readonly [
            v.NumberSchema<string>,
            v.SafeIntegerAction<number, string>,
            v.MinValueAction<number, number, string>,
          ]
        >;
        endColumn: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.NumberSchema<string>,
                v.SafeIntegerAction<number, string>,
                v.MinValueAction<number, number, string>,
              ]
            >,
            v.DescriptionAction<number, string>,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      file: string;
      line: number;
      column: number;
      endLine: number;
      endColumn: number;
    }>,
  ]
>;
/** A stretch of a source file. Lines and columns count from 1, columns in UTF-16 units, the end is exclusive. */
export interface SourceRange extends v.InferOutput<typeof sourceRange> {}
declare const severity: v.PicklistSchema<readonly ["error", "warning", "information", "hint"], `one of ${string}`>;
export type Severity = v.InferOutput<typeof severity>;
export declare const problem: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        file: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        line: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.NumberSchema<string>,
                v.SafeIntegerAction<number, string>,
                v.MinValueAction<number, number, string>,
              ]
            >,
            v.DescriptionAction<number, string>,
          ]
        >;
        column: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.NumberSchema<string>,
                v.SafeIntegerAction<number, string>,
                v.MinValueAction<number, number, string>,
              ]
            >,
            v.DescriptionAction<number, string>,
          ]
        >;
        endLine: v.SchemaWithPipe<
          readonly [
            v.NumberSchema<string>,
            v.SafeIntegerAction<number, string>,
            v.MinValueAction<number, number, string>,
          ]
        >;
        endColumn: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.NumberSchema<string>,
                v.SafeIntegerAction<number, string>,
                v.MinValueAction<number, number, string>,
              ]
            >,
            v.DescriptionAction<number, string>,
          ]
        >;
        code: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        severity: v.PicklistSchema<readonly ["error", "warning", "information", "hint"], `one of ${string}`>;
        message: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      file: string;
      line: number;
      column: number;
      endLine: number;
      endColumn: number;
      code: string;
      severity: "error" | "hint" | "information" | "warning";
      message: string;
    }>,
  ]
>;
/** Something that the user can mend, at the place where it is. `message` says what to do. */
export interface Problem extends v.InferOutput<typeof problem> {}
export declare const bound: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        comparison: v.PicklistSchema<readonly ["lessThan", "greaterThan", "equal", "notEqual"], `one of ${string}`>;
        value: v.SchemaWithPipe<readonly [Schema<Json>, v.DescriptionAction<Json, string>]>;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
      value: Json;
    }>,
  ]
>;
/** What a bound on a metric compares with; strict, as Aqueduct's bounds are. */
export interface Bound extends v.InferOutput<typeof bound> {}
/** The number of an input, from 0, or a container of such places. */
export type InputPlace =
  | number
  | {
      readonly list: readonly InputPlace[];
    }
  | {
      readonly tuple: readonly InputPlace[];
    }
  | {
      readonly dict: readonly (readonly [key: string | number | boolean | null, place: InputPlace])[];
    };
export declare const inputPlace: Schema<InputPlace>;
export declare const callShape: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        positional: v.SchemaWithPipe<
          readonly [v.ArraySchema<Schema<InputPlace>, "a list">, v.ReadonlyAction<InputPlace[]>]
        >;
        keywords: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<
              v.SchemaWithPipe<
                readonly [
                  v.StrictTupleSchema<[v.StringSchema<"a text">, Schema<InputPlace>], "a pair">,
                  v.ReadonlyAction<[string, InputPlace]>,
                ]
              >,
              "a list"
            >,
            v.ReadonlyAction<(readonly [string, InputPlace])[]>,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      readonly positional: readonly InputPlace[];
      readonly keywords: readonly (readonly [string, InputPlace])[];
    }>,
  ]
>;
/** By which arguments a function takes its inputs. */
export interface CallShape extends v.InferOutput<typeof callShape> {}
/** What a graph and a build say of an operator alike. */
export declare const operatorEntries: {
  readonly id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
  readonly name: v.StringSchema<"a text">;
  readonly kind: v.PicklistSchema<
    readonly ["extract", "function", "metric", "check", "save", "parameter", "systemMetric"],
    `one of ${string}`
  >;
  readonly inputs: v.SchemaWithPipe<
    readonly [
      v.SchemaWithPipe<
        readonly [
          v.ArraySchema<v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>, "a list">,
          v.ReadonlyAction<string[]>,
        ]
      >,
      v.DescriptionAction<readonly string[], string>,
    ]
  >;
  readonly outputs: v.SchemaWithPipe<
    readonly [
      v.ArraySchema<v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>, "a list">,
      v.ReadonlyAction<string[]>,
    ]
  >;
  readonly severity: v.ExactOptionalSchema<
    v.SchemaWithPipe<
      readonly [
        v.PicklistSchema<readonly ["warning", "error"], `one of ${string}`>,
        v.DescriptionAction<"error" | "warning", string>,
      ]
    >,
    undefined
  >;
  readonly bound: v.ExactOptionalSchema<
    v.SchemaWithPipe<
      readonly [
        v.SchemaWithPipe<
          readonly [
            v.ObjectSchema<
              {
                comparison: v.PicklistSchema<
                  readonly ["lessThan", "greaterThan", "equal", "notEqual"],
                  `one of ${string}`
                >;
                value: v.SchemaWithPipe<readonly [Schema<Json>, v.DescriptionAction<Json, string>]>;
              },
              "an object"
            >,
            v.ReadonlyAction<{
              comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
              value: Json;
            }>,
          ]
        >,
        v.DescriptionAction<
          Readonly<{
            comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
            value: Json;
          }>,
          string
        >,
      ]
    >,
    undefined
  >;
  readonly resource: v.ExactOptionalSchema<
    v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
    undefined
  >;
  readonly query: v.ExactOptionalSchema<
    v.SchemaWithPipe<
      readonly [
        v.UnionSchema<
          readonly [
            v.StringSchema<"a text">,
            v.SchemaWithPipe<readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]>,
          ],
          string
        >,
        v.DescriptionAction<string | readonly string[], string>,
      ]
    >,
    undefined
  >;
  readonly tags: v.ExactOptionalSchema<
    v.SchemaWithPipe<
      readonly [
        v.SchemaWithPipe<readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]>,
        v.DescriptionAction<readonly string[], string>,
      ]
    >,
    undefined
  >;
  readonly table: v.ExactOptionalSchema<
    v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
    undefined
  >;
  readonly mode: v.ExactOptionalSchema<
    v.SchemaWithPipe<
      readonly [
        v.PicklistSchema<readonly ["replace", "append", "fail"], `one of ${string}`>,
        v.DescriptionAction<"append" | "fail" | "replace", string>,
      ]
    >,
    undefined
  >;
  readonly explicit: v.ExactOptionalSchema<
    v.SchemaWithPipe<readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]>,
    undefined
  >;
  readonly call: v.ExactOptionalSchema<
    v.SchemaWithPipe<
      readonly [
        v.SchemaWithPipe<
          readonly [
            v.ObjectSchema<
              {
                positional: v.SchemaWithPipe<
                  readonly [v.ArraySchema<Schema<InputPlace>, "a list">, v.ReadonlyAction<InputPlace[]>]
                >;
                keywords: v.SchemaWithPipe<
                  readonly [
                    v.ArraySchema<
                      v.SchemaWithPipe<
                        readonly [
                          v.StrictTupleSchema<[v.StringSchema<"a text">, Schema<InputPlace>], "a pair">,
                          v.ReadonlyAction<[string, InputPlace]>,
                        ]
                      >,
                      "a list"
                    >,
                    v.ReadonlyAction<(readonly [string, InputPlace])[]>,
                  ]
                >;
              },
              "an object"
            >,
            v.ReadonlyAction<{
              readonly positional: readonly InputPlace[];
              readonly keywords: readonly (readonly [string, InputPlace])[];
            }>,
          ]
        >,
        v.DescriptionAction<
          Readonly<{
            readonly positional: readonly InputPlace[];
            readonly keywords: readonly (readonly [string, InputPlace])[];
          }>,
          string
        >,
      ]
    >,
    undefined
  >;
  readonly default: v.ExactOptionalSchema<
    v.SchemaWithPipe<
      readonly [
        v.SchemaWithPipe<
          readonly [
            v.ObjectSchema<
              {
                type: v.PicklistSchema<
                  readonly [
                    "table",
                    "numeric",
                    "string",
                    "boolean",
                    "dictionary",
                    "list",
                    "tuple",
                    "json",
                    "bytes",
                    "image",
                    "picklable",
                    "unknown",
                  ],
                  `one of ${string}`
                >;
                json: v.ExactOptionalSchema<v.CustomSchema<Json, v.ErrorMessage<v.CustomIssue> | undefined>, undefined>;
              },
              "an object"
            >,
            v.ReadonlyAction<{
              type:
                | "boolean"
                | "bytes"
                | "dictionary"
                | "image"
                | "json"
                | "list"
                | "numeric"
                | "picklable"
                | "string"
                | "table"
                | "tuple"
                | "unknown";
              json?: Json;
            }>,
          ]
        >,
        v.DescriptionAction<
          Readonly<{
            type:
              | "boolean"
              | "bytes"
              | "dictionary"
              | "image"
              | "json"
              | "list"
              | "numeric"
              | "picklable"
              | "string"
              | "table"
              | "tuple"
              | "unknown";
            json?: Json;
          }>,
          string
        >,
      ]
    >,
    undefined
  >;
};
export declare const operator: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        name: v.StringSchema<"a text">;
        kind: v.PicklistSchema<
          readonly ["extract", "function", "metric", "check", "save", "parameter", "systemMetric"],
          `one of ${string}`
        >;
        inputs: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.ArraySchema<
                  v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                  "a list"
                >,
                v.ReadonlyAction<string[]>,
              ]
            >,
            v.DescriptionAction<readonly string[], string>,
          ]
        >;
        outputs: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>, "a list">,
            v.ReadonlyAction<string[]>,
          ]
        >;
        severity: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.PicklistSchema<readonly ["warning", "error"], `one of ${string}`>,
              v.DescriptionAction<"error" | "warning", string>,
            ]
          >,
          undefined
        >;
        bound: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      comparison: v.PicklistSchema<
                        readonly ["lessThan", "greaterThan", "equal", "notEqual"],
                        `one of ${string}`
                      >;
                      value: v.SchemaWithPipe<readonly [Schema<Json>, v.DescriptionAction<Json, string>]>;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                    value: Json;
                  }>,
                ]
              >,
              v.DescriptionAction<
                Readonly<{
                  comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                  value: Json;
                }>,
                string
              >,
            ]
          >,
          undefined
        >;
        resource: v.ExactOptionalSchema<
          v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
          undefined
        >;
        query: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.UnionSchema<
                readonly [
                  v.StringSchema<"a text">,
                  v.SchemaWithPipe<
                    readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
                  >,
                ],
                string
              >,
              v.DescriptionAction<string | readonly string[], string>,
            ]
          >,
          undefined
        >;
        tags: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<
                readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
              >,
              v.DescriptionAction<readonly string[], string>,
            ]
          >,
          undefined
        >;
        table: v.ExactOptionalSchema<
          v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
          undefined
        >;
        mode: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.PicklistSchema<readonly ["replace", "append", "fail"], `one of ${string}`>,
              v.DescriptionAction<"append" | "fail" | "replace", string>,
            ]
          >,
          undefined
        >;
        explicit: v.ExactOptionalSchema<
          v.SchemaWithPipe<readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]>,
          undefined
        >;
        call: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      positional: v.SchemaWithPipe<
                        readonly [v.ArraySchema<Schema<InputPlace>, "a list">, v.ReadonlyAction<InputPlace[]>]
                      >;
                      keywords: v.SchemaWithPipe<
                        readonly [
                          v.ArraySchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.StrictTupleSchema<[v.StringSchema<"a text">, Schema<InputPlace>], "a pair">,
                                v.ReadonlyAction<[string, InputPlace]>,
                              ]
                            >,
                            "a list"
                          >,
                          v.ReadonlyAction<(readonly [string, InputPlace])[]>,
                        ]
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    readonly positional: readonly InputPlace[];
                    readonly keywords: readonly (readonly [string, InputPlace])[];
                  }>,
                ]
              >,
              v.DescriptionAction<
                Readonly<{
                  readonly positional: readonly InputPlace[];
                  readonly keywords: readonly (readonly [string, InputPlace])[];
                }>,
                string
              >,
            ]
          >,
          undefined
        >;
        default: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      type: v.PicklistSchema<
                        readonly [
                          "table",
                          "numeric",
                          "string",
                          "boolean",
                          "dictionary",
                          "list",
                          "tuple",
                          "json",
                          "bytes",
                          "image",
                          "picklable",
                          "unknown",
                        ],
                        `one of ${string}`
                      >;
                      json: v.ExactOptionalSchema<
                        v.CustomSchema<Json, v.ErrorMessage<v.CustomIssue> | undefined>,
                        undefined
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    type:
                      | "boolean"
                      | "bytes"
                      | "dictionary"
                      | "image"
                      | "json"
                      | "list"
                      | "numeric"
                      | "picklable"
                      | "string"
                      | "table"
                      | "tuple"
                      | "unknown";
                    json?: Json;
                  }>,
                ]
              >,
              v.DescriptionAction<
                Readonly<{
                  type:
                    | "boolean"
                    | "bytes"
                    | "dictionary"
                    | "image"
                    | "json"
                    | "list"
                    | "numeric"
                    | "picklable"
                    | "string"
                    | "table"
                    | "tuple"
                    | "unknown";
                  json?: Json;
                }>,
                string
              >,
            ]
          >,
          undefined
        >;
        source: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.ObjectSchema<
                  {
                    file: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
                    line: v.SchemaWithPipe<
                      readonly [
                        v.SchemaWithPipe<
                          readonly [
                            v.NumberSchema<string>,
                            v.SafeIntegerAction<number, string>,
                            v.MinValueAction<number, number, string>,
                          ]
                        >,
                        v.DescriptionAction<number, string>,
                      ]
                    >;
                    column: v.SchemaWithPipe<
                      readonly [
                        v.SchemaWithPipe<
                          readonly [
                            v.NumberSchema<string>,
                            v.SafeIntegerAction<number, string>,
                            v.MinValueAction<number, number, string>,
                          ]
                        >,
                        v.DescriptionAction<number, string>,
                      ]
                    >;
                    endLine: v.SchemaWithPipe<
                      readonly [
                        v.NumberSchema<string>,
                        v.SafeIntegerAction<number, string>,
                        v.MinValueAction<number, number, string>,
                      ]
                    >;
                    endColumn: v.SchemaWithPipe<
                      readonly [
                        v.SchemaWithPipe<
                          readonly [
                            v.NumberSchema<string>,
                            v.SafeIntegerAction<number, string>,
                            v.MinValueAction<number, number, string>,
                          ]
                        >,
                        v.DescriptionAction<number, string>,
                      ]
                    >;
                  },
                  "an object"
                >,
                v.ReadonlyAction<{
                  file: string;
                  line: number;
                  column: number;
                  endLine: number;
                  endColumn: number;
                }>,
              ]
            >,
            v.DescriptionAction<
              Readonly<{
                file: string;
                line: number;
                column: number;
                endLine: number;
                endColumn: number;
              }>,
              string
            >,
          ]
        >;
        definition: v.SchemaWithPipe<
          readonly [
            v.NullableSchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      file: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
                      line: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [
                              v.NumberSchema<string>,
                              v.SafeIntegerAction<number, string>,
                              v.MinValueAction<number, number, string>,
                            ]
                          >,
                          v.DescriptionAction<number, string>,
                        ]
                      >;
                      column: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [
                              v.NumberSchema<string>,
                              v.SafeIntegerAction<number, string>,
                              v.MinValueAction<number, number, string>,
                            ]
                          >,
                          v.DescriptionAction<number, string>,
                        ]
                      >;
                      endLine: v.SchemaWithPipe<
                        readonly [
                          v.NumberSchema<string>,
                          v.SafeIntegerAction<number, string>,
                          v.MinValueAction<number, number, string>,
                        ]
                      >;
                      endColumn: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [
                              v.NumberSchema<string>,
                              v.SafeIntegerAction<number, string>,
                              v.MinValueAction<number, number, string>,
                            ]
                          >,
                          v.DescriptionAction<number, string>,
                        ]
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    file: string;
                    line: number;
                    column: number;
                    endLine: number;
                    endColumn: number;
                  }>,
                ]
              >,
              undefined
            >,
            v.DescriptionAction<
              Readonly<{
                file: string;
                line: number;
                column: number;
                endLine: number;
                endColumn: number;
              }> | null,
              string
            >,
          ]
        >;
        repeated: v.ExactOptionalSchema<
          v.SchemaWithPipe<readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]>,
          undefined
        >;
        unknown: v.ExactOptionalSchema<
          v.SchemaWithPipe<readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]>,
          undefined
        >;
        stale: v.ExactOptionalSchema<
          v.SchemaWithPipe<readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]>,
          undefined
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      id: string;
      name: string;
      kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
      inputs: readonly string[];
      readonly outputs: readonly string[];
      severity?: "error" | "warning";
      bound?: Readonly<{
        comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
        value: Json;
      }>;
      resource?: string;
      query?: string | readonly string[];
      tags?: readonly string[];
      table?: string;
      mode?: "append" | "fail" | "replace";
      explicit?: boolean;
      call?: Readonly<{
        readonly positional: readonly InputPlace[];
        readonly keywords: readonly (readonly [string, InputPlace])[];
      }>;
      default?: Readonly<{
        type:
          | "boolean"
          | "bytes"
          | "dictionary"
          | "image"
          | "json"
          | "list"
          | "numeric"
          | "picklable"
          | "string"
          | "table"
          | "tuple"
          | "unknown";
        json?: Json;
      }>;
      source: Readonly<{
        file: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
      }>;
      definition: Readonly<{
        file: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
      }> | null;
      repeated?: boolean;
      unknown?: boolean;
      stale?: boolean;
    }>,
  ]
>;
/** One recorded call. Ids: docs/formats/graph.md. */
export interface Operator extends v.InferOutput<typeof operator> {}
export declare const artifact: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        name: v.StringSchema<"a text">;
        type: v.PicklistSchema<
          readonly [
            "table",
            "numeric",
            "string",
            "boolean",
            "dictionary",
            "list",
            "tuple",
            "json",
            "bytes",
            "image",
            "picklable",
            "unknown",
          ],
          `one of ${string}`
        >;
        producer: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      id: string;
      name: string;
      type:
        | "boolean"
        | "bytes"
        | "dictionary"
        | "image"
        | "json"
        | "list"
        | "numeric"
        | "picklable"
        | "string"
        | "table"
        | "tuple"
        | "unknown";
      producer: string;
    }>,
  ]
>;
export interface Artifact extends v.InferOutput<typeof artifact> {}
export declare const workflow: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        name: v.SchemaWithPipe<
          readonly [v.NullableSchema<v.StringSchema<"a text">, undefined>, v.DescriptionAction<string | null, string>]
        >;
        description: v.ExactOptionalSchema<
          v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
          undefined
        >;
        engine: v.SchemaWithPipe<
          readonly [v.NullableSchema<v.StringSchema<"a text">, undefined>, v.DescriptionAction<string | null, string>]
        >;
        schedule: v.SchemaWithPipe<
          readonly [v.NullableSchema<v.StringSchema<"a text">, undefined>, v.DescriptionAction<string | null, string>]
        >;
        unknownSchedule: v.ExactOptionalSchema<
          v.SchemaWithPipe<readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]>,
          undefined
        >;
        source: v.SchemaWithPipe<
          readonly [
            v.NullableSchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      file: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
                      line: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [
                              v.NumberSchema<string>,
                              v.SafeIntegerAction<number, string>,
                              v.MinValueAction<number, number, string>,
                            ]
                          >,
                          v.DescriptionAction<number, string>,
                        ]
                      >;
                      column: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [
                              v.NumberSchema<string>,
                              v.SafeIntegerAction<number, string>,
                              v.MinValueAction<number, number, string>,
                            ]
                          >,
                          v.DescriptionAction<number, string>,
                        ]
                      >;
                      endLine: v.SchemaWithPipe<
                        readonly [
                          v.NumberSchema<string>,
                          v.SafeIntegerAction<number, string>,
                          v.MinValueAction<number, number, string>,
                        ]
                      >;
                      endColumn: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [
                              v.NumberSchema<string>,
                              v.SafeIntegerAction<number, string>,
                              v.MinValueAction<number, number, string>,
                            ]
                          >,
                          v.DescriptionAction<number, string>,
                        ]
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    file: string;
                    line: number;
                    column: number;
                    endLine: number;
                    endColumn: number;
                  }>,
                ]
              >,
              undefined
            >,
            v.DescriptionAction<
              Readonly<{
                file: string;
                line: number;
                column: number;
                endLine: number;
                endColumn: number;
              }> | null,
              string
            >,
          ]
        >;
        operators: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.ArraySchema<
                  v.SchemaWithPipe<
                    readonly [
                      v.ObjectSchema<
                        {
                          id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                          name: v.StringSchema<"a text">;
                          kind: v.PicklistSchema<
                            readonly ["extract", "function", "metric", "check", "save", "parameter", "systemMetric"],
                            `one of ${string}`
                          >;
                          inputs: v.SchemaWithPipe<
                            readonly [
                              v.SchemaWithPipe<
                                readonly [
                                  v.ArraySchema<
                                    v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                                    "a list"
                                  >,
                                  v.ReadonlyAction<string[]>,
                                ]
                              >,
                              v.DescriptionAction<readonly string[], string>,
                            ]
                          >;
                          outputs: v.SchemaWithPipe<
                            readonly [
                              v.ArraySchema<
                                v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                                "a list"
                              >,
                              v.ReadonlyAction<string[]>,
                            ]
                          >;
                          severity: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.PicklistSchema<readonly ["warning", "error"], `one of ${string}`>,
                                v.DescriptionAction<"error" | "warning", string>,
                              ]
                            >,
                            undefined
                          >;
                          bound: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ObjectSchema<
                                      {
                                        comparison: v.PicklistSchema<
                                          readonly ["lessThan", "greaterThan", "equal", "notEqual"],
                                          `one of ${string}`
                                        >;
                                        value: v.SchemaWithPipe<
                                          readonly [Schema<Json>, v.DescriptionAction<Json, string>]
                                        >;
                                      },
                                      "an object"
                                    >,
                                    v.ReadonlyAction<{
                                      comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                                      value: Json;
                                    }>,
                                  ]
                                >,
                                v.DescriptionAction<
                                  Readonly<{
                                    comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                                    value: Json;
                                  }>,
                                  string
                                >,
                              ]
                            >,
                            undefined
                          >;
                          resource: v.ExactOptionalSchema<
                            v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
                            undefined
                          >;
                          query: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.UnionSchema<
                                  readonly [
                                    v.StringSchema<"a text">,
                                    v.SchemaWithPipe<
                                      readonly [
                                        v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                        v.ReadonlyAction<string[]>,
                                      ]
                                    >,
                                  ],
                                  string
                                >,
                                v.DescriptionAction<string | readonly string[], string>,
                              ]
                            >,
                            undefined
                          >;
                          tags: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                    v.ReadonlyAction<string[]>,
                                  ]
                                >,
                                v.DescriptionAction<readonly string[], string>,
                              ]
                            >,
                            undefined
                          >;
                          table: v.ExactOptionalSchema<
                            v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
                            undefined
                          >;
                          mode: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.PicklistSchema<readonly ["replace", "append", "fail"], `one of ${string}`>,
                                v.DescriptionAction<"append" | "fail" | "replace", string>,
                              ]
                            >,
                            undefined
                          >;
                          explicit: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]
                            >,
                            undefined
                          >;
                          call: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ObjectSchema<
                                      {
                                        positional: v.SchemaWithPipe<
                                          readonly [
                                            v.ArraySchema<Schema<InputPlace>, "a list">,
                                            v.ReadonlyAction<InputPlace[]>,
                                          ]
                                        >;
                                        keywords: v.SchemaWithPipe<
                                          readonly [
                                            v.ArraySchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.StrictTupleSchema<
                                                    [v.StringSchema<"a text">, Schema<InputPlace>],
                                                    "a pair"
                                                  >,
                                                  v.ReadonlyAction<[string, InputPlace]>,
                                                ]
                                              >,
                                              "a list"
                                            >,
                                            v.ReadonlyAction<(readonly [string, InputPlace])[]>,
                                          ]
                                        >;
                                      },
                                      "an object"
                                    >,
                                    v.ReadonlyAction<{
                                      readonly positional: readonly InputPlace[];
                                      readonly keywords: readonly (readonly [string, InputPlace])[];
                                    }>,
                                  ]
                                >,
                                v.DescriptionAction<
                                  Readonly<{
                                    readonly positional: readonly InputPlace[];
                                    readonly keywords: readonly (readonly [string, InputPlace])[];
                                  }>,
                                  string
                                >,
                              ]
                            >,
                            undefined
                          >;
                          default: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ObjectSchema<
                                      {
                                        type: v.PicklistSchema<
                                          readonly [
                                            "table",
                                            "numeric",
                                            "string",
                                            "boolean",
                                            "dictionary",
                                            "list",
                                            "tuple",
                                            "json",
                                            "bytes",
                                            "image",
                                            "picklable",
                                            "unknown",
                                          ],
                                          `one of ${string}`
                                        >;
                                        json: v.ExactOptionalSchema<
                                          v.CustomSchema<Json, v.ErrorMessage<v.CustomIssue> | undefined>,
                                          undefined
                                        >;
                                      },
                                      "an object"
                                    >,
                                    v.ReadonlyAction<{
                                      type:
                                        | "boolean"
                                        | "bytes"
                                        | "dictionary"
                                        | "image"
                                        | "json"
                                        | "list"
                                        | "numeric"
                                        | "picklable"
                                        | "string"
                                        | "table"
                                        | "tuple"
                                        | "unknown";
                                      json?: Json;
                                    }>,
                                  ]
                                >,
                                v.DescriptionAction<
                                  Readonly<{
                                    type:
                                      | "boolean"
                                      | "bytes"
                                      | "dictionary"
                                      | "image"
                                      | "json"
                                      | "list"
                                      | "numeric"
                                      | "picklable"
                                      | "string"
                                      | "table"
                                      | "tuple"
                                      | "unknown";
                                    json?: Json;
                                  }>,
                                  string
                                >,
                              ]
                            >,
                            undefined
                          >;
                          source: v.SchemaWithPipe<
                            readonly [
                              v.SchemaWithPipe<
                                readonly [
                                  v.ObjectSchema<
                                    {
                                      file: v.SchemaWithPipe<
                                        readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                      >;
                                      line: v.SchemaWithPipe<
                                        readonly [
                                          v.SchemaWithPipe<
                                            readonly [
                                              v.NumberSchema<string>,
                                              v.SafeIntegerAction<number, string>,
                                              v.MinValueAction<number, number, string>,
                                            ]
                                          >,
                                          v.DescriptionAction<number, string>,
                                        ]
                                      >;
                                      column: v.SchemaWithPipe<
                                        readonly [
                                          v.SchemaWithPipe<
                                            readonly [
                                              v.NumberSchema<string>,
                                              v.SafeIntegerAction<number, string>,
                                              v.MinValueAction<number, number, string>,
                                            ]
                                          >,
                                          v.DescriptionAction<number, string>,
                                        ]
                                      >;
                                      endLine: v.SchemaWithPipe<
                                        readonly [
                                          v.NumberSchema<string>,
                                          v.SafeIntegerAction<number, string>,
                                          v.MinValueAction<number, number, string>,
                                        ]
                                      >;
                                      endColumn: v.SchemaWithPipe<
                                        readonly [
                                          v.SchemaWithPipe<
                                            readonly [
                                              v.NumberSchema<string>,
                                              v.SafeIntegerAction<number, string>,
                                              v.MinValueAction<number, number, string>,
                                            ]
                                          >,
                                          v.DescriptionAction<number, string>,
                                        ]
                                      >;
                                    },
                                    "an object"
                                  >,
                                  v.ReadonlyAction<{
                                    file: string;
                                    line: number;
                                    column: number;
                                    endLine: number;
                                    endColumn: number;
                                  }>,
                                ]
                              >,
                              v.DescriptionAction<
                                Readonly<{
                                  file: string;
                                  line: number;
                                  column: number;
                                  endLine: number;
                                  endColumn: number;
                                }>,
                                string
                              >,
                            ]
                          >;
                          definition: v.SchemaWithPipe<
                            readonly [
                              v.NullableSchema<
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ObjectSchema<
                                      {
                                        file: v.SchemaWithPipe<
                                          readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                        >;
                                        line: v.SchemaWithPipe<
                                          readonly [
                                            v.SchemaWithPipe<
                                              readonly [
                                                v.NumberSchema<string>,
                                                v.SafeIntegerAction<number, string>,
                                                v.MinValueAction<number, number, string>,
                                              ]
                                            >,
                                            v.DescriptionAction<number, string>,
                                          ]
                                        >;
                                        column: v.SchemaWithPipe<
                                          readonly [
                                            v.SchemaWithPipe<
                                              readonly [
                                                v.NumberSchema<string>,
                                                v.SafeIntegerAction<number, string>,
                                                v.MinValueAction<number, number, string>,
                                              ]
                                            >,
                                            v.DescriptionAction<number, string>,
                                          ]
                                        >;
                                        endLine: v.SchemaWithPipe<
                                          readonly [
                                            v.NumberSchema<string>,
                                            v.SafeIntegerAction<number, string>,
                                            v.MinValueAction<number, number, string>,
                                          ]
                                        >;
                                        endColumn: v.SchemaWithPipe<
                                          readonly [
                                            v.SchemaWithPipe<
                                              readonly [
                                                v.NumberSchema<string>,
                                                v.SafeIntegerAction<number, string>,
                                                v.MinValueAction<number, number, string>,
                                              ]
                                            >,
                                            v.DescriptionAction<number, string>,
                                          ]
                                        >;
                                      },
                                      "an object"
                                    >,
                                    v.ReadonlyAction<{
                                      file: string;
                                      line: number;
                                      column: number;
                                      endLine: number;
                                      endColumn: number;
                                    }>,
                                  ]
                                >,
                                undefined
                              >,
                              v.DescriptionAction<
                                Readonly<{
                                  file: string;
                                  line: number;
                                  column: number;
                                  endLine: number;
                                  endColumn: number;
                                }> | null,
                                string
                              >,
                            ]
                          >;
                          repeated: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]
                            >,
                            undefined
                          >;
                          unknown: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]
                            >,
                            undefined
                          >;
                          stale: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]
                            >,
                            undefined
                          >;
                        },
                        "an object"
                      >,
                      v.ReadonlyAction<{
                        id: string;
                        name: string;
                        kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
                        inputs: readonly string[];
                        readonly outputs: readonly string[];
                        severity?: "error" | "warning";
                        bound?: Readonly<{
                          comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                          value: Json;
                        }>;
                        resource?: string;
                        query?: string | readonly string[];
                        tags?: readonly string[];
                        table?: string;
                        mode?: "append" | "fail" | "replace";
                        explicit?: boolean;
                        call?: Readonly<{
                          readonly positional: readonly InputPlace[];
                          readonly keywords: readonly (readonly [string, InputPlace])[];
                        }>;
                        default?: Readonly<{
                          type:
                            | "boolean"
                            | "bytes"
                            | "dictionary"
                            | "image"
                            | "json"
                            | "list"
                            | "numeric"
                            | "picklable"
                            | "string"
                            | "table"
                            | "tuple"
                            | "unknown";
                          json?: Json;
                        }>;
                        source: Readonly<{
                          file: string;
                          line: number;
                          column: number;
                          endLine: number;
                          endColumn: number;
                        }>;
                        definition: Readonly<{
                          file: string;
                          line: number;
                          column: number;
                          endLine: number;
                          endColumn: number;
                        }> | null;
                        repeated?: boolean;
                        unknown?: boolean;
                        stale?: boolean;
                      }>,
                    ]
                  >,
                  "a list"
                >,
                v.ReadonlyAction<
                  Readonly<{
                    id: string;
                    name: string;
                    kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
                    inputs: readonly string[];
                    readonly outputs: readonly string[];
                    severity?: "error" | "warning";
                    bound?: Readonly<{
                      comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                      value: Json;
                    }>;
                    resource?: string;
                    query?: string | readonly string[];
                    tags?: readonly string[];
                    table?: string;
                    mode?: "append" | "fail" | "replace";
                    explicit?: boolean;
                    call?: Readonly<{
                      readonly positional: readonly InputPlace[];
                      readonly keywords: readonly (readonly [string, InputPlace])[];
                    }>;
                    default?: Readonly<{
                      type:
                        | "boolean"
                        | "bytes"
                        | "dictionary"
                        | "image"
                        | "json"
                        | "list"
                        | "numeric"
                        | "picklable"
                        | "string"
                        | "table"
                        | "tuple"
                        | "unknown";
                      json?: Json;
                    }>;
                    source: Readonly<{
                      file: string;
                      line: number;
                      column: number;
                      endLine: number;
                      endColumn: number;
                    }>;
                    definition: Readonly<{
                      file: string;
                      line: number;
                      column: number;
                      endLine: number;
                      endColumn: number;
                    }> | null;
                    repeated?: boolean;
                    unknown?: boolean;
                    stale?: boolean;
                  }>[]
                >,
              ]
            >,
            v.DescriptionAction<
              readonly Readonly<{
                id: string;
                name: string;
                kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
                inputs: readonly string[];
                readonly outputs: readonly string[];
                severity?: "error" | "warning";
                bound?: Readonly<{
                  comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                  value: Json;
                }>;
                resource?: string;
                query?: string | readonly string[];
                tags?: readonly string[];
                table?: string;
                mode?: "append" | "fail" | "replace";
                explicit?: boolean;
                call?: Readonly<{
                  readonly positional: readonly InputPlace[];
                  readonly keywords: readonly (readonly [string, InputPlace])[];
                }>;
                default?: Readonly<{
                  type:
                    | "boolean"
                    | "bytes"
                    | "dictionary"
                    | "image"
                    | "json"
                    | "list"
                    | "numeric"
                    | "picklable"
                    | "string"
                    | "table"
                    | "tuple"
                    | "unknown";
                  json?: Json;
                }>;
                source: Readonly<{
                  file: string;
                  line: number;
                  column: number;
                  endLine: number;
                  endColumn: number;
                }>;
                definition: Readonly<{
                  file: string;
                  line: number;
                  column: number;
                  endLine: number;
                  endColumn: number;
                }> | null;
                repeated?: boolean;
                unknown?: boolean;
                stale?: boolean;
              }>[],
              string
            >,
          ]
        >;
        artifacts: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                      name: v.StringSchema<"a text">;
                      type: v.PicklistSchema<
                        readonly [
                          "table",
                          "numeric",
                          "string",
                          "boolean",
                          "dictionary",
                          "list",
                          "tuple",
                          "json",
                          "bytes",
                          "image",
                          "picklable",
                          "unknown",
                        ],
                        `one of ${string}`
                      >;
                      producer: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    id: string;
                    name: string;
                    type:
                      | "boolean"
                      | "bytes"
                      | "dictionary"
                      | "image"
                      | "json"
                      | "list"
                      | "numeric"
                      | "picklable"
                      | "string"
                      | "table"
                      | "tuple"
                      | "unknown";
                    producer: string;
                  }>,
                ]
              >,
              "a list"
            >,
            v.ReadonlyAction<
              Readonly<{
                id: string;
                name: string;
                type:
                  | "boolean"
                  | "bytes"
                  | "dictionary"
                  | "image"
                  | "json"
                  | "list"
                  | "numeric"
                  | "picklable"
                  | "string"
                  | "table"
                  | "tuple"
                  | "unknown";
                producer: string;
              }>[]
            >,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      name: string | null;
      description?: string;
      engine: string | null;
      schedule: string | null;
      unknownSchedule?: boolean;
      source: Readonly<{
        file: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
      }> | null;
      operators: readonly Readonly<{
        id: string;
        name: string;
        kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
        inputs: readonly string[];
        readonly outputs: readonly string[];
        severity?: "error" | "warning";
        bound?: Readonly<{
          comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
          value: Json;
        }>;
        resource?: string;
        query?: string | readonly string[];
        tags?: readonly string[];
        table?: string;
        mode?: "append" | "fail" | "replace";
        explicit?: boolean;
        call?: Readonly<{
          readonly positional: readonly InputPlace[];
          readonly keywords: readonly (readonly [string, InputPlace])[];
        }>;
        default?: Readonly<{
          type:
            | "boolean"
            | "bytes"
            | "dictionary"
            | "image"
            | "json"
            | "list"
            | "numeric"
            | "picklable"
            | "string"
            | "table"
            | "tuple"
            | "unknown";
          json?: Json;
        }>;
        source: Readonly<{
          file: string;
          line: number;
          column: number;
          endLine: number;
          endColumn: number;
        }>;
        definition: Readonly<{
          file: string;
          line: number;
          column: number;
          endLine: number;
          endColumn: number;
        }> | null;
        repeated?: boolean;
        unknown?: boolean;
        stale?: boolean;
      }>[];
      readonly artifacts: readonly Readonly<{
        id: string;
        name: string;
        type:
          | "boolean"
          | "bytes"
          | "dictionary"
          | "image"
          | "json"
          | "list"
          | "numeric"
          | "picklable"
          | "string"
          | "table"
          | "tuple"
          | "unknown";
        producer: string;
      }>[];
    }>,
  ]
>;
export interface Workflow extends v.InferOutput<typeof workflow> {}
export declare const graph: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        workflows: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.ArraySchema<
                  v.SchemaWithPipe<
                    readonly [
                      v.ObjectSchema<
                        {
                          name: v.SchemaWithPipe<
                            readonly [
                              v.NullableSchema<v.StringSchema<"a text">, undefined>,
                              v.DescriptionAction<string | null, string>,
                            ]
                          >;
                          description: v.ExactOptionalSchema<
                            v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
                            undefined
                          >;
                          engine: v.SchemaWithPipe<
                            readonly [
                              v.NullableSchema<v.StringSchema<"a text">, undefined>,
                              v.DescriptionAction<string | null, string>,
                            ]
                          >;
                          schedule: v.SchemaWithPipe<
                            readonly [
                              v.NullableSchema<v.StringSchema<"a text">, undefined>,
                              v.DescriptionAction<string | null, string>,
                            ]
                          >;
                          unknownSchedule: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]
                            >,
                            undefined
                          >;
                          source: v.SchemaWithPipe<
                            readonly [
                              v.NullableSchema<
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ObjectSchema<
                                      {
                                        file: v.SchemaWithPipe<
                                          readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                        >;
                                        line: v.SchemaWithPipe<
                                          readonly [
                                            v.SchemaWithPipe<
                                              readonly [
                                                v.NumberSchema<string>,
                                                v.SafeIntegerAction<number, string>,
                                                v.MinValueAction<number, number, string>,
                                              ]
                                            >,
                                            v.DescriptionAction<number, string>,
                                          ]
                                        >;
                                        column: v.SchemaWithPipe<
                                          readonly [
                                            v.SchemaWithPipe<
                                              readonly [
                                                v.NumberSchema<string>,
                                                v.SafeIntegerAction<number, string>,
                                                v.MinValueAction<number, number, string>,
                                              ]
                                            >,
                                            v.DescriptionAction<number, string>,
                                          ]
                                        >;
                                        endLine: v.SchemaWithPipe<
                                          readonly [
                                            v.NumberSchema<string>,
                                            v.SafeIntegerAction<number, string>,
                                            v.MinValueAction<number, number, string>,
                                          ]
                                        >;
                                        endColumn: v.SchemaWithPipe<
                                          readonly [
                                            v.SchemaWithPipe<
                                              readonly [
                                                v.NumberSchema<string>,
                                                v.SafeIntegerAction<number, string>,
                                                v.MinValueAction<number, number, string>,
                                              ]
                                            >,
                                            v.DescriptionAction<number, string>,
                                          ]
                                        >;
                                      },
                                      "an object"
                                    >,
                                    v.ReadonlyAction<{
                                      file: string;
                                      line: number;
                                      column: number;
                                      endLine: number;
                                      endColumn: number;
                                    }>,
                                  ]
                                >,
                                undefined
                              >,
                              v.DescriptionAction<
                                Readonly<{
                                  file: string;
                                  line: number;
                                  column: number;
                                  endLine: number;
                                  endColumn: number;
                                }> | null,
                                string
                              >,
                            ]
                          >;
                          operators: v.SchemaWithPipe<
                            readonly [
                              v.SchemaWithPipe<
                                readonly [
                                  v.ArraySchema<
                                    v.SchemaWithPipe<
                                      readonly [
                                        v.ObjectSchema<
                                          {
                                            id: v.SchemaWithPipe<
                                              readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                            >;
                                            name: v.StringSchema<"a text">;
                                            kind: v.PicklistSchema<
                                              readonly [
                                                "extract",
                                                "function",
                                                "metric",
                                                "check",
                                                "save",
                                                "parameter",
                                                "systemMetric",
                                              ],
                                              `one of ${string}`
                                            >;
                                            inputs: v.SchemaWithPipe<
                                              readonly [
                                                v.SchemaWithPipe<
                                                  readonly [
                                                    v.ArraySchema<
                                                      v.SchemaWithPipe<
                                                        readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                                      >,
                                                      "a list"
                                                    >,
                                                    v.ReadonlyAction<string[]>,
                                                  ]
                                                >,
                                                v.DescriptionAction<readonly string[], string>,
                                              ]
                                            >;
                                            outputs: v.SchemaWithPipe<
                                              readonly [
                                                v.ArraySchema<
                                                  v.SchemaWithPipe<
                                                    readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                                  >,
                                                  "a list"
                                                >,
                                                v.ReadonlyAction<string[]>,
                                              ]
                                            >;
                                            severity: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.PicklistSchema<readonly ["warning", "error"], `one of ${string}`>,
                                                  v.DescriptionAction<"error" | "warning", string>,
                                                ]
                                              >,
                                              undefined
                                            >;
                                            bound: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.SchemaWithPipe<
                                                    readonly [
                                                      v.ObjectSchema<
                                                        {
                                                          comparison: v.PicklistSchema<
                                                            readonly ["lessThan", "greaterThan", "equal", "notEqual"],
                                                            `one of ${string}`
                                                          >;
                                                          value: v.SchemaWithPipe<
                                                            readonly [Schema<Json>, v.DescriptionAction<Json, string>]
                                                          >;
                                                        },
                                                        "an object"
                                                      >,
                                                      v.ReadonlyAction<{
                                                        comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                                                        value: Json;
                                                      }>,
                                                    ]
                                                  >,
                                                  v.DescriptionAction<
                                                    Readonly<{
                                                      comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                                                      value: Json;
                                                    }>,
                                                    string
                                                  >,
                                                ]
                                              >,
                                              undefined
                                            >;
                                            resource: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                              >,
                                              undefined
                                            >;
                                            query: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.UnionSchema<
                                                    readonly [
                                                      v.StringSchema<"a text">,
                                                      v.SchemaWithPipe<
                                                        readonly [
                                                          v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                                          v.ReadonlyAction<string[]>,
                                                        ]
                                                      >,
                                                    ],
                                                    string
                                                  >,
                                                  v.DescriptionAction<string | readonly string[], string>,
                                                ]
                                              >,
                                              undefined
                                            >;
                                            tags: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.SchemaWithPipe<
                                                    readonly [
                                                      v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                                      v.ReadonlyAction<string[]>,
                                                    ]
                                                  >,
                                                  v.DescriptionAction<readonly string[], string>,
                                                ]
                                              >,
                                              undefined
                                            >;
                                            table: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                              >,
                                              undefined
                                            >;
                                            mode: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.PicklistSchema<
                                                    readonly ["replace", "append", "fail"],
                                                    `one of ${string}`
                                                  >,
                                                  v.DescriptionAction<"append" | "fail" | "replace", string>,
                                                ]
                                              >,
                                              undefined
                                            >;
                                            explicit: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.BooleanSchema<"true or false">,
                                                  v.DescriptionAction<boolean, string>,
                                                ]
                                              >,
                                              undefined
                                            >;
                                            call: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.SchemaWithPipe<
                                                    readonly [
                                                      v.ObjectSchema<
                                                        {
                                                          positional: v.SchemaWithPipe<
                                                            readonly [
                                                              v.ArraySchema<Schema<InputPlace>, "a list">,
                                                              v.ReadonlyAction<InputPlace[]>,
                                                            ]
                                                          >;
                                                          keywords: v.SchemaWithPipe<
                                                            readonly [
                                                              v.ArraySchema<
                                                                v.SchemaWithPipe<
                                                                  readonly [
                                                                    v.StrictTupleSchema<
                                                                      [v.StringSchema<"a text">, Schema<InputPlace>],
                                                                      "a pair"
                                                                    >,
                                                                    v.ReadonlyAction<[string, InputPlace]>,
                                                                  ]
                                                                >,
                                                                "a list"
                                                              >,
                                                              v.ReadonlyAction<(readonly [string, InputPlace])[]>,
                                                            ]
                                                          >;
                                                        },
                                                        "an object"
                                                      >,
                                                      v.ReadonlyAction<{
                                                        readonly positional: readonly InputPlace[];
                                                        readonly keywords: readonly (readonly [string, InputPlace])[];
                                                      }>,
                                                    ]
                                                  >,
                                                  v.DescriptionAction<
                                                    Readonly<{
                                                      readonly positional: readonly InputPlace[];
                                                      readonly keywords: readonly (readonly [string, InputPlace])[];
                                                    }>,
                                                    string
                                                  >,
                                                ]
                                              >,
                                              undefined
                                            >;
                                            default: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.SchemaWithPipe<
                                                    readonly [
                                                      v.ObjectSchema<
                                                        {
                                                          type: v.PicklistSchema<
                                                            readonly [
                                                              "table",
                                                              "numeric",
                                                              "string",
                                                              "boolean",
                                                              "dictionary",
                                                              "list",
                                                              "tuple",
                                                              "json",
                                                              "bytes",
                                                              "image",
                                                              "picklable",
                                                              "unknown",
                                                            ],
                                                            `one of ${string}`
                                                          >;
                                                          json: v.ExactOptionalSchema<
                                                            v.CustomSchema<
                                                              Json,
                                                              v.ErrorMessage<v.CustomIssue> | undefined
                                                            >,
                                                            undefined
                                                          >;
                                                        },
                                                        "an object"
                                                      >,
                                                      v.ReadonlyAction<{
                                                        type:
                                                          | "boolean"
                                                          | "bytes"
                                                          | "dictionary"
                                                          | "image"
                                                          | "json"
                                                          | "list"
                                                          | "numeric"
                                                          | "picklable"
                                                          | "string"
                                                          | "table"
                                                          | "tuple"
                                                          | "unknown";
                                                        json?: Json;
                                                      }>,
                                                    ]
                                                  >,
                                                  v.DescriptionAction<
                                                    Readonly<{
                                                      type:
                                                        | "boolean"
                                                        | "bytes"
                                                        | "dictionary"
                                                        | "image"
                                                        | "json"
                                                        | "list"
                                                        | "numeric"
                                                        | "picklable"
                                                        | "string"
                                                        | "table"
                                                        | "tuple"
                                                        | "unknown";
                                                      json?: Json;
                                                    }>,
                                                    string
                                                  >,
                                                ]
                                              >,
                                              undefined
                                            >;
                                            source: v.SchemaWithPipe<
                                              readonly [
                                                v.SchemaWithPipe<
                                                  readonly [
                                                    v.ObjectSchema<
                                                      {
                                                        file: v.SchemaWithPipe<
                                                          readonly [
                                                            v.StringSchema<"a text">,
                                                            v.DescriptionAction<string, string>,
                                                          ]
                                                        >;
                                                        line: v.SchemaWithPipe<
                                                          readonly [
                                                            v.SchemaWithPipe<
                                                              readonly [
                                                                v.NumberSchema<string>,
                                                                v.SafeIntegerAction<number, string>,
                                                                v.MinValueAction<number, number, string>,
                                                              ]
                                                            >,
                                                            v.DescriptionAction<number, string>,
                                                          ]
                                                        >;
                                                        column: v.SchemaWithPipe<
                                                          readonly [
                                                            v.SchemaWithPipe<
                                                              readonly [
                                                                v.NumberSchema<string>,
                                                                v.SafeIntegerAction<number, string>,
                                                                v.MinValueAction<number, number, string>,
                                                              ]
                                                            >,
                                                            v.DescriptionAction<number, string>,
                                                          ]
                                                        >;
                                                        endLine: v.SchemaWithPipe<
                                                          readonly [
                                                            v.NumberSchema<string>,
                                                            v.SafeIntegerAction<number, string>,
                                                            v.MinValueAction<number, number, string>,
                                                          ]
                                                        >;
                                                        endColumn: v.SchemaWithPipe<
                                                          readonly [
                                                            v.SchemaWithPipe<
                                                              readonly [
                                                                v.NumberSchema<string>,
                                                                v.SafeIntegerAction<number, string>,
                                                                v.MinValueAction<number, number, string>,
                                                              ]
                                                            >,
                                                            v.DescriptionAction<number, string>,
                                                          ]
                                                        >;
                                                      },
                                                      "an object"
                                                    >,
                                                    v.ReadonlyAction<{
                                                      file: string;
                                                      line: number;
                                                      column: number;
                                                      endLine: number;
                                                      endColumn: number;
                                                    }>,
                                                  ]
                                                >,
                                                v.DescriptionAction<
                                                  Readonly<{
                                                    file: string;
                                                    line: number;
                                                    column: number;
                                                    endLine: number;
                                                    endColumn: number;
                                                  }>,
                                                  string
                                                >,
                                              ]
                                            >;
                                            definition: v.SchemaWithPipe<
                                              readonly [
                                                v.NullableSchema<
                                                  v.SchemaWithPipe<
                                                    readonly [
                                                      v.ObjectSchema<
                                                        {
                                                          file: v.SchemaWithPipe<
                                                            readonly [
                                                              v.StringSchema<"a text">,
                                                              v.DescriptionAction<string, string>,
                                                            ]
                                                          >;
                                                          line: v.SchemaWithPipe<
                                                            readonly [
                                                              v.SchemaWithPipe<
                                                                readonly [
                                                                  v.NumberSchema<string>,
                                                                  v.SafeIntegerAction<number, string>,
                                                                  v.MinValueAction<number, number, string>,
                                                                ]
                                                              >,
                                                              v.DescriptionAction<number, string>,
                                                            ]
                                                          >;
                                                          column: v.SchemaWithPipe<
                                                            readonly [
                                                              v.SchemaWithPipe<
                                                                readonly [
                                                                  v.NumberSchema<string>,
                                                                  v.SafeIntegerAction<number, string>,
                                                                  v.MinValueAction<number, number, string>,
                                                                ]
                                                              >,
                                                              v.DescriptionAction<number, string>,
                                                            ]
                                                          >;
                                                          endLine: v.SchemaWithPipe<
                                                            readonly [
                                                              v.NumberSchema<string>,
                                                              v.SafeIntegerAction<number, string>,
                                                              v.MinValueAction<number, number, string>,
                                                            ]
                                                          >;
                                                          endColumn: v.SchemaWithPipe<
                                                            readonly [
                                                              v.SchemaWithPipe<
                                                                readonly [
                                                                  v.NumberSchema<string>,
                                                                  v.SafeIntegerAction<number, string>,
                                                                  v.MinValueAction<number, number, string>,
                                                                ]
                                                              >,
                                                              v.DescriptionAction<number, string>,
                                                            ]
                                                          >;
                                                        },
                                                        "an object"
                                                      >,
                                                      v.ReadonlyAction<{
                                                        file: string;
                                                        line: number;
                                                        column: number;
                                                        endLine: number;
                                                        endColumn: number;
                                                      }>,
                                                    ]
                                                  >,
                                                  undefined
                                                >,
                                                v.DescriptionAction<
                                                  Readonly<{
                                                    file: string;
                                                    line: number;
                                                    column: number;
                                                    endLine: number;
                                                    endColumn: number;
                                                  }> | null,
                                                  string
                                                >,
                                              ]
                                            >;
                                            repeated: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.BooleanSchema<"true or false">,
                                                  v.DescriptionAction<boolean, string>,
                                                ]
                                              >,
                                              undefined
                                            >;
                                            unknown: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.BooleanSchema<"true or false">,
                                                  v.DescriptionAction<boolean, string>,
                                                ]
                                              >,
                                              undefined
                                            >;
                                            stale: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.BooleanSchema<"true or false">,
                                                  v.DescriptionAction<boolean, string>,
                                                ]
                                              >,
                                              undefined
                                            >;
                                          },
                                          "an object"
                                        >,
                                        v.ReadonlyAction<{
                                          id: string;
                                          name: string;
                                          kind:
                                            | "check"
                                            | "extract"
                                            | "function"
                                            | "metric"
                                            | "parameter"
                                            | "save"
                                            | "systemMetric";
                                          inputs: readonly string[];
                                          readonly outputs: readonly string[];
                                          severity?: "error" | "warning";
                                          bound?: Readonly<{
                                            comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                                            value: Json;
                                          }>;
                                          resource?: string;
                                          query?: string | readonly string[];
                                          tags?: readonly string[];
                                          table?: string;
                                          mode?: "append" | "fail" | "replace";
                                          explicit?: boolean;
                                          call?: Readonly<{
                                            readonly positional: readonly InputPlace[];
                                            readonly keywords: readonly (readonly [string, InputPlace])[];
                                          }>;
                                          default?: Readonly<{
                                            type:
                                              | "boolean"
                                              | "bytes"
                                              | "dictionary"
                                              | "image"
                                              | "json"
                                              | "list"
                                              | "numeric"
                                              | "picklable"
                                              | "string"
                                              | "table"
                                              | "tuple"
                                              | "unknown";
                                            json?: Json;
                                          }>;
                                          source: Readonly<{
                                            file: string;
                                            line: number;
                                            column: number;
                                            endLine: number;
                                            endColumn: number;
                                          }>;
                                          definition: Readonly<{
                                            file: string;
                                            line: number;
                                            column: number;
                                            endLine: number;
                                            endColumn: number;
                                          }> | null;
                                          repeated?: boolean;
                                          unknown?: boolean;
                                          stale?: boolean;
                                        }>,
                                      ]
                                    >,
                                    "a list"
                                  >,
                                  v.ReadonlyAction<
                                    Readonly<{
                                      id: string;
                                      name: string;
                                      kind:
                                        | "check"
                                        | "extract"
                                        | "function"
                                        | "metric"
                                        | "parameter"
                                        | "save"
                                        | "systemMetric";
                                      inputs: readonly string[];
                                      readonly outputs: readonly string[];
                                      severity?: "error" | "warning";
                                      bound?: Readonly<{
                                        comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                                        value: Json;
                                      }>;
                                      resource?: string;
                                      query?: string | readonly string[];
                                      tags?: readonly string[];
                                      table?: string;
                                      mode?: "append" | "fail" | "replace";
                                      explicit?: boolean;
                                      call?: Readonly<{
                                        readonly positional: readonly InputPlace[];
                                        readonly keywords: readonly (readonly [string, InputPlace])[];
                                      }>;
                                      default?: Readonly<{
                                        type:
                                          | "boolean"
                                          | "bytes"
                                          | "dictionary"
                                          | "image"
                                          | "json"
                                          | "list"
                                          | "numeric"
                                          | "picklable"
                                          | "string"
                                          | "table"
                                          | "tuple"
                                          | "unknown";
                                        json?: Json;
                                      }>;
                                      source: Readonly<{
                                        file: string;
                                        line: number;
                                        column: number;
                                        endLine: number;
                                        endColumn: number;
                                      }>;
                                      definition: Readonly<{
                                        file: string;
                                        line: number;
                                        column: number;
                                        endLine: number;
                                        endColumn: number;
                                      }> | null;
                                      repeated?: boolean;
                                      unknown?: boolean;
                                      stale?: boolean;
                                    }>[]
                                  >,
                                ]
                              >,
                              v.DescriptionAction<
                                readonly Readonly<{
                                  id: string;
                                  name: string;
                                  kind:
                                    | "check"
                                    | "extract"
                                    | "function"
                                    | "metric"
                                    | "parameter"
                                    | "save"
                                    | "systemMetric";
                                  inputs: readonly string[];
                                  readonly outputs: readonly string[];
                                  severity?: "error" | "warning";
                                  bound?: Readonly<{
                                    comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                                    value: Json;
                                  }>;
                                  resource?: string;
                                  query?: string | readonly string[];
                                  tags?: readonly string[];
                                  table?: string;
                                  mode?: "append" | "fail" | "replace";
                                  explicit?: boolean;
                                  call?: Readonly<{
                                    readonly positional: readonly InputPlace[];
                                    readonly keywords: readonly (readonly [string, InputPlace])[];
                                  }>;
                                  default?: Readonly<{
                                    type:
                                      | "boolean"
                                      | "bytes"
                                      | "dictionary"
                                      | "image"
                                      | "json"
                                      | "list"
                                      | "numeric"
                                      | "picklable"
                                      | "string"
                                      | "table"
                                      | "tuple"
                                      | "unknown";
                                    json?: Json;
                                  }>;
                                  source: Readonly<{
                                    file: string;
                                    line: number;
                                    column: number;
                                    endLine: number;
                                    endColumn: number;
                                  }>;
                                  definition: Readonly<{
                                    file: string;
                                    line: number;
                                    column: number;
                                    endLine: number;
                                    endColumn: number;
                                  }> | null;
                                  repeated?: boolean;
                                  unknown?: boolean;
                                  stale?: boolean;
                                }>[],
                                string
                              >,
                            ]
                          >;
                          artifacts: v.SchemaWithPipe<
                            readonly [
                              v.ArraySchema<
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ObjectSchema<
                                      {
                                        id: v.SchemaWithPipe<
                                          readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                        >;
                                        name: v.StringSchema<"a text">;
                                        type: v.PicklistSchema<
                                          readonly [
                                            "table",
                                            "numeric",
                                            "string",
                                            "boolean",
                                            "dictionary",
                                            "list",
                                            "tuple",
                                            "json",
                                            "bytes",
                                            "image",
                                            "picklable",
                                            "unknown",
                                          ],
                                          `one of ${string}`
                                        >;
                                        producer: v.SchemaWithPipe<
                                          readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                        >;
                                      },
                                      "an object"
                                    >,
                                    v.ReadonlyAction<{
                                      id: string;
                                      name: string;
                                      type:
                                        | "boolean"
                                        | "bytes"
                                        | "dictionary"
                                        | "image"
                                        | "json"
                                        | "list"
                                        | "numeric"
                                        | "picklable"
                                        | "string"
                                        | "table"
                                        | "tuple"
                                        | "unknown";
                                      producer: string;
                                    }>,
                                  ]
                                >,
                                "a list"
                              >,
                              v.ReadonlyAction<
                                Readonly<{
                                  id: string;
                                  name: string;
                                  type:
                                    | "boolean"
                                    | "bytes"
                                    | "dictionary"
                                    | "image"
                                    | "json"
                                    | "list"
                                    | "numeric"
                                    | "picklable"
                                    | "string"
                                    | "table"
                                    | "tuple"
                                    | "unknown";
                                  producer: string;
                                }>[]
                              >,
                            ]
                          >;
                        },
                        "an object"
                      >,
                      v.ReadonlyAction<{
                        name: string | null;
                        description?: string;
                        engine: string | null;
                        schedule: string | null;
                        unknownSchedule?: boolean;
                        source: Readonly<{
                          file: string;
                          line: number;
                          column: number;
                          endLine: number;
                          endColumn: number;
                        }> | null;
                        operators: readonly Readonly<{
                          id: string;
                          name: string;
                          kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
                          inputs: readonly string[];
                          readonly outputs: readonly string[];
                          severity?: "error" | "warning";
                          bound?: Readonly<{
                            comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                            value: Json;
                          }>;
                          resource?: string;
                          query?: string | readonly string[];
                          tags?: readonly string[];
                          table?: string;
                          mode?: "append" | "fail" | "replace";
                          explicit?: boolean;
                          call?: Readonly<{
                            readonly positional: readonly InputPlace[];
                            readonly keywords: readonly (readonly [string, InputPlace])[];
                          }>;
                          default?: Readonly<{
                            type:
                              | "boolean"
                              | "bytes"
                              | "dictionary"
                              | "image"
                              | "json"
                              | "list"
                              | "numeric"
                              | "picklable"
                              | "string"
                              | "table"
                              | "tuple"
                              | "unknown";
                            json?: Json;
                          }>;
                          source: Readonly<{
                            file: string;
                            line: number;
                            column: number;
                            endLine: number;
                            endColumn: number;
                          }>;
                          definition: Readonly<{
                            file: string;
                            line: number;
                            column: number;
                            endLine: number;
                            endColumn: number;
                          }> | null;
                          repeated?: boolean;
                          unknown?: boolean;
                          stale?: boolean;
                        }>[];
                        readonly artifacts: readonly Readonly<{
                          id: string;
                          name: string;
                          type:
                            | "boolean"
                            | "bytes"
                            | "dictionary"
                            | "image"
                            | "json"
                            | "list"
                            | "numeric"
                            | "picklable"
                            | "string"
                            | "table"
                            | "tuple"
                            | "unknown";
                          producer: string;
                        }>[];
                      }>,
                    ]
                  >,
                  "a list"
                >,
                v.ReadonlyAction<
                  Readonly<{
                    name: string | null;
                    description?: string;
                    engine: string | null;
                    schedule: string | null;
                    unknownSchedule?: boolean;
                    source: Readonly<{
                      file: string;
                      line: number;
                      column: number;
                      endLine: number;
                      endColumn: number;
                    }> | null;
                    operators: readonly Readonly<{
                      id: string;
                      name: string;
                      kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
                      inputs: readonly string[];
                      readonly outputs: readonly string[];
                      severity?: "error" | "warning";
                      bound?: Readonly<{
                        comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                        value: Json;
                      }>;
                      resource?: string;
                      query?: string | readonly string[];
                      tags?: readonly string[];
                      table?: string;
                      mode?: "append" | "fail" | "replace";
                      explicit?: boolean;
                      call?: Readonly<{
                        readonly positional: readonly InputPlace[];
                        readonly keywords: readonly (readonly [string, InputPlace])[];
                      }>;
                      default?: Readonly<{
                        type:
                          | "boolean"
                          | "bytes"
                          | "dictionary"
                          | "image"
                          | "json"
                          | "list"
                          | "numeric"
                          | "picklable"
                          | "string"
                          | "table"
                          | "tuple"
                          | "unknown";
                        json?: Json;
                      }>;
                      source: Readonly<{
                        file: string;
                        line: number;
                        column: number;
                        endLine: number;
                        endColumn: number;
                      }>;
                      definition: Readonly<{
                        file: string;
                        line: number;
                        column: number;
                        endLine: number;
                        endColumn: number;
                      }> | null;
                      repeated?: boolean;
                      unknown?: boolean;
                      stale?: boolean;
                    }>[];
                    readonly artifacts: readonly Readonly<{
                      id: string;
                      name: string;
                      type:
                        | "boolean"
                        | "bytes"
                        | "dictionary"
                        | "image"
                        | "json"
                        | "list"
                        | "numeric"
                        | "picklable"
                        | "string"
                        | "table"
                        | "tuple"
                        | "unknown";
                      producer: string;
                    }>[];
                  }>[]
                >,
              ]
            >,
            v.DescriptionAction<
              readonly Readonly<{
                name: string | null;
                description?: string;
                engine: string | null;
                schedule: string | null;
                unknownSchedule?: boolean;
                source: Readonly<{
                  file: string;
                  line: number;
                  column: number;
                  endLine: number;
                  endColumn: number;
                }> | null;
                operators: readonly Readonly<{
                  id: string;
                  name: string;
                  kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
                  inputs: readonly string[];
                  readonly outputs: readonly string[];
                  severity?: "error" | "warning";
                  bound?: Readonly<{
                    comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                    value: Json;
                  }>;
                  resource?: string;
                  query?: string | readonly string[];
                  tags?: readonly string[];
                  table?: string;
                  mode?: "append" | "fail" | "replace";
                  explicit?: boolean;
                  call?: Readonly<{
                    readonly positional: readonly InputPlace[];
                    readonly keywords: readonly (readonly [string, InputPlace])[];
                  }>;
                  default?: Readonly<{
                    type:
                      | "boolean"
                      | "bytes"
                      | "dictionary"
                      | "image"
                      | "json"
                      | "list"
                      | "numeric"
                      | "picklable"
                      | "string"
                      | "table"
                      | "tuple"
                      | "unknown";
                    json?: Json;
                  }>;
                  source: Readonly<{
                    file: string;
                    line: number;
                    column: number;
                    endLine: number;
                    endColumn: number;
                  }>;
                  definition: Readonly<{
                    file: string;
                    line: number;
                    column: number;
                    endLine: number;
                    endColumn: number;
                  }> | null;
                  repeated?: boolean;
                  unknown?: boolean;
                  stale?: boolean;
                }>[];
                readonly artifacts: readonly Readonly<{
                  id: string;
                  name: string;
                  type:
                    | "boolean"
                    | "bytes"
                    | "dictionary"
                    | "image"
                    | "json"
                    | "list"
                    | "numeric"
                    | "picklable"
                    | "string"
                    | "table"
                    | "tuple"
                    | "unknown";
                  producer: string;
                }>[];
              }>[],
              string
            >,
          ]
        >;
        neverCalled: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<
                readonly [
                  v.ArraySchema<
                    v.SchemaWithPipe<
                      readonly [
                        v.ObjectSchema<
                          {
                            id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                            name: v.StringSchema<"a text">;
                            kind: v.PicklistSchema<
                              readonly ["extract", "function", "metric", "check", "save", "parameter", "systemMetric"],
                              `one of ${string}`
                            >;
                            inputs: v.SchemaWithPipe<
                              readonly [
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ArraySchema<
                                      v.SchemaWithPipe<
                                        readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                      >,
                                      "a list"
                                    >,
                                    v.ReadonlyAction<string[]>,
                                  ]
                                >,
                                v.DescriptionAction<readonly string[], string>,
                              ]
                            >;
                            outputs: v.SchemaWithPipe<
                              readonly [
                                v.ArraySchema<
                                  v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                                  "a list"
                                >,
                                v.ReadonlyAction<string[]>,
                              ]
                            >;
                            severity: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [
                                  v.PicklistSchema<readonly ["warning", "error"], `one of ${string}`>,
                                  v.DescriptionAction<"error" | "warning", string>,
                                ]
                              >,
                              undefined
                            >;
                            bound: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [
                                  v.SchemaWithPipe<
                                    readonly [
                                      v.ObjectSchema<
                                        {
                                          comparison: v.PicklistSchema<
                                            readonly ["lessThan", "greaterThan", "equal", "notEqual"],
                                            `one of ${string}`
                                          >;
                                          value: v.SchemaWithPipe<
                                            readonly [Schema<Json>, v.DescriptionAction<Json, string>]
                                          >;
                                        },
                                        "an object"
                                      >,
                                      v.ReadonlyAction<{
                                        comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                                        value: Json;
                                      }>,
                                    ]
                                  >,
                                  v.DescriptionAction<
                                    Readonly<{
                                      comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                                      value: Json;
                                    }>,
                                    string
                                  >,
                                ]
                              >,
                              undefined
                            >;
                            resource: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                              >,
                              undefined
                            >;
                            query: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [
                                  v.UnionSchema<
                                    readonly [
                                      v.StringSchema<"a text">,
                                      v.SchemaWithPipe<
                                        readonly [
                                          v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                          v.ReadonlyAction<string[]>,
                                        ]
                                      >,
                                    ],
                                    string
                                  >,
                                  v.DescriptionAction<string | readonly string[], string>,
                                ]
                              >,
                              undefined
                            >;
                            tags: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [
                                  v.SchemaWithPipe<
                                    readonly [
                                      v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                      v.ReadonlyAction<string[]>,
                                    ]
                                  >,
                                  v.DescriptionAction<readonly string[], string>,
                                ]
                              >,
                              undefined
                            >;
                            table: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                              >,
                              undefined
                            >;
                            mode: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [
                                  v.PicklistSchema<readonly ["replace", "append", "fail"], `one of ${string}`>,
                                  v.DescriptionAction<"append" | "fail" | "replace", string>,
                                ]
                              >,
                              undefined
                            >;
                            explicit: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]
                              >,
                              undefined
                            >;
                            call: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [
                                  v.SchemaWithPipe<
                                    readonly [
                                      v.ObjectSchema<
                                        {
                                          positional: v.SchemaWithPipe<
                                            readonly [
                                              v.ArraySchema<Schema<InputPlace>, "a list">,
                                              v.ReadonlyAction<InputPlace[]>,
                                            ]
                                          >;
                                          keywords: v.SchemaWithPipe<
                                            readonly [
                                              v.ArraySchema<
                                                v.SchemaWithPipe<
                                                  readonly [
                                                    v.StrictTupleSchema<
                                                      [v.StringSchema<"a text">, Schema<InputPlace>],
                                                      "a pair"
                                                    >,
                                                    v.ReadonlyAction<[string, InputPlace]>,
                                                  ]
                                                >,
                                                "a list"
                                              >,
                                              v.ReadonlyAction<(readonly [string, InputPlace])[]>,
                                            ]
                                          >;
                                        },
                                        "an object"
                                      >,
                                      v.ReadonlyAction<{
                                        readonly positional: readonly InputPlace[];
                                        readonly keywords: readonly (readonly [string, InputPlace])[];
                                      }>,
                                    ]
                                  >,
                                  v.DescriptionAction<
                                    Readonly<{
                                      readonly positional: readonly InputPlace[];
                                      readonly keywords: readonly (readonly [string, InputPlace])[];
                                    }>,
                                    string
                                  >,
                                ]
                              >,
                              undefined
                            >;
                            default: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [
                                  v.SchemaWithPipe<
                                    readonly [
                                      v.ObjectSchema<
                                        {
                                          type: v.PicklistSchema<
                                            readonly [
                                              "table",
                                              "numeric",
                                              "string",
                                              "boolean",
                                              "dictionary",
                                              "list",
                                              "tuple",
                                              "json",
                                              "bytes",
                                              "image",
                                              "picklable",
                                              "unknown",
                                            ],
                                            `one of ${string}`
                                          >;
                                          json: v.ExactOptionalSchema<
                                            v.CustomSchema<Json, v.ErrorMessage<v.CustomIssue> | undefined>,
                                            undefined
                                          >;
                                        },
                                        "an object"
                                      >,
                                      v.ReadonlyAction<{
                                        type:
                                          | "boolean"
                                          | "bytes"
                                          | "dictionary"
                                          | "image"
                                          | "json"
                                          | "list"
                                          | "numeric"
                                          | "picklable"
                                          | "string"
                                          | "table"
                                          | "tuple"
                                          | "unknown";
                                        json?: Json;
                                      }>,
                                    ]
                                  >,
                                  v.DescriptionAction<
                                    Readonly<{
                                      type:
                                        | "boolean"
                                        | "bytes"
                                        | "dictionary"
                                        | "image"
                                        | "json"
                                        | "list"
                                        | "numeric"
                                        | "picklable"
                                        | "string"
                                        | "table"
                                        | "tuple"
                                        | "unknown";
                                      json?: Json;
                                    }>,
                                    string
                                  >,
                                ]
                              >,
                              undefined
                            >;
                            source: v.SchemaWithPipe<
                              readonly [
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ObjectSchema<
                                      {
                                        file: v.SchemaWithPipe<
                                          readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                        >;
                                        line: v.SchemaWithPipe<
                                          readonly [
                                            v.SchemaWithPipe<
                                              readonly [
                                                v.NumberSchema<string>,
                                                v.SafeIntegerAction<number, string>,
                                                v.MinValueAction<number, number, string>,
                                              ]
                                            >,
                                            v.DescriptionAction<number, string>,
                                          ]
                                        >;
                                        column: v.SchemaWithPipe<
                                          readonly [
                                            v.SchemaWithPipe<
                                              readonly [
                                                v.NumberSchema<string>,
                                                v.SafeIntegerAction<number, string>,
                                                v.MinValueAction<number, number, string>,
                                              ]
                                            >,
                                            v.DescriptionAction<number, string>,
                                          ]
                                        >;
                                        endLine: v.SchemaWithPipe<
                                          readonly [
                                            v.NumberSchema<string>,
                                            v.SafeIntegerAction<number, string>,
                                            v.MinValueAction<number, number, string>,
                                          ]
                                        >;
                                        endColumn: v.SchemaWithPipe<
                                          readonly [
                                            v.SchemaWithPipe<
                                              readonly [
                                                v.NumberSchema<string>,
                                                v.SafeIntegerAction<number, string>,
                                                v.MinValueAction<number, number, string>,
                                              ]
                                            >,
                                            v.DescriptionAction<number, string>,
                                          ]
                                        >;
                                      },
                                      "an object"
                                    >,
                                    v.ReadonlyAction<{
                                      file: string;
                                      line: number;
                                      column: number;
                                      endLine: number;
                                      endColumn: number;
                                    }>,
                                  ]
                                >,
                                v.DescriptionAction<
                                  Readonly<{
                                    file: string;
                                    line: number;
                                    column: number;
                                    endLine: number;
                                    endColumn: number;
                                  }>,
                                  string
                                >,
                              ]
                            >;
                            definition: v.SchemaWithPipe<
                              readonly [
                                v.NullableSchema<
                                  v.SchemaWithPipe<
                                    readonly [
                                      v.ObjectSchema<
                                        {
                                          file: v.SchemaWithPipe<
                                            readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                          >;
                                          line: v.SchemaWithPipe<
                                            readonly [
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.NumberSchema<string>,
                                                  v.SafeIntegerAction<number, string>,
                                                  v.MinValueAction<number, number, string>,
                                                ]
                                              >,
                                              v.DescriptionAction<number, string>,
                                            ]
                                          >;
                                          column: v.SchemaWithPipe<
                                            readonly [
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.NumberSchema<string>,
                                                  v.SafeIntegerAction<number, string>,
                                                  v.MinValueAction<number, number, string>,
                                                ]
                                              >,
                                              v.DescriptionAction<number, string>,
                                            ]
                                          >;
                                          endLine: v.SchemaWithPipe<
                                            readonly [
                                              v.NumberSchema<string>,
                                              v.SafeIntegerAction<number, string>,
                                              v.MinValueAction<number, number, string>,
                                            ]
                                          >;
                                          endColumn: v.SchemaWithPipe<
                                            readonly [
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.NumberSchema<string>,
                                                  v.SafeIntegerAction<number, string>,
                                                  v.MinValueAction<number, number, string>,
                                                ]
                                              >,
                                              v.DescriptionAction<number, string>,
                                            ]
                                          >;
                                        },
                                        "an object"
                                      >,
                                      v.ReadonlyAction<{
                                        file: string;
                                        line: number;
                                        column: number;
                                        endLine: number;
                                        endColumn: number;
                                      }>,
                                    ]
                                  >,
                                  undefined
                                >,
                                v.DescriptionAction<
                                  Readonly<{
                                    file: string;
                                    line: number;
                                    column: number;
                                    endLine: number;
                                    endColumn: number;
                                  }> | null,
                                  string
                                >,
                              ]
                            >;
                            repeated: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]
                              >,
                              undefined
                            >;
                            unknown: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]
                              >,
                              undefined
                            >;
                            stale: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]
                              >,
                              undefined
                            >;
                          },
                          "an object"
                        >,
                        v.ReadonlyAction<{
                          id: string;
                          name: string;
                          kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
                          inputs: readonly string[];
                          readonly outputs: readonly string[];
                          severity?: "error" | "warning";
                          bound?: Readonly<{
                            comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                            value: Json;
                          }>;
                          resource?: string;
                          query?: string | readonly string[];
                          tags?: readonly string[];
                          table?: string;
                          mode?: "append" | "fail" | "replace";
                          explicit?: boolean;
                          call?: Readonly<{
                            readonly positional: readonly InputPlace[];
                            readonly keywords: readonly (readonly [string, InputPlace])[];
                          }>;
                          default?: Readonly<{
                            type:
                              | "boolean"
                              | "bytes"
                              | "dictionary"
                              | "image"
                              | "json"
                              | "list"
                              | "numeric"
                              | "picklable"
                              | "string"
                              | "table"
                              | "tuple"
                              | "unknown";
                            json?: Json;
                          }>;
                          source: Readonly<{
                            file: string;
                            line: number;
                            column: number;
                            endLine: number;
                            endColumn: number;
                          }>;
                          definition: Readonly<{
                            file: string;
                            line: number;
                            column: number;
                            endLine: number;
                            endColumn: number;
                          }> | null;
                          repeated?: boolean;
                          unknown?: boolean;
                          stale?: boolean;
                        }>,
                      ]
                    >,
                    "a list"
                  >,
                  v.ReadonlyAction<
                    Readonly<{
                      id: string;
                      name: string;
                      kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
                      inputs: readonly string[];
                      readonly outputs: readonly string[];
                      severity?: "error" | "warning";
                      bound?: Readonly<{
                        comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                        value: Json;
                      }>;
                      resource?: string;
                      query?: string | readonly string[];
                      tags?: readonly string[];
                      table?: string;
                      mode?: "append" | "fail" | "replace";
                      explicit?: boolean;
                      call?: Readonly<{
                        readonly positional: readonly InputPlace[];
                        readonly keywords: readonly (readonly [string, InputPlace])[];
                      }>;
                      default?: Readonly<{
                        type:
                          | "boolean"
                          | "bytes"
                          | "dictionary"
                          | "image"
                          | "json"
                          | "list"
                          | "numeric"
                          | "picklable"
                          | "string"
                          | "table"
                          | "tuple"
                          | "unknown";
                        json?: Json;
                      }>;
                      source: Readonly<{
                        file: string;
                        line: number;
                        column: number;
                        endLine: number;
                        endColumn: number;
                      }>;
                      definition: Readonly<{
                        file: string;
                        line: number;
                        column: number;
                        endLine: number;
                        endColumn: number;
                      }> | null;
                      repeated?: boolean;
                      unknown?: boolean;
                      stale?: boolean;
                    }>[]
                  >,
                ]
              >,
              v.DescriptionAction<
                readonly Readonly<{
                  id: string;
                  name: string;
                  kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
                  inputs: readonly string[];
                  readonly outputs: readonly string[];
                  severity?: "error" | "warning";
                  bound?: Readonly<{
                    comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                    value: Json;
                  }>;
                  resource?: string;
                  query?: string | readonly string[];
                  tags?: readonly string[];
                  table?: string;
                  mode?: "append" | "fail" | "replace";
                  explicit?: boolean;
                  call?: Readonly<{
                    readonly positional: readonly InputPlace[];
                    readonly keywords: readonly (readonly [string, InputPlace])[];
                  }>;
                  default?: Readonly<{
                    type:
                      | "boolean"
                      | "bytes"
                      | "dictionary"
                      | "image"
                      | "json"
                      | "list"
                      | "numeric"
                      | "picklable"
                      | "string"
                      | "table"
                      | "tuple"
                      | "unknown";
                    json?: Json;
                  }>;
                  source: Readonly<{
                    file: string;
                    line: number;
                    column: number;
                    endLine: number;
                    endColumn: number;
                  }>;
                  definition: Readonly<{
                    file: string;
                    line: number;
                    column: number;
                    endLine: number;
                    endColumn: number;
                  }> | null;
                  repeated?: boolean;
                  unknown?: boolean;
                  stale?: boolean;
                }>[],
                string
              >,
            ]
          >,
          undefined
        >;
        problems: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      file: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
                      line: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [
                              v.NumberSchema<string>,
                              v.SafeIntegerAction<number, string>,
                              v.MinValueAction<number, number, string>,
                            ]
                          >,
                          v.DescriptionAction<number, string>,
                        ]
                      >;
                      column: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [
                              v.NumberSchema<string>,
                              v.SafeIntegerAction<number, string>,
                              v.MinValueAction<number, number, string>,
                            ]
                          >,
                          v.DescriptionAction<number, string>,
                        ]
                      >;
                      endLine: v.SchemaWithPipe<
                        readonly [
                          v.NumberSchema<string>,
                          v.SafeIntegerAction<number, string>,
                          v.MinValueAction<number, number, string>,
                        ]
                      >;
                      endColumn: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [
                              v.NumberSchema<string>,
                              v.SafeIntegerAction<number, string>,
                              v.MinValueAction<number, number, string>,
                            ]
                          >,
                          v.DescriptionAction<number, string>,
                        ]
                      >;
                      code: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
                      severity: v.PicklistSchema<
                        readonly ["error", "warning", "information", "hint"],
                        `one of ${string}`
                      >;
                      message: v.SchemaWithPipe<
                        readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    file: string;
                    line: number;
                    column: number;
                    endLine: number;
                    endColumn: number;
                    code: string;
                    severity: "error" | "hint" | "information" | "warning";
                    message: string;
                  }>,
                ]
              >,
              "a list"
            >,
            v.ReadonlyAction<
              Readonly<{
                file: string;
                line: number;
                column: number;
                endLine: number;
                endColumn: number;
                code: string;
                severity: "error" | "hint" | "information" | "warning";
                message: string;
              }>[]
            >,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      format: 1;
      workflows: readonly Readonly<{
        name: string | null;
        description?: string;
        engine: string | null;
        schedule: string | null;
        unknownSchedule?: boolean;
        source: Readonly<{
          file: string;
          line: number;
          column: number;
          endLine: number;
          endColumn: number;
        }> | null;
        operators: readonly Readonly<{
          id: string;
          name: string;
          kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
          inputs: readonly string[];
          readonly outputs: readonly string[];
          severity?: "error" | "warning";
          bound?: Readonly<{
            comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
            value: Json;
          }>;
          resource?: string;
          query?: string | readonly string[];
          tags?: readonly string[];
          table?: string;
          mode?: "append" | "fail" | "replace";
          explicit?: boolean;
          call?: Readonly<{
            readonly positional: readonly InputPlace[];
            readonly keywords: readonly (readonly [string, InputPlace])[];
          }>;
          default?: Readonly<{
            type:
              | "boolean"
              | "bytes"
              | "dictionary"
              | "image"
              | "json"
              | "list"
              | "numeric"
              | "picklable"
              | "string"
              | "table"
              | "tuple"
              | "unknown";
            json?: Json;
          }>;
          source: Readonly<{
            file: string;
            line: number;
            column: number;
            endLine: number;
            endColumn: number;
          }>;
          definition: Readonly<{
            file: string;
            line: number;
            column: number;
            endLine: number;
            endColumn: number;
          }> | null;
          repeated?: boolean;
          unknown?: boolean;
          stale?: boolean;
        }>[];
        readonly artifacts: readonly Readonly<{
          id: string;
          name: string;
          type:
            | "boolean"
            | "bytes"
            | "dictionary"
            | "image"
            | "json"
            | "list"
            | "numeric"
            | "picklable"
            | "string"
            | "table"
            | "tuple"
            | "unknown";
          producer: string;
        }>[];
      }>[];
      neverCalled?: readonly Readonly<{
        id: string;
        name: string;
        kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
        inputs: readonly string[];
        readonly outputs: readonly string[];
        severity?: "error" | "warning";
        bound?: Readonly<{
          comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
          value: Json;
        }>;
        resource?: string;
        query?: string | readonly string[];
        tags?: readonly string[];
        table?: string;
        mode?: "append" | "fail" | "replace";
        explicit?: boolean;
        call?: Readonly<{
          readonly positional: readonly InputPlace[];
          readonly keywords: readonly (readonly [string, InputPlace])[];
        }>;
        default?: Readonly<{
          type:
            | "boolean"
            | "bytes"
            | "dictionary"
            | "image"
            | "json"
            | "list"
            | "numeric"
            | "picklable"
            | "string"
            | "table"
            | "tuple"
            | "unknown";
          json?: Json;
        }>;
        source: Readonly<{
          file: string;
          line: number;
          column: number;
          endLine: number;
          endColumn: number;
        }>;
        definition: Readonly<{
          file: string;
          line: number;
          column: number;
          endLine: number;
          endColumn: number;
        }> | null;
        repeated?: boolean;
        unknown?: boolean;
        stale?: boolean;
      }>[];
      readonly problems: readonly Readonly<{
        file: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
        code: string;
        severity: "error" | "hint" | "information" | "warning";
        message: string;
      }>[];
    }>,
  ]
>;
/** What a file says, found without running it or by tracing it: `aqueduct graph FILE --json`. */
export interface Graph extends v.InferOutput<typeof graph> {}
export declare const graphFormat: Format<Graph>;
export {};
