import type * as v from "valibot";
import type { Format } from "./reader.js";
/** Air-Executor's: part of paths. */
export declare const taskId: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
export declare const jobName: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
declare const surroundings: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        python: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
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
      python: string;
      digest: string;
    }>,
  ]
>;
/** What an operator runs in: two that are equal give the same values for the same code and inputs. */
export interface Surroundings extends v.InferOutput<typeof surroundings> {}
/** What the runner is told of an operator, here and on a worker. */
export declare const runnerEntries: {
  readonly format: v.LiteralSchema<1, string>;
  readonly operator: v.SchemaWithPipe<
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
                            v.ArraySchema<import("./schema.js").Schema<import("./graph.js").InputPlace>, "a list">,
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
  readonly folder: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
  readonly code: v.SchemaWithPipe<
    readonly [
      v.NullableSchema<
        v.SchemaWithPipe<
          readonly [
            v.ObjectSchema<
              {
                definitions: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
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
  readonly values: v.SchemaWithPipe<
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
  readonly modules: v.SchemaWithPipe<
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
  readonly requirements: v.SchemaWithPipe<
    readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
  >;
  readonly python: v.NullableSchema<v.StringSchema<"a text">, undefined>;
  readonly expected: v.ExactOptionalSchema<
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
};
declare const operatorTask: v.SchemaWithPipe<
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
        watchParent: v.LiteralSchema<false, string>;
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
                          producer: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                        },
                        "an object"
                      >,
                      v.ReadonlyAction<{
                        artifact: string;
                        producer: string;
                      }>,
                    ]
                  >,
                  "a list"
                >,
                v.ReadonlyAction<
                  Readonly<{
                    artifact: string;
                    producer: string;
                  }>[]
                >,
              ]
            >,
            v.DescriptionAction<
              readonly Readonly<{
                artifact: string;
                producer: string;
              }>[],
              string
            >,
          ]
        >;
        reuse: v.SchemaWithPipe<
          readonly [
            v.NullableSchema<
              v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
              undefined
            >,
            v.DescriptionAction<string | null, string>,
          ]
        >;
        surroundings: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      python: v.SchemaWithPipe<
                        readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
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
                    python: string;
                    digest: string;
                  }>,
                ]
              >,
              v.DescriptionAction<
                Readonly<{
                  python: string;
                  digest: string;
                }>,
                string
              >,
            ]
          >,
          undefined
        >;
        origin: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
              v.DescriptionAction<string, string>,
            ]
          >,
          undefined
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
      watchParent: false;
      inputs: readonly Readonly<{
        artifact: string;
        producer: string;
      }>[];
      reuse: string | null;
      surroundings?: Readonly<{
        python: string;
        digest: string;
      }>;
      origin?: string;
    }>,
  ]
>;
/** What the runner is told, but for what the engine adds: attempt, inputs' files, database. */
export interface OperatorTask extends v.InferOutput<typeof operatorTask> {}
declare const jobTask: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        dependencies: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]>,
            v.DescriptionAction<readonly string[], string>,
          ]
        >;
        command: v.StringSchema<"a text">;
        args: v.SchemaWithPipe<
          readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
        >;
        cwd: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        environment: v.SchemaWithPipe<
          readonly [
            import("./schema.js").Schema<Readonly<Record<string, string>>>,
            v.DescriptionAction<Readonly<Record<string, string>>, string>,
          ]
        >;
        operator: v.SchemaWithPipe<
          readonly [
            v.NullableSchema<
              v.SchemaWithPipe<
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
                              resource: v.ExactOptionalSchema<
                                v.SchemaWithPipe<
                                  readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
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
                                                v.ReadonlyAction<
                                                  (readonly [string, import("./graph.js").InputPlace])[]
                                                >,
                                              ]
                                            >;
                                          },
                                          "an object"
                                        >,
                                        v.ReadonlyAction<{
                                          readonly positional: readonly import("./graph.js").InputPlace[];
                                          readonly keywords: readonly (readonly [
                                            string,
                                            import("./graph.js").InputPlace,
                                          ])[];
                                        }>,
                                      ]
                                    >,
                                    v.DescriptionAction<
                                      Readonly<{
                                        readonly positional: readonly import("./graph.js").InputPlace[];
                                        readonly keywords: readonly (readonly [
                                          string,
                                          import("./graph.js").InputPlace,
                                        ])[];
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
                      folder: v.SchemaWithPipe<
                        readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                      >;
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
                                    file: v.SchemaWithPipe<
                                      readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                    >;
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
                                          readonly [
                                            v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                            v.ReadonlyAction<string[]>,
                                          ]
                                        >,
                                        v.DescriptionAction<readonly string[], string>,
                                      ]
                                    >;
                                    laterRoots: v.ExactOptionalSchema<
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
                                    workingFolder: v.ExactOptionalSchema<
                                      v.SchemaWithPipe<
                                        readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                      >,
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
                      watchParent: v.LiteralSchema<false, string>;
                      inputs: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [
                              v.ArraySchema<
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ObjectSchema<
                                      {
                                        artifact: v.SchemaWithPipe<
                                          readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                        >;
                                        producer: v.SchemaWithPipe<
                                          readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                        >;
                                      },
                                      "an object"
                                    >,
                                    v.ReadonlyAction<{
                                      artifact: string;
                                      producer: string;
                                    }>,
                                  ]
                                >,
                                "a list"
                              >,
                              v.ReadonlyAction<
                                Readonly<{
                                  artifact: string;
                                  producer: string;
                                }>[]
                              >,
                            ]
                          >,
                          v.DescriptionAction<
                            readonly Readonly<{
                              artifact: string;
                              producer: string;
                            }>[],
                            string
                          >,
                        ]
                      >;
                      reuse: v.SchemaWithPipe<
                        readonly [
                          v.NullableSchema<
                            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                            undefined
                          >,
                          v.DescriptionAction<string | null, string>,
                        ]
                      >;
                      surroundings: v.ExactOptionalSchema<
                        v.SchemaWithPipe<
                          readonly [
                            v.SchemaWithPipe<
                              readonly [
                                v.ObjectSchema<
                                  {
                                    python: v.SchemaWithPipe<
                                      readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                    >;
                                    digest: v.SchemaWithPipe<
                                      readonly [
                                        v.SchemaWithPipe<
                                          readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                        >,
                                        v.DescriptionAction<string, string>,
                                      ]
                                    >;
                                  },
                                  "an object"
                                >,
                                v.ReadonlyAction<{
                                  python: string;
                                  digest: string;
                                }>,
                              ]
                            >,
                            v.DescriptionAction<
                              Readonly<{
                                python: string;
                                digest: string;
                              }>,
                              string
                            >,
                          ]
                        >,
                        undefined
                      >;
                      origin: v.ExactOptionalSchema<
                        v.SchemaWithPipe<
                          readonly [
                            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                            v.DescriptionAction<string, string>,
                          ]
                        >,
                        undefined
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
                    watchParent: false;
                    inputs: readonly Readonly<{
                      artifact: string;
                      producer: string;
                    }>[];
                    reuse: string | null;
                    surroundings?: Readonly<{
                      python: string;
                      digest: string;
                    }>;
                    origin?: string;
                  }>,
                ]
              >,
              undefined
            >,
            v.DescriptionAction<
              Readonly<{
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
                watchParent: false;
                inputs: readonly Readonly<{
                  artifact: string;
                  producer: string;
                }>[];
                reuse: string | null;
                surroundings?: Readonly<{
                  python: string;
                  digest: string;
                }>;
                origin?: string;
              }> | null,
              string
            >,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      id: string;
      dependencies: readonly string[];
      command: string;
      readonly args: readonly string[];
      cwd: string;
      environment: Readonly<Record<string, string>>;
      operator: Readonly<{
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
        watchParent: false;
        inputs: readonly Readonly<{
          artifact: string;
          producer: string;
        }>[];
        reuse: string | null;
        surroundings?: Readonly<{
          python: string;
          digest: string;
        }>;
        origin?: string;
      }> | null;
    }>,
  ]
