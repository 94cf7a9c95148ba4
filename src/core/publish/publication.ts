import {
  publicationFormat,
  publishingFormat,
  type Publication,
  type PublishingMarker,
} from "../../formats/publication.js";
import { slugOf } from "../model/slug.js";
import type { Hash, ObjectStore } from "../ports.js";
import { readJson, type StoredJson } from "../store/json.js";
import { unreadable } from "../store/loss.js";
import { currentKey, publishingKey, workflowKey, type WorkflowPlace } from "../store/keys.js";

export type { Publication, PublishingMarker } from "../../formats/publication.js";

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
  const stored = await readJson(store, key, publicationFormat, signal);
  if (stored === undefined) return undefined;
  const { project, workflow } = stored.value;
  if (project !== place.project || workflowKey(workflow, hash) !== place.key || stored.value.target !== target)
    throw notOurs(
      store,
      key,
      `belongs to workflow "${workflow}" of project ${project}, target "${stored.value.target}"`,
    );
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
  const stored = await readJson(store, key, publishingFormat, signal);
  if (stored === undefined) return undefined;
  requireChosen(store, hash, key, named, stored.value);
  return stored;
}

function requireChosen(
  store: ObjectStore,
  hash: Hash,
  key: string,
  named: Named,
  { dagId, dagFile }: Pick<Publication, "dagId" | "dagFile">,
): void {
  if (!dagIdsOf(named, hash).includes(dagId)) throw notOurs(store, key, `names the DAG "${dagId}"`);
  if (dagFile !== `${dagId}.py`) throw notOurs(store, key, `names the DAG file "${dagFile}"`);
}

function notOurs(store: ObjectStore, key: string, what: string): Error {
  return unreadable(
    `${key} in ${store.address}`,
    `it ${what}, which Aqueduct never writes there. Somebody changed it: delete it, then publish the workflow again`,
  );
}
