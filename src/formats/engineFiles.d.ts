import type * as v from "valibot";
import { processIdentity } from "./job.js";
import type { Format } from "./reader.js";
declare const engineCard: v.SchemaWithPipe<
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
        format: v.LiteralSchema<1, string>;
        protocol: v.SchemaWithPipe<
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
        socket: v.SchemaWithPipe<readonly [v.StringSchema<"a text">, v.DescriptionAction<string, string>]>;
        startedAt: v.StringSchema<"a text">;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      pid: number;
      startTime: string;
      bootId: string;
      format: 1;
      protocol: number;
      socket: string;
      startedAt: string;
    }>,
  ]
>;
/** `engine.json`: where the daemon of a folder listens. */
export interface EngineCard extends v.InferOutput<typeof engineCard> {}
export declare const engineCardFormat: Format<EngineCard>;
/** `lock.<n>`: the process that holds the folder. */
export declare const engineLockFormat: Format<v.InferOutput<typeof processIdentity>>;
declare const attemptProcess: v.SchemaWithPipe<
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
        format: v.LiteralSchema<1, string>;
        processGroup: v.SchemaWithPipe<
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
      pid: number;
      startTime: string;
      bootId: string;
      format: 1;
      processGroup: number;
    }>,
  ]
>;
/** `pid.json`, by the shim of an attempt. */
export interface AttemptProcessRecord extends v.InferOutput<typeof attemptProcess> {}
export declare const attemptProcessFormat: Format<AttemptProcessRecord>;
declare const exitRecord: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        code: v.SchemaWithPipe<
          readonly [v.NumberSchema<"a whole number">, v.SafeIntegerAction<number, "a whole number">]
        >;
        signal: v.NullableSchema<v.StringSchema<"a text">, undefined>;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      code: number;
      signal: string | null;
    }>,
  ]
>;
/** `exit.json`, by the shim of an attempt. */
export interface ExitRecord extends v.InferOutput<typeof exitRecord> {}
export declare const exitFormat: Format<ExitRecord>;
declare const jobStateFile: v.SchemaWithPipe<
  readonly [
    v.ObjectSchema<
      {
        state: v.PicklistSchema<readonly ["waiting", "working", "completed", "failed"], `one of ${string}`>;
        error: v.ExactOptionalSchema<v.StringSchema<"a text">, undefined>;
      },
      "an object"
    >,
    v.ReadonlyAction<{
      state: "completed" | "failed" | "waiting" | "working";
      error?: string;
    }>,
  ]
>;
/** `state.json`, as Air-Executor 1 reads it. */
export interface JobStateFile extends v.InferOutput<typeof jobStateFile> {}
export declare const jobStateFormat: Format<JobStateFile>;
export {};
