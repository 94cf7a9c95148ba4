import type { DagRun, LostTask, TaskInstance } from "../airflow/types.js";
import type { Run } from "../model/run.js";
import { viewOfDagRun } from "../runs/airflowView.js";
import { isOver, mergeRun, type RunLosses } from "../runs/merge.js";
import { readStoredFacts, type BuildCache, type RunsPlace, type StoredFacts } from "../runs/stored.js";
import type { AirflowTarget } from "./target.js";

/** A run of which the store does not tell everything: its task instances are to be asked for. */
export class RunWithoutTasks {
  constructor(
    private readonly facts: StoredFacts,
    readonly dagRun: DagRun,
  ) {}

  /** As its manifests alone tell it: of an operator without one nothing is known, since the run is over. */
  withoutTasks(): Run {
    const run = this.with([], []);
    const isOverNow = isOver(run.state);
    return {
      ...run,
      operators: run.operators.map((one) =>
        isOverNow && one.manifest === null && one.state === "waiting" ? { ...one, state: "unknown" } : one,
      ),
    };
  }

  /** @param tasks its own */
  with(tasks: readonly TaskInstance[], losses: readonly LostTask[]): Run {
    return mergeRun({
      ...this.facts,
      losses: withTasks(this.facts.losses, losses),
      engine: viewOfDagRun(this.dagRun, tasks),
    });
  }
}

/**
 * One run on Airflow, as its manifests tell it; where they do not tell everything, what is to be completed by its task instances.
 *
 * @param dagRun undefined where Airflow does not know the run, or does not answer
 * @returns undefined where nobody knows anything of the run
 */
export async function airflowRun(
  from: RunsPlace,
  rid: string,
  dagRun: DagRun | undefined,
  builds: BuildCache,
  signal?: AbortSignal,
): Promise<Run | RunWithoutTasks | undefined> {
  const facts = await readStoredFacts(from, rid, builds, signal);
  if (dagRun === undefined) return facts.record === undefined ? undefined : mergeRun({ ...facts, engine: undefined });
  const fromManifests = mergeRun({ ...facts, engine: viewOfDagRun(dagRun, []) });
  // After a clear, a task that died without a manifest would look as good as its earlier attempt.
  const isCleared = (facts.record?.clearNumber ?? 0) > 0;
  const isComplete =
    facts.build !== undefined && !isCleared && fromManifests.operators.every(({ manifest }) => manifest !== null);
  return isOver(fromManifests.state) && isComplete ? fromManifests : new RunWithoutTasks(facts, dagRun);
}

/** The same, whole: Airflow is asked for what the store does not tell. */
export async function completeRun(
  { client }: AirflowTarget,
  from: RunsPlace,
  rid: string,
  dagRun: DagRun | undefined,
  builds: BuildCache,
  signal?: AbortSignal,
): Promise<Run | undefined> {
  const run = await airflowRun(from, rid, dagRun, builds, signal);
  if (!(run instanceof RunWithoutTasks)) return run;
  const { tasks, losses } = await client.taskInstances(run.dagRun.dagId, run.dagRun.runId, signal);
  return run.with(tasks, losses);
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
