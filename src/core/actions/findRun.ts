import type { Run } from "../model/run.js";
import type { ObjectStore } from "../ports.js";
import { BuildCache } from "../runs/stored.js";
import { runKey, runsFolder, workflowRunsFolder, type WorkflowPlace } from "../store/keys.js";
import { livesOf, readRunRecord } from "../store/runs.js";
import { completeRun } from "./airflowRun.js";
import { WrongRequest } from "./errors.js";
import { localTarget, type OpenFolder } from "./folder.js";
import { readHistory, type History } from "./history.js";
import { readStoredRun } from "./storedRun.js";
import { airflowNames, airflowTarget, publishedWorkflow, publishedWorkflows, type AirflowTarget } from "./target.js";
import type { World } from "./world.js";

/** As many runs of each workflow are looked at to find one of which no store has a record: one that is new at first, then further back. */
const searched = [20, 200];

export interface FindRunRequest {
  /** Only there: the name of an Airflow, or `local`. */
  readonly target?: string;
  readonly signal?: AbortSignal;
}

/**
 * The run that somebody means: by its id, the beginning of it (at least 4 characters), or the engine's own run id.
 *
 * The stores tell where it is, and Airflow is asked about that run alone, however long its history is. Only where no store has a record of it are the newest
 * runs looked through.
 *
 * Throws {@link WrongRequest} where there is none, or more than one; an Error of another kind where a target that may have it does not answer.
 */
export async function findRun(world: World, open: OpenFolder, id: string, request: FindRunRequest = {}): Promise<Run> {
  const { target: only, signal } = request;
  const there = airflowNames(open);
  if (only !== undefined && only !== localTarget && !there.includes(only)) airflowTarget(world, open, only); // It throws, with what there is.
  const targets = [localTarget, ...there].filter((name) => only === undefined || name === only);
  const looks = await Promise.allSettled(targets.map((target) => storedRuns(world, open, target, id, signal)));
  signal?.throwIfAborted();
  // What does not answer is asked once more below, where nobody else has the run: then it is said why it does not.
  const found = looks.flatMap((look) => (look.status === "fulfilled" ? look.value : []));
  if (found.length > 1) throw ambiguous(id, found);
  const [hit] = found;
  const run = hit === undefined ? undefined : await readRun(world, open, hit, signal);
  if (run !== undefined) return run;
  let history: History = { runs: [], targets: [], workflows: [], unreadable: [] };
  for (const limit of searched) {
    history = await readHistory(world, open, { ...request, limit });
    if (history.runs.some((one) => one.rid === id || one.runId === id)) break;
  }
  return runOf(history, id);
}

/** A run that a store has a record of. */
interface StoredRun {
  readonly target: string;
  readonly rid: string;
  readonly place: WorkflowPlace;
  readonly workflow: string;
  readonly runId: string;
}

async function storedRuns(
  world: World,
  open: OpenFolder,
  name: string,
  id: string,
  signal: AbortSignal | undefined,
): Promise<readonly StoredRun[]> {
  const target = name === localTarget ? undefined : airflowTarget(world, open, name);
  const store = target === undefined ? open.store : target.store?.objects;
  if (store === undefined) return [];
  const candidates = /^[0-9a-f]{4,20}$/.test(id)
    ? await ridsThatBegin(store, open.project, id, signal)
    : await ridsOfRunId(world, open, target, id, signal);
  const read = candidates.map(async ({ place, rid }): Promise<readonly StoredRun[]> => {
    const life = (await livesOf(store, place, rid, signal)).at(-1);
    const record = life === undefined ? undefined : await readRunRecord(store, place, rid, life, signal);
    // Several targets may share a store.
    return record?.target === name
      ? [{ target: name, rid, place, workflow: record.workflow, runId: record.runId }]
      : [];
  });
  return (await Promise.all(read)).flat();
}

interface Candidate {
  readonly place: WorkflowPlace;
  readonly rid: string;
}

async function ridsThatBegin(
  store: ObjectStore,
  project: string,
  id: string,
  signal: AbortSignal | undefined,
): Promise<readonly Candidate[]> {
  const folders = (await store.listFolder(runsFolder(project), signal)).filter((folder) => folder.endsWith("/"));
  const found = folders.map(async (folder): Promise<readonly Candidate[]> => {
    const place = { project, key: folder.slice(0, -1) };
    if (id.length === 20) return [{ place, rid: id }];
    const rids = await store.listFolder(workflowRunsFolder(place), signal);
    return rids.filter((rid) => rid.startsWith(id)).map((rid) => ({ place, rid: rid.replace(/\/$/, "") }));
  });
  return (await Promise.all(found)).flat();
}

/** Airflow's own id of a run says nothing of its workflow: it may be of any that is published there. */
async function ridsOfRunId(
  world: World,
  open: OpenFolder,
  target: AirflowTarget | undefined,
  runId: string,
  signal: AbortSignal | undefined,
): Promise<readonly Candidate[]> {
  if (target === undefined) return [];
  const { workflows } = await publishedWorkflows(world, open, target, signal);
  return workflows.map(({ place, publication }) => ({ place, rid: runKey({ ...publication, runId }, world.hash) }));
}

async function readRun(
  world: World,
  open: OpenFolder,
  { target: name, rid, place, workflow, runId }: StoredRun,
  signal: AbortSignal | undefined,
): Promise<Run | undefined> {
  const builds = new BuildCache(world.hash);
  if (name === localTarget) return readStoredRun(world, open, name, rid, signal);
  const target = airflowTarget(world, open, name);
  const store = target.store?.objects;
  if (store === undefined) return undefined;
  const published = await publishedWorkflow(world, open, target, workflow, signal);
  const dagRun =
    published === undefined ? undefined : await target.client.dagRun(published.publication.dagId, runId, signal);
  const run = await completeRun(target, { store, place, target: name, workflow }, rid, dagRun, builds, signal);
  return run && published !== undefined && dagRun === undefined ? { ...run, deleted: true } : run;
}

function ambiguous(id: string, runs: readonly { readonly rid: string }[]): WrongRequest {
  return new WrongRequest(`${id} may be any of ${runs.map(({ rid }) => rid).join(", ")}. Write more of it.`);
}

/** The same, of a history that has been read. */
export function runOf({ runs, targets, unreadable }: History, id: string): Run {
  const exact = runs.filter((run) => run.rid === id || run.runId === id);
  const found = exact.length > 0 || id.length < 4 ? exact : runs.filter(({ rid }) => rid.startsWith(id));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only !== undefined) throw ambiguous(id, found);
  const lost = unreadable.find(({ rid }) => rid !== null && (rid === id || (id.length >= 4 && rid.startsWith(id))));
  if (lost !== undefined) throw new Error(lost.message);
  const silent = targets.filter(({ state }) => state !== "answers").map(({ message }) => message);
  if (silent.length > 0) throw new Error(`Run ${id} was not found where there was an answer. ${silent.join(" ")}`);
  throw new WrongRequest(`There is no run ${id}. See \`aqueduct runs\`.`);
}
