import { AirflowClient } from "../airflow/client.js";
import type { ObjectStore } from "../ports.js";
import { readPublication, type Publication } from "../publish/publication.js";
import type { AirflowResource, Resource, StoreResource } from "../resources/resource.js";
import type { WorkflowPlace } from "../store/keys.js";
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
      `"${name}" is ${airflow === undefined ? "no Airflow of this folder." : otherKind(airflow)} ${known}`,
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

/** What of this project is live on a target, by name. */
export async function publishedWorkflows(
  world: Pick<World, "hash">,
  open: OpenFolder,
  target: AirflowTarget,
  signal?: AbortSignal,
): Promise<readonly PublishedWorkflow[]> {
  const { objects } = requireStore(target);
  const folders = await objects.listFolder(`workflows/${open.project}/`, signal);
  const places = folders
    .filter((folder) => folder.endsWith("/"))
    .map((folder) => ({ project: open.project, key: folder.slice(0, -1) }));
  const current = await Promise.all(
    places.map((place) => readPublication(objects, world.hash, place, target.airflow.name, signal)),
  );
  return places.flatMap((place, index) => {
    const found = current[index];
    return found === undefined ? [] : [{ place, publication: found.value }];
  });
}
