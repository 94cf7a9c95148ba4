/** What travels of an operator, in traces, builds and jobs alike. */
import type * as v from "valibot";
import { digest } from "./schema.js";
export type Digest = v.InferOutput<typeof digest>;
export declare const encoding: v.PicklistSchema<
  readonly ["parquet", "table-json", "json", "text", "bytes", "pickle"],
  `one of ${string}`
>;
export type Encoding = v.InferOutput<typeof encoding>;
/** Relative, with `/`, and never out of the folder that it stands in. */
export declare const innerPath: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
export declare const traceFrame: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        file: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
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
>;
export interface TraceFrame extends v.InferOutput<typeof traceFrame> {}
export declare const shippedCode: v.SchemaWithPipe<
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
          readonly [v.NullableSchema<v.StringSchema<"a text">, undefined>, v.DescriptionAction<string | null, string>]
        >;
        roots: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]>,
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
>;
/** Where an operator's function is found; all of it goes to the runner. */
export interface ShippedCode extends v.InferOutput<typeof shippedCode> {}
/** As {@link shippedCode}, with a path instead of a digest. */
export declare const stagedCode: v.SchemaWithPipe<
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
          readonly [v.NullableSchema<v.StringSchema<"a text">, undefined>, v.DescriptionAction<string | null, string>]
        >;
        roots: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]>,
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
>;
export interface StagedCode extends v.InferOutput<typeof stagedCode> {}
export declare const capturedValue: v.SchemaWithPipe<
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
>;
export declare const shippedModule: v.SchemaWithPipe<
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
>;
export interface ShippedModule extends v.InferOutput<typeof shippedModule> {}
export declare const shipmentEntries: {
  readonly code: v.NullableSchema<
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
  readonly values: v.SchemaWithPipe<
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
  readonly modules: v.SchemaWithPipe<
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
  readonly python: v.SchemaWithPipe<
    readonly [v.NullableSchema<v.StringSchema<"a text">, undefined>, v.DescriptionAction<string | null, string>]
  >;
  readonly requirements: v.SchemaWithPipe<
    readonly [
      v.SchemaWithPipe<readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]>,
      v.DescriptionAction<readonly string[], string>,
    ]
  >;
  readonly reuse: v.SchemaWithPipe<
    readonly [
      v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>,
      v.DescriptionAction<string, string>,
    ]
  >;
  readonly stable: v.SchemaWithPipe<readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]>;
  readonly parameter: v.ExactOptionalSchema<
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
};
