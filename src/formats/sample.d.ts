import type * as v from "valibot";
import type { Format } from "./reader.js";
declare const sample: v.UnionSchema<
  readonly [
    v.SchemaWithPipe<
      readonly [
        v.ObjectSchema<
          {
            format: v.LiteralSchema<1, string>;
            type: v.StringSchema<"a text">;
            rows: v.SchemaWithPipe<
              readonly [
                v.NullableSchema<
                  v.SchemaWithPipe<
                    readonly [
                      v.NumberSchema<string>,
                      v.SafeIntegerAction<number, string>,
                      v.MinValueAction<number, number, string>,
                    ]
                  >,
                  undefined
                >,
                v.DescriptionAction<number | null, string>,
              ]
            >;
            text: v.NullableSchema<v.StringSchema<"a text">, undefined>;
            python: v.ExactOptionalSchema<
              v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
              undefined
            >;
            columns: v.SchemaWithPipe<
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
            >;
            values: v.SchemaWithPipe<
              readonly [
                v.SchemaWithPipe<
                  readonly [
                    v.ArraySchema<
                      v.SchemaWithPipe<
                        readonly [
                          v.ArraySchema<
                            v.CustomSchema<import("./schema.js").Json, v.ErrorMessage<v.CustomIssue> | undefined>,
                            "a list"
                          >,
                          v.ReadonlyAction<import("./schema.js").Json[]>,
                        ]
                      >,
                      "a list"
                    >,
                    v.ReadonlyAction<(readonly import("./schema.js").Json[])[]>,
                  ]
                >,
                v.DescriptionAction<readonly (readonly import("./schema.js").Json[])[], string>,
              ]
            >;
          },
          "an object"
        >,
        v.ReadonlyAction<{
          format: 1;
          type: string;
          rows: number | null;
          text: string | null;
          python?: string;
          readonly columns: readonly Readonly<{
            name: string;
            dtype: string;
          }>[];
          values: readonly (readonly import("./schema.js").Json[])[];
        }>,
      ]
    >,
    v.SchemaWithPipe<
      readonly [
        v.ObjectSchema<
          {
            format: v.LiteralSchema<1, string>;
            type: v.StringSchema<"a text">;
            rows: v.SchemaWithPipe<
              readonly [
                v.NullableSchema<
                  v.SchemaWithPipe<
                    readonly [
                      v.NumberSchema<string>,
                      v.SafeIntegerAction<number, string>,
                      v.MinValueAction<number, number, string>,
                    ]
                  >,
                  undefined
                >,
                v.DescriptionAction<number | null, string>,
              ]
            >;
            text: v.NullableSchema<v.StringSchema<"a text">, undefined>;
            python: v.ExactOptionalSchema<
              v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
              undefined
            >;
            columns: v.NullSchema<"null">;
            values: v.SchemaWithPipe<
              readonly [
                v.CustomSchema<import("./schema.js").Json, v.ErrorMessage<v.CustomIssue> | undefined>,
                v.DescriptionAction<import("./schema.js").Json, string>,
              ]
            >;
          },
          "an object"
        >,
        v.ReadonlyAction<{
          format: 1;
          type: string;
          rows: number | null;
          text: string | null;
          python?: string;
          columns: null;
          values: import("./schema.js").Json;
        }>,
      ]
    >,
  ],
  string
>;
/** What is kept of a value for people to look at: at most 500 rows of a table, a value as JSON, or a text. */
export type Sample = v.InferOutput<typeof sample>;
export declare const sampleFormat: Format<Sample>;
export {};
