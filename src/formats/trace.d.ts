import type * as v from "valibot";
import type { Format } from "./reader.js";
export declare const shipment: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
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
        id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
      },
      "an object"
    >,
    v.ReadonlyAction<{
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
      id: string;
    }>,
  ]
>;
/** What travels of one operator. */
export interface Shipment extends v.InferOutput<typeof shipment> {}
declare const traceResult: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        python: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        environment: v.SchemaWithPipe<
          readonly [
            v.NullableSchema<
              v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
              undefined
            >,
            v.DescriptionAction<string | null, string>,
          ]
        >;
        graph: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
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
                                        v.SchemaWithPipe<
                                          readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                        >,
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
                                          readonly [
                                            v.BooleanSchema<"true or false">,
                                            v.DescriptionAction<boolean, string>,
                                          ]
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
                                                          readonly [
                                                            v.StringSchema<string>,
                                                            v.RegexAction<string, string>,
                                                          ]
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
                                                                    readonly [
                                                                      v.StringSchema<string>,
                                                                      v.RegexAction<string, string>,
                                                                    ]
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
                                                                readonly [
                                                                  v.StringSchema<string>,
                                                                  v.RegexAction<string, string>,
                                                                ]
                                                              >,
                                                              "a list"
                                                            >,
                                                            v.ReadonlyAction<string[]>,
                                                          ]
                                                        >;
                                                        severity: v.ExactOptionalSchema<
                                                          v.SchemaWithPipe<
                                                            readonly [
                                                              v.PicklistSchema<
                                                                readonly ["warning", "error"],
                                                                `one of ${string}`
                                                              >,
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
                                                                        readonly [
                                                                          "lessThan",
                                                                          "greaterThan",
                                                                          "equal",
                                                                          "notEqual",
                                                                        ],
                                                                        `one of ${string}`
                                                                      >;
                                                                      value: v.SchemaWithPipe<
                                                                        readonly [
                                                                          import("./schema.js").Schema<
                                                                            import("./schema.js").Json
                                                                          >,
                                                                          v.DescriptionAction<
                                                                            import("./schema.js").Json,
                                                                            string
                                                                          >,
                                                                        ]
                                                                      >;
                                                                    },
                                                                    "an object"
                                                                  >,
                                                                  v.ReadonlyAction<{
                                                                    comparison:
                                                                      | "equal"
                                                                      | "greaterThan"
                                                                      | "lessThan"
                                                                      | "notEqual";
                                                                    value: import("./schema.js").Json;
                                                                  }>,
                                                                ]
                                                              >,
                                                              v.DescriptionAction<
                                                                Readonly<{
                                                                  comparison:
                                                                    | "equal"
                                                                    | "greaterThan"
                                                                    | "lessThan"
                                                                    | "notEqual";
                                                                  value: import("./schema.js").Json;
                                                                }>,
                                                                string
                                                              >,
                                                            ]
                                                          >,
                                                          undefined
                                                        >;
                                                        resource: v.ExactOptionalSchema<
                                                          v.SchemaWithPipe<
                                                            readonly [
                                                              v.StringSchema<"a text">,
                                                              v.DescriptionAction<string, string>,
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
                                                            readonly [
                                                              v.StringSchema<"a text">,
                                                              v.DescriptionAction<string, string>,
                                                            ]
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
                                                              v.DescriptionAction<
                                                                "append" | "fail" | "replace",
                                                                string
                                                              >,
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
                                                                          v.ArraySchema<
                                                                            import("./schema.js").Schema<
                                                                              import("./graph.js").InputPlace
                                                                            >,
                                                                            "a list"
                                                                          >,
                                                                          v.ReadonlyAction<
                                                                            import("./graph.js").InputPlace[]
                                                                          >,
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
                                                                                  [
                                                                                    string,
                                                                                    import("./graph.js").InputPlace,
                                                                                  ]
                                                                                >,
                                                                              ]
                                                                            >,
                                                                            "a list"
                                                                          >,
                                                                          v.ReadonlyAction<
                                                                            (readonly [
                                                                              string,
                                                                              import("./graph.js").InputPlace,
                                                                            ])[]
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
                                                        readonly keywords: readonly (readonly [
                                                          string,
                                                          import("./graph.js").InputPlace,
                                                        ])[];
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
                                                    readonly keywords: readonly (readonly [
                                                      string,
                                                      import("./graph.js").InputPlace,
                                                    ])[];
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
                                                readonly keywords: readonly (readonly [
                                                  string,
                                                  import("./graph.js").InputPlace,
                                                ])[];
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
                                        readonly keywords: readonly (readonly [
                                          string,
                                          import("./graph.js").InputPlace,
                                        ])[];
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
                                        readonly keywords: readonly (readonly [
                                          string,
                                          import("./graph.js").InputPlace,
                                        ])[];
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
                                  code: v.SchemaWithPipe<
                                    readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]
                                  >;
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
            >,
            v.DescriptionAction<
              Readonly<{
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
              string
            >,
          ]
        >;
        failure: v.NullableSchema<
          v.SchemaWithPipe<
            readonly [
              v.ObjectSchema<
                {
                  message: v.StringSchema<"a text">;
                  tip: v.StringSchema<"a text">;
                  trace: v.SchemaWithPipe<
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
                  >;
                  code: v.ExactOptionalSchema<
                    v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
                    undefined
                  >;
                },
                "an object"
              >,
              v.ReadonlyAction<{
                message: string;
                tip: string;
                readonly trace: readonly Readonly<{
                  file: string;
                  line: number;
                  function: string;
                  text: string;
                }>[];
                code?: string;
              }>,
            ]
          >,
          undefined
        >;
        shipments: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<
              readonly [
                v.ArraySchema<
                  v.SchemaWithPipe<
                    readonly [
                      v.ObjectSchema<
                        {
                          workflow: v.NullableSchema<v.StringSchema<"a text">, undefined>;
                          operators: v.SchemaWithPipe<
                            readonly [
                              v.ArraySchema<
                                v.SchemaWithPipe<
                                  readonly [
                                    v.ObjectSchema<
                                      {
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
                                                    encoding:
                                                      | "bytes"
                                                      | "json"
                                                      | "parquet"
                                                      | "pickle"
                                                      | "table-json"
                                                      | "text";
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
                                                encoding:
                                                  | "bytes"
                                                  | "json"
                                                  | "parquet"
                                                  | "pickle"
                                                  | "table-json"
                                                  | "text";
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
                                                                readonly [
                                                                  v.StringSchema<string>,
                                                                  v.RegexAction<string, string>,
                                                                ]
                                                              >,
                                                              v.DescriptionAction<string, string>,
                                                            ]
                                                          >;
                                                          blob: v.SchemaWithPipe<
                                                            readonly [
                                                              v.StringSchema<string>,
                                                              v.RegexAction<string, string>,
                                                            ]
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
                                              readonly [
                                                v.ArraySchema<v.StringSchema<"a text">, "a list">,
                                                v.ReadonlyAction<string[]>,
                                              ]
                                            >,
                                            v.DescriptionAction<readonly string[], string>,
                                          ]
                                        >;
                                        reuse: v.SchemaWithPipe<
                                          readonly [
                                            v.SchemaWithPipe<
                                              readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                            >,
                                            v.DescriptionAction<string, string>,
                                          ]
                                        >;
                                        stable: v.SchemaWithPipe<
                                          readonly [
                                            v.BooleanSchema<"true or false">,
                                            v.DescriptionAction<boolean, string>,
                                          ]
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
                                                    encoding:
                                                      | "bytes"
                                                      | "json"
                                                      | "parquet"
                                                      | "pickle"
                                                      | "table-json"
                                                      | "text";
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
                                                  encoding:
                                                    | "bytes"
                                                    | "json"
                                                    | "parquet"
                                                    | "pickle"
                                                    | "table-json"
                                                    | "text";
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
                                        id: v.SchemaWithPipe<
                                          readonly [v.StringSchema<string>, v.RegexAction<string, string>]
                                        >;
                                      },
                                      "an object"
                                    >,
                                    v.ReadonlyAction<{
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
                                      id: string;
                                    }>,
                                  ]
                                >,
                                "a list"
                              >,
                              v.ReadonlyAction<
                                Readonly<{
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
                                  id: string;
                                }>[]
                              >,
                            ]
                          >;
                        },
                        "an object"
                      >,
                      v.ReadonlyAction<{
                        workflow: string | null;
                        readonly operators: readonly Readonly<{
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
                          id: string;
                        }>[];
                      }>,
                    ]
                  >,
                  "a list"
                >,
                v.ReadonlyAction<
                  Readonly<{
                    workflow: string | null;
                    readonly operators: readonly Readonly<{
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
                      id: string;
                    }>[];
                  }>[]
                >,
              ]
            >,
            v.DescriptionAction<
              readonly Readonly<{
                workflow: string | null;
                readonly operators: readonly Readonly<{
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
                  id: string;
                }>[];
              }>[],
              string
            >,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      format: 1;
      python: string;
      environment: string | null;
      graph: Readonly<{
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
      }>;
      failure: Readonly<{
        message: string;
        tip: string;
        readonly trace: readonly Readonly<{
          file: string;
          line: number;
          function: string;
          text: string;
        }>[];
        code?: string;
      }> | null;
      shipments: readonly Readonly<{
        workflow: string | null;
        readonly operators: readonly Readonly<{
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
          id: string;
        }>[];
      }>[];
    }>,
  ]
>;
/** What the tracer leaves in its `out`. */
export interface TraceResult extends v.InferOutput<typeof traceResult> {}
export declare const traceFormat: Format<TraceResult>;
declare const traceRequest: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        file: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
            v.DescriptionAction<string, string>,
          ]
        >;
        folder: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        out: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
            v.DescriptionAction<string, string>,
          ]
        >;
        blobs: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
            v.DescriptionAction<string, string>,
          ]
        >;
        resources: import("./schema.js").Schema<
          Readonly<
            Record<
              string,
              Readonly<{
                type: string;
                dialect?: string;
              }>
            >
          >
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      format: 1;
      file: string;
      folder: string;
      out: string;
      blobs: string;
      resources: Readonly<
        Record<
          string,
          Readonly<{
            type: string;
            dialect?: string;
          }>
        >
      >;
    }>,
  ]
>;
/** What the tracer is asked, on its stdin. */
export interface TraceRequest extends v.InferOutput<typeof traceRequest> {}
export declare const traceRequestFormat: Format<TraceRequest>;
export {};
