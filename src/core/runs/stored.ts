import type { BuildName, BuildRecord } from "../model/build.js";
import type { RunRecord } from "../model/manifest.js";
import type { Hash, ObjectStore } from "../ports.js";
import { readBuild } from "../store/builds.js";
import type { WorkflowPlace } from "../store/keys.js";
import { isLoss, orLoss, type Loss } from "../store/loss.js";
import { livesOf, newestRuns, readAttempts, readRunRecord } from "../store/runs.js";
import type { RunFacts } from "./merge.js";

/** The runs of one workflow on one target, in the store where they lie. */
export interface RunsPlace {
  readonly store: ObjectStore;
  readonly place: WorkflowPlace;
  readonly target: string;
  /** The workflow's name as written. */
  readonly workflow: string;
}

/** What the store knows of a run. */
export type StoredFacts = Omit<RunFacts, "engine">;

/** Keeps build records, which never change, so that a history of a hundred runs reads each once. */
export class BuildCache {
  readonly #builds = new Map<BuildName, Promise<BuildRecord | undefined>>();

  constructor(private readonly hash: Hash) {}

  /** Rejects with a {@link Loss} where the record is damaged. */
  read(
    store: ObjectStore,
    place: WorkflowPlace,
    build: BuildName,
    signal?: AbortSignal,
  ): Promise<BuildRecord | undefined> {
    const known = this.#builds.get(build);
    if (known !== undefined) return known;
    const reading = readBuild(store, this.hash, place, build, signal);
    this.#builds.set(build, reading);
    reading.catch(() => this.#builds.delete(build)); // Unreachable now does not mean unreachable for ever.
    return reading;
  }
}

/** The newest runs of a workflow that the store has a marker of, newest first. */
export async function newestRids(
  { store, place }: RunsPlace,
  limit: number,
  signal?: AbortSignal,
): Promise<{ readonly rids: readonly string[]; readonly losses: readonly Loss[] }> {
  const { markers, losses } = await newestRuns(store, place, limit, signal);
  return { rids: [...new Set(markers.map(({ rid }) => rid))], losses };
}

/** The engine's own id of a run; undefined where the store has no record of it. */
export async function readRunId(from: RunsPlace, rid: string, signal?: AbortSignal): Promise<string | undefined> {
  return (await currentLives(from, rid, signal)).record?.runId;
}

/** Reads one run; a run of which the store has nothing yet is one without record and manifests. */
export async function readStoredFacts(
  from: RunsPlace,
  rid: string,
  builds: BuildCache,
  signal?: AbortSignal,
): Promise<StoredFacts> {
  const { store, place, target, workflow } = from;
  const { record, lives, losses: lost } = await currentLives(from, rid, signal);
  const { manifests, losses: attempts, isCancelled } = await readAttempts(store, place, rid, lives, signal);
  const named = record?.build ?? manifests.at(-1)?.build;
  const build = named === undefined ? undefined : await orLoss(builds.read(store, place, named, signal));
  const records = [...lost, ...(isLoss(build) ? [build] : [])].map(({ message }) => message);
  return {
    rid,
    target,
    project: place.project,
    workflow,
    record,
    manifests,
    isCancelled,
    build: isLoss(build) ? undefined : build,
    losses: { records, attempts },
  };
}

/**
 * The newest life's record, and the lives whose manifests count in it, oldest first: down to the first that was not begun by clearing. What lies before that
 * belongs to a deleted run of the same id.
 */
async function currentLives(
  { store, place }: RunsPlace,
  rid: string,
  signal: AbortSignal | undefined,
): Promise<{
  readonly record: RunRecord | undefined;
  readonly lives: readonly string[];
  /** Records of lives that can't be read, or are missing though their life is there. */
  readonly losses: readonly Loss[];
}> {
  const lives: string[] = [];
  const losses: Loss[] = [];
  let newest: RunRecord | undefined;
  for (const life of [...(await livesOf(store, place, rid, signal))].reverse()) {
    const record = await orLoss(readRunRecord(store, place, rid, life, signal));
    lives.unshift(life);
    if (isLoss(record)) losses.push(record);
    else newest ??= record;
    if (record !== undefined && !isLoss(record) && (record.clearNumber ?? 0) === 0) break;
  }
  return { record: newest, lives, losses };
}
