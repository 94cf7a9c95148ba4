import type { BuildName } from "../model/build.js";
import type { Digest } from "../model/trace.js";
import type { Json } from "../model/workflow.js";

/** Where a DAG's tasks find code and put what they made; no secret stands in it, the Connection has them. */
export type DagStore =
  | {
      readonly type: "s3";
      readonly connection: string;
      readonly bucket: string;
      readonly prefix: string;
      readonly region: string | null;
      readonly endpoint: string | null;
    }
  | { readonly type: "folder"; readonly folder: string };

/** A parameter, as Airflow's form needs it. */
export interface DagParam {
  readonly default: Json;
  /** JSON schema, with a description: the arguments of Airflow's `Param`. */
  readonly schema: Readonly<Record<string, Json>>;
}

export interface DagTask {
  readonly id: string;
  /** Indices of the tasks that it waits for. Their ids would make the file of 450 tasks larger than 50 KB. */
  readonly upstream: readonly number[];
}

/** The one literal of a DAG file (docs/formats.md 10). */
export interface DagSpec {
  readonly format: 2;
  readonly project: string;
  readonly workflow: string;
  /** `<slug>-<8 hex>`: the workflow's folder in the store. */
  readonly key: string;
  readonly target: string;
  readonly dag_id: string;
  /** Left out: none. */
  readonly description?: string;
  readonly build: BuildName;
  /** Cron of five fields, in UTC. */
  readonly schedule: string | null;
  /** RFC 3339 in UTC: the first publish of the workflow to this target. */
  readonly start_date: string;
  /** `runtime.zip` in the store. */
  readonly runtime: Digest;
  readonly store: DagStore;
  /** Resource → Airflow Connection, of the databases that the workflow uses. */
  readonly connections: Readonly<Record<string, string>>;
  /** By operator id. */
  readonly params: Readonly<Record<string, DagParam>>;
  /** In an order in which each comes after those that it waits for. */
  readonly tasks: readonly DagTask[];
}
