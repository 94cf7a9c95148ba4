import type * as v from "valibot";
import { buildName } from "./build.js";
import { operatorId } from "./graph.js";
import { time } from "./manifest.js";
import { dagId } from "./publication.js";
import type { Format } from "./reader.js";
import {
  count,
  digest,
  either,
  exactly,
  json,
  leftOut,
  list,
  mapOf,
  oneOfRecords,
  orNull,
  record,
  text,
  told,
} from "./schema.js";

const dagStore = oneOfRecords("type", [
  record({
    type: exactly("s3"),
    connection: text,
    bucket: text,
    prefix: text,
    region: orNull(text),
    endpoint: orNull(text),
  }),
  record({ type: exactly("folder"), folder: text }),
]);
/** Where a DAG's tasks find code and put what they made; no secret stands in it, the Connection has them. */
export type DagStore = v.InferOutput<typeof dagStore>;

const dagParam = record({
  default: json,
  schema: told("JSON schema, with a description: the arguments of Airflow's `Param`.", mapOf(json)),
});
/** A parameter, as Airflow's form needs it. */
export interface DagParam extends v.InferOutput<typeof dagParam> {}

const dagTask = record({
  id: operatorId,
  upstream: told(
    "Indices of the tasks that it waits for. Their ids would make the file of 450 tasks larger than 50 KB.",
    list(count),
  ),
});
export interface DagTask extends v.InferOutput<typeof dagTask> {}

const dagSpec = record({
  format: exactly(2),
  project: text,
  workflow: text,
  key: told("`<slug>-<8 hex>`: the workflow's folder in the store.", text),
  target: text,
  dag_id: dagId,
  description: leftOut(text),
  build: buildName,
  schedule: told("Cron of five fields, in UTC.", orNull(text)),
  start_date: told("In UTC: the first publish of the workflow to this target.", time),
  runtime: told("`runtime.zip` in the store.", digest),
  store: dagStore,
  connections: told("Resource → Airflow Connection, of the databases that the workflow uses.", mapOf(text)),
  params: told("By operator id.", mapOf(dagParam)),
  tasks: told("In an order in which each comes after those that it waits for.", list(dagTask)),
});
/** The one literal of a DAG file. */
export interface DagSpec extends v.InferOutput<typeof dagSpec> {}
export const dagSpecFormat: Format<DagSpec> = { name: "the literal of a DAG file", schema: dagSpec, number: 2 };

const dagOwner = record({
  // In 1, tasks and parameters were lists. Whose a file is stands in both alike.
  format: either("1 or 2", exactly(1), exactly(2)),
  project: text,
  workflow: text,
  target: text,
});
/** Whose a DAG file is: the part of its literal that is read here. */
export interface DagOwner extends v.InferOutput<typeof dagOwner> {}
export const dagOwnerFormat: Format<DagOwner> = { name: "a DAG file of Aqueduct", schema: dagOwner, number: 2 };
