import type { Run } from "../model/run.js";
import { isOver } from "../runs/merge.js";
import { WrongRequest } from "./errors.js";
import { localTarget, placeOfWorkflow, type OpenFolder } from "./folder.js";
import { completeRun } from "./airflowRun.js";
import { readLocalRun } from "./localHistory.js";
import type { ObjectStore } from "../ports.js";
import { cancelledKey, type WorkflowPlace } from "../store/keys.js";
import { BuildCache } from "../runs/stored.js";
import { airflowTarget, publishedWorkflow, requireStore } from "./target.js";
import type { World } from "./world.js";

/** Ends a run, wherever it runs. Resolves with the run as it stands once the engine says that it has ended. */
export async function cancelRun(world: World, open: OpenFolder, run: Run, signal?: AbortSignal): Promise<Run> {
  if (isOver(run.state))
    throw new WrongRequest(
      `Run ${run.rid} has already ended: it ${run.state === "cancelled" ? "was cancelled" : run.state}.`,
    );
  return run.target === localTarget ? cancelLocal(world, open, run, signal) : cancelOnAirflow(world, open, run, signal);
}

async function cancelLocal(world: World, open: OpenFolder, run: Run, signal: AbortSignal | undefined): Promise<Run> {
  const job = `${placeOfWorkflow(world, open.project, run.workflow).key}-${run.rid}`;
  const engine = await world.engine.connect(open.folder, { signal });
  try {
    await engine.cancel(job);
    for await (const record of engine.records(job, 1, signal)) {
      if (record.type === "finished") break;
    }
  } finally {
    engine.close();
  }
  return readLocalRun(world, open, run.workflow, run.rid);
}

async function cancelOnAirflow(
  world: World,
  open: OpenFolder,
  run: Run,
  signal: AbortSignal | undefined,
): Promise<Run> {
  const target = airflowTarget(world, open, run.target);
  const published = await publishedWorkflow(world, open, target, run.workflow, signal);
  if (published === undefined)
    throw new WrongRequest(
      `${run.workflow} is no longer published to ${run.target}: end its run in Airflow's own interface.`,
    );
  const store = requireStore(target).objects;
  const dagRun = await remembered(store, published.place, run, signal, () =>
    target.client.cancel(published.publication.dagId, run.runId, signal),
  );
  const from = {
    store,
    place: published.place,
    target: run.target,
    workflow: run.workflow,
  };
  const ended = await completeRun(target, from, run.rid, dagRun, new BuildCache(world.hash), signal);
  if (ended === undefined) throw new Error(`Run ${run.rid} was ended and is gone.`);
  // The operators' own manifests follow within seconds; until then Airflow's word "failed" is ours to understand.
  return ended.state === "failed" ? { ...ended, state: "cancelled" } : ended;
}

/**
 * Cancels a run, and notes in the store that it was: Airflow itself says *failed* afterwards. The note comes first, so that nobody who looks meanwhile is told of a failure.
 * A run that has not begun has no life to note it under.
 */
async function remembered<T>(
  store: ObjectStore,
  place: WorkflowPlace,
  { rid, life }: Run,
  signal: AbortSignal | undefined,
  cancel: () => Promise<T>,
): Promise<T> {
  if (life === null) return cancel();
  const key = cancelledKey(place, rid, life);
  const isOurs = await store.putIfAbsent(key, new Uint8Array(), signal);
  try {
    return await cancel();
  } catch (error) {
    if (isOurs) await store.delete(key);
    throw error;
  }
}
