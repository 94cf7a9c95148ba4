import { isAirflowError } from "../airflow/errors.js";
import type { ImportError } from "../airflow/types.js";
import type { Destination } from "./destination.js";
import { PublishError } from "./errors.js";
import type { PublishPorts, PublishRequest } from "./request.js";

/** Milliseconds between two looks, at first and at most. */
const pace = { first: 250, most: 3000, growth: 1.5 };
const defaultTimeout = 15 * 60_000;

/** What Airflow said of the file within the time. */
export type Proof =
  | { readonly kind: "parsed" }
  | { readonly kind: "importError"; readonly text: string }
  | { readonly kind: "silent"; readonly message: string };

/**
 * Waits until Airflow shows that it parsed this very build: the DAG has the build's tag and, where the role may read it, the text that we wrote.
 *
 * An Airflow that does not answer for a while is waited for like one that is slow.
 *
 * @param before import errors of the file from before it was written, which say nothing about it
 */
export async function waitForProof(
  ports: PublishPorts,
  request: PublishRequest,
  destination: Destination,
  before: readonly ImportError[],
  progress: (message: string) => void,
): Promise<Proof> {
  const { signal, airflow } = request;
  const end = ports.clock.monotonic() + (request.timeout ?? defaultTimeout);
  let waitsFor = "";
  for (let delay = pace.first; ; delay = Math.min(delay * pace.growth, pace.most)) {
    try {
      const text = await importErrorOf(request, destination, before);
      if (text !== undefined) return { kind: "importError", text };
      if (await isParsed(request, destination)) return { kind: "parsed" };
      if ((await ports.files.readText(destination.filePath)) !== destination.text) throw replaced(request, destination);
      waitsFor = tell(
        waitsFor,
        `Airflow "${airflow.name}" has not read ${destination.fileName} yet. With default settings it looks for changed files every 30 seconds and for new ones every 5 minutes.`,
        progress,
      );
    } catch (error) {
      if (!isAirflowError(error, "unreachable", "failed")) throw error;
      waitsFor = tell(waitsFor, error.message, progress);
    }
    if (ports.clock.monotonic() + delay > end)
      return { kind: "silent", message: `${waitsFor} ${await obstacle(request, destination)}` };
    await ports.clock.sleep(delay, signal);
  }
}

/** What Airflow says against the file now. Asked before it is written as well, so that what is new can be told from what is old. */
export async function knownImportErrors(
  { client, signal }: PublishRequest,
  { fileName }: Destination,
): Promise<readonly ImportError[]> {
  try {
    return await client.importErrors(fileName, signal);
  } catch (error) {
    // Then a tag that does not come is all that there is to see.
    if (isAirflowError(error, "forbidden")) return [];
    throw error;
  }
}

async function importErrorOf(
  request: PublishRequest,
  destination: Destination,
  before: readonly ImportError[],
): Promise<string | undefined> {
  const errors = await knownImportErrors(request, destination);
  return errors.find(({ id, timestamp }) => !before.some((known) => known.id === id && known.timestamp === timestamp))
    ?.stackTrace;
}

export async function isParsed(
  { client, build, signal }: PublishRequest,
  { dagId, text }: Pick<Destination, "dagId" | "text">,
): Promise<boolean> {
  const dag = await client.dag(dagId, signal);
  if (dag === undefined || dag.isStale || dag.hasImportErrors || !dag.tags.includes(buildTag(build.name))) return false;
  try {
    return (await client.dagSource(dagId, signal)) === text;
  } catch (error) {
    // The role may not read DAG files; the tag names the build all the same.
    if (isAirflowError(error, "forbidden")) return true;
    throw error;
  }
}

/** By which a DAG on the server tells its build. */
function buildTag(build: string): string {
  return `aqueduct-build:${build.slice(0, 12)}`;
}

function replaced({ airflow }: PublishRequest, { fileName }: Destination): PublishError {
  return new PublishError(
    "overtaken",
    `${fileName} was replaced while "${airflow.name}" was to read it: somebody else publishes this workflow. Wait until they are done, then publish again.`,
  );
}

async function obstacle(
  { client, airflow, signal }: PublishRequest,
  { filePath, dagId }: Destination,
): Promise<string> {
  try {
    if (!(await client.isDagProcessorHealthy(signal)))
      return "Its DAG processor is not running: start it, and publish again to see how it ends.";
    return `Does "${airflow.name}" read ${filePath}? Publish again to look once more; Undo comes later: until then remove the file to take ${dagId} back.`;
  } catch (error) {
    if (isAirflowError(error)) return "Publish again once it answers.";
    throw error;
  }
}

function tell(before: string, message: string, progress: (message: string) => void): string {
  if (message !== before) progress(message);
  return message;
}
