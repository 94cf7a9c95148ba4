import { readBlob, WrongContent } from "../store/blobs.js";
import { jsonBytes } from "../store/json.js";
import { currentKey, historyKey } from "../store/keys.js";
import type { Destination } from "./destination.js";
import { PublishError } from "./errors.js";
import { readPublication, type Publication, type PublishingMarker } from "./publication.js";
import type { PublishPorts, PublishRequest } from "./request.js";
import { removeMarker } from "./swap.js";

/** Makes the publication the current one. Where somebody else was faster, theirs stays and its file is put in place. */
export async function record(
  ports: PublishPorts,
  request: PublishRequest,
  destination: Destination,
  announced: PublishingMarker,
): Promise<void> {
  const { store, place, airflow, signal } = request;
  const publication: Publication = {
    format: 1,
    project: request.build.record.project,
    workflow: request.build.record.workflow,
    target: airflow.name,
    url: airflow.url,
    dagId: destination.dagId,
    build: request.build.name,
    dagFile: destination.fileName,
    dagBlob: destination.blob,
    startDate: destination.startDate,
    publishedAt: ports.clock.now(),
    publishedBy: request.publishedBy,
  };
  const bytes = jsonBytes(publication);
  if (!(await store.putIfMatch(currentKey(place, airflow.name), bytes, destination.current?.etag, signal))) {
    const error = await overtaken(ports, request, destination);
    await removeMarker(request, announced);
    throw error;
  }
  await store.putIfAbsent(historyKey(place, airflow.name, publication.publishedAt, publication.build), bytes, signal);
}

async function overtaken(
  { files, hash }: PublishPorts,
  { store, place, airflow, signal }: PublishRequest,
  { filePath, text }: Destination,
): Promise<PublishError> {
  const winner = await readPublication(store, hash, place, airflow.name, signal);
  const theirs =
    winner === undefined ? undefined : await readBlob(store, hash, winner.value.dagBlob, { signal }).catch(damageOf);
  if (theirs instanceof Uint8Array && (await files.readText(filePath)) === text)
    await files.writeAtomically(filePath, theirs);
  const damage = theirs instanceof WrongContent ? ` Their DAG file could not be put back: ${theirs.message}` : "";
  return new PublishError(
    "overtaken",
    `${winner?.value.publishedBy ?? "Somebody else"} published this workflow to "${airflow.name}" meanwhile, and that stays. Look at theirs, then publish again.${damage}`,
  );
}

function damageOf(error: unknown): WrongContent {
  if (error instanceof WrongContent) return error;
  throw error;
}
