import type { Problem } from "../model/problem.js";
import { isBuiltInDemo } from "../resources/demo.js";
import { dagFileFormat } from "./dagFormat.js";
import { connect, type ConnectStep, type ConnectStepName } from "../publish/connect.js";
import { planPublish, type PublishPlan } from "../publish/plan.js";
import { publish, publishPlan } from "../publish/publish.js";
import type { PublishRequest, PublishResult } from "../publish/request.js";
import type { PublishEvent } from "../publish/steps.js";
import { sentence } from "../model/sentence.js";
import type { BuiltFile } from "./build.js";
import { hasErrors } from "./build.js";
import { WorkflowProblems } from "./errors.js";
import type { OpenFolder } from "./folder.js";
import { knownNotShipped } from "./notShipped.js";
import { connectionsOf } from "../compile/dag.js";
import { airflowTarget, requireStore } from "./target.js";
import type { World } from "./world.js";

export interface ConnectAirflowRequest {
  readonly airflow: string;
  onStep(step: { readonly name: ConnectStepName; readonly state: "started" } | ConnectStep): void;
  readonly signal?: AbortSignal;
}

/** Tests everything that publishing to an Airflow of the folder needs. */
export function connectAirflow(
  world: World,
  open: OpenFolder,
  request: ConnectAirflowRequest,
): Promise<readonly ConnectStep[]> {
  const databases = [...open.resources.values()].flatMap((resource) =>
    resource.kind === "database" && !isBuiltInDemo(resource) ? [resource] : [],
  );
  const connections = Object.fromEntries(databases.map(({ name, airflowConnection }) => [name, airflowConnection]));
  const { airflow: _, ...rest } = request;
  return connect(world, { ...airflowTarget(world, open, request.airflow), connections, ...rest });
}

/** What looking at the destination takes, and publishing to it. */
export interface PublishingRequest {
  /** Name of the Airflow resource. */
  readonly airflow: string;
  /** For the record: a name that colleagues know. */
  readonly publishedBy: string;
  onEvent(event: PublishEvent): void;
  /** Milliseconds to wait for Airflow's proof. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

export interface PublishFileRequest extends PublishingRequest {
  /** Asks; false: nothing is published. */
  confirm(questions: readonly string[]): Promise<boolean>;
}

/** Publishes a build to an Airflow of its folder. Throws as `publish` does. */
export async function publishFile(world: World, built: BuiltFile, request: PublishFileRequest): Promise<PublishResult> {
  const told = await withLocalRuns(built, request.signal);
  return publish(world, { ...toPublish(world, told, request), confirm: (questions) => request.confirm(questions) });
}

/** Finds out what publishing a build would do, without changing anything. Throws as `planPublish` does. */
export async function planPublishing(world: World, built: BuiltFile, request: PublishingRequest): Promise<PublishPlan> {
  return planPublish(world, toPublish(world, built, request));
}

/** Publishes a build as it was planned. Throws as `publishPlan` does. */
export async function publishAsPlanned(
  world: World,
  built: BuiltFile,
  plan: PublishPlan,
  request: PublishingRequest,
): Promise<PublishResult> {
  return publishPlan(world, toPublish(world, built, request), plan);
}

/** A build with what its newest runs here tell too, once it is to go live. Of warnings, publishing asks. */
export async function withLocalRuns(built: BuiltFile, signal?: AbortSignal): Promise<BuiltFile> {
  return { ...built, problems: [...built.problems, ...(await knownNotShipped(built, signal))] };
}

function toPublish(world: World, built: BuiltFile, request: PublishingRequest): PublishRequest {
  const { open, build, place, workflow, problems } = built;
  const target = airflowTarget(world, open, request.airflow);
  const store = requireStore(target);
  if (workflow.source === null)
    throw new Error(`Workflow ${build.record.workflow} was built although nothing publishes it.`);
  const onlyHere = demoProblems(built);
  if (onlyHere.length > 0) throw new WorkflowProblems("The workflow cannot be published.", onlyHere);
  if (hasErrors(problems)) throw new WorkflowProblems("The workflow has errors.", problems);
  return {
    build,
    place,
    source: workflow.source,
    airflow: target.airflow,
    client: target.client,
    localStore: open.store,
    store: store.objects,
    dagFormat: dagFileFormat({
      build,
      key: place.key,
      target: target.airflow.name,
      store: store.resource,
      resources: open.resources,
    }),
    connections: [
      ...Object.values(connectionsOf(build.record, open.resources)),
      ...(store.resource.kind === "s3" ? [store.resource.airflowConnection] : []),
    ],
    publishedBy: request.publishedBy,
    warnings: problems.filter(({ severity }) => severity === "warning").map(({ message }) => sentence(message)),
    onEvent: (event) => request.onEvent(event),
    ...(request.timeout === undefined ? {} : { timeout: request.timeout }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  };
}

/** What uses the demo database of this machine, on its lines: no worker has that one. */
function demoProblems({ open, workflow }: BuiltFile): readonly Problem[] {
  return workflow.operators
    .filter(({ resource }) => resource !== undefined && isBuiltInDemo(open.resources.get(resource)))
    .map(({ resource = "", source }) => ({
      code: "demo-on-airflow",
      severity: "error",
      message: `"${resource}" is the demo database of this machine, which no worker of Airflow has. Describe a database of that name in aqueduct.json, and add a Connection "${resource}" on Airflow.`,
      ...source,
    }));
}
