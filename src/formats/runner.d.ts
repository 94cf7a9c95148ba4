import type * as v from "valibot";
import type { Format } from "./reader.js";
declare const runnerJob: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        operator: v.SchemaWithPipe<
          readonly [
            v.ObjectSchema<
              {
                id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                name: v.StringSchema<"a text">;
                kind: v.PicklistSchema<
                  readonly ["extract", "function", "metric", "check", "save", "parameter", "systemMetric"],
                  `one of ${string}`
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
                                readonly [
                                  import("./schema.js").Schema<import("./schema.js").Json>,
                                  v.DescriptionAction<import("./schema.js").Json, string>,
                                ]
                              >;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                            value: import("./schema.js").Json;
                          }>,
                        ]
                      >,
                      v.DescriptionAction<
                        Readonly<{
                          comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                          value: import("./schema.js").Json;
                        }>,
                        string
                      >,
                    ]
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
                resource: v.ExactOptionalSchema<
                  v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
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
                                  v.ArraySchema<
                                    import("./schema.js").Schema<import("./graph.js").InputPlace>,
                                    "a list"
                                  >,
                                  v.ReadonlyAction<import("./graph.js").InputPlace[]>,
                                ]
                              >;
                              keywords: v.SchemaWithPipe<
                                readonly [
                                  v.ArraySchema<
                                    v.SchemaWithPipe<
                                      readonly [
                                        v.StrictTupleSchema<
                                          [
                                            v.StringSchema<"a text">,
                                            import("./schema.js").Schema<import("./graph.js").InputPlace>,
                                          ],
                                          "a pair"
                                        >,
                                        v.ReadonlyAction<[string, import("./graph.js").InputPlace]>,
                                      ]
                                    >,
                                    "a list"
                                  >,
                                  v.ReadonlyAction<(readonly [string, import("./graph.js").InputPlace])[]>,
                                ]
                              >;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            readonly positional: readonly import("./graph.js").InputPlace[];
                            readonly keywords: readonly (readonly [string, import("./graph.js").InputPlace])[];
                          }>,
                        ]
                      >,
                      v.DescriptionAction<
                        Readonly<{
                          readonly positional: readonly import("./graph.js").InputPlace[];
                          readonly keywords: readonly (readonly [string, import("./graph.js").InputPlace])[];
                        }>,
                        string
                      >,
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
              kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
              readonly outputs: readonly string[];
              severity?: "error" | "warning";
              bound?: Readonly<{
                comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                value: import("./schema.js").Json;
              }>;
              query?: string | readonly string[];
              tags?: readonly string[];
              table?: string;
              mode?: "append" | "fail" | "replace";
              resource?: string;
              call?: Readonly<{
                readonly positional: readonly import("./graph.js").InputPlace[];
                readonly keywords: readonly (readonly [string, import("./graph.js").InputPlace])[];
              }>;
            }>,
          ]
        >;
        folder: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        code: v.SchemaWithPipe<
          readonly [
            v.NullableSchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      definitions: v.SchemaWithPipe<
                        readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                      >;
                      file: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
                      function: v.StringSchema<"a text">;
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
                      endLine: v.SchemaWithPipe<
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
                      module: v.SchemaWithPipe<
                        readonly [
                          v.NullableSchema<v.StringSchema<"a text">, undefined>,
                          v.DescriptionAction<string | null, string>,
                        ]
                      >;
                      roots: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
                          >,
                          v.DescriptionAction<readonly string[], string>,
                        ]
                      >;
                      laterRoots: v.ExactOptionalSchema<
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
                      workingFolder: v.ExactOptionalSchema<
                        v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
                        undefined
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    definitions: string;
                    file: string;
                    function: string;
                    line: number;
                    endLine: number;
                    module: string | null;
                    roots: readonly string[];
                    laterRoots?: readonly string[];
                    workingFolder?: string;
                  }>,
                ]
              >,
              undefined
            >,
            v.DescriptionAction<
              Readonly<{
                definitions: string;
                file: string;
                function: string;
                line: number;
                endLine: number;
                module: string | null;
                roots: readonly string[];
                laterRoots?: readonly string[];
                workingFolder?: string;
              }> | null,
              string
            >,
          ]
        >;
        values: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.ArraySchema<
                  v.SchemaWithPipe<
                    readonly [
                      v.ObjectSchema<
                        {
                          name: v.StringSchema<"a text">;
                          file: v.StringSchema<"a text">;
                          encoding: v.PicklistSchema<
                            readonly ["parquet", "table-json", "json", "text", "bytes", "pickle"],
                            `one of ${string}`
                          >;
                        },
                        "an object"
                      >,
                      v.ReadonlyAction<{
                        name: string;
                        file: string;
                        encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
                      }>,
                    ]
                  >,
                  "a list"
                >,
                v.ReadonlyAction<
                  Readonly<{
                    name: string;
                    file: string;
                    encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
                  }>[]
                >,
              ]
            >,
            v.DescriptionAction<
              readonly Readonly<{
                name: string;
                file: string;
                encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
              }>[],
              string
            >,
          ]
        >;
        modules: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      path: v.StringSchema<"a text">;
                      file: v.StringSchema<"a text">;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    path: string;
                    file: string;
                  }>,
                ]
              >,
              "a list"
            >,
            v.ReadonlyAction<
              Readonly<{
                path: string;
                file: string;
              }>[]
            >,
          ]
        >;
        requirements: v.SchemaWithPipe<
          readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
        >;
        python: v.NullableSchema<v.StringSchema<"a text">, undefined>;
        expected: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<
                readonly [
                  v.ArraySchema<
                    v.NullableSchema<
                      v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              name: v.SchemaWithPipe<
                                readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                              >;
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
                              since: v.SchemaWithPipe<
                                readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                              >;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
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
                            since: string;
                          }>,
                        ]
                      >,
                      undefined
                    >,
                    "a list"
                  >,
                  v.ReadonlyAction<
                    (Readonly<{
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
                      since: string;
                    }> | null)[]
                  >,
                ]
              >,
              v.DescriptionAction<
                readonly (Readonly<{
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
                  since: string;
                }> | null)[],
                string
              >,
            ]
          >,
          undefined
        >;
        attempt: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        inputs: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.ArraySchema<
                  v.SchemaWithPipe<
                    readonly [
                      v.ObjectSchema<
                        {
                          artifact: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                          file: v.SchemaWithPipe<
                            readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                          >;
                          encoding: v.PicklistSchema<
                            readonly ["parquet", "table-json", "json", "text", "bytes", "pickle"],
                            `one of ${string}`
                          >;
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
                        },
                        "an object"
                      >,
                      v.ReadonlyAction<{
                        artifact: string;
                        file: string;
                        encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
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
                      }>,
                    ]
                  >,
                  "a list"
                >,
                v.ReadonlyAction<
                  Readonly<{
                    artifact: string;
                    file: string;
                    encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
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
                  }>[]
                >,
              ]
            >,
            v.DescriptionAction<
              readonly Readonly<{
                artifact: string;
                file: string;
                encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
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
              }>[],
              string
            >,
          ]
        >;
        database: v.SchemaWithPipe<
          readonly [
            v.NullableSchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      url: v.StringSchema<"a text">;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    url: string;
                  }>,
                ]
              >,
              undefined
            >,
            v.DescriptionAction<
              Readonly<{
                url: string;
              }> | null,
              string
            >,
          ]
        >;
        watchParent: v.SchemaWithPipe<
          readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      format: 1;
      readonly operator: Readonly<{
        id: string;
        name: string;
        kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
        readonly outputs: readonly string[];
        severity?: "error" | "warning";
        bound?: Readonly<{
          comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
          value: import("./schema.js").Json;
        }>;
        query?: string | readonly string[];
        tags?: readonly string[];
        table?: string;
        mode?: "append" | "fail" | "replace";
        resource?: string;
        call?: Readonly<{
          readonly positional: readonly import("./graph.js").InputPlace[];
          readonly keywords: readonly (readonly [string, import("./graph.js").InputPlace])[];
        }>;
      }>;
      folder: string;
      code: Readonly<{
        definitions: string;
        file: string;
        function: string;
        line: number;
        endLine: number;
        module: string | null;
        roots: readonly string[];
        laterRoots?: readonly string[];
        workingFolder?: string;
      }> | null;
      values: readonly Readonly<{
        name: string;
        file: string;
        encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
      }>[];
      readonly modules: readonly Readonly<{
        path: string;
        file: string;
      }>[];
      readonly requirements: readonly string[];
      python: string | null;
      expected?: readonly (Readonly<{
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
        since: string;
      }> | null)[];
      attempt: string;
      inputs: readonly Readonly<{
        artifact: string;
        file: string;
        encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
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
      }>[];
      database: Readonly<{
        url: string;
      }> | null;
      watchParent: boolean;
    }>,
  ]
