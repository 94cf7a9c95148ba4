import { isAirflowError } from "../airflow/errors.js";
import type { ImportError } from "../airflow/types.js";
import { readJson, jsonBytes } from "../store/json.js";
import { blobKey, currentKey, historyKey, publishingKey } from "../store/keys.js";
import { examine, questionsAbout, type Destination } from "./destination.js";
import { PublishError } from "./errors.js";
import { isPublication, type Publication, type PublishingMarker } from "./publication.js";
import { isParsed, knownImportErrors, waitForProof } from "./proof.js";
import type { PublishPorts, PublishRequest, PublishResult } from "./request.js";
import { Steps } from "./steps.js";
import { uploadBuild } from "./upload.js";

/**
 * Brings a build to an Airflow and proves that it is live there.
 *
 * Order: blobs, build record, DAG file, proof by Airflow, `current.json`, so that it may be interrupted anywhere. Until the DAG file is written, nothing that
 * runs is touched. An import error puts the old DAG file back at once, because a broken one freezes the runs that are under way.
 *
 * Throws {@link PublishError} and AirflowError; an aborted one rejects with the signal's reason.
 */
export async function publish(ports: PublishPorts, request: PublishRequest): Promise<PublishResult> {
  const steps = new Steps(ports.clock, (event) => request.onEvent(event), request.signal);
  const dagFolder = await steps.run("connect", async () => {
    const folder = requireDagFolder(request);
    const version = await request.client.version(request.signal);
    await request.client.signIn(request.signal);
    return [folder, `Airflow ${version.text}`];
  });

  const destination = await steps.run("compare", async () => {
    const found = await examine(ports, request, dagFolder);
    return [found, `${found.dagId}: ${found.current === undefined ? "not published there yet" : `build ${found.current.value.build.slice(0, 12)} is live`}`];
  });
  if (await isUnchanged(request, destination)) return result(request, destination, "unchanged", "");
  await askFirst(ports, request, destination);

  await steps.run("upload", async (progress) => {
    const copied = await uploadBuild(request, destination, progress);
    return [copied, copied === 0 ? "everything was there" : `${copied} blobs`];
  });

  const before = await steps.run("dagFile", async () => [await placeDagFile(ports, request, destination), destination.filePath]);
  const proof = await steps.run("proof", (progress) =>
    orPutBack(ports, request, destination, async () => {
      const shown = await waitForProof(ports, request, destination, before, progress);
      if (shown.kind === "importError") throw importError(request, destination, shown.text);
      return [shown, shown.kind === "parsed" ? "Airflow parsed this build" : ""];
    }),
  );
  if (proof.kind === "silent") return result(request, destination, "waiting", proof.message);

  await steps.run("record", async () => {
    await record(ports, request, destination);
    return [undefined, ""];
  });
  const isFirst = destination.current === undefined;
  const message = isFirst ? await steps.run("unpause", async () => [await unpause(request, destination), ""]) : pausedMessage(destination);
  await request.store.delete(publishingKey(request.place, request.airflow.name), request.signal);
  return result(request, destination, "published", message);
}

function requireDagFolder({ airflow }: PublishRequest): string {
  if (airflow.dagFolder !== undefined) return airflow.dagFolder;
  throw new PublishError("notConfigured", `Nothing says where "${airflow.name}" looks for DAG files. Add "dagFolder" to it in aqueduct.json.`);
}

/** The same build is live, its file is as it was written, and Airflow shows both. */
async function isUnchanged(request: PublishRequest, destination: Destination): Promise<boolean> {
  const { current, marker, text, present, blob } = destination;
  if (current === undefined || marker !== undefined || present !== text) return false;
  const { build, dagBlob, url } = current.value;
  return build === request.build.name && dagBlob === blob && url === request.airflow.url && (await isParsed(request, destination));
}

async function askFirst(ports: PublishPorts, request: PublishRequest, destination: Destination): Promise<void> {
  const questions = [...request.warnings, ...(await questionsAbout(ports, request, destination))];
  if (questions.length === 0 || (await request.confirm(questions))) return;
  throw new PublishError("unconfirmed", `Nothing was published, because this was not confirmed: ${questions.join(" ")}`);
}

