import { publishingFormat } from "../../formats/publication.js";
import { isAirflowError } from "../airflow/errors.js";
import type { ImportError } from "../airflow/types.js";
import { jsonBytes, readJson } from "../store/json.js";
import { publishingKey } from "../store/keys.js";
import type { Destination } from "./destination.js";
import { PublishError } from "./errors.js";
import { knownImportErrors } from "./proof.js";
import type { PublishingMarker } from "./publication.js";
import type { PublishPorts, PublishRequest } from "./request.js";

/** Says in the store what is about to happen, then swaps the file. Returns the import errors that stood there before. */
export async function placeDagFile(
  ports: PublishPorts,
  request: PublishRequest,
  destination: Destination,
  announced: PublishingMarker,
): Promise<readonly ImportError[]> {
  const { filePath, text, present, marker } = destination;
  // A file that is there already may have been read already: then its errors do say something about it.
  const before = present === text ? [] : await knownImportErrors(request, destination);
  const isFirst = await request.store.putIfMatch(
    publishingKey(request.place, request.airflow.name),
    jsonBytes(announced),
    marker?.etag,
    request.signal,
  );
  if (!isFirst)
    throw new PublishError(
      "overtaken",
      "Somebody else publishes this workflow right now. Wait until they are done, then publish again.",
    );
  await orPutBack(ports, request, destination, announced, async () => {
    request.signal?.throwIfAborted();
    if (present === text) return;
    await ports.files.writeAtomically(filePath, text);
    const token = destination.dag?.fileToken ?? null;
    if (token !== null) await hurry(request, token);
  });
  return before;
}

/** Undoes the swap of the file where what follows it fails or is stopped: nobody shall find half a publication. */
export async function orPutBack<T>(
  ports: PublishPorts,
  request: PublishRequest,
  destination: Destination,
  announced: PublishingMarker,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await putBack(ports, destination);
    await removeMarker(request, announced);
    throw error;
  }
}

/** The file as it was before, or none, unless somebody has put another there; without the caller's signal, since a broken file must not stay. */
async function putBack({ files }: PublishPorts, { filePath, previous, text }: Destination): Promise<void> {
  if (previous === text || (await files.readText(filePath)) !== text) return;
  if (previous === undefined) await files.remove(filePath);
  else await files.writeAtomically(filePath, previous);
}

/** That of somebody who published over this one stays. */
export async function removeMarker(
  { store, place, airflow }: PublishRequest,
  announced: PublishingMarker,
): Promise<void> {
  const key = publishingKey(place, airflow.name);
  const standing = (await readJson(store, key, publishingFormat))?.value;
  if (standing?.build === announced.build && standing.startedAt === announced.startedAt) await store.delete(key);
}

/** What stands in the store while the file is swapped and proved. */
export function markerOf(
  { clock, hash }: PublishPorts,
  request: PublishRequest,
  { dagId, fileName, blob, previous, startDate }: Destination,
): PublishingMarker {
  return {
    format: 1,
    build: request.build.name,
    dagId,
    dagFile: fileName,
    dagBlob: blob,
    previousDagBlob: previous === undefined ? null : hash.sha256(previous),
    startDate,
    startedAt: clock.now(),
    publishedBy: request.publishedBy,
    step: "dagFile",
  };
}

/** A file that Airflow knows can be read at once instead of when its turn comes; where that fails, its turn will come. */
async function hurry({ client, signal }: PublishRequest, fileToken: string): Promise<void> {
  try {
    await client.requestParse(fileToken, signal);
  } catch (error) {
    if (!isAirflowError(error)) throw error;
  }
}
