import type { BuildName } from "../model/build.js";
import { slugOf } from "../model/slug.js";
import type { Digest } from "../model/trace.js";
import type { Hash, ObjectStore } from "../ports.js";
import { areStrings, isFormat1 } from "../store/guards.js";
import { readJson, type StoredJson } from "../store/json.js";
import { currentKey, isDigest, publishingKey, workflowKey, type WorkflowPlace } from "../store/keys.js";

/** What is live on a target: `current.json`, and each entry of its history (docs/formats.md 10). */
export interface Publication {
  readonly format: 1;
  readonly project: string;
  readonly workflow: string;
  /** Name of the Airflow resource. */
  readonly target: string;
  /** The server's address at that time. */
  readonly url: string;
  readonly dagId: string;
  readonly build: BuildName;
  /** File name in the DAG folder. */
  readonly dagFile: string;
  readonly dagBlob: Digest;
  /** Of the first publication to this target: a schedule begins there. */
  readonly startDate: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
}

/** `publishing.json`: a publication under way, or one that was interrupted behind its DAG file. */
export interface PublishingMarker {
  readonly format: 1;
  readonly build: BuildName;
  readonly dagId: string;
  readonly dagFile: string;
  readonly dagBlob: Digest;
  /** What stood there before; null: nothing did. */
  readonly previousDagBlob: Digest | null;
  readonly startDate: string;
  readonly startedAt: string;
  readonly publishedBy: string;
  readonly step: "dagFile";
}

export function isPublication(value: unknown): value is Publication {
  return (
    isFormat1(value) &&
    areStrings(value, [
      "project",
      "workflow",
      "target",
      "url",
      "dagId",
      "build",
      "dagFile",
      "dagBlob",
      "startDate",
      "publishedAt",
      "publishedBy",
    ])
  );
}

export function isPublishingMarker(value: unknown): value is PublishingMarker {
  return (
    isFormat1(value) &&
    areStrings(value, ["build", "dagId", "dagFile", "dagBlob", "startDate", "startedAt", "publishedBy"])
  );
}

/** A workflow by its names. */
interface Named {
  readonly project: string;
  readonly workflow: string;
}

/** The two ids that a workflow's DAG may have: the slug where it is free, else the slug with six digits that no other workflow has. */
export function dagIdsOf({ project, workflow }: Named, hash: Hash): readonly string[] {
  const slug = slugOf(workflow, "workflow");
  return [slug, `${slug}_${hash.sha256(`${project}\0${workflow}`).slice(0, 6)}`];
}

/** What is live on a target. Throws where the record names what publishing would never have chosen: its id becomes the name of a file, and part of addresses. */
export async function readPublication(
  store: ObjectStore,
  hash: Hash,
  place: WorkflowPlace,
  target: string,
  signal?: AbortSignal,
): Promise<StoredJson<Publication> | undefined> {
  const key = currentKey(place, target);
  const stored = await readJson(store, key, isPublication, signal);
  if (stored === undefined) return undefined;
  const { project, workflow, build } = stored.value;
  if (project !== place.project || workflowKey(workflow, hash) !== place.key || stored.value.target !== target)
    throw notOurs(
      store,
      key,
      `belongs to workflow "${workflow}" of project ${project}, target "${stored.value.target}"`,
    );
  if (!isDigest(build)) throw notOurs(store, key, `names the build "${build}"`);
  requireChosen(store, hash, key, { project, workflow }, stored.value);
  return stored;
}

/** A publication that is under way, or was interrupted; checked as {@link readPublication} does. */
export async function readPublishingMarker(
  store: ObjectStore,
  hash: Hash,
  place: WorkflowPlace,
  target: string,
  named: Named,
  signal?: AbortSignal,
): Promise<StoredJson<PublishingMarker> | undefined> {
  const key = publishingKey(place, target);
  const stored = await readJson(store, key, isPublishingMarker, signal);
  if (stored === undefined) return undefined;
  const { previousDagBlob } = stored.value;
  if (previousDagBlob !== null && !isDigest(previousDagBlob))
    throw notOurs(store, key, `names the file before it "${previousDagBlob}"`);
  requireChosen(store, hash, key, named, stored.value);
  return stored;
}

function requireChosen(
  store: ObjectStore,
  hash: Hash,
  key: string,
  named: Named,
  { dagId, dagFile, dagBlob }: Pick<Publication, "dagId" | "dagFile" | "dagBlob">,
): void {
  if (!dagIdsOf(named, hash).includes(dagId)) throw notOurs(store, key, `names the DAG "${dagId}"`);
  if (dagFile !== `${dagId}.py`) throw notOurs(store, key, `names the DAG file "${dagFile}"`);
  if (!isDigest(dagBlob)) throw notOurs(store, key, `names the blob "${dagBlob}"`);
}

function notOurs(store: ObjectStore, key: string, what: string): Error {
  return new Error(
    `${key} in ${store.address} ${what}, which Aqueduct never writes there. Somebody changed it: delete it, then publish the workflow again.`,
  );
}
