import { AirflowClient } from "../airflow/client.js";
import type { ObjectStore } from "../ports.js";
import { readPublication, type Publication } from "../publish/publication.js";
import type { AirflowResource, Resource, StoreResource } from "../resources/resource.js";
import { workflowKey, type WorkflowPlace } from "../store/keys.js";
import { isLoss, orLoss } from "../store/loss.js";
import { WrongRequest } from "./errors.js";
import type { OpenFolder } from "./folder.js";
import type { World } from "./world.js";

/** An Airflow of the folder, with the store that its workers use. */
export interface AirflowTarget {
  readonly airflow: AirflowResource;
  readonly client: AirflowClient;
  /** Undefined where `aqueduct.json` names none. */
  readonly store: { readonly resource: StoreResource; readonly objects: ObjectStore } | undefined;
}

/** The Airflow of that name; throws {@link WrongRequest} naming those that there are. */
export function airflowTarget(world: World, open: OpenFolder, name: string): AirflowTarget {
  const airflow = open.resources.get(name);
  const names = airflowNames(open);
  if (airflow?.kind !== "airflow") {
    const known =
      names.length === 0
        ? 'There is none in aqueduct.json yet: add {"type": "airflow", "url": "…"}.'
        : `There is ${names.join(", ")}.`;
    throw new WrongRequest(
      `"${name}" is ${airflow === undefined ? "not an Airflow server of this folder." : otherKind(airflow)} ${known}`,
    );
  }
  const resource = airflow.store === undefined ? undefined : open.resources.get(airflow.store);
  const store =
    resource?.kind === "folder" || resource?.kind === "s3"
      ? { resource, objects: world.openStore(resource) }
      : undefined;
  return { airflow, client: new AirflowClient(airflow, world.http, world.secrets), store };
}

function otherKind({ kind, name }: Exclude<Resource, AirflowResource>): string {
  return kind === "database"
    ? `a database, not an Airflow: it needs no connecting, a workflow reads it with client.resource("${name}").`
    : "a store, not an Airflow.";
}

export function airflowNames(open: OpenFolder): readonly string[] {
  return [...open.resources.values()].filter(({ kind }) => kind === "airflow").map(({ name }) => name);
}

/** The target's store; throws {@link WrongRequest} where there is none. */
export function requireStore({ airflow, store }: AirflowTarget): {
  readonly resource: StoreResource;
  readonly objects: ObjectStore;
} {
  if (store !== undefined) return store;
  throw new WrongRequest(
    airflow.store === undefined
      ? `"${airflow.name}" names no store. Add "store" to it in aqueduct.json.`
      : `There is no store "${airflow.store}" in aqueduct.json. Add it.`,
  );
}

/** A workflow that is live on a target. */
export interface PublishedWorkflow {
  readonly place: WorkflowPlace;
  readonly publication: Publication;
}

/** What of this project is live on a target, and which publications can't be read. */
export interface PublishedWorkflows {
  readonly workflows: readonly PublishedWorkflow[];
  readonly losses: readonly { readonly place: WorkflowPlace; readonly message: string }[];
}

export async function publishedWorkflows(
  world: Pick<World, "hash">,
  open: OpenFolder,
  target: AirflowTarget,
  signal?: AbortSignal,
): Promise<PublishedWorkflows> {
  const { objects } = requireStore(target);
  const folders = await objects.listFolder(`workflows/${open.project}/`, signal);
  const places = folders
    .filter((folder) => folder.endsWith("/"))
    .map((folder) => ({ project: open.project, key: folder.slice(0, -1) }));
  const read = places.map(async (place) => ({
    place,
    found: await orLoss(readPublication(objects, world.hash, place, target.airflow.name, signal)),
  }));
  const all = await Promise.all(read);
  return {
    workflows: all.flatMap(({ place, found }) =>
      found === undefined || isLoss(found) ? [] : [{ place, publication: found.value }],
    ),
    losses: all.flatMap(({ place, found }) => (isLoss(found) ? [{ place, message: found.message }] : [])),
  };
}

/**
 * The workflow as it is live on a target; undefined where it is not published there.
 *
 * @throws {@link Loss} where what is live there can't be read
 */
export async function publishedWorkflow(
  world: Pick<World, "hash">,
  open: OpenFolder,
  target: AirflowTarget,
  workflow: string,
  signal?: AbortSignal,
): Promise<PublishedWorkflow | undefined> {
  const place = { project: open.project, key: workflowKey(workflow, world.hash) };
  const { objects } = requireStore(target);
  const found = await readPublication(objects, world.hash, place, target.airflow.name, signal);
  return found === undefined ? undefined : { place, publication: found.value };
}