>;
/** A process to run: Air-Executor's task. */
export interface JobTask extends v.InferOutput<typeof jobTask> {}
declare const reuseOrder: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        asked: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
            v.DescriptionAction<string, string>,
          ]
        >;
        operators: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>, "a list">,
            v.ReadonlyAction<string[]>,
          ]
        >;
        extracts: v.SchemaWithPipe<
          readonly [
            v.PicklistSchema<readonly ["again", "cached"], `one of ${string}`>,
            v.DescriptionAction<"again" | "cached", string>,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      asked: string;
      readonly operators: readonly string[];
      extracts: "again" | "cached";
    }>,
  ]
>;
/** Of which operators a run takes the values of an earlier run, where their key fits. */
export interface ReuseOrder extends v.InferOutput<typeof reuseOrder> {}
declare const jobParameter: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        operator: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        artifact: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        name: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        value: v.UnionSchema<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.ObjectSchema<
                  {
                    file: v.StringSchema<"a text">;
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
                    json: v.ExactOptionalSchema<
                      v.CustomSchema<import("./schema.js").Json, v.ErrorMessage<v.CustomIssue> | undefined>,
                      undefined
                    >;
                  },
                  "an object"
                >,
                v.ReadonlyAction<{
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
                  json?: import("./schema.js").Json;
                }>,
              ]
            >,
            v.SchemaWithPipe<
              readonly [
                v.ObjectSchema<
                  {
                    json: v.CustomSchema<import("./schema.js").Json, v.ErrorMessage<v.CustomIssue> | undefined>;
                  },
                  "an object"
                >,
                v.ReadonlyAction<{
                  json: import("./schema.js").Json;
                }>,
              ]
            >,
          ],
          string
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      operator: string;
      artifact: string;
      name: string;
      value:
        | Readonly<{
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
            json?: import("./schema.js").Json;
          }>
        | Readonly<{
            json: import("./schema.js").Json;
          }>;
    }>,
  ]
>;
/** The value of one parameter in this run: given as JSON, or the bytes of its default. */
export interface JobParameter extends v.InferOutput<typeof jobParameter> {}
declare const jobRun: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        project: v.StringSchema<"a text">;
        workflow: v.StringSchema<"a text">;
        target: v.LiteralSchema<"local", string>;
        runId: v.StringSchema<"a text">;
        rid: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        life: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        build: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        store: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        parameters: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      operator: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                      artifact: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                      name: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
                      value: v.UnionSchema<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  file: v.StringSchema<"a text">;
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
                                  json: v.ExactOptionalSchema<
                                    v.CustomSchema<
                                      import("./schema.js").Json,
                                      v.ErrorMessage<v.CustomIssue> | undefined
                                    >,
                                    undefined
                                  >;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
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
                                json?: import("./schema.js").Json;
                              }>,
                            ]
                          >,
                          v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  json: v.CustomSchema<
                                    import("./schema.js").Json,
                                    v.ErrorMessage<v.CustomIssue> | undefined
                                  >;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                json: import("./schema.js").Json;
                              }>,
                            ]
                          >,
                        ],
                        string
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    operator: string;
                    artifact: string;
                    name: string;
                    value:
                      | Readonly<{
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
                          json?: import("./schema.js").Json;
                        }>
                      | Readonly<{
                          json: import("./schema.js").Json;
                        }>;
                  }>,
                ]
              >,
              "a list"
            >,
            v.ReadonlyAction<
              Readonly<{
                operator: string;
                artifact: string;
                name: string;
                value:
                  | Readonly<{
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
                      json?: import("./schema.js").Json;
                    }>
                  | Readonly<{
                      json: import("./schema.js").Json;
                    }>;
              }>[]
            >,
          ]
        >;
        lastGood: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              import("./schema.js").Schema<Readonly<Record<string, string>>>,
              v.DescriptionAction<Readonly<Record<string, string>>, string>,
            ]
          >,
          undefined
        >;
        reuse: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      asked: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                          v.DescriptionAction<string, string>,
                        ]
                      >;
                      operators: v.SchemaWithPipe<
                        readonly [
                          v.ArraySchema<
                            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                            "a list"
                          >,
                          v.ReadonlyAction<string[]>,
                        ]
                      >;
                      extracts: v.SchemaWithPipe<
                        readonly [
                          v.PicklistSchema<readonly ["again", "cached"], `one of ${string}`>,
                          v.DescriptionAction<"again" | "cached", string>,
                        ]
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    asked: string;
                    readonly operators: readonly string[];
                    extracts: "again" | "cached";
                  }>,
                ]
              >,
              v.DescriptionAction<
                Readonly<{
                  asked: string;
                  readonly operators: readonly string[];
                  extracts: "again" | "cached";
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
      project: string;
      workflow: string;
      target: "local";
      runId: string;
      rid: string;
      life: string;
      build: string;
      store: string;
      readonly parameters: readonly Readonly<{
        operator: string;
        artifact: string;
        name: string;
        value:
          | Readonly<{
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
              json?: import("./schema.js").Json;
            }>
          | Readonly<{
              json: import("./schema.js").Json;
            }>;
      }>[];
      lastGood?: Readonly<Record<string, string>>;
      reuse?: Readonly<{
        asked: string;
        readonly operators: readonly string[];
        extracts: "again" | "cached";
      }>;
    }>,
  ]
