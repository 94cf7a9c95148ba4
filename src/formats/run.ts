import type * as v from "valibot";
import { buildName } from "./build.js";
import { life, storeKey } from "./manifest.js";
import type { Format } from "./reader.js";
import { count, exactly, flag, json, leftOut, mapOf, oneOf, record, text, told } from "./schema.js";

const runRecord = record({
  format: exactly(1),
  project: text,
  workflow: text,
  target: text,
  runId: told("The engine's own.", text),
  life,
  build: buildName,
  parameters: told("Under their operator's id, as exact JSON: those that have it.", mapOf(json)),
  startedBy: oneOf("local", "airflow"),
  scheduled: flag,
  clearNumber: leftOut(
    told(
      "On Airflow: how often the run had been cleared when this life began; 0: it has nothing of earlier lives.",
      count,
    ),
  ),
});
/** Binds a life of a run to one build, put by whoever starts its first operator. */
export interface RunRecord extends v.InferOutput<typeof runRecord> {}
export const runFormat: Format<RunRecord> = { name: "the record of a run", schema: runRecord, number: 1 };

/** Keys of manifests by operator: of the last successful run that an operator was in. */
export const lastGood = mapOf(storeKey);
export type LastGood = v.InferOutput<typeof lastGood>;

const lastGoodRecord = record({ format: exactly(1), manifests: lastGood });
export interface LastGoodRecord extends v.InferOutput<typeof lastGoodRecord> {}
export const lastGoodFormat: Format<LastGoodRecord> = {
  name: "what a run is held to",
  schema: lastGoodRecord,
  number: 1,
};
