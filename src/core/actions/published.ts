import type { AirflowDag } from "../airflow/types.js";
import type { BuildRecord } from "../model/build.js";
import type { LiveWorkflow } from "../model/run.js";
import type { AirflowTarget, PublishedWorkflow } from "./target.js";

/** What a build says of its workflow for people. */
export type WorkflowHead = Pick<BuildRecord, "schedule"> & Partial<Pick<BuildRecord, "description">>;

/** @param dag as Airflow described it last; undefined where it has not answered, or has no such DAG */
export function describePublished(
  { airflow }: AirflowTarget,
  { publication }: PublishedWorkflow,
  { schedule, description }: WorkflowHead,
  dag: AirflowDag | undefined,
): LiveWorkflow {
  const { workflow, dagId, build, publishedAt, publishedBy } = publication;
  return {
    workflow,
    target: airflow.name,
    url: airflow.url,
    dagId,
    build,
    publishedAt,
    publishedBy,
    schedule,
    ...(description === undefined ? {} : { description }),
    dag: dag === undefined ? null : { isPaused: dag.isPaused, nextRun: dag.nextRun },
  };
}
