import type { AirflowError} from "../airflow/errors.js";
import { isAirflowError } from "../airflow/errors.js";
import type { DagRun } from "../airflow/types.js";
import type { Run } from "../model/run.js";
import { isOver } from "../runs/merge.js";
import { newestRids, type BuildCache, type RunsPlace } from "../runs/stored.js";
import { runKey } from "../store/keys.js";
import type { OpenFolder } from "./folder.js";
import { airflowRun } from "./airflowRun.js";
import type { TargetState } from "./history.js";
import { publishedWorkflows, requireStore, type AirflowTarget, type PublishedWorkflow } from "./target.js";
import type { World } from "./world.js";

export interface AirflowFollowerOptions {
  /** Only runs of this workflow. */
  readonly workflow: string | undefined;
  /** Of each workflow. */
  readonly limit: number;
  readonly builds: BuildCache;
}

/**
 * Keeps the runs of one Airflow in step with it.
 *
 * Airflow tells which of our runs changed last by one request, however long the history is; beyond that it is asked only about runs that changed or are
 * unfinished. Where it does not answer, what was known stays, and the state says why.
 */
export class AirflowFollower {
  readonly #target: AirflowTarget;
  readonly #options: AirflowFollowerOptions;
  readonly #hash: World["hash"];
  readonly #published: readonly PublishedWorkflow[];
  /** What Airflow said last of each run, by its place in the history. */
  readonly #dagRuns = new Map<string, DagRun>();
  readonly #runs = new Map<string, Run>();
  readonly #workflowOf = new Map<string, PublishedWorkflow>();
  #state: TargetState;
  #isFirst = true;

  private constructor(world: World, target: AirflowTarget, published: readonly PublishedWorkflow[], options: AirflowFollowerOptions) {
    this.#hash = world.hash;
    this.#target = target;
    this.#published = published;
    this.#options = options;
    this.#state = { target: target.airflow.name, state: "answers", message: "" };
  }

  /** Finds what is live on the target; runs are read by the first {@link poll}. */
  static async open(world: World, open: OpenFolder, target: AirflowTarget, options: AirflowFollowerOptions, signal?: AbortSignal): Promise<AirflowFollower> {
    const published = (await publishedWorkflows(open, target, signal)).filter(({ publication }) => options.workflow === undefined || publication.workflow === options.workflow);
    return new AirflowFollower(world, target, published, options);
  }

  get runs(): readonly Run[] {
    return [...this.#runs.values()];
  }

  get state(): TargetState {
    return this.#state;
  }

  /** Looks once. */
  async poll(signal?: AbortSignal): Promise<void> {
    const moved = await this.#orState([], () => this.#askAirflow(signal));
    const rids = new Set([...moved, ...this.#unfinished(), ...(this.#isFirst ? await this.#stored(signal) : [])]);
    await this.#orState(undefined, async () => {
      await Promise.all([...rids].map((rid) => this.#read(rid, signal)));
    });
    this.#isFirst = false;
  }

  /** What goes wrong with Airflow becomes the target's state. */
  async #orState<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isAirflowError(error)) throw error;
      this.#state = stateOf(this.#target, error);
      return otherwise;
    }
  }

  /** The runs that changed since the last look. */
  async #askAirflow(signal: AbortSignal | undefined): Promise<readonly string[]> {
    const dagIds = this.#published.map(({ publication }) => publication.dagId);
    const limit = this.#options.limit * Math.max(1, dagIds.length);
    const newest = await this.#target.client.dagRunsOf(dagIds, { orderBy: "-updated_at", limit }, signal);
    this.#state = { target: this.#target.airflow.name, state: "answers", message: "" };
    return newest.flatMap((dagRun) => this.#keep(dagRun));
  }

  #keep(dagRun: DagRun): readonly string[] {
    const workflow = this.#published.find(({ publication }) => publication.dagId === dagRun.dagId);
    if (workflow === undefined) return [];
    const rid = runKey({ ...workflow.publication, runId: dagRun.runId }, this.#hash);
    const known = this.#dagRuns.get(rid);
    this.#dagRuns.set(rid, dagRun);
    this.#workflowOf.set(rid, workflow);
    return JSON.stringify(known) === JSON.stringify(dagRun) ? [] : [rid];
  }

  #unfinished(): readonly string[] {
    return this.runs.filter(({ state }) => !isOver(state)).map(({ rid }) => rid);
  }

  /** Runs that Airflow may have forgotten, or does not tell of because it does not answer. */
  async #stored(signal: AbortSignal | undefined): Promise<readonly string[]> {
    const found = await Promise.all(this.#published.map((workflow) => newestRids(this.#place(workflow), this.#options.limit, signal)));
    for (const [index, workflow] of this.#published.entries()) for (const rid of found[index] ?? []) this.#workflowOf.set(rid, workflow);
    return found.flat();
  }

  async #read(rid: string, signal: AbortSignal | undefined): Promise<void> {
    const workflow = this.#workflowOf.get(rid);
    // What was known of a run stays as it is while Airflow does not answer.
    if (workflow === undefined || (this.#state.state !== "answers" && this.#runs.has(rid))) return;
    const run = await airflowRun(this.#target, this.#place(workflow), rid, this.#dagRuns.get(rid), this.#options.builds, signal);
    if (run !== undefined) this.#runs.set(rid, run);
  }

  #place({ place, publication }: PublishedWorkflow): RunsPlace {
    return { store: requireStore(this.#target).objects, place, target: this.#target.airflow.name, workflow: publication.workflow };
  }
}

function stateOf({ airflow }: AirflowTarget, { kind, message }: AirflowError): TargetState {
  return { target: airflow.name, state: kind, message };
}
