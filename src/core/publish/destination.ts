import type { AirflowDag } from "../airflow/types.js";
import { isAirflowError } from "../airflow/errors.js";
import type { Digest } from "../model/trace.js";
import { readBlob } from "../store/blobs.js";
import type { StoredJson } from "../store/json.js";
import { PublishError } from "./errors.js";
import {
  dagIdsOf,
  readPublication,
  readPublishingMarker,
  type Publication,
  type PublishingMarker,
} from "./publication.js";
import type { PublishPorts, PublishRequest } from "./request.js";

/** What is at the destination now, and what will be. */
export interface Destination {
  readonly current: StoredJson<Publication> | undefined;
  /** Left by a publication that did not end. */
  readonly marker: StoredJson<PublishingMarker> | undefined;
  readonly dagId: string;
  readonly startDate: string;
  /** Name and absolute path of the DAG file. */
  readonly fileName: string;
  readonly filePath: string;
  /** The DAG file as it is to be. */
  readonly text: string;
  readonly blob: Digest;
  /** The DAG file as it is; undefined where there is none. */
  readonly present: string | undefined;
  /** What is put back where Airflow cannot import the new one; undefined: no file. */
  readonly previous: string | undefined;
  /** Why the DAG does not have the id that the workflow's name gives it; empty where it has. */
  readonly renamed: string;
  /** What Airflow knows of the DAG. */
  readonly dag: AirflowDag | undefined;
}

/** Looks at store, DAG folder and server; changes nothing. Throws where what stands there is not ours. */
export async function examine(ports: PublishPorts, request: PublishRequest, dagFolder: string): Promise<Destination> {
  const { store, place, airflow, signal } = request;
  const [current, marker] = await Promise.all([
    readPublication(store, ports.hash, place, airflow.name, signal),
    readPublishingMarker(store, ports.hash, place, airflow.name, request.build.record, signal),
  ]);
  const chosen = current?.value ?? marker?.value;
  const candidates = chosen === undefined ? dagIdsOf(request.build.record, ports.hash) : [chosen.dagId];
  const taken: string[] = [];
  for (const dagId of candidates) {
    const fileName = `${dagId}.py`;
    const filePath = ports.files.join(dagFolder, fileName);
    const [present, dag] = await Promise.all([ports.files.readText(filePath), request.client.dag(dagId, signal)]);
    const owner = await foreignOwner(request, dagId, present, dag);
    if (owner !== undefined) {
      taken.push(owner);
      continue;
    }
    const startDate = chosen?.startDate ?? ports.clock.now();
    const text = request.dagFormat.render({ dagId, startDate });
    const previous =
      present === text && marker !== undefined ? await beforeMarker(ports, request, marker.value, present) : present;
    return {
      current,
      marker,
      dagId,
      startDate,
      fileName,
      filePath,
      text,
      blob: ports.hash.sha256(text),
      present,
      previous,
      renamed: taken.join(" "),
      dag,
    };
  }
  throw new PublishError("taken", `${taken.join(" ")} Rename the workflow, or remove what is there.`);
}

/** The file that a publication which did not end has replaced by the one that is there now. */
async function beforeMarker(
  { hash }: PublishPorts,
  { store, signal }: PublishRequest,
  { previousDagBlob }: PublishingMarker,
  present: string,
): Promise<string | undefined> {
  if (previousDagBlob === null) return undefined;
  const bytes = await readBlob(store, hash, previousDagBlob, {
    advice:
      "It is the DAG file from before, which could not be put back if Airflow refused the new one. Delete it there, then publish again.",
    signal,
  });
  // One that was changed by hand was never in the store.
  return bytes === undefined ? present : new TextDecoder("utf-8").decode(bytes);
}

/** What a person should say yes to before it is done. */
export async function questionsAbout(
  ports: PublishPorts,
  request: PublishRequest,
  destination: Destination,
): Promise<readonly string[]> {
  const { current, marker, dagId, present, fileName } = destination;
  const questions: string[] = [];
  if (current !== undefined && current.value.url !== request.airflow.url) {
    questions.push(
      `"${request.airflow.name}" was at ${current.value.url} when this workflow was last published, and is at ${request.airflow.url} now. Is that the same server?`,
    );
  }
  if (marker !== undefined) {
    const { publishedBy, startedAt } = marker.value;
    questions.push(
      `${publishedBy} began to publish this workflow at ${startedAt} and did not finish, or is still at it. Finishing or undoing that comes later: publish over it?`,
    );
  }
  const known = [current?.value.dagBlob, marker?.value.dagBlob, destination.blob];
  if (present !== undefined && current !== undefined && !known.includes(ports.hash.sha256(present))) {
    questions.push(`${fileName} in the DAG folder was changed by hand since it was published. Overwrite it?`);
  }
  if (destination.dag !== undefined && current !== undefined) {
    const query = { states: ["queued", "running"], limit: 10 };
    const { runs: active, losses } = await request.client.dagRuns(dagId, query, request.signal);
    // What can't be read of a run is no proof that it has ended.
    const names = [
      ...active.map(({ runId }) => runId),
      ...losses.map(({ runId }) => runId ?? "one that can't be read"),
    ];
    if (names.length > 0) {
      const runs = names.join(", ");
      questions.push(
        `Runs of ${dagId} are active: ${runs}. They go on with their own build, but operators that this publication adds or joins otherwise fail there. Waiting for them comes later: publish now?`,
      );
    }
  }
  return questions;
}

/** A sentence that names what has the id already; undefined where it is free or ours. */
async function foreignOwner(
  request: PublishRequest,
  dagId: string,
  file: string | undefined,
  dag: AirflowDag | undefined,
): Promise<string | undefined> {
  if (file !== undefined) return describeForeign(request, file, `${dagId}.py in the DAG folder`);
  if (dag === undefined) return undefined;
  // Its file is not in our folder: then only Airflow knows whose it is.
  const text = await sourceOf(request, dagId);
  return describeForeign(request, text ?? "", `The DAG ${dagId} on "${request.airflow.name}"`);
}

async function sourceOf({ client, signal }: PublishRequest, dagId: string): Promise<string | undefined> {
  try {
    return await client.dagSource(dagId, signal);
  } catch (error) {
    if (isAirflowError(error, "forbidden")) return undefined;
    throw error;
  }
}

function describeForeign(
  { build, airflow, dagFormat }: PublishRequest,
  text: string,
  what: string,
): string | undefined {
  const owner = dagFormat.ownerOf(text);
  // Taking another id instead could publish a workflow a second time beside itself.
  if (owner === "newer")
    throw new PublishError(
      "taken",
      `${what} was made by a newer version of Aqueduct. Update this one, then publish again.`,
    );
  if (owner === undefined) return `${what} was not made by Aqueduct.`;
  const { project, workflow } = build.record;
  if (owner.project === project && owner.workflow === workflow && owner.target === airflow.name) return undefined;
  return `${what} belongs to workflow "${owner.workflow}" of project ${owner.project}${owner.target === airflow.name ? "" : `, published as target "${owner.target}"`}.`;
}