>;
/** The run of a workflow that a job stands for. */
export interface JobRun extends v.InferOutput<typeof jobRun> {}
export declare const job: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        name: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
            v.DescriptionAction<string, string>,
          ]
        >;
        folder: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        run: v.NullableSchema<
          v.SchemaWithPipe<
            readonly [
              v.ObjectSchema<
                {
                  project: v.StringSchema<"a text">;
                  workflow: v.StringSchema<"a text">;
                  target: v.LiteralSchema<"local", string>;
                  runId: v.StringSchema<"a text">;
                  rid: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                  life: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                  build: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                  store: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
                  parameters: v.SchemaWithPipe<
                    readonly [
                      v.ArraySchema<
                        v.SchemaWithPipe<
                          readonly [
                            v.ObjectSchema<
                              {
                                operator: v.SchemaWithPipe<
                                  readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                >;
                                artifact: v.SchemaWithPipe<
                                  readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                >;
                                name: v.SchemaWithPipe<
                                  readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                >;
                                value: v.UnionSchema<
                                  readonly [
                                    v.SchemaWithPipe<
                                      readonly [
                                        v.ObjectSchema<
                                          {
                                            file: v.StringSchema<"a text">;
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
                                            json: v.ExactOptionalSchema<
                                              v.CustomSchema<
                                                import("./schema.js").Json,
                                                v.ErrorMessage<v.CustomIssue> | undefined
                                              >,
                                              undefined
                                            >;
                                          },
                                          "an object"
                                        >,
                                        v.ReadonlyAction<{
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
                                          json?: import("./schema.js").Json;
                                        }>,
                                      ]
                                    >,
                                    v.SchemaWithPipe<
                                      readonly [
                                        v.ObjectSchema<
                                          {
                                            json: v.CustomSchema<
                                              import("./schema.js").Json,
                                              v.ErrorMessage<v.CustomIssue> | undefined
                                            >;
                                          },
                                          "an object"
                                        >,
                                        v.ReadonlyAction<{
                                          json: import("./schema.js").Json;
                                        }>,
                                      ]
                                    >,
                                  ],
                                  string
                                >;
                              },
                              "an object"
                            >,
                            v.ReadonlyAction<{
                              operator: string;
                              artifact: string;
                              name: string;
                              value:
                                | Readonly<{
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
                                    json?: import("./schema.js").Json;
                                  }>
                                | Readonly<{
                                    json: import("./schema.js").Json;
                                  }>;
                            }>,
                          ]
                        >,
                        "a list"
                      >,
                      v.ReadonlyAction<
                        Readonly<{
                          operator: string;
                          artifact: string;
                          name: string;
                          value:
                            | Readonly<{
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
                                json?: import("./schema.js").Json;
                              }>
                            | Readonly<{
                                json: import("./schema.js").Json;
                              }>;
                        }>[]
                      >,
                    ]
                  >;
                  lastGood: v.ExactOptionalSchema<
                    v.SchemaWithPipe<
                      readonly [
                        import("./schema.js").Schema<Readonly<Record<string, string>>>,
                        v.DescriptionAction<Readonly<Record<string, string>>, string>,
                      ]
                    >,
                    undefined
                  >;
                  reuse: v.ExactOptionalSchema<
                    v.SchemaWithPipe<
                      readonly [
                        v.SchemaWithPipe<
                          readonly [
                            v.ObjectSchema<
                              {
                                asked: v.SchemaWithPipe<
                                  readonly [
                                    v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                                    v.DescriptionAction<string, string>,
                                  ]
                                >;
                                operators: v.SchemaWithPipe<
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
                                extracts: v.SchemaWithPipe<
                                  readonly [
                                    v.PicklistSchema<readonly ["again", "cached"], `one of ${string}`>,
                                    v.DescriptionAction<"again" | "cached", string>,
                                  ]
                                >;
                              },
                              "an object"
                            >,
                            v.ReadonlyAction<{
                              asked: string;
                              readonly operators: readonly string[];
                              extracts: "again" | "cached";
                            }>,
                          ]
                        >,
                        v.DescriptionAction<
                          Readonly<{
                            asked: string;
                            readonly operators: readonly string[];
                            extracts: "again" | "cached";
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
                project: string;
                workflow: string;
                target: "local";
                runId: string;
                rid: string;
                life: string;
                build: string;
                store: string;
                readonly parameters: readonly Readonly<{
                  operator: string;
                  artifact: string;
                  name: string;
                  value:
                    | Readonly<{
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
                        json?: import("./schema.js").Json;
                      }>
                    | Readonly<{
                        json: import("./schema.js").Json;
                      }>;
                }>[];
                lastGood?: Readonly<Record<string, string>>;
                reuse?: Readonly<{
                  asked: string;
                  readonly operators: readonly string[];
                  extracts: "again" | "cached";
                }>;
              }>,
            ]
          >,
          undefined
        >;
        tasks: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                      dependencies: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<
                            readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
                          >,
                          v.DescriptionAction<readonly string[], string>,
                        ]
                      >;
                      command: v.StringSchema<"a text">;
                      args: v.SchemaWithPipe<
                        readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
                      >;
                      cwd: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
                      environment: v.SchemaWithPipe<
                        readonly [
                          import("./schema.js").Schema<Readonly<Record<string, string>>>,
                          v.DescriptionAction<Readonly<Record<string, string>>, string>,
                        ]
                      >;
                      operator: v.SchemaWithPipe<
                        readonly [
                          v.NullableSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.ObjectSchema<
                                  {
                                    format: v.LiteralSchema<1, string>;
                                    operator: v.SchemaWithPipe<
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
                                            resource: v.ExactOptionalSchema<
                                              v.SchemaWithPipe<
                                                readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
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
                                                              v.ArraySchema<
                                                                import("./schema.js").Schema<
                                                                  import("./graph.js").InputPlace
                                                                >,
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
                                                                        import("./schema.js").Schema<
                                                                          import("./graph.js").InputPlace
                                                                        >,
                                                                      ],
                                                                      "a pair"
                                                                    >,
                                                                    v.ReadonlyAction<
                                                                      [string, import("./graph.js").InputPlace]
                                                                    >,
                                                                  ]
                                                                >,
                                                                "a list"
                                                              >,
                                                              v.ReadonlyAction<
                                                                (readonly [string, import("./graph.js").InputPlace])[]
                                                              >,
                                                            ]
                                                          >;
                                                        },
                                                        "an object"
                                                      >,
                                                      v.ReadonlyAction<{
                                                        readonly positional: readonly import("./graph.js").InputPlace[];
                                                        readonly keywords: readonly (readonly [
                                                          string,
                                                          import("./graph.js").InputPlace,
                                                        ])[];
                                                      }>,
                                                    ]
                                                  >,
                                                  v.DescriptionAction<
                                                    Readonly<{
                                                      readonly positional: readonly import("./graph.js").InputPlace[];
                                                      readonly keywords: readonly (readonly [
                                                        string,
                                                        import("./graph.js").InputPlace,
                                                      ])[];
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
                                          kind:
                                            | "check"
                                            | "extract"
                                            | "function"
                                            | "metric"
                                            | "parameter"
                                            | "save"
                                            | "systemMetric";
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
                                            readonly keywords: readonly (readonly [
                                              string,
                                              import("./graph.js").InputPlace,
                                            ])[];
                                          }>;
                                        }>,
                                      ]
                                    >;
                                    folder: v.SchemaWithPipe<
                                      readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                    >;
                                    code: v.SchemaWithPipe<
                                      readonly [
                                        v.NullableSchema<
                                          v.SchemaWithPipe<
                                            readonly [
                                              v.ObjectSchema<
                                                {
                                                  definitions: v.SchemaWithPipe<
                                                    readonly [
                                                      v.StringSchema<"a text">,
                                                      v.DescriptionAction<string, string>,
                                                    ]
                                                  >;
                                                  file: v.SchemaWithPipe<
                                                    readonly [
                                                      v.StringSchema<"a text">,
                                                      v.DescriptionAction<string, string>,
                                                    ]
                                                  >;
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
                                                        readonly [
                                                          v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                                          v.ReadonlyAction<string[]>,
                                                        ]
                                                      >,
                                                      v.DescriptionAction<readonly string[], string>,
                                                    ]
                                                  >;
                                                  laterRoots: v.ExactOptionalSchema<
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
                                                  workingFolder: v.ExactOptionalSchema<
                                                    v.SchemaWithPipe<
                                                      readonly [
                                                        v.StringSchema<"a text">,
                                                        v.DescriptionAction<string, string>,
                                                      ]
                                                    >,
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
                                                        readonly [
                                                          "parquet",
                                                          "table-json",
                                                          "json",
                                                          "text",
                                                          "bytes",
                                                          "pickle",
                                                        ],
                                                        `one of ${string}`
                                                      >;
                                                    },
                                                    "an object"
                                                  >,
                                                  v.ReadonlyAction<{
                                                    name: string;
                                                    file: string;
                                                    encoding:
                                                      | "bytes"
                                                      | "json"
                                                      | "parquet"
                                                      | "pickle"
                                                      | "table-json"
                                                      | "text";
                                                  }>,
                                                ]
                                              >,
                                              "a list"
                                            >,
                                            v.ReadonlyAction<
                                              Readonly<{
                                                name: string;
                                                file: string;
                                                encoding:
                                                  | "bytes"
                                                  | "json"
                                                  | "parquet"
                                                  | "pickle"
                                                  | "table-json"
                                                  | "text";
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
                                      readonly [
                                        v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                        v.ReadonlyAction<string[]>,
                                      ]
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
                                                            readonly [
                                                              v.StringSchema<"a text">,
                                                              v.DescriptionAction<string, string>,
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
                                                          since: v.SchemaWithPipe<
                                                            readonly [
                                                              v.StringSchema<"a text">,
                                                              v.DescriptionAction<string, string>,
                                                            ]
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
                                    watchParent: v.LiteralSchema<false, string>;
                                    inputs: v.SchemaWithPipe<
                                      readonly [
                                        v.SchemaWithPipe<
                                          readonly [
                                            v.ArraySchema<
                                              v.SchemaWithPipe<
                                                readonly [
                                                  v.ObjectSchema<
                                                    {
                                                      artifact: v.SchemaWithPipe<
                                                        readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                                      >;
                                                      producer: v.SchemaWithPipe<
                                                        readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                                      >;
                                                    },
                                                    "an object"
                                                  >,
                                                  v.ReadonlyAction<{
                                                    artifact: string;
                                                    producer: string;
                                                  }>,
                                                ]
                                              >,
                                              "a list"
                                            >,
                                            v.ReadonlyAction<
                                              Readonly<{
                                                artifact: string;
                                                producer: string;
                                              }>[]
                                            >,
                                          ]
                                        >,
                                        v.DescriptionAction<
                                          readonly Readonly<{
                                            artifact: string;
                                            producer: string;
                                          }>[],
                                          string
                                        >,
                                      ]
                                    >;
                                    reuse: v.SchemaWithPipe<
                                      readonly [
                                        v.NullableSchema<
                                          v.SchemaWithPipe<
                                            readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                          >,
                                          undefined
                                        >,
                                        v.DescriptionAction<string | null, string>,
                                      ]
                                    >;
                                    surroundings: v.ExactOptionalSchema<
                                      v.SchemaWithPipe<
                                        readonly [
                                          v.SchemaWithPipe<
                                            readonly [
                                              v.ObjectSchema<
                                                {
                                                  python: v.SchemaWithPipe<
                                                    readonly [
                                                      v.StringSchema<"a text">,
                                                      v.DescriptionAction<string, string>,
                                                    ]
                                                  >;
                                                  digest: v.SchemaWithPipe<
                                                    readonly [
                                                      v.SchemaWithPipe<
                                                        readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                                      >,
                                                      v.DescriptionAction<string, string>,
                                                    ]
                                                  >;
                                                },
                                                "an object"
                                              >,
                                              v.ReadonlyAction<{
                                                python: string;
                                                digest: string;
                                              }>,
                                            ]
                                          >,
                                          v.DescriptionAction<
                                            Readonly<{
                                              python: string;
                                              digest: string;
                                            }>,
                                            string
                                          >,
                                        ]
                                      >,
                                      undefined
                                    >;
                                    origin: v.ExactOptionalSchema<
                                      v.SchemaWithPipe<
                                        readonly [
                                          v.SchemaWithPipe<
                                            readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                          >,
                                          v.DescriptionAction<string, string>,
                                        ]
                                      >,
                                      undefined
                                    >;
                                  },
                                  "an object"
                                >,
                                v.ReadonlyAction<{
                                  format: 1;
                                  readonly operator: Readonly<{
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
                                      readonly keywords: readonly (readonly [
                                        string,
                                        import("./graph.js").InputPlace,
                                      ])[];
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
                                  watchParent: false;
                                  inputs: readonly Readonly<{
                                    artifact: string;
                                    producer: string;
                                  }>[];
                                  reuse: string | null;
                                  surroundings?: Readonly<{
                                    python: string;
                                    digest: string;
                                  }>;
                                  origin?: string;
                                }>,
                              ]
                            >,
                            undefined
                          >,
                          v.DescriptionAction<
                            Readonly<{
                              format: 1;
                              readonly operator: Readonly<{
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
                              watchParent: false;
                              inputs: readonly Readonly<{
                                artifact: string;
                                producer: string;
                              }>[];
                              reuse: string | null;
                              surroundings?: Readonly<{
                                python: string;
                                digest: string;
                              }>;
                              origin?: string;
                            }> | null,
                            string
                          >,
                        ]
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    id: string;
                    dependencies: readonly string[];
                    command: string;
                    readonly args: readonly string[];
                    cwd: string;
                    environment: Readonly<Record<string, string>>;
                    operator: Readonly<{
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
                      watchParent: false;
                      inputs: readonly Readonly<{
                        artifact: string;
                        producer: string;
                      }>[];
                      reuse: string | null;
                      surroundings?: Readonly<{
                        python: string;
                        digest: string;
                      }>;
                      origin?: string;
                    }> | null;
                  }>,
                ]
              >,
              "a list"
            >,
            v.ReadonlyAction<
              Readonly<{
                id: string;
                dependencies: readonly string[];
                command: string;
                readonly args: readonly string[];
                cwd: string;
                environment: Readonly<Record<string, string>>;
                operator: Readonly<{
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
                  watchParent: false;
                  inputs: readonly Readonly<{
                    artifact: string;
                    producer: string;
                  }>[];
                  reuse: string | null;
                  surroundings?: Readonly<{
                    python: string;
                    digest: string;
                  }>;
                  origin?: string;
                }> | null;
              }>[]
            >,
          ]
        >;
        parallel: v.SchemaWithPipe<
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
      format: 1;
      name: string;
      folder: string;
      run: Readonly<{
        project: string;
        workflow: string;
        target: "local";
        runId: string;
        rid: string;
        life: string;
        build: string;
        store: string;
        readonly parameters: readonly Readonly<{
          operator: string;
          artifact: string;
          name: string;
          value:
            | Readonly<{
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
                json?: import("./schema.js").Json;
              }>
            | Readonly<{
                json: import("./schema.js").Json;
              }>;
        }>[];
        lastGood?: Readonly<Record<string, string>>;
        reuse?: Readonly<{
          asked: string;
          readonly operators: readonly string[];
          extracts: "again" | "cached";
        }>;
      }> | null;
      readonly tasks: readonly Readonly<{
        id: string;
        dependencies: readonly string[];
        command: string;
        readonly args: readonly string[];
        cwd: string;
        environment: Readonly<Record<string, string>>;
        operator: Readonly<{
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
          watchParent: false;
          inputs: readonly Readonly<{
            artifact: string;
            producer: string;
          }>[];
          reuse: string | null;
          surroundings?: Readonly<{
            python: string;
            digest: string;
          }>;
          origin?: string;
        }> | null;
      }>[];
      parallel: number;
    }>,
  ]
