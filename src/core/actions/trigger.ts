import { launcherVersion } from "../model/build.js";
import type { Run } from "../model/run.js";
import { viewOfDagRun } from "../runs/airflowView.js";
import { confOf } from "../runs/conf.js";
import { mergeRun } from "../runs/merge.js";
import { checkParameters, type GivenParameters } from "../runs/parameters.js";
import { readBuild } from "../store/builds.js";
import { newRunId, runKey, workflowKey } from "../store/keys.js";
import { WrongRequest } from "./errors.js";
import type { OpenFolder } from "./folder.js";
import {
  airflowNames,
  airflowTarget,
  publishedWorkflows,
  requireStore,
  type AirflowTarget,
  type PublishedWorkflow,
} from "./target.js";
import type { World } from "./world.js";

export interface TriggerRequest {
  /** The workflow's name. */
  readonly workflow: string;
  /** On which Airflow, where it is published to several. */
  readonly airflow?: string;
  /** By id or name. */
  readonly parameters: GivenParameters;
  readonly signal?: AbortSignal;
}

/** A run that Airflow has taken. */
export interface TriggeredRun {
  readonly run: Run;
  /** Why it does not start, and what to do; empty where nothing keeps it. */
  readonly message: string;
}

/** Starts a run of what is live on an Airflow, with values that have been checked against the live build. */
export async function triggerWorkflow(world: World, open: OpenFolder, request: TriggerRequest): Promise<TriggeredRun> {
  const { target, published } = await findPublished(world, open, request);
  const { place, publication } = published;
  const { objects } = requireStore(target);
  const build = await readBuild(objects, world.hash, place, publication.build, request.signal);
  if (build === undefined)
    throw new Error(
      `The store ${objects.address} has lost the record of the build that is live. Publish the workflow again.`,
    );
  const checked = checkParameters(build.operators, request.parameters);
  if (!checked.ok) throw new WrongRequest(checked.errors.join(" "));
  const conf = confOf(build.operators, checked.values);
  if (build.launcher < launcherVersion && Object.keys(conf).some((id) => conf[id] !== checked.values[id]))
    throw new WrongRequest(
      "An earlier Aqueduct has published this workflow, whose runs cannot take these values as they are. Publish it again.",
    );

  const runId = newRunId("aqueduct", world.clock.now(), world.random.hex(3));
  const dagRun = await target.client.trigger(publication.dagId, runId, conf, request.signal);
  const { project, workflow } = publication;
  const rid = runKey({ project, workflow, target: target.airflow.name, runId }, world.hash);
  const run = mergeRun({
    rid,
    target: target.airflow.name,
    project,
    workflow,
    record: undefined,
    manifests: [],
    build,
    engine: viewOfDagRun(dagRun, []),
  });
  // Airflow takes a run of a paused DAG without a word and leaves it queued.
  const isPaused = (await target.client.dag(publication.dagId, request.signal))?.isPaused === true;
  return {
    run,
    message: isPaused
      ? `${publication.dagId} is paused in Airflow: the run stays queued until somebody un-pauses it there.`
      : "",
  };
}

/** The one published workflow that a request means; throws {@link WrongRequest} where there is none, or more than one. */
export async function findPublished(
  world: World,
  open: OpenFolder,
  request: Omit<TriggerRequest, "parameters">,
): Promise<{ readonly target: AirflowTarget; readonly published: PublishedWorkflow }> {
  const names = request.airflow === undefined ? airflowNames(open) : [request.airflow];
  const targets = names
    .map((name) => airflowTarget(world, open, name))
    .filter(({ store }) => store !== undefined || request.airflow !== undefined);
  const looks = await Promise.allSettled(
    targets.map(async (target) => ({ target, ...(await publishedWorkflows(world, open, target, request.signal)) })),
  );
  request.signal?.throwIfAborted();
  // A store that is away is no reason not to start what is published elsewhere.
  const live = looks.flatMap((look) => (look.status === "fulfilled" ? [look.value] : []));
  const silent = looks.flatMap((look) => (look.status === "rejected" ? [textOf(look.reason)] : []));
  const all = live.flatMap(({ target, workflows }) => workflows.map((published) => ({ target, published })));
  const found = all.filter(({ published }) => published.publication.workflow === request.workflow);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only !== undefined)
    throw new WrongRequest(
      `${request.workflow} is published to ${found.map(({ target }) => target.airflow.name).join(" and ")}. Name one with --airflow.`,
    );
  const key = workflowKey(request.workflow, world.hash);
  const lost = live.flatMap(({ losses }) => losses).find(({ place }) => place.key === key);
  if (lost !== undefined) throw new Error(lost.message);
  if (silent.length > 0)
    throw new Error(`No workflow "${request.workflow}" is published where there was an answer. ${silent.join(" ")}`);
  const others = [...new Set(all.map(({ published }) => published.publication.workflow))].join(", ");
  throw new WrongRequest(
    `No workflow "${request.workflow}" is published${request.airflow === undefined ? "" : ` to ${request.airflow}`}. ${others === "" ? "Publish it first." : `Published are: ${others}.`}`,
  );
}

function textOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
