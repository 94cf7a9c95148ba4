import type * as v from "valibot";
import { buildName } from "./build.js";
import { dagId } from "./publication.js";
import { list, number, oneOf, record, text, told } from "./schema.js";

/** Why nothing was published; nothing has been changed at the destination, or it has been put back. */
export const publishFailure = oneOf("notConfigured", "taken", "unconfirmed", "importError", "overtaken");
export type PublishFailure = v.InferOutput<typeof publishFailure>;

/** What publishing does, in this order. */
const publishStep = oneOf("connect", "compare", "upload", "dagFile", "proof", "record", "unpause");
export type PublishStep = v.InferOutput<typeof publishStep>;

const entries = {
  outcome: told(
    "`waiting`: everything is in place, but Airflow has not shown within the time that it parsed it. Nothing is taken back for that.",
    oneOf("published", "unchanged", "waiting"),
  ),
  build: buildName,
  dagId,
  dagFile: told("Absolute path.", text),
  startDate: text,
  message: told(
    "Where it waits: what for, and what to do. Else what a person should know, such as that the DAG is paused.",
    text,
  ),
} as const;
const publishResult = record(entries);
export interface PublishResult extends v.InferOutput<typeof publishResult> {}

export const publishAnswer = record({
  ...entries,
  steps: told(
    "Those that were done.",
    list(record({ name: publishStep, seconds: number, message: told("Empty where the name says it all.", text) })),
  ),
});

const connectStepName = oneOf("address", "signIn", "store", "dagFolder", "connections");
export type ConnectStepName = v.InferOutput<typeof connectStepName>;

export const connectStep = record({
  name: connectStepName,
  state: told(
    "`unchecked`: it could not be told; the message says why, and what to do.",
    oneOf("passed", "failed", "unchecked"),
  ),
  message: told("A sentence.", text),
});
/** One thing that was tested of a connection to an Airflow. */
export interface ConnectStep extends v.InferOutput<typeof connectStep> {}