>;
/** What is submitted to the local engine and kept as `job.json`. It holds no secrets. */
export interface Job extends v.InferOutput<typeof job> {}
export declare const jobFormat: Format<Job>;
export declare const processIdentity: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        pid: v.SchemaWithPipe<
          readonly [
            v.NumberSchema<string>,
            v.SafeIntegerAction<number, string>,
            v.MinValueAction<number, number, string>,
          ]
        >;
        startTime: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        bootId: v.StringSchema<"a text">;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      pid: number;
      startTime: string;
      bootId: string;
    }>,
  ]
>;
/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity extends v.InferOutput<typeof processIdentity> {}
declare const taskOutcome: v.PicklistSchema<readonly ["succeeded", "failed", "cancelled", "lost"], `one of ${string}`>;
export type TaskOutcome = v.InferOutput<typeof taskOutcome>;
declare const taskState: v.PicklistSchema<
  readonly ["pending", "ready", "starting", "running", "succeeded", "failed", "cancelled", "lost", "upstreamFailed"],
  `one of ${string}`
>;
export type TaskState = v.InferOutput<typeof taskState>;
declare const jobState: v.PicklistSchema<readonly ["waiting", "working", "completed", "failed"], `one of ${string}`>;
/** Legacy words: the job's state in `state.json`; `failed` also stands for cancelled. */
export type JobState = v.InferOutput<typeof jobState>;
declare const jobFact: v.VariantSchema<
  "type",
  (
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              readonly type: v.LiteralSchema<"submitted", string>;
              readonly id: v.StringSchema<"a text">;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            type: "submitted";
            id: string;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              readonly type: v.LiteralSchema<"starting", string>;
              readonly task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
              readonly attempt: v.SchemaWithPipe<
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
            type: "starting";
            task: string;
            attempt: number;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              readonly type: v.LiteralSchema<"started", string>;
              readonly task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
              readonly attempt: v.SchemaWithPipe<
                readonly [
                  v.NumberSchema<string>,
                  v.SafeIntegerAction<number, string>,
                  v.MinValueAction<number, number, string>,
                ]
              >;
              readonly process: v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      pid: v.SchemaWithPipe<
                        readonly [
                          v.NumberSchema<string>,
                          v.SafeIntegerAction<number, string>,
                          v.MinValueAction<number, number, string>,
                        ]
                      >;
                      startTime: v.SchemaWithPipe<
                        readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                      >;
                      bootId: v.StringSchema<"a text">;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    pid: number;
                    startTime: string;
                    bootId: string;
                  }>,
                ]
              >;
              readonly stdout: v.SchemaWithPipe<
                readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
              >;
              readonly stderr: v.StringSchema<"a text">;
              readonly called: v.ExactOptionalSchema<
                v.SchemaWithPipe<
                  readonly [
                    v.VariantSchema<
                      "why",
                      (
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.LiteralSchema<"asked", string>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "asked";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.PicklistSchema<readonly ["extract", "source"], `one of ${string}`>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "extract" | "source";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.LiteralSchema<"measures", string>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "measures";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.PicklistSchema<
                                    readonly ["unknownCode", "unknownPackages"],
                                    `one of ${string}`
                                  >;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "unknownCode" | "unknownPackages";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.PicklistSchema<readonly ["first", "unreadable"], `one of ${string}`>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "first" | "unreadable";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.PicklistSchema<readonly ["code", "packages", "changed"], `one of ${string}`>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "changed" | "code" | "packages";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.LiteralSchema<"inputs", string>;
                                  inputs: v.SchemaWithPipe<
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
                                  parameters: v.SchemaWithPipe<
                                    readonly [
                                      v.SchemaWithPipe<
                                        readonly [
                                          v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                          v.ReadonlyAction<string[]>,
                                        ]
                                      >,
                                      v.DescriptionAction<readonly string[], string>,
                                    ]
                                  >;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "inputs";
                                readonly inputs: readonly string[];
                                parameters: readonly string[];
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.LiteralSchema<"outside", string>;
                                  outside: v.SchemaWithPipe<
                                    readonly [
                                      v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                      v.ReadonlyAction<string[]>,
                                    ]
                                  >;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "outside";
                                readonly outside: readonly string[];
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.PicklistSchema<readonly ["failed", "gone", "type"], `one of ${string}`>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "failed" | "gone" | "type";
                              }>,
                            ]
                          >
                      )[],
                      "one that this version knows"
                    >,
                    v.DescriptionAction<
                      | Readonly<{
                          why: "asked";
                        }>
                      | Readonly<{
                          why: "extract" | "source";
                        }>
                      | Readonly<{
                          why: "measures";
                        }>
                      | Readonly<{
                          why: "unknownCode" | "unknownPackages";
                        }>
                      | Readonly<{
                          why: "first" | "unreadable";
                        }>
                      | Readonly<{
                          why: "changed" | "code" | "packages";
                        }>
                      | Readonly<{
                          why: "inputs";
                          readonly inputs: readonly string[];
                          parameters: readonly string[];
                        }>
                      | Readonly<{
                          why: "outside";
                          readonly outside: readonly string[];
                        }>
                      | Readonly<{
                          why: "failed" | "gone" | "type";
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
            type: "started";
            task: string;
            attempt: number;
            readonly process: Readonly<{
              pid: number;
              startTime: string;
              bootId: string;
            }>;
            stdout: string;
            stderr: string;
            called?:
              | Readonly<{
                  why: "asked";
                }>
              | Readonly<{
                  why: "extract" | "source";
                }>
              | Readonly<{
                  why: "measures";
                }>
              | Readonly<{
                  why: "unknownCode" | "unknownPackages";
                }>
              | Readonly<{
                  why: "first" | "unreadable";
                }>
              | Readonly<{
                  why: "changed" | "code" | "packages";
                }>
              | Readonly<{
                  why: "inputs";
                  readonly inputs: readonly string[];
                  parameters: readonly string[];
                }>
              | Readonly<{
                  why: "outside";
                  readonly outside: readonly string[];
                }>
              | Readonly<{
                  why: "failed" | "gone" | "type";
                }>;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              readonly type: v.LiteralSchema<"notStarted", string>;
              readonly task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
              readonly attempt: v.SchemaWithPipe<
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
            type: "notStarted";
            task: string;
            attempt: number;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              readonly type: v.LiteralSchema<"ended", string>;
              readonly task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
              readonly attempt: v.SchemaWithPipe<
                readonly [
                  v.NumberSchema<string>,
                  v.SafeIntegerAction<number, string>,
                  v.MinValueAction<number, number, string>,
                ]
              >;
              readonly outcome: v.PicklistSchema<
                readonly ["succeeded", "failed", "cancelled", "lost"],
                `one of ${string}`
              >;
              readonly code: v.NullableSchema<
                v.SchemaWithPipe<
                  readonly [v.NumberSchema<"a whole number">, v.SafeIntegerAction<number, "a whole number">]
                >,
                undefined
              >;
              readonly signal: v.NullableSchema<v.StringSchema<"a text">, undefined>;
              readonly reason: v.SchemaWithPipe<
                readonly [
                  v.NullableSchema<v.StringSchema<"a text">, undefined>,
                  v.DescriptionAction<string | null, string>,
                ]
              >;
              readonly reused: v.ExactOptionalSchema<
                v.SchemaWithPipe<
                  readonly [
                    v.SchemaWithPipe<
                      readonly [
                        v.ObjectSchema<
                          {
                            rid: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                            life: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                            try: v.SchemaWithPipe<
                              readonly [
                                v.NumberSchema<string>,
                                v.SafeIntegerAction<number, string>,
                                v.MinValueAction<number, number, string>,
                              ]
                            >;
                            runStartedAt: v.SchemaWithPipe<
                              readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                            >;
                            cached: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [v.LiteralSchema<true, string>, v.DescriptionAction<true, string>]
                              >,
                              undefined
                            >;
                          },
                          "an object"
                        >,
                        v.ReadonlyAction<{
                          rid: string;
                          life: string;
                          try: number;
                          runStartedAt: string;
                          cached?: true;
                        }>,
                      ]
                    >,
                    v.DescriptionAction<
                      Readonly<{
                        rid: string;
                        life: string;
                        try: number;
                        runStartedAt: string;
                        cached?: true;
                      }>,
                      string
                    >,
                  ]
                >,
                undefined
              >;
              readonly called: v.ExactOptionalSchema<
                v.VariantSchema<
                  "why",
                  (
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.LiteralSchema<"asked", string>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "asked";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.PicklistSchema<readonly ["extract", "source"], `one of ${string}`>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "extract" | "source";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.LiteralSchema<"measures", string>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "measures";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.PicklistSchema<readonly ["unknownCode", "unknownPackages"], `one of ${string}`>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "unknownCode" | "unknownPackages";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.PicklistSchema<readonly ["first", "unreadable"], `one of ${string}`>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "first" | "unreadable";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.PicklistSchema<readonly ["code", "packages", "changed"], `one of ${string}`>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "changed" | "code" | "packages";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.LiteralSchema<"inputs", string>;
                              inputs: v.SchemaWithPipe<
                                readonly [
                                  v.ArraySchema<
                                    v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                                    "a list"
                                  >,
                                  v.ReadonlyAction<string[]>,
                                ]
                              >;
                              parameters: v.SchemaWithPipe<
                                readonly [
                                  v.SchemaWithPipe<
                                    readonly [
                                      v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                      v.ReadonlyAction<string[]>,
                                    ]
                                  >,
                                  v.DescriptionAction<readonly string[], string>,
                                ]
                              >;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "inputs";
                            readonly inputs: readonly string[];
                            parameters: readonly string[];
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.LiteralSchema<"outside", string>;
                              outside: v.SchemaWithPipe<
                                readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
                              >;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "outside";
                            readonly outside: readonly string[];
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.PicklistSchema<readonly ["failed", "gone", "type"], `one of ${string}`>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "failed" | "gone" | "type";
                          }>,
                        ]
                      >
                  )[],
                  "one that this version knows"
                >,
                undefined
              >;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            type: "ended";
            task: string;
            attempt: number;
            outcome: "cancelled" | "failed" | "lost" | "succeeded";
            code: number | null;
            signal: string | null;
            reason: string | null;
            reused?: Readonly<{
              rid: string;
              life: string;
              try: number;
              runStartedAt: string;
              cached?: true;
            }>;
            called?:
              | Readonly<{
                  why: "asked";
                }>
              | Readonly<{
                  why: "extract" | "source";
                }>
              | Readonly<{
                  why: "measures";
                }>
              | Readonly<{
                  why: "unknownCode" | "unknownPackages";
                }>
              | Readonly<{
                  why: "first" | "unreadable";
                }>
              | Readonly<{
                  why: "changed" | "code" | "packages";
                }>
              | Readonly<{
                  why: "inputs";
                  readonly inputs: readonly string[];
                  parameters: readonly string[];
                }>
              | Readonly<{
                  why: "outside";
                  readonly outside: readonly string[];
                }>
              | Readonly<{
                  why: "failed" | "gone" | "type";
                }>;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              readonly type: v.LiteralSchema<"upstreamFailed", string>;
              readonly task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
              readonly upstream: v.StringSchema<"a text">;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            type: "upstreamFailed";
            task: string;
            upstream: string;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              readonly type: v.LiteralSchema<"cancelRequested", string>;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            type: "cancelRequested";
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              readonly type: v.LiteralSchema<"cancelled", string>;
              readonly task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            type: "cancelled";
            task: string;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              readonly type: v.LiteralSchema<"finished", string>;
              readonly outcome: v.PicklistSchema<readonly ["succeeded", "failed", "cancelled"], `one of ${string}`>;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            type: "finished";
            outcome: "cancelled" | "failed" | "succeeded";
          }>,
        ]
      >
  )[],
  "one that this version knows"
