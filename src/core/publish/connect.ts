import type { ConnectStep, ConnectStepName } from "../../formats/publishing.js";
import type { AirflowClient } from "../airflow/client.js";
import { isAirflowError } from "../airflow/errors.js";
import type { Files, ObjectStore, Random } from "../ports.js";
import { isReadableOnTheWay, readableOnTheWay } from "../resources/account.js";
import type { AirflowResource, StoreResource } from "../resources/resource.js";
import { probeStore } from "./probe.js";

export type { ConnectStep, ConnectStepName } from "../../formats/publishing.js";

export interface ConnectRequest {
  readonly airflow: AirflowResource;
  readonly client: AirflowClient;
  /** The store that `airflow` names; undefined where it names none. */
  readonly store: { readonly resource: StoreResource; readonly objects: ObjectStore } | undefined;
  /** Resource → Airflow Connection, of the databases that workflows of the folder may need. */
  readonly connections: Readonly<Record<string, string>>;
  /** Called once as a step begins and once with its result. */
  onStep(step: { readonly name: ConnectStepName; readonly state: "started" } | ConnectStep): void;
  readonly signal?: AbortSignal;
}

type Outcome = Omit<ConnectStep, "name">;

/** Tests everything that publishing to an Airflow needs, each by really doing it. A step that fails keeps only those from being tested that stand on it. */
export async function connect(
  ports: { readonly files: Files; readonly random: Random },
  request: ConnectRequest,
): Promise<readonly ConnectStep[]> {
  const steps: ConnectStep[] = [];
  const test = async (name: ConnectStepName, work: () => Promise<Outcome>, needs?: ConnectStepName): Promise<void> => {
    request.onStep({ name, state: "started" });
    const blocked = steps.some((step) => step.name === needs && step.state !== "passed");
    const step = {
      name,
      ...(blocked ? unchecked("Not tested, because what it stands on failed.") : await outcomeOf(work, request.signal)),
    };
    steps.push(step);
    request.onStep(step);
  };
  await test("address", () => testAddress(request));
  await test("signIn", () => signIn(request), "address");
  await test("store", () => testStore(ports, request));
  await test("dagFolder", () => testDagFolder(ports, request.airflow));
  await test("connections", () => testConnections(request), "signIn");
  return steps;
}

/** A failure is the step's result; only being stopped is none. */
async function outcomeOf(work: () => Promise<Outcome>, signal: AbortSignal | undefined): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    return failed(error instanceof Error ? error.message : String(error));
  }
}

async function testAddress({ client, airflow: { url }, signal }: ConnectRequest): Promise<Outcome> {
  const { text } = await client.version(signal);
  return passed(`Airflow ${text} answers at ${url}.${isReadableOnTheWay(url) ? ` ${readableOnTheWay(url)}` : ""}`);
}

async function signIn({ client, airflow, signal }: ConnectRequest): Promise<Outcome> {
  await client.signIn(signal);
  // A token alone proves little: the role must see DAGs.
  await client.dagRuns("~", { limit: 1 }, signal);
  return passed(`${airflow.username ?? ""} is signed in.`);
}

async function testStore(
  { files, random }: { readonly files: Files; readonly random: Random },
  { airflow, store, signal }: ConnectRequest,
): Promise<Outcome> {
  if (store === undefined) {
    return failed(
      airflow.store === undefined
        ? `"${airflow.name}" names no store. Add "store" to it in aqueduct.json.`
        : `There is no store "${airflow.store}" in aqueduct.json. Add it.`,
    );
  }
  await probeStore(store.objects, random, signal);
  const also =
    store.resource.kind === "s3"
      ? " What a worker's own machine may do on AWS, operators there may do too."
      : ` Airflow's workers must see it under the same path.${await whoElseReads(files, store.resource.folder)}`;
  return passed(`${store.objects.address} can be read and written, and keeps what is there.${also}`);
}

/** A value is as open as the folder that it lies in, which nobody looks at again. */
async function whoElseReads(files: Files, folder: string): Promise<string> {
  return (await files.isReadByAll(folder))
    ? ` Everybody on this machine can read the values in it. If only some should: chmod o-rwx ${folder}.`
    : "";
}

async function testDagFolder(
  { files, random }: { readonly files: Files; readonly random: Random },
  { name, dagFolder }: AirflowResource,
): Promise<Outcome> {
  if (dagFolder === undefined)
    return failed(`Nothing says where "${name}" looks for DAG files. Add "dagFolder" to it in aqueduct.json.`);
  if ((await files.list(dagFolder)) === undefined)
    return failed(`There is no folder ${dagFolder}. Correct "dagFolder" of "${name}" in aqueduct.json, or mount it.`);
  // Neither the name nor what is in it lets Airflow take it for a DAG.
  const probe = files.join(dagFolder, `.aqueduct-probe-${random.hex(6)}.tmp`);
  try {
    await files.writeAtomically(probe, "written to see whether this folder can be written\n");
  } catch (error) {
    return failed(
      `A file in ${dagFolder} cannot be made. ${(error instanceof Error ? error.message : String(error)).replace(/([^.])$/, "$1.")}`,
    );
  }
  await files.remove(probe);
  return passed(`${dagFolder} can be written.`);
}

/** Airflow tells only of Connections in its database: one that is absent there may stand in its environment or a secrets backend. */
async function testConnections({ airflow, client, store, connections, signal }: ConnectRequest): Promise<Outcome> {
  const ofStore = store?.resource.kind === "s3" ? [store.resource.airflowConnection] : [];
  return lookForConnections({ airflow, client, ids: [...Object.values(connections), ...ofStore], signal });
}

/** Whether Airflow has the Connections of these ids, as far as it tells. */
export async function lookForConnections({
  airflow,
  client,
  ids: given,
  signal,
}: Pick<ConnectRequest, "airflow" | "client"> & {
  readonly ids: readonly string[];
  readonly signal: AbortSignal | undefined;
}): Promise<Outcome> {
  const ids = [...new Set(given)].sort();
  if (ids.length === 0) return passed("No Connection is needed.");
  try {
    const present = await Promise.all(ids.map((id) => client.hasConnection(id, signal)));
    const absent = ids.filter((_, index) => present[index] === false);
    if (absent.length === 0) return passed(`Connections ${ids.join(", ")} are there.`);
    return unchecked(
      `Airflow's database has no Connection ${absent.join(", ")}. Add it under Admin → Connections, unless it stands in Airflow's environment or a secrets backend, which Airflow does not tell.`,
    );
  } catch (error) {
    if (!isAirflowError(error, "forbidden")) throw error;
    return unchecked(
      `Your role on "${airflow.name}" may not see Connections: not checked whether ${ids.join(", ")} are there.`,
    );
  }
}

function passed(message: string): Outcome {
  return { state: "passed", message };
}

function failed(message: string): Outcome {
  return { state: "failed", message };
}

function unchecked(message: string): Outcome {
  return { state: "unchecked", message };
}
