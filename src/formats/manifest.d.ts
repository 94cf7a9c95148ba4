import type * as v from "valibot";
import type { Format } from "./reader.js";
/** RFC 3339 with any offset. */
export declare const time: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
/** 20 hex digits. */
export declare const rid: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
export declare const life: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
/** A path in a store. */
export declare const storeKey: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
declare const failureType: v.PicklistSchema<
  readonly ["user", "check", "requirements", "system", "cancelled", "lost", "republished"],
  `one of ${string}`
>;
export type FailureType = v.InferOutput<typeof failureType>;
export declare const failure: v.SchemaWithPipe<
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
>;
export interface Failure extends v.InferOutput<typeof failure> {}
export declare const column: v.SchemaWithPipe<
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
>;
export interface Column extends v.InferOutput<typeof column> {}
export declare const artifactFactEntries: {
  readonly id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
  readonly sha256: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
  readonly size: v.SchemaWithPipe<
    readonly [
      v.SchemaWithPipe<
        readonly [v.NumberSchema<string>, v.SafeIntegerAction<number, string>, v.MinValueAction<number, number, string>]
      >,
      v.DescriptionAction<number, string>,
    ]
  >;
  readonly type: v.PicklistSchema<
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
  readonly encoding: v.PicklistSchema<
    readonly ["parquet", "table-json", "json", "text", "bytes", "pickle"],
    `one of ${string}`
  >;
  readonly rows: v.NullableSchema<
    v.SchemaWithPipe<
      readonly [v.NumberSchema<string>, v.SafeIntegerAction<number, string>, v.MinValueAction<number, number, string>]
    >,
    undefined
  >;
  readonly schema: v.NullableSchema<
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
};
declare const artifactFacts: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        readonly id: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        readonly sha256: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        readonly size: v.SchemaWithPipe<
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
        readonly type: v.PicklistSchema<
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
        readonly encoding: v.PicklistSchema<
          readonly ["parquet", "table-json", "json", "text", "bytes", "pickle"],
          `one of ${string}`
        >;
        readonly rows: v.NullableSchema<
          v.SchemaWithPipe<
            readonly [
              v.NumberSchema<string>,
              v.SafeIntegerAction<number, string>,
              v.MinValueAction<number, number, string>,
            ]
          >,
          undefined
        >;
        readonly schema: v.NullableSchema<
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
    }>,
  ]
>;
/** What is known of a value once it is written, wherever its bytes lie. */
export interface ArtifactFacts extends v.InferOutput<typeof artifactFacts> {}
export declare const storedArtifact: v.SchemaWithPipe<
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
        key: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
            v.DescriptionAction<string, string>,
          ]
        >;
        sample: v.SchemaWithPipe<
          readonly [
            v.NullableSchema<
              v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
              undefined
            >,
            v.DescriptionAction<string | null, string>,
          ]
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
      key: string;
      sample: string | null;
    }>,
  ]
>;
export interface StoredArtifact extends v.InferOutput<typeof storedArtifact> {}
export declare const expectedType: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        name: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
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
        since: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
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
>;
/** The type that a value is held to, since the run that began then. */
export interface ExpectedType extends v.InferOutput<typeof expectedType> {}
export declare const saveResult: v.SchemaWithPipe<
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
>;
export interface SaveResult extends v.InferOutput<typeof saveResult> {}
export declare const folderUse: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        path: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        use: v.PicklistSchema<readonly ["read", "listed", "looked at", "imported"], `one of ${string}`>;
        changedAt: v.ExactOptionalSchema<
          v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
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
>;
/** A file or folder by its path from the folder, and what an operator did with it. */
export interface FolderUse extends v.InferOutput<typeof folderUse> {}
export declare const operatorResultEntries: {
  readonly failure: v.NullableSchema<
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
  readonly check: v.NullableSchema<
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
  readonly metric: v.NullableSchema<
    v.SchemaWithPipe<readonly [v.NumberSchema<"a number">, v.FiniteAction<number, "a number">]>,
    undefined
  >;
  readonly startedAt: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
  readonly endedAt: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
  readonly wallSeconds: v.SchemaWithPipe<
    readonly [
      v.SchemaWithPipe<readonly [v.NumberSchema<"a number">, v.FiniteAction<number, "a number">]>,
      v.DescriptionAction<number, string>,
    ]
  >;
  readonly peakBytes: v.NullableSchema<
    v.SchemaWithPipe<
      readonly [v.NumberSchema<string>, v.SafeIntegerAction<number, string>, v.MinValueAction<number, number, string>]
    >,
    undefined
  >;
  readonly python: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
  readonly saved: v.NullableSchema<
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
  readonly outside: v.ExactOptionalSchema<
    v.SchemaWithPipe<
      readonly [
        v.SchemaWithPipe<readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]>,
        v.DescriptionAction<readonly string[], string>,
      ]
    >,
    undefined
  >;
  readonly notShipped: v.ExactOptionalSchema<
    v.SchemaWithPipe<
      readonly [
        v.SchemaWithPipe<
          readonly [
            v.ArraySchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      path: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
                      use: v.PicklistSchema<readonly ["read", "listed", "looked at", "imported"], `one of ${string}`>;
                      changedAt: v.ExactOptionalSchema<
                        v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
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
};
declare const operatorResult: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        readonly failure: v.NullableSchema<
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
        readonly check: v.NullableSchema<
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
        readonly metric: v.NullableSchema<
          v.SchemaWithPipe<readonly [v.NumberSchema<"a number">, v.FiniteAction<number, "a number">]>,
          undefined
        >;
        readonly startedAt: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        readonly endedAt: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        readonly wallSeconds: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.NumberSchema<"a number">, v.FiniteAction<number, "a number">]>,
            v.DescriptionAction<number, string>,
          ]
        >;
        readonly peakBytes: v.NullableSchema<
          v.SchemaWithPipe<
            readonly [
              v.NumberSchema<string>,
              v.SafeIntegerAction<number, string>,
              v.MinValueAction<number, number, string>,
            ]
          >,
          undefined
        >;
        readonly python: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        readonly saved: v.NullableSchema<
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
        readonly outside: v.ExactOptionalSchema<
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
        readonly notShipped: v.ExactOptionalSchema<
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
    }>,
  ]