>;
/** One fact of a job's life. A job's state is what its journal adds up to. */
export type JobFact = v.InferOutput<typeof jobFact>;
export declare const jobRecord: v.VariantSchema<
  "type",
  (
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              seq: v.SchemaWithPipe<
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
              at: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
              type: v.LiteralSchema<"submitted", string>;
              id: v.StringSchema<"a text">;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            seq: number;
            at: string;
            type: "submitted";
            id: string;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              seq: v.SchemaWithPipe<
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
              at: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
              type: v.LiteralSchema<"starting", string>;
              task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
              attempt: v.SchemaWithPipe<
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
            seq: number;
            at: string;
            type: "starting";
            task: string;
            attempt: number;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              seq: v.SchemaWithPipe<
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
              at: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
              type: v.LiteralSchema<"started", string>;
              task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
              attempt: v.SchemaWithPipe<
                readonly [
                  v.NumberSchema<string>,
                  v.SafeIntegerAction<number, string>,
                  v.MinValueAction<number, number, string>,
                ]
              >;
              process: v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      pid: v.SchemaWithPipe<
                        readonly [
                          v.NumberSchema<string>,
                          v.SafeIntegerAction<number, string>,
                          v.MinValueAction<number, number, string>,
                        ]
                      >;
                      startTime: v.SchemaWithPipe<
                        readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                      >;
                      bootId: v.StringSchema<"a text">;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    pid: number;
                    startTime: string;
                    bootId: string;
                  }>,
                ]
              >;
              stdout: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
              stderr: v.StringSchema<"a text">;
              called: v.ExactOptionalSchema<
                v.SchemaWithPipe<
                  readonly [
                    v.VariantSchema<
                      "why",
                      (
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.LiteralSchema<"asked", string>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "asked";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.PicklistSchema<readonly ["extract", "source"], `one of ${string}`>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "extract" | "source";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.LiteralSchema<"measures", string>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "measures";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.PicklistSchema<
                                    readonly ["unknownCode", "unknownPackages"],
                                    `one of ${string}`
                                  >;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "unknownCode" | "unknownPackages";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.PicklistSchema<readonly ["first", "unreadable"], `one of ${string}`>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "first" | "unreadable";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.PicklistSchema<readonly ["code", "packages", "changed"], `one of ${string}`>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "changed" | "code" | "packages";
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.LiteralSchema<"inputs", string>;
                                  inputs: v.SchemaWithPipe<
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
                                  parameters: v.SchemaWithPipe<
                                    readonly [
                                      v.SchemaWithPipe<
                                        readonly [
                                          v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                          v.ReadonlyAction<string[]>,
                                        ]
                                      >,
                                      v.DescriptionAction<readonly string[], string>,
                                    ]
                                  >;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "inputs";
                                readonly inputs: readonly string[];
                                parameters: readonly string[];
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.LiteralSchema<"outside", string>;
                                  outside: v.SchemaWithPipe<
                                    readonly [
                                      v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                      v.ReadonlyAction<string[]>,
                                    ]
                                  >;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "outside";
                                readonly outside: readonly string[];
                              }>,
                            ]
                          >
                        | v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  why: v.PicklistSchema<readonly ["failed", "gone", "type"], `one of ${string}`>;
                                },
                                "an object"
                              >,
                              v.ReadonlyAction<{
                                why: "failed" | "gone" | "type";
                              }>,
                            ]
                          >
                      )[],
                      "one that this version knows"
                    >,
                    v.DescriptionAction<
                      | Readonly<{
                          why: "asked";
                        }>
                      | Readonly<{
                          why: "extract" | "source";
                        }>
                      | Readonly<{
                          why: "measures";
                        }>
                      | Readonly<{
                          why: "unknownCode" | "unknownPackages";
                        }>
                      | Readonly<{
                          why: "first" | "unreadable";
                        }>
                      | Readonly<{
                          why: "changed" | "code" | "packages";
                        }>
                      | Readonly<{
                          why: "inputs";
                          readonly inputs: readonly string[];
                          parameters: readonly string[];
                        }>
                      | Readonly<{
                          why: "outside";
                          readonly outside: readonly string[];
                        }>
                      | Readonly<{
                          why: "failed" | "gone" | "type";
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
            seq: number;
            at: string;
            type: "started";
            task: string;
            attempt: number;
            readonly process: Readonly<{
              pid: number;
              startTime: string;
              bootId: string;
            }>;
            stdout: string;
            stderr: string;
            called?:
              | Readonly<{
                  why: "asked";
                }>
              | Readonly<{
                  why: "extract" | "source";
                }>
              | Readonly<{
                  why: "measures";
                }>
              | Readonly<{
                  why: "unknownCode" | "unknownPackages";
                }>
              | Readonly<{
                  why: "first" | "unreadable";
                }>
              | Readonly<{
                  why: "changed" | "code" | "packages";
                }>
              | Readonly<{
                  why: "inputs";
                  readonly inputs: readonly string[];
                  parameters: readonly string[];
                }>
              | Readonly<{
                  why: "outside";
                  readonly outside: readonly string[];
                }>
              | Readonly<{
                  why: "failed" | "gone" | "type";
                }>;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              seq: v.SchemaWithPipe<
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
              at: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
              type: v.LiteralSchema<"notStarted", string>;
              task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
              attempt: v.SchemaWithPipe<
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
            seq: number;
            at: string;
            type: "notStarted";
            task: string;
            attempt: number;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              seq: v.SchemaWithPipe<
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
              at: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
              type: v.LiteralSchema<"ended", string>;
              task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
              attempt: v.SchemaWithPipe<
                readonly [
                  v.NumberSchema<string>,
                  v.SafeIntegerAction<number, string>,
                  v.MinValueAction<number, number, string>,
                ]
              >;
              outcome: v.PicklistSchema<readonly ["succeeded", "failed", "cancelled", "lost"], `one of ${string}`>;
              code: v.NullableSchema<
                v.SchemaWithPipe<
                  readonly [v.NumberSchema<"a whole number">, v.SafeIntegerAction<number, "a whole number">]
                >,
                undefined
              >;
              signal: v.NullableSchema<v.StringSchema<"a text">, undefined>;
              reason: v.SchemaWithPipe<
                readonly [
                  v.NullableSchema<v.StringSchema<"a text">, undefined>,
                  v.DescriptionAction<string | null, string>,
                ]
              >;
              reused: v.ExactOptionalSchema<
                v.SchemaWithPipe<
                  readonly [
                    v.SchemaWithPipe<
                      readonly [
                        v.ObjectSchema<
                          {
                            rid: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                            life: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                            try: v.SchemaWithPipe<
                              readonly [
                                v.NumberSchema<string>,
                                v.SafeIntegerAction<number, string>,
                                v.MinValueAction<number, number, string>,
                              ]
                            >;
                            runStartedAt: v.SchemaWithPipe<
                              readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                            >;
                            cached: v.ExactOptionalSchema<
                              v.SchemaWithPipe<
                                readonly [v.LiteralSchema<true, string>, v.DescriptionAction<true, string>]
                              >,
                              undefined
                            >;
                          },
                          "an object"
                        >,
                        v.ReadonlyAction<{
                          rid: string;
                          life: string;
                          try: number;
                          runStartedAt: string;
                          cached?: true;
                        }>,
                      ]
                    >,
                    v.DescriptionAction<
                      Readonly<{
                        rid: string;
                        life: string;
                        try: number;
                        runStartedAt: string;
                        cached?: true;
                      }>,
                      string
                    >,
                  ]
                >,
                undefined
              >;
              called: v.ExactOptionalSchema<
                v.VariantSchema<
                  "why",
                  (
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.LiteralSchema<"asked", string>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "asked";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.PicklistSchema<readonly ["extract", "source"], `one of ${string}`>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "extract" | "source";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.LiteralSchema<"measures", string>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "measures";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.PicklistSchema<readonly ["unknownCode", "unknownPackages"], `one of ${string}`>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "unknownCode" | "unknownPackages";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.PicklistSchema<readonly ["first", "unreadable"], `one of ${string}`>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "first" | "unreadable";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.PicklistSchema<readonly ["code", "packages", "changed"], `one of ${string}`>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "changed" | "code" | "packages";
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.LiteralSchema<"inputs", string>;
                              inputs: v.SchemaWithPipe<
                                readonly [
                                  v.ArraySchema<
                                    v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                                    "a list"
                                  >,
                                  v.ReadonlyAction<string[]>,
                                ]
                              >;
                              parameters: v.SchemaWithPipe<
                                readonly [
                                  v.SchemaWithPipe<
                                    readonly [
                                      v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                      v.ReadonlyAction<string[]>,
                                    ]
                                  >,
                                  v.DescriptionAction<readonly string[], string>,
                                ]
                              >;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "inputs";
                            readonly inputs: readonly string[];
                            parameters: readonly string[];
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.LiteralSchema<"outside", string>;
                              outside: v.SchemaWithPipe<
                                readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
                              >;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "outside";
                            readonly outside: readonly string[];
                          }>,
                        ]
                      >
                    | v.SchemaWithPipe<
                        readonly [
                          v.ObjectSchema<
                            {
                              why: v.PicklistSchema<readonly ["failed", "gone", "type"], `one of ${string}`>;
                            },
                            "an object"
                          >,
                          v.ReadonlyAction<{
                            why: "failed" | "gone" | "type";
                          }>,
                        ]
                      >
                  )[],
                  "one that this version knows"
                >,
                undefined
              >;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            seq: number;
            at: string;
            type: "ended";
            task: string;
            attempt: number;
            outcome: "cancelled" | "failed" | "lost" | "succeeded";
            code: number | null;
            signal: string | null;
            reason: string | null;
            reused?: Readonly<{
              rid: string;
              life: string;
              try: number;
              runStartedAt: string;
              cached?: true;
            }>;
            called?:
              | Readonly<{
                  why: "asked";
                }>
              | Readonly<{
                  why: "extract" | "source";
                }>
              | Readonly<{
                  why: "measures";
                }>
              | Readonly<{
                  why: "unknownCode" | "unknownPackages";
                }>
              | Readonly<{
                  why: "first" | "unreadable";
                }>
              | Readonly<{
                  why: "changed" | "code" | "packages";
                }>
              | Readonly<{
                  why: "inputs";
                  readonly inputs: readonly string[];
                  parameters: readonly string[];
                }>
              | Readonly<{
                  why: "outside";
                  readonly outside: readonly string[];
                }>
              | Readonly<{
                  why: "failed" | "gone" | "type";
                }>;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              seq: v.SchemaWithPipe<
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
              at: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
              type: v.LiteralSchema<"upstreamFailed", string>;
              task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
              upstream: v.StringSchema<"a text">;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            seq: number;
            at: string;
            type: "upstreamFailed";
            task: string;
            upstream: string;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              seq: v.SchemaWithPipe<
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
              at: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
              type: v.LiteralSchema<"cancelRequested", string>;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            seq: number;
            at: string;
            type: "cancelRequested";
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              seq: v.SchemaWithPipe<
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
              at: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
              type: v.LiteralSchema<"cancelled", string>;
              task: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            seq: number;
            at: string;
            type: "cancelled";
            task: string;
          }>,
        ]
      >
    | v.SchemaWithPipe<
        readonly [
          v.ObjectSchema<
            {
              seq: v.SchemaWithPipe<
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
              at: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
              type: v.LiteralSchema<"finished", string>;
              outcome: v.PicklistSchema<readonly ["succeeded", "failed", "cancelled"], `one of ${string}`>;
            },
            "an object"
          >,
          v.ReadonlyAction<{
            seq: number;
            at: string;
            type: "finished";
            outcome: "cancelled" | "failed" | "succeeded";
          }>,
        ]
      >
  )[],
  "one that this version knows"
