import type { DagRun, LostTask } from "../airflow/types.js";
import type { Run } from "../model/run.js";
import { viewOfDagRun } from "../runs/airflowView.js";
import { isOver, mergeRun, type RunLosses } from "../runs/merge.js";
import { readStoredFacts, type BuildCache, type RunsPlace } from "../runs/stored.js";
import type { AirflowTarget } from "./target.js";

/**
 * One run on Airflow: its task instances are asked for only where the manifests do not tell everything.
 *
 * @param dagRun undefined where Airflow does not know the run, or does not answer
 * @returns undefined where nobody knows anything of the run
 */
export async function airflowRun(
  { client }: AirflowTarget,
  from: RunsPlace,
  rid: string,
  dagRun: DagRun | undefined,
  builds: BuildCache,
  signal?: AbortSignal,
): Promise<Run | undefined> {
  const facts = await readStoredFacts(from, rid, builds, signal);
  if (dagRun === undefined) return facts.record === undefined ? undefined : mergeRun({ ...facts, engine: undefined });
  const fromManifests = mergeRun({ ...facts, engine: viewOfDagRun(dagRun, []) });
  // After a clear, a task that died without a manifest would look as good as its earlier attempt.
  const isCleared = (facts.record?.clearNumber ?? 0) > 0;
  const isComplete =
    facts.build !== undefined && !isCleared && fromManifests.operators.every(({ manifest }) => manifest !== null);
  if (isOver(fromManifests.state) && isComplete) return fromManifests;
  const { tasks, losses } = await client.taskInstances(dagRun.dagId, dagRun.runId, signal);
  return mergeRun({ ...facts, losses: withTasks(facts.losses, losses), engine: viewOfDagRun(dagRun, tasks) });
}

/** Task instances that can't be read are the loss of their operators; one that does not even name its operator is the run's. */
function withTasks(losses: RunLosses | undefined, tasks: readonly LostTask[]): RunLosses {
  const nameless = tasks.filter(({ taskId }) => taskId === null).map(({ message }) => message);
  const named = tasks.flatMap(({ taskId, message }) =>
    taskId === null ? [] : [[taskId, { try: 0, message }] as const],
  );
  return {
    records: [...(losses?.records ?? []), ...nameless],
    attempts: new Map([...named, ...(losses?.attempts ?? [])]),
  };
}
