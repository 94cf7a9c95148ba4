/** What Python tells of itself, and of code that was shipped. */
import type * as v from "valibot";
import type { Format } from "./reader.js";
declare const pythonSurvey: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        python: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        executable: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        packages: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        isVirtual: v.SchemaWithPipe<readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]>;
        isManaged: v.SchemaWithPipe<readonly [v.BooleanSchema<"true or false">, v.DescriptionAction<boolean, string>]>;
        isWritable: v.BooleanSchema<"true or false">;
        hasPip: v.BooleanSchema<"true or false">;
        aqueduct: v.SchemaWithPipe<
          readonly [v.NullableSchema<v.StringSchema<"a text">, undefined>, v.DescriptionAction<string | null, string>]
        >;
        oldSdk: v.SchemaWithPipe<
          readonly [v.NullableSchema<v.StringSchema<"a text">, undefined>, v.DescriptionAction<string | null, string>]
        >;
        lacking: v.SchemaWithPipe<
          readonly [
            v.SchemaWithPipe<readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]>,
            v.DescriptionAction<readonly string[], string>,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      format: 1;
      python: string;
      executable: string;
      packages: string;
      isVirtual: boolean;
      isManaged: boolean;
      isWritable: boolean;
      hasPip: boolean;
      aqueduct: string | null;
      oldSdk: string | null;
      lacking: readonly string[];
    }>,
  ]
>;
/** What is known of an interpreter before something is installed into it. */
export interface PythonSurvey extends v.InferOutput<typeof pythonSurvey> {}
export declare const pythonSurveyFormat: Format<PythonSurvey>;
declare const definitions: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        file: v.StringSchema<"a text">;
        pieces: v.SchemaWithPipe<
          readonly [
            v.ArraySchema<
              v.SchemaWithPipe<
                readonly [
                  v.ObjectSchema<
                    {
                      kind: v.StringSchema<"a text">;
                      names: v.SchemaWithPipe<
                        readonly [v.ArraySchema<v.StringSchema<"a text">, "a list">, v.ReadonlyAction<string[]>]
                      >;
                      line: v.ExactOptionalSchema<
                        v.SchemaWithPipe<
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
                        >,
                        undefined
                      >;
                      text: v.ExactOptionalSchema<
                        v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>,
                        undefined
                      >;
                    },
                    "an object"
                  >,
                  v.ReadonlyAction<{
                    kind: string;
                    readonly names: readonly string[];
                    line?: number;
                    text?: string;
                  }>,
                ]
              >,
              "a list"
            >,
            v.ReadonlyAction<
              Readonly<{
                kind: string;
                readonly names: readonly string[];
                line?: number;
                text?: string;
              }>[]
            >,
          ]
        >;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      format: 1;
      file: string;
      readonly pieces: readonly Readonly<{
        kind: string;
        readonly names: readonly string[];
        line?: number;
        text?: string;
      }>[];
    }>,
  ]
>;
/** A blob of definitions, as far as it is read here: what people see of the code. */
export interface Definitions extends v.InferOutput<typeof definitions> {}
export declare const definitionsFormat: Format<Definitions>;
export {};