>;
/** A line of `journal.ndjson`. */
export type JobRecord = v.InferOutput<typeof jobRecord>;
export declare const journalLineFormat: Format<JobRecord>;
declare const jobTaskView: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        id: v.StringSchema<"a text">;
        state: v.PicklistSchema<
          readonly [
            "pending",
            "ready",
            "starting",
            "running",
            "succeeded",
            "failed",
            "cancelled",
            "lost",
            "upstreamFailed",
          ],
          `one of ${string}`
        >;
        attempt: v.SchemaWithPipe<
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
        startedAt: v.NullableSchema<v.StringSchema<"a text">, undefined>;
        endedAt: v.NullableSchema<v.StringSchema<"a text">, undefined>;
        code: v.NullableSchema<
          v.SchemaWithPipe<readonly [v.NumberSchema<"a whole number">, v.SafeIntegerAction<number, "a whole number">]>,
          undefined
        >;
        reason: v.NullableSchema<v.StringSchema<"a text">, undefined>;
        logs: v.SchemaWithPipe<
          readonly [
            v.NullableSchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      stdout: v.StringSchema<"a text">;
                      stderr: v.StringSchema<"a text">;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    stdout: string;
                    stderr: string;
                  }>,
                ]
              >,
              undefined
            >,
            v.DescriptionAction<
              Readonly<{
                stdout: string;
                stderr: string;
              }> | null,
              string
            >,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      id: string;
      state:
        | "cancelled"
        | "failed"
        | "lost"
        | "pending"
        | "ready"
        | "running"
        | "starting"
        | "succeeded"
        | "upstreamFailed";
      attempt: number;
      startedAt: string | null;
      endedAt: string | null;
      code: number | null;
      reason: string | null;
      logs: Readonly<{
        stdout: string;
        stderr: string;
      }> | null;
    }>,
  ]
