import { WrongContent } from "../store/blobs.js";
import { readBuild } from "../store/builds.js";
import { changesBetween, firstChanges, type PublishChange } from "./changes.js";
import { lookForConnections } from "./connect.js";
import { examine, questionsAbout, type Destination } from "./destination.js";
import { PublishError } from "./errors.js";
import { isParsed } from "./proof.js";
import { readPublication, readPublishingMarker } from "./publication.js";
import type { PublishPorts, PublishRequest } from "./request.js";
import { Steps } from "./steps.js";

/** What publishing would do, found out without changing anything. */
export interface PublishPlan {
  readonly destination: Destination;
  /** The same build is live, its file is as it was written, and Airflow shows both. */
  readonly isUnchanged: boolean;
  /** Nothing of the workflow is live there yet: every change is an addition. */
  readonly isFirst: boolean;
  /** Null: nothing tells what the live build is. */
  readonly changes: readonly PublishChange[] | null;
  /** What a person should say yes to before it is done: warnings of the workflow, and what stands in the way at the destination. */
  readonly questions: readonly string[];
}

/** Looks at Airflow, store and DAG folder. Throws {@link PublishError} and AirflowError; changes nothing. */
export async function planPublish(ports: PublishPorts, request: PublishRequest): Promise<PublishPlan> {
  const steps = new Steps(ports.clock, (event) => request.onEvent(event), request.signal);
  const dagFolder = await steps.run("connect", async () => {
    const folder = requireDagFolder(request);
    const version = await request.client.version(request.signal);
    await request.client.signIn(request.signal);
    const { airflow, client, connections = [], signal } = request;
    const found = await lookForConnections({ airflow, client, ids: connections, signal });
    // Nothing can run without them, and nobody may have looked at what "connect" said.
    return [folder, `Airflow ${version.text}${found.state === "unchecked" ? `. ${found.message}` : ""}`];
  });
  return steps.run<PublishPlan>("compare", async () => {
    const destination = await examine(ports, request, dagFolder);
    const isFirst = destination.current === undefined;
    const message = `${destination.dagId}: ${destination.current === undefined ? "not published there yet" : `build ${destination.current.value.build.slice(0, 12)} is live`}`;
    const named = destination.renamed === "" ? message : `${message}. It has that id since: ${destination.renamed}`;
    if (await isUnchanged(request, destination))
      return [{ destination, isUnchanged: true, isFirst, changes: [], questions: [] }, named];
    const [{ changes, damage }, questions] = await Promise.all([
      changesOf(ports, request, destination),
      questionsAbout(ports, request, destination),
    ]);
    return [
      { destination, isUnchanged: false, isFirst, changes, questions: [...request.warnings, ...damage, ...questions] },
      named,
    ];
  });
}

/** Throws where somebody has changed the destination since it was looked at: what was confirmed would be something else now. */
export async function requireAsPlanned(
  { files, hash }: PublishPorts,
  { store, place, airflow, build, signal }: PublishRequest,
  { destination }: PublishPlan,
): Promise<void> {
  const { current, marker, present, filePath, fileName } = destination;
  const [currentNow, markerNow, presentNow] = await Promise.all([
    readPublication(store, hash, place, airflow.name, signal),
    readPublishingMarker(store, hash, place, airflow.name, build.record, signal),
    files.readText(filePath),
  ]);
  if (currentNow?.etag === current?.etag && markerNow?.etag === marker?.etag && presentNow === present) return;
  const who = markerNow?.value.publishedBy ?? currentNow?.value.publishedBy ?? "somebody";
  throw new PublishError(
    "overtaken",
    `${fileName} was changed since it was looked at, the last time by ${who}: nothing was published. Publish again to see what would change now.`,
  );
}

function requireDagFolder({ airflow }: PublishRequest): string {
  if (airflow.dagFolder !== undefined) return airflow.dagFolder;
  throw new PublishError(
    "notConfigured",
    `Nothing says where "${airflow.name}" looks for DAG files. Add "dagFolder" to it in aqueduct.json.`,
  );
}

async function isUnchanged(request: PublishRequest, destination: Destination): Promise<boolean> {
  const { current, marker, text, present, blob } = destination;
  if (current === undefined || marker !== undefined || present !== text) return false;
  const { build, dagBlob, url } = current.value;
  return (
    build === request.build.name &&
    dagBlob === blob &&
    url === request.airflow.url &&
    (await isParsed(request, destination))
  );
}

/** What would change, and what there is to ask where the record of the live build is damaged. */
interface FoundChanges {
  readonly changes: PublishPlan["changes"];
  readonly damage: readonly string[];
}

async function changesOf(
  { hash }: PublishPorts,
  { store, place, build, signal }: PublishRequest,
  { current, dagId, blob }: Destination,
): Promise<FoundChanges> {
  if (current === undefined) return { changes: firstChanges(build.record), damage: [] };
  if (current.value.build === build.name) {
    const detail =
      current.value.dagBlob === blob ? "is written again" : "has another store, Connection or version of its text";
    const changes = [
      { kind: "changed", name: `DAG file of ${dagId}`, detail } as const,
      ...changesBetween(build.record, build.record).map((one) => ({ ...one, detail: "as they are" })),
    ];
    return { changes, damage: [] };
  }
  try {
    const live = await readBuild(store, hash, place, current.value.build, signal);
    return { changes: live === undefined ? null : changesBetween(live, build.record), damage: [] };
  } catch (error) {
    if (!(error instanceof WrongContent)) throw error;
    const damage = `${error.place}, the record of the live build, was changed or cut short, so nothing tells what would change. Publish over it?`;
    return { changes: null, damage: [damage] };
  }
}
