import { manifestFormat } from "../../formats/manifest.js";
import { runFormat } from "../../formats/run.js";
import type { Manifest, RunRecord } from "../model/manifest.js";
import type { OperatorId } from "../model/workflow.js";
import type { ObjectStore } from "../ports.js";
import { readJson } from "./json.js";
import {
  cancelledKey,
  lifeFolder,
  manifestKey,
  markerFolder,
  operatorFolder,
  runFolder,
  runRecordKey,
  type AttemptPlace,
  type WorkflowPlace,
} from "./keys.js";

/** A run as its marker names it. */
export interface RunMarker {
  /** Start of the run's life, as in keys. */
  readonly start: string;
  readonly rid: string;
}

/**
 * The newest runs of a workflow, newest first, at most `limit`, by their markers alone.
 *
 * A run with several lives stands there once for each of them.
 */
export async function newestRuns(
  store: ObjectStore,
  place: WorkflowPlace,
  limit: number,
  signal?: AbortSignal,
): Promise<readonly RunMarker[]> {
  const months = [...(await store.listFolder(markerFolder(place), signal))].sort().reverse();
  const markers: RunMarker[] = [];
  for (const month of months) {
    if (markers.length >= limit) break;
    const keys = await listAll(store, `${markerFolder(place)}${month}`, signal);
    markers.push(...keys.map(markerOf).reverse());
  }
  return markers.slice(0, limit);
}

/** The lives of a run, oldest first. */
export async function livesOf(
  store: ObjectStore,
  place: WorkflowPlace,
  rid: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const folders = await store.listFolder(runFolder(place, rid), signal);
  return folders
    .filter((name) => name.endsWith("/"))
    .map((name) => name.slice(0, -1))
    .sort();
}

export async function readRunRecord(
  store: ObjectStore,
  place: WorkflowPlace,
  rid: string,
  life: string,
  signal?: AbortSignal,
): Promise<RunRecord | undefined> {
  return (await readJson(store, runRecordKey(place, rid, life), runFormat, signal))?.value;
}

/** What lies in the folders of a run's lives. */
export interface StoredAttempts {
  readonly manifests: readonly Manifest[];
  /** Whether somebody cancelled the newest of the lives on Airflow, which calls that failed. */
  readonly isCancelled: boolean;
}

/**
 * The manifest of the highest attempt of each operator, over the lives that are given, oldest first.
 *
 * A later life wins over an earlier one, a later try over an earlier one in the same life; an attempt without manifest is not over and does not count.
 */
export async function readAttempts(
  store: ObjectStore,
  place: WorkflowPlace,
  rid: string,
  lives: readonly string[],
  signal?: AbortSignal,
): Promise<StoredAttempts> {
  const highest = new Map<OperatorId, AttemptPlace>();
  let isCancelled = false;
  for (const life of lives) {
    const folder = lifeFolder(place, rid, life);
    isCancelled = false;
    for (const key of await listAll(store, folder, signal)) {
      isCancelled ||= key === cancelledKey(place, rid, life);
      const match = /^([^/]+)\/(\d+)\/manifest\.json$/.exec(key.slice(folder.length));
      // Keys come in order, so that a later attempt simply replaces an earlier one.
      if (match?.[1] !== undefined) highest.set(match[1], { rid, life, operator: match[1], try: Number(match[2]) });
    }
  }
  const manifests = await Promise.all(
    [...highest.values()].map((attempt) => readManifest(store, place, attempt, signal)),
  );
  return { manifests, isCancelled };
}

/** What an operator's attempts came to in the newest runs of its workflow, newest run first and in each the latest attempt first; each is read when it is asked for. */
export async function* attemptsOf(
  store: ObjectStore,
  place: WorkflowPlace,
  operator: OperatorId,
  limit: number,
  signal?: AbortSignal,
): AsyncGenerator<{ readonly rid: string; readonly manifest: Manifest }, void> {
  for (const { start, rid } of await newestRuns(store, place, limit, signal)) {
    const folder = operatorFolder(place, { rid, life: start, operator });
    const tries = (await store.listFolder(folder, signal))
      .filter((name) => /^\d+\/$/.test(name))
      .map(Number.parseFloat);
    for (const number of tries.sort((left, right) => right - left)) {
      const stored = await readJson(
        store,
        manifestKey(place, { rid, life: start, operator, try: number }),
        manifestFormat,
        signal,
      );
      if (stored !== undefined) yield { rid, manifest: stored.value };
    }
  }
}

async function readManifest(
  store: ObjectStore,
  place: WorkflowPlace,
  attempt: AttemptPlace,
  signal?: AbortSignal,
): Promise<Manifest> {
  const key = manifestKey(place, attempt);
  const stored = await readJson(store, key, manifestFormat, signal);
  if (stored === undefined)
    throw new Error(
      `${key} in ${store.address} is gone although it was listed: something deletes what lies under runs/.`,
    );
  return stored.value;
}

async function listAll(store: ObjectStore, prefix: string, signal?: AbortSignal): Promise<readonly string[]> {
  return store.list(prefix, signal === undefined ? {} : { signal });
}

function markerOf(key: string): RunMarker {
  const name = key.slice(key.lastIndexOf("/") + 1);
  const dash = name.lastIndexOf("-");
  return { start: name.slice(0, dash), rid: name.slice(dash + 1) };
}