/** Says in the store what is about to happen, then swaps the file. Returns the import errors that stood there before. */
async function placeDagFile(ports: PublishPorts, request: PublishRequest, destination: Destination): Promise<readonly ImportError[]> {
  const { filePath, text, present, marker } = destination;
  // A file that is there already may have been read already: then its errors do say something about it.
  const before = present === text ? [] : await knownImportErrors(request, destination);
  const announced = await request.store.putIfMatch(publishingKey(request.place, request.airflow.name), jsonBytes(markerOf(ports, request, destination)), marker?.etag, request.signal);
  if (!announced) throw new PublishError("overtaken", "Somebody else publishes this workflow right now. Wait until they are done, then publish again.");
  await orPutBack(ports, request, destination, async () => {
    request.signal?.throwIfAborted();
    if (present === text) return;
    await ports.files.writeAtomically(filePath, text);
    const token = destination.dag?.fileToken ?? null;
    if (token !== null) await hurry(request, token);
  });
  return before;
}

/** Undoes the swap of the file where what follows it fails or is stopped: nobody shall find half a publication. */
async function orPutBack<T>(ports: PublishPorts, request: PublishRequest, destination: Destination, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await putBack(ports, request, destination);
    throw error;
  }
}

/** The file as it was before, or none, unless somebody has put another there; without the caller's signal, since a broken file must not stay. */
async function putBack({ files }: PublishPorts, request: PublishRequest, { filePath, previous, text }: Destination): Promise<void> {
  if (previous !== text && (await files.readText(filePath)) === text) {
    if (previous === undefined) await files.remove(filePath);
    else await files.writeAtomically(filePath, previous);
  }
  await request.store.delete(publishingKey(request.place, request.airflow.name));
}

/** A file that Airflow knows can be read at once instead of when its turn comes; where that fails, its turn will come. */
async function hurry({ client, signal }: PublishRequest, fileToken: string): Promise<void> {
  try {
    await client.requestParse(fileToken, signal);
  } catch (error) {
    if (!isAirflowError(error)) throw error;
  }
}

function markerOf({ clock, hash }: PublishPorts, request: PublishRequest, { dagId, fileName, blob, previous, startDate }: Destination): PublishingMarker {
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

function importError(request: PublishRequest, { fileName, previous }: Destination, text: string): PublishError {
  const undone = previous === undefined ? `${fileName} was removed again` : `the ${fileName} from before was put back`;
  const message = `Airflow "${request.airflow.name}" could not import this build, so ${undone}. Airflow says:\n${text.trim()}`;
  return new PublishError("importError", message, [{ code: "airflow-import-error", severity: "error", message, ...request.source }]);
}

/** Makes the publication the current one. Where somebody else was faster, theirs stays and its file is put in place. */
async function record(ports: PublishPorts, request: PublishRequest, destination: Destination): Promise<void> {
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
  if (!(await store.putIfMatch(currentKey(place, airflow.name), bytes, destination.current?.etag, signal))) throw await overtaken(ports, request, destination);
  await store.putIfAbsent(historyKey(place, airflow.name, publication.publishedAt, publication.build), bytes, signal);
}

async function overtaken({ files }: PublishPorts, { store, place, airflow, signal }: PublishRequest, { filePath, text }: Destination): Promise<PublishError> {
  const winner = await readJson(store, currentKey(place, airflow.name), isPublication, signal);
  const theirs = winner === undefined ? undefined : await store.get(blobKey(winner.value.dagBlob), signal);
  if (theirs !== undefined && (await files.readText(filePath)) === text) await files.writeAtomically(filePath, theirs.bytes);
  return new PublishError("overtaken", `${winner?.value.publishedBy ?? "Somebody else"} published this workflow to "${airflow.name}" meanwhile, and that stays. Look at theirs, then publish again.`);
}

/** Starts no run: the schedule begins at the first publication. */
async function unpause({ client, airflow, signal }: PublishRequest, { dagId }: Destination): Promise<string> {
  try {
    await client.setPaused(dagId, false, signal);
    return "";
  } catch (error) {
    if (!isAirflowError(error, "forbidden")) throw error;
    return `${dagId} is paused, and your role on "${airflow.name}" may not un-pause it. Ask for that there: until then no run starts.`;
  }
}

function pausedMessage({ dag, dagId }: Destination): string {
  return dag?.isPaused === true ? `${dagId} is paused in Airflow and stays so: no run starts until somebody un-pauses it there.` : "";
}

function result({ build }: PublishRequest, { dagId, filePath, startDate }: Destination, outcome: PublishResult["outcome"], message: string): PublishResult {
  return { outcome, build: build.name, dagId, dagFile: filePath, startDate, message };
}
