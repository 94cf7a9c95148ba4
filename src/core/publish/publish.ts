import { isAirflowError } from "../airflow/errors.js";
import type { Destination } from "./destination.js";
import { PublishError } from "./errors.js";
import { planPublish, requireAsPlanned, type PublishPlan } from "./plan.js";
import { waitForProof } from "./proof.js";
import { record } from "./record.js";
import type { AskingPublishRequest, PublishPorts, PublishRequest, PublishResult } from "./request.js";
import { Steps } from "./steps.js";
import { markerOf, orPutBack, placeDagFile, removeMarker } from "./swap.js";
import { uploadBuild } from "./upload.js";
import { countOf } from "../model/words.js";

/**
 * Brings a build to an Airflow and proves that it is live there; asks once what must be confirmed.
 *
 * Throws {@link PublishError} and AirflowError; an aborted one rejects with the signal's reason.
 */
export async function publish(ports: PublishPorts, request: AskingPublishRequest): Promise<PublishResult> {
  const plan = await planPublish(ports, request);
  if (plan.isUnchanged || plan.questions.length === 0 || (await request.confirm(plan.questions)))
    return publishPlan(ports, request, plan);
  throw new PublishError(
    "unconfirmed",
    `Nothing was published, because this was not confirmed: ${plan.questions.join(" ")}`,
  );
}

/**
 * Does what was planned, and confirmed where something was to be confirmed.
 *
 * Order: blobs, build record, DAG file, proof by Airflow, `current.json`, so that it may be interrupted anywhere. Until the DAG file is written, nothing that
 * runs is touched. An import error puts the old DAG file back at once, because a broken one freezes the runs that are under way.
 */
export async function publishPlan(
  ports: PublishPorts,
  request: PublishRequest,
  plan: PublishPlan,
): Promise<PublishResult> {
  const { destination } = plan;
  if (plan.isUnchanged) return result(request, destination, "unchanged", await mended(ports, request, destination));
  const steps = new Steps(ports.clock, (event) => request.onEvent(event), request.signal);
  await steps.run("upload", async (progress) => {
    await requireAsPlanned(ports, request, plan);
    const copied = await uploadBuild(ports, request, destination, progress);
    return [copied, copied === 0 ? "everything was there" : countOf(copied, "blob")];
  });

  const announced = markerOf(ports, request, destination);
  const before = await steps.run("dagFile", async () => [
    await placeDagFile(ports, request, destination, announced),
    destination.filePath,
  ]);
  const proof = await steps.run("proof", (progress) =>
    orPutBack(ports, request, destination, announced, async () => {
      const shown = await waitForProof(ports, request, destination, before, progress);
      if (shown.kind === "importError") throw importError(request, destination, shown.text);
      return [shown, shown.kind === "parsed" ? "Airflow parsed this build" : ""];
    }),
  );
  if (proof.kind === "silent") return result(request, destination, "waiting", proof.message);

  await steps.run("record", async () => {
    await record(ports, request, destination, announced);
    return [undefined, ""];
  });
  // One that was interrupted behind its record may not have come to this.
  const isFirst = plan.isFirst || destination.marker?.value.previousDagBlob === null;
  const message = isFirst
    ? await steps.run("unpause", async () => [await unpause(request, destination), ""])
    : pausedMessage(destination);
  await removeMarker(request, announced);
  return result(request, destination, "published", message);
}

/** What is live may lack something in the store all the same: a person who publishes again means to put that right. */
async function mended(ports: PublishPorts, request: PublishRequest, destination: Destination): Promise<string> {
  const copied = await uploadBuild(ports, request, destination, () => undefined);
  return copied === 0 ? "" : `${countOf(copied, "blob")} in the store had been lost or damaged: put there again.`;
}

function importError(request: PublishRequest, { fileName, previous }: Destination, text: string): PublishError {
  const undone = previous === undefined ? `${fileName} was removed again` : `the ${fileName} from before was put back`;
  const message = `Airflow "${request.airflow.name}" could not import this build, so ${undone}. Airflow says:\n${text.trim()}`;
  return new PublishError("importError", message, [
    { code: "airflow-import-error", severity: "error", message, ...request.source },
  ]);
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
  return dag?.isPaused === true
    ? `${dagId} is paused in Airflow and stays so: no run starts until somebody un-pauses it there.`
    : "";
}

function result(
  { build }: PublishRequest,
  { dagId, filePath, startDate }: Destination,
  outcome: PublishResult["outcome"],
  message: string,
): PublishResult {
  return { outcome, build: build.name, dagId, dagFile: filePath, startDate, message };
}