>;
/** The job that the runner reads from its stdin. */
export interface RunnerJob extends v.InferOutput<typeof runnerJob> {}
export declare const runnerJobFormat: Format<RunnerJob>;
declare const runnerResult: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        failure: v.NullableSchema<
          v.SchemaWithPipe<
            readonly [
              v.ObjectSchema<
                {
                  type: v.PicklistSchema<
                    readonly ["user", "check", "requirements", "system", "cancelled", "lost", "republished"],
                    `one of ${string}`
                  >;
                  message: v.StringSchema<"a text">;
                  tip: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
                  trace: v.SchemaWithPipe<
                    readonly [
                      v.SchemaWithPipe<
                        readonly [
                          v.ArraySchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.ObjectSchema<
                                  {
                                    file: v.SchemaWithPipe<
                                      readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                    >;
                                    line: v.SchemaWithPipe<
                                      readonly [
                                        v.NumberSchema<string>,
                                        v.SafeIntegerAction<number, string>,
                                        v.MinValueAction<number, number, string>,
                                      ]
                                    >;
                                    function: v.StringSchema<"a text">;
                                    text: v.StringSchema<"a text">;
                                  },
                                  "an object"
                                >,
                                v.ReadonlyAction<{
                                  file: string;
                                  line: number;
                                  function: string;
                                  text: string;
                                }>,
                              ]
                            >,
                            "a list"
                          >,
                          v.ReadonlyAction<
                            Readonly<{
                              file: string;
                              line: number;
                              function: string;
                              text: string;
                            }>[]
                          >,
                        ]
                      >,
                      v.DescriptionAction<
                        readonly Readonly<{
                          file: string;
                          line: number;
                          function: string;
                          text: string;
                        }>[],
                        string
                      >,
                    ]
                  >;
                },
                "an object"
              >,
              v.ReadonlyAction<{
                type: "cancelled" | "check" | "lost" | "republished" | "requirements" | "system" | "user";
                message: string;
                tip: string;
                trace: readonly Readonly<{
                  file: string;
                  line: number;
                  function: string;
                  text: string;
                }>[];
              }>,
            ]
          >,
          undefined
        >;
        check: v.NullableSchema<
          v.SchemaWithPipe<
            readonly [
              v.ObjectSchema<
                {
                  passed: v.BooleanSchema<"true or false">;
                  severity: v.PicklistSchema<readonly ["warning", "error"], `one of ${string}`>;
                },
                "an object"
              >,
              v.ReadonlyAction<{
                passed: boolean;
                severity: "error" | "warning";
              }>,
            ]
          >,
          undefined
        >;
        metric: v.NullableSchema<
          v.SchemaWithPipe<readonly [v.NumberSchema<"a number">, v.FiniteAction<number, "a number">]>,
          undefined
        >;
        startedAt: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        endedAt: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        wallSeconds: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.NumberSchema<"a number">, v.FiniteAction<number, "a number">]>,
            v.DescriptionAction<number, string>,
          ]
        >;
        peakBytes: v.NullableSchema<
          v.SchemaWithPipe<
            readonly [
              v.NumberSchema<string>,
              v.SafeIntegerAction<number, string>,
              v.MinValueAction<number, number, string>,
            ]
          >,
          undefined
        >;
        python: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        saved: v.NullableSchema<
          v.SchemaWithPipe<
            readonly [
              v.ObjectSchema<
                {
                  resource: v.StringSchema<"a text">;
                  table: v.StringSchema<"a text">;
                  mode: v.PicklistSchema<readonly ["replace", "append", "fail"], `one of ${string}`>;
                  rows: v.SchemaWithPipe<
                    readonly [
                      v.NumberSchema<string>,
                      v.SafeIntegerAction<number, string>,
                      v.MinValueAction<number, number, string>,
                    ]
                  >;
                  digest: v.SchemaWithPipe<
                    readonly [
                      v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                      v.DescriptionAction<string, string>,
                    ]
                  >;
                },
                "an object"
              >,
              v.ReadonlyAction<{
                resource: string;
                table: string;
                mode: "append" | "fail" | "replace";
                rows: number;
                digest: string;
              }>,
            ]
          >,
          undefined
        >;
        outside: v.ExactOptionalSchema<
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
        notShipped: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<
                readonly [
                  v.ArraySchema<
                    v.SchemaWithPipe<
                      readonly [
                        v.ObjectSchema<
                          {
                            path: v.SchemaWithPipe<
                              readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                            >;
                            use: v.PicklistSchema<
                              readonly ["read", "listed", "looked at", "imported"],
                              `one of ${string}`
                            >;
                            changedAt: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                              >,
                              undefined
                            >;
                          },
                          "an object"
                        >,
                        v.ReadonlyAction<{
                          path: string;
                          use: "imported" | "listed" | "looked at" | "read";
                          changedAt?: string;
                        }>,
                      ]
                    >,
                    "a list"
                  >,
                  v.ReadonlyAction<
                    Readonly<{
                      path: string;
                      use: "imported" | "listed" | "looked at" | "read";
                      changedAt?: string;
                    }>[]
                  >,
                ]
              >,
              v.DescriptionAction<
                readonly Readonly<{
                  path: string;
                  use: "imported" | "listed" | "looked at" | "read";
                  changedAt?: string;
                }>[],
                string
              >,
            ]
          >,
          undefined
        >;
        format: v.LiteralSchema<1, string>;
        status: v.PicklistSchema<readonly ["succeeded", "failed"], `one of ${string}`>;
        artifacts: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                      sha256: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                      size: v.SchemaWithPipe<
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
                      encoding: v.PicklistSchema<
                        readonly ["parquet", "table-json", "json", "text", "bytes", "pickle"],
                        `one of ${string}`
                      >;
                      rows: v.NullableSchema<
                        v.SchemaWithPipe<
                          readonly [
                            v.NumberSchema<string>,
                            v.SafeIntegerAction<number, string>,
                            v.MinValueAction<number, number, string>,
                          ]
                        >,
                        undefined
                      >;
                      schema: v.NullableSchema<
                        v.SchemaWithPipe<
                          readonly [
                            v.ArraySchema<
                              v.SchemaWithPipe<
                                readonly [
                                  v.ObjectSchema<
                                    {
                                      name: v.StringSchema<"a text">;
                                      dtype: v.StringSchema<"a text">;
                                    },
                                    "an object"
                                  >,
                                  v.ReadonlyAction<{
                                    name: string;
                                    dtype: string;
                                  }>,
                                ]
                              >,
                              "a list"
                            >,
                            v.ReadonlyAction<
                              Readonly<{
                                name: string;
                                dtype: string;
                              }>[]
                            >,
                          ]
                        >,
                        undefined
                      >;
                      file: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                      sample: v.NullableSchema<
                        v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                        undefined
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    id: string;
                    sha256: string;
                    size: number;
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
                    encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
                    rows: number | null;
                    schema:
                      | readonly Readonly<{
                          name: string;
                          dtype: string;
                        }>[]
                      | null;
                    file: string;
                    sample: string | null;
                  }>,
                ]
              >,
              "a list"
            >,
            v.ReadonlyAction<
              Readonly<{
                id: string;
                sha256: string;
                size: number;
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
                encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
                rows: number | null;
                schema:
                  | readonly Readonly<{
                      name: string;
                      dtype: string;
                    }>[]
                  | null;
                file: string;
                sample: string | null;
              }>[]
            >,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      failure: Readonly<{
        type: "cancelled" | "check" | "lost" | "republished" | "requirements" | "system" | "user";
        message: string;
        tip: string;
        trace: readonly Readonly<{
          file: string;
          line: number;
          function: string;
          text: string;
        }>[];
      }> | null;
      check: Readonly<{
        passed: boolean;
        severity: "error" | "warning";
      }> | null;
      metric: number | null;
      startedAt: string;
      endedAt: string;
      wallSeconds: number;
      peakBytes: number | null;
      python: string;
      saved: Readonly<{
        resource: string;
        table: string;
        mode: "append" | "fail" | "replace";
        rows: number;
        digest: string;
      }> | null;
      outside?: readonly string[];
      notShipped?: readonly Readonly<{
        path: string;
        use: "imported" | "listed" | "looked at" | "read";
        changedAt?: string;
      }>[];
      format: 1;
      status: "failed" | "succeeded";
      readonly artifacts: readonly Readonly<{
        id: string;
        sha256: string;
        size: number;
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
        encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
        rows: number | null;
        schema:
          | readonly Readonly<{
              name: string;
              dtype: string;
            }>[]
          | null;
        file: string;
        sample: string | null;
      }>[];
    }>,
  ]
>;
/** What the runner leaves as `result.json` in an attempt's folder. */
export interface RunnerResult extends v.InferOutput<typeof runnerResult> {}
export declare const runnerResultFormat: Format<RunnerResult>;
declare const memoryEvent: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        event: v.LiteralSchema<"memory", string>;
        peakBytes: v.SchemaWithPipe<
          readonly [
            v.NumberSchema<string>,
            v.SafeIntegerAction<number, string>,
            v.MinValueAction<number, number, string>,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      event: "memory";
      peakBytes: number;
    }>,
  ]
>;
export declare const memoryEventFormat: Format<v.InferOutput<typeof memoryEvent>>;
export {};