>;
/** How a call of an operator ended, as whoever made it tells. */
export interface OperatorResult extends v.InferOutput<typeof operatorResult> {}
declare const callKey: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        code: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        key: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        packages: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
              v.DescriptionAction<string, string>,
            ]
          >,
          undefined
        >;
        inputs: v.ExactOptionalSchema<
          v.SchemaWithPipe<
            readonly [
              import("./schema.js").Schema<Readonly<Record<string, string>>>,
              v.DescriptionAction<Readonly<Record<string, string>>, string>,
            ]
          >,
          undefined
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      code: string;
      key: string;
      packages?: string;
      inputs?: Readonly<Record<string, string>>;
    }>,
  ]
>;
/** What a call's values follow from; of the parts one learns which of them has changed. */
export interface CallKey extends v.InferOutput<typeof callKey> {}
export declare const callReason: v.VariantSchema<
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
                    readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
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
>;
/** Why an operator is called in a run that takes the values of earlier runs; the words are those of `callReasonText`. */
export type CallReason = v.InferOutput<typeof callReason>;
export declare const reused: v.SchemaWithPipe<
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
        runStartedAt: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        cached: v.ExactOptionalSchema<
          v.SchemaWithPipe<readonly [v.LiteralSchema<true, string>, v.DescriptionAction<true, string>]>,
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
>;
/** The attempt that has made the values which another one took over. */
export interface Reused extends v.InferOutput<typeof reused> {}
declare const manifest: v.SchemaWithPipe<
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
        operator: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        kind: v.PicklistSchema<
          readonly ["extract", "function", "metric", "check", "save", "parameter", "systemMetric"],
          `one of ${string}`
        >;
        status: v.PicklistSchema<readonly ["succeeded", "failed", "cancelled"], `one of ${string}`>;
        build: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        life: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        try: v.SchemaWithPipe<
          readonly [
            v.NumberSchema<string>,
            v.SafeIntegerAction<number, string>,
            v.MinValueAction<number, number, string>,
          ]
        >;
        engine: v.PicklistSchema<readonly ["local", "airflow"], `one of ${string}`>;
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
                      key: v.SchemaWithPipe<
                        readonly [
                          v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                          v.DescriptionAction<string, string>,
                        ]
                      >;
                      sample: v.SchemaWithPipe<
                        readonly [
                          v.NullableSchema<
                            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                            undefined
                          >,
                          v.DescriptionAction<string | null, string>,
                        ]
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
                    key: string;
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
                key: string;
                sample: string | null;
              }>[]
            >,
          ]
        >;
        logs: v.SchemaWithPipe<
          readonly [
            v.ObjectSchema<
              {
                stdout: v.NullableSchema<
                  v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                  undefined
                >;
                stderr: v.NullableSchema<
                  v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                  undefined
                >;
              },
              "an object"
            >,
            v.ReadonlyAction<{
              stdout: string | null;
              stderr: string | null;
            }>,
          ]
        >;
        reuse: v.SchemaWithPipe<
          readonly [
            v.NullableSchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      code: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                      key: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                      packages: v.ExactOptionalSchema<
                        v.SchemaWithPipe<
                          readonly [
                            v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
                            v.DescriptionAction<string, string>,
                          ]
                        >,
                        undefined
                      >;
                      inputs: v.ExactOptionalSchema<
                        v.SchemaWithPipe<
                          readonly [
                            import("./schema.js").Schema<Readonly<Record<string, string>>>,
                            v.DescriptionAction<Readonly<Record<string, string>>, string>,
                          ]
                        >,
                        undefined
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    code: string;
                    key: string;
                    packages?: string;
                    inputs?: Readonly<Record<string, string>>;
                  }>,
                ]
              >,
              undefined
            >,
            v.DescriptionAction<
              Readonly<{
                code: string;
                key: string;
                packages?: string;
                inputs?: Readonly<Record<string, string>>;
              }> | null,
              string
            >,
          ]
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
                      runStartedAt: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
                      cached: v.ExactOptionalSchema<
                        v.SchemaWithPipe<readonly [v.LiteralSchema<true, string>, v.DescriptionAction<true, string>]>,
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
      operator: string;
      kind: "check" | "extract" | "function" | "metric" | "parameter" | "save" | "systemMetric";
      status: "cancelled" | "failed" | "succeeded";
      build: string;
      life: string;
      try: number;
      engine: "airflow" | "local";
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
        key: string;
        sample: string | null;
      }>[];
      readonly logs: Readonly<{
        stdout: string | null;
        stderr: string | null;
      }>;
      reuse: Readonly<{
        code: string;
        key: string;
        packages?: string;
        inputs?: Readonly<Record<string, string>>;
      }> | null;
      origin?: string;
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
>;
/** The record of one attempt of one operator, put last and never replaced. */
export interface Manifest extends v.InferOutput<typeof manifest> {}
export declare const manifestFormat: Format<Manifest>;
export {};
