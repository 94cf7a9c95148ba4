import type * as v from "valibot";
import type { Format } from "./reader.js";
/** 64 hex digits: the SHA-256 of the record's bytes. */
export declare const buildName: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
export type BuildName = v.InferOutput<typeof buildName>;
export declare const buildLine: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        file: v.StringSchema<"a text">;
        line: v.SchemaWithPipe<
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
      file: string;
      line: number;
    }>,
  ]
>;
/** A line of a workflow's text. Columns are no part of a build: not every Python tells them, and the same text must give the same build. */
export interface BuildLine extends v.InferOutput<typeof buildLine> {}
export declare const buildOperator: v.SchemaWithPipe<
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
                        v.CustomSchema<import("./schema.js").Json, v.ErrorMessage<v.CustomIssue> | undefined>,
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
                    json?: import("./schema.js").Json;
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
                  json?: import("./schema.js").Json;
                }>,
                string
              >,
            ]
          >,
          undefined
        >;
        code: v.NullableSchema<
          v.SchemaWithPipe<
            readonly [
              v.ObjectSchema<
                {
                  definitions: v.SchemaWithPipe<
                    readonly [
                      v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                      v.DescriptionAction<string, string>,
                    ]
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
        >;
        values: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      name: v.StringSchema<"a text">;
                      blob: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                      encoding: v.PicklistSchema<
                        readonly ["parquet", "table-json", "json", "text", "bytes", "pickle"],
                        `one of ${string}`
                      >;
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
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    name: string;
                    blob: string;
                    encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
                    size: number;
                  }>,
                ]
              >,
              "a list"
            >,
            v.ReadonlyAction<
              Readonly<{
                name: string;
                blob: string;
                encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
                size: number;
              }>[]
            >,
          ]
        >;
        modules: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.ArraySchema<
                  v.SchemaWithPipe<
                    readonly [
                      v.ObjectSchema<
                        {
                          path: v.SchemaWithPipe<
                            readonly [
                              v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                              v.DescriptionAction<string, string>,
                            ]
                          >;
                          blob: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                        },
                        "an object"
                      >,
                      v.ReadonlyAction<{
                        path: string;
                        blob: string;
                      }>,
                    ]
                  >,
                  "a list"
                >,
                v.ReadonlyAction<
                  Readonly<{
                    path: string;
                    blob: string;
                  }>[]
                >,
              ]
            >,
            v.DescriptionAction<
              readonly Readonly<{
                path: string;
                blob: string;
              }>[],
              string
            >,
          ]
        >;
        python: v.SchemaWithPipe<
          readonly [v.NullableSchema<v.StringSchema<"a text">, undefined>, v.DescriptionAction<string | null, string>]
        >;
        requirements: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]>,
            v.DescriptionAction<readonly string[], string>,
          ]
        >;
        reuse: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
            v.DescriptionAction<string, string>,
          ]
        >;
        stable: v.SchemaWithPipe<readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]>;
        parameter: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      blob: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
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
                    blob: string;
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
              v.DescriptionAction<
                Readonly<{
                  blob: string;
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
                string
              >,
            ]
          >,
          undefined
        >;
        source: v.SchemaWithPipe<
          readonly [
            v.ObjectSchema<
              {
                file: v.StringSchema<"a text">;
                line: v.SchemaWithPipe<
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
              file: string;
              line: number;
            }>,
          ]
        >;
        definition: v.NullableSchema<
          v.SchemaWithPipe<
            readonly [
              v.ObjectSchema<
                {
                  file: v.StringSchema<"a text">;
                  line: v.SchemaWithPipe<
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
                file: string;
                line: number;
              }>,
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
      id: string;
      name: string;
      kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
      inputs: readonly string[];
      readonly outputs: readonly string[];
      severity?: "error" | "warning";
      bound?: Readonly<{
        comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
        value: import("./schema.js").Json;
      }>;
      resource?: string;
      query?: string | readonly string[];
      tags?: readonly string[];
      table?: string;
      mode?: "append" | "fail" | "replace";
      explicit?: boolean;
      call?: Readonly<{
        readonly positional: readonly import("./graph.js").InputPlace[];
        readonly keywords: readonly (readonly [string, import("./graph.js").InputPlace])[];
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
        json?: import("./schema.js").Json;
      }>;
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
      readonly values: readonly Readonly<{
        name: string;
        blob: string;
        encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
        size: number;
      }>[];
      modules: readonly Readonly<{
        path: string;
        blob: string;
      }>[];
      python: string | null;
      requirements: readonly string[];
      reuse: string;
      stable: boolean;
      parameter?: Readonly<{
        blob: string;
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
      }>;
      readonly source: Readonly<{
        file: string;
        line: number;
      }>;
      definition: Readonly<{
        file: string;
        line: number;
      }> | null;
      origin?: string;
    }>,
  ]
