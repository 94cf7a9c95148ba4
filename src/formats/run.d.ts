import type * as v from "valibot";
import type { Format } from "./reader.js";
declare const runRecord: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        project: v.StringSchema<"a text">;
        workflow: v.StringSchema<"a text">;
        target: v.StringSchema<"a text">;
        runId: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        life: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        build: v.SchemaWithPipe<readonly [v.StringSchema<string>, v.RegexAction<string, string>]>;
        parameters: v.SchemaWithPipe<
          readonly [
            import("./schema.js").Schema<Readonly<Record<string, import("./schema.js").Json>>>,
            v.DescriptionAction<Readonly<Record<string, import("./schema.js").Json>>, string>,
          ]
        >;
        startedBy: v.PicklistSchema<readonly ["local", "airflow"], `one of ${string}`>;
        scheduled: v.BooleanSchema<"true or false">;
        clearNumber: v.ExactOptionalSchema<
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
      },
      "an object"
    >,
    v.ReadonlyAction<{
      format: 1;
      project: string;
      workflow: string;
      target: string;
      runId: string;
      life: string;
      build: string;
      parameters: Readonly<Record<string, import("./schema.js").Json>>;
      startedBy: "airflow" | "local";
      scheduled: boolean;
      clearNumber?: number;
    }>,
  ]
>;
/** Binds a life of a run to one build, put by whoever starts its first operator. */
export interface RunRecord extends v.InferOutput<typeof runRecord> {}
export declare const runFormat: Format<RunRecord>;
/** Keys of manifests by operator: of the last successful run that an operator was in. */
export declare const lastGood: import("./schema.js").Schema<Readonly<Record<string, string>>>;
export type LastGood = v.InferOutput<typeof lastGood>;
declare const lastGoodRecord: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        format: v.LiteralSchema<1, string>;
        manifests: import("./schema.js").Schema<Readonly<Record<string, string>>>;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      format: 1;
      manifests: Readonly<Record<string, string>>;
    }>,
  ]
>;
export interface LastGoodRecord extends v.InferOutput<typeof lastGoodRecord> {}
export declare const lastGoodFormat: Format<LastGoodRecord>;
export {};