>;
/** One task as the engine knows it. */
export interface JobTaskView extends v.InferOutput<typeof jobTaskView> {}
export declare const jobView: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        name: v.StringSchema<"a text">;
        state: v.PicklistSchema<readonly ["waiting", "working", "completed", "failed"], `one of ${string}`>;
        outcome: v.NullableSchema<
          v.PicklistSchema<readonly ["succeeded", "failed", "cancelled"], `one of ${string}`>,
          undefined
        >;
        cancelRequested: v.BooleanSchema<"true or false">;
        submittedAt: v.NullableSchema<v.StringSchema<"a text">, undefined>;
        startedAt: v.NullableSchema<v.StringSchema<"a text">, undefined>;
        endedAt: v.NullableSchema<v.StringSchema<"a text">, undefined>;
        run: v.NullableSchema<
          v.SchemaWithPipe<
            readonly [
              v.ObjectSchema<
                {
                  project: v.StringSchema<"a text">;
                  workflow: v.StringSchema<"a text">;
                  runId: v.StringSchema<"a text">;
                  rid: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                  life: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                  build: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                },
                "an object"
              >,
              v.ReadonlyAction<{
                project: string;
                workflow: string;
                runId: string;
                rid: string;
                life: string;
                build: string;
              }>,
            ]
          >,
          undefined
        >;
        tasks: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      id: v.StringSchema<"a text">;
                      state: v.PicklistSchema<
                        readonly [
                          "pending",
                          "ready",
                          "starting",
                          "running",
                          "succeeded",
                          "failed",
                          "cancelled",
                          "lost",
                          "upstreamFailed",
                        ],
                        `one of ${string}`
                      >;
                      attempt: v.SchemaWithPipe<
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
                      startedAt: v.NullableSchema<v.StringSchema<"a text">, undefined>;
                      endedAt: v.NullableSchema<v.StringSchema<"a text">, undefined>;
                      code: v.NullableSchema<
                        v.SchemaWithPipe<
                          readonly [v.NumberSchema<"a whole number">, v.SafeIntegerAction<number, "a whole number">]
                        >,
                        undefined
                      >;
                      reason: v.NullableSchema<v.StringSchema<"a text">, undefined>;
                      logs: v.SchemaWithPipe<
                        readonly [
                          v.NullableSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.ObjectSchema<
                                  {
                                    stdout: v.StringSchema<"a text">;
                                    stderr: v.StringSchema<"a text">;
                                  },
                                  "an object"
                                >,
                                v.ReadonlyAction<{
                                  stdout: string;
                                  stderr: string;
                                }>,
                              ]
                            >,
                            undefined
                          >,
                          v.DescriptionAction<
                            Readonly<{
                              stdout: string;
                              stderr: string;
                            }> | null,
                            string
                          >,
                        ]
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    id: string;
                    state:
                      | "cancelled"
                      | "failed"
                      | "lost"
                      | "pending"
                      | "ready"
                      | "running"
                      | "starting"
                      | "succeeded"
                      | "upstreamFailed";
                    attempt: number;
                    startedAt: string | null;
                    endedAt: string | null;
                    code: number | null;
                    reason: string | null;
                    logs: Readonly<{
                      stdout: string;
                      stderr: string;
                    }> | null;
                  }>,
                ]
              >,
              "a list"
            >,
            v.ReadonlyAction<
              Readonly<{
                id: string;
                state:
                  | "cancelled"
                  | "failed"
                  | "lost"
                  | "pending"
                  | "ready"
                  | "running"
                  | "starting"
                  | "succeeded"
                  | "upstreamFailed";
                attempt: number;
                startedAt: string | null;
                endedAt: string | null;
                code: number | null;
                reason: string | null;
                logs: Readonly<{
                  stdout: string;
                  stderr: string;
                }> | null;
              }>[]
            >,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      name: string;
      state: "completed" | "failed" | "waiting" | "working";
      outcome: "cancelled" | "failed" | "succeeded" | null;
      cancelRequested: boolean;
      submittedAt: string | null;
      startedAt: string | null;
      endedAt: string | null;
      run: Readonly<{
        project: string;
        workflow: string;
        runId: string;
        rid: string;
        life: string;
        build: string;
      }> | null;
      readonly tasks: readonly Readonly<{
        id: string;
        state:
          | "cancelled"
          | "failed"
          | "lost"
          | "pending"
          | "ready"
          | "running"
          | "starting"
          | "succeeded"
          | "upstreamFailed";
        attempt: number;
        startedAt: string | null;
        endedAt: string | null;
        code: number | null;
        reason: string | null;
        logs: Readonly<{
          stdout: string;
          stderr: string;
        }> | null;
      }>[];
    }>,
  ]
>;
/** One job as the engine knows it. */
export interface JobView extends v.InferOutput<typeof jobView> {}
export {};
