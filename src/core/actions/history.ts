import { AirflowError, isAirflowError, type AirflowFailure } from "../airflow/errors.js";
import type { DagRun } from "../airflow/types.js";
import type { Run } from "../model/run.js";
import { viewOfDagRun } from "../runs/airflowView.js";
import { isOver, mergeRun } from "../runs/merge.js";
import { BuildCache, newestRids, readStoredFacts, type RunsPlace } from "../runs/stored.js";
import { runKey } from "../store/keys.js";
import { localTarget, type OpenFolder } from "./folder.js";
import { readLocalRun } from "./localHistory.js";
import { airflowNames, airflowTarget, publishedWorkflows, type AirflowTarget, type PublishedWorkflow } from "./target.js";
import type { World } from "./world.js";

/** How a target answered. What was known of its runs is shown in any case. */
export interface TargetState {
  readonly target: string;
  readonly state: "answers" | AirflowFailure;
  /** A sentence that says what to do; empty where it answers. */
  readonly message: string;
}

/** Runs of this machine and of every Airflow of the folder, newest first. */
export interface History {
  readonly runs: readonly Run[];
  readonly targets: readonly TargetState[];
}

export interface HistoryRequest {
  /** Only runs of this workflow. */
  readonly workflow?: string;
  /** Of each workflow on each target; by default 20. */
  readonly limit?: number;
  /** Kept by who asks often. */
  readonly builds?: BuildCache;
  readonly signal?: AbortSignal;
}

const defaultLimit = 20;

/** Reads the one history of a folder. A target that does not answer is a state, not a failure. */
export async function readHistory(world: World, open: OpenFolder, request: HistoryRequest = {}): Promise<History> {
  const builds = request.builds ?? new BuildCache();
  const local = await localRuns(world, open, request, builds);
  const targets = await Promise.all(airflowNames(open).map((name) => airflowRuns(world, open, airflowTarget(world, open, name), request, builds)));
  const runs = [...local, ...targets.flatMap((target) => target.runs)].sort((left, right) => whenOf(right).localeCompare(whenOf(left)));
  return { runs, targets: targets.map(({ state }) => state) };
}

function whenOf(run: Run): string {
  return run.startedAt ?? run.queuedAt ?? "";
}

async function localRuns(world: World, open: OpenFolder, request: HistoryRequest, builds: BuildCache): Promise<readonly Run[]> {
  const { store, project } = open;
  const keys = (await store.listFolder(`runs/${project}/`, request.signal)).map((folder) => folder.replace(/\/$/, ""));
  const runs: Run[] = [];
  for (const key of keys) {
    const from: RunsPlace = { store, place: { project, key }, target: localTarget, workflow: "" };
    for (const rid of await newestRids(from, request.limit ?? defaultLimit, request.signal)) {
      const { record } = await readStoredFacts(from, rid, builds, request.signal);
      // A marker is put just before its record: a run without one has been killed in between and never did anything.
      if (record === undefined || (request.workflow !== undefined && record.workflow !== request.workflow)) continue;
      runs.push(await readLocalRun(world, open, record.workflow, rid, builds, request.signal));
    }
  }
  return runs;
}

async function airflowRuns(world: World, open: OpenFolder, target: AirflowTarget, request: HistoryRequest, builds: BuildCache): Promise<{ readonly runs: readonly Run[]; readonly state: TargetState }> {
  const name = target.airflow.name;
  if (target.store === undefined) return { runs: [], state: { target: name, state: "refused", message: `"${name}" has no store in aqueduct.json: add one, and what it published and ran is found there.` } };
  const published = (await publishedWorkflows(open, target, request.signal)).filter(({ publication }) => request.workflow === undefined || publication.workflow === request.workflow);
  const asked = await askAirflow(target, published, request);
  const runs = await Promise.all(published.map((workflow) => workflowRuns(world, target, workflow, asked, request, builds)));
  return { runs: runs.flat(), state: asked instanceof AirflowError ? { target: name, state: asked.kind, message: asked.message } : { target: name, state: "answers", message: "" } };
}

/** One request for all workflows of a target. */
async function askAirflow({ client }: AirflowTarget, published: readonly PublishedWorkflow[], request: HistoryRequest): Promise<readonly DagRun[] | AirflowError> {
  const dagIds = published.map(({ publication }) => publication.dagId);
  const limit = (request.limit ?? defaultLimit) * Math.max(1, dagIds.length);
  try {
    return await client.dagRunsOf(dagIds, { orderBy: "-run_after", limit }, request.signal);
  } catch (error) {
    if (isAirflowError(error)) return error;
    throw error;
  }
}

async function workflowRuns(world: World, target: AirflowTarget, { place, publication }: PublishedWorkflow, asked: readonly DagRun[] | AirflowError, request: HistoryRequest, builds: BuildCache): Promise<readonly Run[]> {
  const store = target.store?.objects;
  if (store === undefined) return [];
  const { project, workflow, dagId } = publication;
  const name = target.airflow.name;
  const dagRuns = asked instanceof AirflowError ? [] : asked.filter((run) => run.dagId === dagId);
  const byRid = new Map(dagRuns.map((run) => [runKey({ project, workflow, target: name, runId: run.runId }, world.hash), run]));
  const from: RunsPlace = { store, place, target: name, workflow };
  const rids = new Set([...byRid.keys(), ...(await newestRids(from, request.limit ?? defaultLimit, request.signal))]);
  const runs = await Promise.all([...rids].map((rid) => airflowRun(target, from, rid, byRid.get(rid), builds, request.signal)));
  return runs.filter((run) => run !== undefined);
}

/** One run on Airflow: task instances are asked for only where manifests do not tell everything. */
export async function airflowRun({ client }: AirflowTarget, from: RunsPlace, rid: string, dagRun: DagRun | undefined, builds: BuildCache, signal?: AbortSignal): Promise<Run | undefined> {
  const facts = await readStoredFacts(from, rid, builds, signal);
  if (dagRun === undefined) return facts.record === undefined ? undefined : mergeRun({ ...facts, engine: undefined });
  const fromManifests = mergeRun({ ...facts, engine: viewOfDagRun(dagRun, []) });
  const complete = facts.build !== undefined && fromManifests.operators.every(({ manifest }) => manifest !== null);
  if (isOver(fromManifests.state) && complete) return fromManifests;
  const tasks = await client.taskInstances(dagRun.dagId, dagRun.runId, signal);
  return mergeRun({ ...facts, engine: viewOfDagRun(dagRun, tasks) });
}
