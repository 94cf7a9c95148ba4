import type { BuildRecord } from "../model/build.js";
import type { Run } from "../model/run.js";
import type { OperatorId } from "../model/workflow.js";
import type { ObjectStore } from "../ports.js";
import { mergeRun } from "../runs/merge.js";
import { BuildCache, newestRids, readStoredFacts } from "../runs/stored.js";
import { isLoss, orLoss } from "../store/loss.js";
import { livesOf, readRunRecord } from "../store/runs.js";
import { localTarget, placeOfWorkflow, type OpenFolder } from "./folder.js";
import { readLocalRun } from "./localHistory.js";
import { airflowTarget, requireStore } from "./target.js";
import type { World } from "./world.js";

/** As many runs are looked through for one in which an operator ran. */
const searched = 20;

/** Where the values of a target's runs lie. */
export function storeOfTarget(world: World, open: OpenFolder, target: string): ObjectStore {
  return target === localTarget ? open.store : requireStore(airflowTarget(world, open, target)).objects;
}

/**
 * A run by its id, as the store has it and, of a local one, its job's own files: neither an Airflow nor the engine is asked. Undefined where the store has
 * no such run.
 */
export async function readStoredRun(
  world: World,
  open: OpenFolder,
  target: string,
  rid: string,
  signal?: AbortSignal,
): Promise<Run | undefined> {
  const store = storeOfTarget(world, open, target);
  const workflow = await workflowOfRun(store, open.project, rid, signal);
  if (workflow === undefined) return undefined;
  if (target === localTarget) return readLocalRun(world, open, workflow, rid, new BuildCache(world.hash), signal);
  const from = { store, place: placeOfWorkflow(world, open.project, workflow), target, workflow };
  return mergeRun({ ...(await readStoredFacts(from, rid, new BuildCache(world.hash), signal)), engine: undefined });
}

/** The build that a run is bound to; undefined where it has none yet, or its record is gone. */
export async function buildOfRun(
  world: World,
  open: OpenFolder,
  run: Run,
  signal?: AbortSignal,
): Promise<BuildRecord | undefined> {
  if (run.build === null) return undefined;
  const store = storeOfTarget(world, open, run.target);
  return new BuildCache(world.hash).read(store, placeOfWorkflow(world, open.project, run.workflow), run.build, signal);
}

/** The newest local run of a workflow in which the operator came to an end; undefined where it never did. */
export async function newestLocalRunOf(
  world: World,
  open: OpenFolder,
  workflow: string,
  operator: OperatorId,
  signal?: AbortSignal,
): Promise<Run | undefined> {
  const builds = new BuildCache(world.hash);
  const from = {
    store: open.store,
    place: placeOfWorkflow(world, open.project, workflow),
    target: localTarget,
    workflow,
  };
  for (const rid of (await newestRids(from, searched, signal)).rids) {
    const run = await orLoss(readLocalRun(world, open, workflow, rid, builds, signal));
    if (!isLoss(run) && run.operators.some((one) => one.operator === operator && one.manifest !== null)) return run;
  }
  return undefined;
}

async function workflowOfRun(
  store: ObjectStore,
  project: string,
  rid: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  for (const key of await store.listFolder(`runs/${project}/`, signal)) {
    const place = { project, key: key.replace(/\/$/, "") };
    const newest = (await livesOf(store, place, rid, signal)).at(-1);
    const record = newest === undefined ? undefined : await readRunRecord(store, place, rid, newest, signal);
    if (record !== undefined) return record.workflow;
  }
  return undefined;
}