>;
/** An operator of a build: its place in the graph and what travels of it. */
export interface BuildOperator extends v.InferOutput<typeof buildOperator> {}
declare const buildRecord: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        project: v.StringSchema<"a text">;
        workflow: v.StringSchema<"a text">;
        description: v.ExactOptionalSchema<v.StringSchema<"a text">, undefined>;
        schedule: v.SchemaWithPipe<
          readonly [v.NullableSchema<v.StringSchema<"a text">, undefined>, v.DescriptionAction<string | null, string>]
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
                                    readonly keywords: readonly (readonly [string, import("./graph.js").InputPlace])[];
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
                                            import("./schema.js").Json,
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
                                      json?: import("./schema.js").Json;
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
                                    json?: import("./schema.js").Json;
                                  }>,
                                  string
                                >,
                              ]
                            >,
                            undefined
                          >;
                          code: v.NullableSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.ObjectSchema<
                                  {
                                    definitions: v.SchemaWithPipe<
                                      readonly [
                                        v.SchemaWithPipe<
                                          readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                        >,
                                        v.DescriptionAction<string, string>,
                                      ]
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
                          >;
                          values: v.SchemaWithPipe<
                            readonly [
                              v.ArraySchema<
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ObjectSchema<
                                      {
                                        name: v.StringSchema<"a text">;
                                        blob: v.SchemaWithPipe<
                                          readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                        >;
                                        encoding: v.PicklistSchema<
                                          readonly ["parquet", "table-json", "json", "text", "bytes", "pickle"],
                                          `one of ${string}`
                                        >;
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
                                      },
                                      "an object"
                                    >,
                                    v.ReadonlyAction<{
                                      name: string;
                                      blob: string;
                                      encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
                                      size: number;
                                    }>,
                                  ]
                                >,
                                "a list"
                              >,
                              v.ReadonlyAction<
                                Readonly<{
                                  name: string;
                                  blob: string;
                                  encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
                                  size: number;
                                }>[]
                              >,
                            ]
                          >;
                          modules: v.SchemaWithPipe<
                            readonly [
                              v.SchemaWithPipe<
                                readonly [
                                  v.ArraySchema<
                                    v.SchemaWithPipe<
                                      readonly [
                                        v.ObjectSchema<
                                          {
                                            path: v.SchemaWithPipe<
                                              readonly [
                                                v.SchemaWithPipe<
                                                  readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                                >,
                                                v.DescriptionAction<string, string>,
                                              ]
                                            >;
                                            blob: v.SchemaWithPipe<
                                              readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                            >;
                                          },
                                          "an object"
                                        >,
                                        v.ReadonlyAction<{
                                          path: string;
                                          blob: string;
                                        }>,
                                      ]
                                    >,
                                    "a list"
                                  >,
                                  v.ReadonlyAction<
                                    Readonly<{
                                      path: string;
                                      blob: string;
                                    }>[]
                                  >,
                                ]
                              >,
                              v.DescriptionAction<
                                readonly Readonly<{
                                  path: string;
                                  blob: string;
                                }>[],
                                string
                              >,
                            ]
                          >;
                          python: v.SchemaWithPipe<
                            readonly [
                              v.NullableSchema<v.StringSchema<"a text">, undefined>,
                              v.DescriptionAction<string | null, string>,
                            ]
                          >;
                          requirements: v.SchemaWithPipe<
                            readonly [
                              v.SchemaWithPipe<
                                readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
                              >,
                              v.DescriptionAction<readonly string[], string>,
                            ]
                          >;
                          reuse: v.SchemaWithPipe<
                            readonly [
                              v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                              v.DescriptionAction<string, string>,
                            ]
                          >;
                          stable: v.SchemaWithPipe<
                            readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]
                          >;
                          parameter: v.ExactOptionalSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ObjectSchema<
                                      {
                                        blob: v.SchemaWithPipe<
                                          readonly [v.StringSchema<string>, v.RegexAction<string, string>]
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
                                      blob: string;
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
                                v.DescriptionAction<
                                  Readonly<{
                                    blob: string;
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
                                  string
                                >,
                              ]
                            >,
                            undefined
                          >;
                          source: v.SchemaWithPipe<
                            readonly [
                              v.ObjectSchema<
                                {
                                  file: v.StringSchema<"a text">;
                                  line: v.SchemaWithPipe<
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
                                file: string;
                                line: number;
                              }>,
                            ]
                          >;
                          definition: v.NullableSchema<
                            v.SchemaWithPipe<
                              readonly [
                                v.ObjectSchema<
                                  {
                                    file: v.StringSchema<"a text">;
                                    line: v.SchemaWithPipe<
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
                                  file: string;
                                  line: number;
                                }>,
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
                        id: string;
                        name: string;
                        kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
                        inputs: readonly string[];
                        readonly outputs: readonly string[];
                        severity?: "error" | "warning";
                        bound?: Readonly<{
                          comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
                          value: import("./schema.js").Json;
                        }>;
                        resource?: string;
                        query?: string | readonly string[];
                        tags?: readonly string[];
                        table?: string;
                        mode?: "append" | "fail" | "replace";
                        explicit?: boolean;
                        call?: Readonly<{
                          readonly positional: readonly import("./graph.js").InputPlace[];
                          readonly keywords: readonly (readonly [string, import("./graph.js").InputPlace])[];
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
                          json?: import("./schema.js").Json;
                        }>;
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
                        readonly values: readonly Readonly<{
                          name: string;
                          blob: string;
                          encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
                          size: number;
                        }>[];
                        modules: readonly Readonly<{
                          path: string;
                          blob: string;
                        }>[];
                        python: string | null;
                        requirements: readonly string[];
                        reuse: string;
                        stable: boolean;
                        parameter?: Readonly<{
                          blob: string;
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
                        }>;
                        readonly source: Readonly<{
                          file: string;
                          line: number;
                        }>;
                        definition: Readonly<{
                          file: string;
                          line: number;
                        }> | null;
                        origin?: string;
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
                      value: import("./schema.js").Json;
                    }>;
                    resource?: string;
                    query?: string | readonly string[];
                    tags?: readonly string[];
                    table?: string;
                    mode?: "append" | "fail" | "replace";
                    explicit?: boolean;
                    call?: Readonly<{
                      readonly positional: readonly import("./graph.js").InputPlace[];
                      readonly keywords: readonly (readonly [string, import("./graph.js").InputPlace])[];
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
                      json?: import("./schema.js").Json;
                    }>;
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
                    readonly values: readonly Readonly<{
                      name: string;
                      blob: string;
                      encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
                      size: number;
                    }>[];
                    modules: readonly Readonly<{
                      path: string;
                      blob: string;
                    }>[];
                    python: string | null;
                    requirements: readonly string[];
                    reuse: string;
                    stable: boolean;
                    parameter?: Readonly<{
                      blob: string;
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
                    }>;
                    readonly source: Readonly<{
                      file: string;
                      line: number;
                    }>;
                    definition: Readonly<{
                      file: string;
                      line: number;
                    }> | null;
                    origin?: string;
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
                  value: import("./schema.js").Json;
                }>;
                resource?: string;
                query?: string | readonly string[];
                tags?: readonly string[];
                table?: string;
                mode?: "append" | "fail" | "replace";
                explicit?: boolean;
                call?: Readonly<{
                  readonly positional: readonly import("./graph.js").InputPlace[];
                  readonly keywords: readonly (readonly [string, import("./graph.js").InputPlace])[];
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
                  json?: import("./schema.js").Json;
                }>;
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
                readonly values: readonly Readonly<{
                  name: string;
                  blob: string;
                  encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
                  size: number;
                }>[];
                modules: readonly Readonly<{
                  path: string;
                  blob: string;
                }>[];
                python: string | null;
                requirements: readonly string[];
                reuse: string;
                stable: boolean;
                parameter?: Readonly<{
                  blob: string;
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
                }>;
                readonly source: Readonly<{
                  file: string;
                  line: number;
                }>;
                definition: Readonly<{
                  file: string;
                  line: number;
                }> | null;
                origin?: string;
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
        runtime: v.SchemaWithPipe<
          readonly [
            v.ObjectSchema<
              {
                version: v.StringSchema<"a text">;
                blob: v.SchemaWithPipe<
                  readonly [
                    v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                    v.DescriptionAction<string, string>,
                  ]
                >;
              },
              "an object"
            >,
            v.ReadonlyAction<{
              version: string;
              blob: string;
            }>,
          ]
        >;
        launcher: v.SchemaWithPipe<
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
      project: string;
      workflow: string;
      description?: string;
      schedule: string | null;
      operators: readonly Readonly<{
        id: string;
        name: string;
        kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
        inputs: readonly string[];
        readonly outputs: readonly string[];
        severity?: "error" | "warning";
        bound?: Readonly<{
          comparison: "equal" | "greaterThan" | "lessThan" | "notEqual";
          value: import("./schema.js").Json;
        }>;
        resource?: string;
        query?: string | readonly string[];
        tags?: readonly string[];
        table?: string;
        mode?: "append" | "fail" | "replace";
        explicit?: boolean;
        call?: Readonly<{
          readonly positional: readonly import("./graph.js").InputPlace[];
          readonly keywords: readonly (readonly [string, import("./graph.js").InputPlace])[];
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
          json?: import("./schema.js").Json;
        }>;
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
        readonly values: readonly Readonly<{
          name: string;
          blob: string;
          encoding: "bytes" | "json" | "parquet" | "pickle" | "table-json" | "text";
          size: number;
        }>[];
        modules: readonly Readonly<{
          path: string;
          blob: string;
        }>[];
        python: string | null;
        requirements: readonly string[];
        reuse: string;
        stable: boolean;
        parameter?: Readonly<{
          blob: string;
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
        }>;
        readonly source: Readonly<{
          file: string;
          line: number;
        }>;
        definition: Readonly<{
          file: string;
          line: number;
        }> | null;
        origin?: string;
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
      readonly runtime: Readonly<{
        version: string;
        blob: string;
      }>;
      launcher: number;
    }>,
  ]
>;
/** The canonical record of a build; the SHA-256 of its canonical JSON is the build's name. */
export interface BuildRecord extends v.InferOutput<typeof buildRecord> {}
export declare const buildFormat: Format<BuildRecord>;
export {};
