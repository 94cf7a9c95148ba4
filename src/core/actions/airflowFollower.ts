import type { AirflowDag, DagRun, LostDagRun } from "../airflow/types.js";
import { whenOf, type LiveWorkflow, type Run, type UnreadableRun } from "../model/run.js";
import { isOver } from "../runs/merge.js";
import { newestRids, readRunId, type BuildCache, type RunsPlace } from "../runs/stored.js";
import { runKey } from "../store/keys.js";
import { isLoss, orLoss } from "../store/loss.js";
import { forEach } from "../store/parallel.js";
import type { OpenFolder } from "./folder.js";
import { airflowRun, RunWithoutTasks } from "./airflowRun.js";
import { LoggedReasons } from "./loggedReasons.js";
import { describePublished, type WorkflowHead } from "./published.js";
import { publishedWorkflows, requireStore, type AirflowTarget, type PublishedWorkflow } from "./target.js";
import { answers, stateOfFailure, type TargetState } from "./targetState.js";
import type { World } from "./world.js";

/** Runs that are asked about one by one in a look: those that are not among the newest that Airflow tells of. */
const mostAsked = 20;
/** Runs that are over, not unfolded, and not told whole by the store, whose task instances are asked for in a look. */
const mostCompleted = 20;
/** DAGs that are asked for one by one; more of them by their tag, in a list. */
const mostDags = 4;
/** On each DAG of ours (`launcher/dag_template.py`). */
const dagTag = "aqueduct";

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
 * Airflow tells which of our runs changed last by one request, however long the history is; beyond that it is asked only about what changed or is
 * unfinished. Where it or its store does not answer, what was known stays, and the state says why.
 */
export class AirflowFollower {
  readonly #target: AirflowTarget;
  readonly #options: AirflowFollowerOptions;
  readonly #open: OpenFolder;
  readonly #hash: World["hash"];
  #limit: number;
  #published: readonly PublishedWorkflow[] = [];
  /** Of each build that is live, read once. */
  readonly #heads = new Map<string, WorkflowHead>();
  /** What Airflow said last of each run, by its place in the history. */
  readonly #dagRuns = new Map<string, DagRun>();
  readonly #runs = new Map<string, Run>();
  /** Runs that can't be read, by their ids, or by the sentence about what names none. */
  readonly #lost = new Map<string, UnreadableRun>();
  /** Why what Airflow lists of a run can't be read, by its id, or by the sentence itself where not even that can. */
  readonly #unlisted = new Map<string, string>();
  readonly #workflowOf = new Map<string, PublishedWorkflow>();
  readonly #dags = new Map<string, AirflowDag | undefined>();
  /** DAGs to ask about: at first, and when a run of theirs moved, since then the next one is due at another time. */
  readonly #staleDags = new Set<string>();
  /** Runs that are not among the newest that Airflow tells of, and about which it has been asked. */
  readonly #asked = new Set<string>();
  readonly #deleted = new Set<string>();
  readonly #reasons = new LoggedReasons();
  /** Runs whose operators somebody looks at, and those of them that are to be read by the next look. */
  readonly #isUnfolded = new Set<string>();
  readonly #unfolded = new Set<string>();
  /** How many runs may still be asked about one by one in this look. */
  #mayAsk = mostAsked;
  /** Those among the newest that Airflow told of last. */
  #told: ReadonlyMap<string, DagRun> = new Map();
  #state: TargetState;
  /** Publications and the runs of the store are read by the next look. */
  #isStale = true;

  private constructor(world: World, open: OpenFolder, target: AirflowTarget, options: AirflowFollowerOptions) {
    this.#hash = world.hash;
    this.#open = open;
    this.#target = target;
    this.#options = options;
    this.#limit = options.limit;
    this.#state = answers(target.airflow.name);
  }

  /** Reads nothing yet: publications and runs are read by the first {@link poll}. */
  static open(world: World, open: OpenFolder, target: AirflowTarget, options: AirflowFollowerOptions): AirflowFollower {
    return new AirflowFollower(world, open, target, options);
  }

  get runs(): readonly Run[] {
    return [...this.#runs.values()];
  }

  get state(): TargetState {
    return this.#state;
  }

  get unreadable(): readonly UnreadableRun[] {
    return [...this.#lost.values()];
  }

  /** What is live there, as Airflow described it last. */
  get workflows(): readonly LiveWorkflow[] {
    return this.#published.map((workflow) =>
      describePublished(
        this.#target,
        workflow,
        this.#heads.get(workflow.publication.build) ?? { schedule: null },
        this.#dags.get(workflow.publication.dagId),
      ),
    );
  }

  /** Lets the next look read everything anew; what is known stays until then. @param limit of each workflow */
  renew(limit = this.#limit): void {
    this.#limit = limit;
    this.#isStale = true;
    this.#asked.clear();
  }

  /** Lets the next look ask Airflow for the operators of a run that is over, which a list of runs does not need. */
  unfold(rid: string): void {
    this.#isUnfolded.add(rid);
    this.#unfolded.add(rid);
  }

  /** Looks once. */
  async poll(signal?: AbortSignal): Promise<void> {
    const stored = await this.#storedIfStale(signal);
    if (stored === undefined) return;
    const moved = await this.#orState([], signal, () => this.#askAirflow(signal));
    await this.#orState(undefined, signal, async () => {
      this.#mayAsk = mostAsked;
      const rids = [...new Set([...moved, ...this.#unfinished(), ...stored, ...this.#unfolded.values()])];
      this.#unfolded.clear();
      const halves = new Map<string, RunWithoutTasks>();
      await forEach(rids, async (rid) => {
        const half = await this.#read(rid, signal);
        if (half !== undefined) halves.set(rid, half);
      });
      await this.#complete(halves, signal);
      if (this.#state.state !== "answers") return;
      await this.#askAboutDags(signal);
      await this.#askForReasons(signal);
    });
  }

  /** Undefined: the store does not answer, so that it is not even known which runs are ours. */
  async #storedIfStale(signal: AbortSignal | undefined): Promise<readonly string[] | undefined> {
    if (!this.#isStale) return [];
    this.#isStale = false; // Before it is read: who asks for a renewal meanwhile gets one.
    const stored = await this.#orState(undefined, signal, () => this.#readStore(signal));
    if (stored === undefined) this.#isStale = true;
    return stored;
  }

  /** What goes wrong with Airflow or the store becomes the target's state. */
  async #orState<T>(otherwise: T, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted === true) throw error;
      this.#state = stateOfFailure(this.#target.airflow.name, error);
      return otherwise;
    }
  }

  /** Finds what is live and the runs that Airflow may have forgotten, or does not tell of because it does not answer. */
  async #readStore(signal: AbortSignal | undefined): Promise<readonly string[]> {
    const { workflow: only, builds } = this.#options;
    const { workflows, losses } = await publishedWorkflows({ hash: this.#hash }, this.#open, this.#target, signal);
    this.#published = workflows.filter(({ publication }) => only === undefined || publication.workflow === only);
    this.#lost.clear();
    for (const { place, message } of losses) this.#lose({ workflow: place.key, rid: null, startedAt: null, message });
    const found = await Promise.all(
      this.#published.map(async (workflow) => {
        const { store, place } = this.#place(workflow);
        const build = await orLoss(builds.read(store, place, workflow.publication.build, signal));
        // Its runs say so too, each on its own line.
        if (build !== undefined && !isLoss(build)) this.#heads.set(workflow.publication.build, build);
        this.#staleDags.add(workflow.publication.dagId);
        const { rids, losses: odd } = await newestRids(this.#place(workflow), this.#limit, signal);
        const { workflow: name } = workflow.publication;
        for (const { message } of odd) this.#lose({ workflow: name, rid: null, startedAt: null, message });
        for (const rid of rids) this.#workflowOf.set(rid, workflow);
        return rids;
      }),
    );
    return found.flat();
  }

  /** The runs that changed since the last look. */
  async #askAirflow(signal: AbortSignal | undefined): Promise<readonly string[]> {
    const dagIds = this.#published.map(({ publication }) => publication.dagId);
    const limit = this.#limit * Math.max(1, dagIds.length);
    const query = { orderBy: "-updated_at", limit };
    const { runs: newest, losses } = await this.#target.client.dagRunsOf(dagIds, query, signal);
    this.#state = answers(this.#target.airflow.name);
    const unlisted = this.#loseListed(losses);
    this.#told = new Map(newest.flatMap((dagRun) => this.#ridOf(dagRun)));
    return [...unlisted, ...[...this.#told].flatMap(([rid, dagRun]) => this.#keep(rid, dagRun)), ...this.#vanished()];
  }

  #lose(run: Omit<UnreadableRun, "target">): void {
    this.#lost.set(run.rid ?? run.message, { ...run, target: this.#target.airflow.name });
    if (run.rid !== null) this.#runs.delete(run.rid);
  }

  /** Runs whose listing can't be read; those whose id can are read from the store all the same. */
  #loseListed(losses: readonly LostDagRun[]): readonly string[] {
    for (const [id, { rid }] of this.#lost) if (rid === null && this.#unlisted.has(id)) this.#lost.delete(id);
    const before = [...this.#unlisted.keys()];
    this.#unlisted.clear();
    for (const { dagId, runId, message } of losses) {
      const workflow = this.#published.find(({ publication }) => publication.dagId === dagId);
      const rid =
        workflow === undefined || runId === null ? undefined : runKey({ ...workflow.publication, runId }, this.#hash);
      this.#unlisted.set(rid ?? message, message);
      if (rid === undefined || workflow === undefined)
        this.#lose({ workflow: workflow?.publication.workflow ?? dagId ?? "?", rid: null, startedAt: null, message });
      else this.#workflowOf.set(rid, workflow);
    }
    return [...new Set([...before, ...this.#unlisted.keys()])];
  }

  #ridOf(dagRun: DagRun): readonly (readonly [rid: string, dagRun: DagRun])[] {
    const workflow = this.#published.find(({ publication }) => publication.dagId === dagRun.dagId);
    if (workflow === undefined) return [];
    const rid = runKey({ ...workflow.publication, runId: dagRun.runId }, this.#hash);
    this.#workflowOf.set(rid, workflow);
    return [[rid, dagRun]];
  }

  #keep(rid: string, dagRun: DagRun): readonly string[] {
    const known = this.#dagRuns.get(rid);
    this.#dagRuns.set(rid, dagRun);
    this.#deleted.delete(rid);
    this.#asked.delete(rid);
    if (JSON.stringify(known) === JSON.stringify(dagRun)) return [];
    this.#staleDags.add(dagRun.dagId);
    return [rid];
  }

  /** Known runs that Airflow does not tell of now: they are too old for its answer, or deleted there. */
  #vanished(): readonly string[] {
    return [...this.#runs.keys()].filter((rid) => !this.#told.has(rid) && !this.#asked.has(rid));
  }

  #unfinished(): readonly string[] {
    return this.runs.filter(({ state, deleted }) => !isOver(state) && !deleted).map(({ rid }) => rid);
  }

  /** @returns the run where its task instances are to be asked for */
  async #read(rid: string, signal: AbortSignal | undefined): Promise<RunWithoutTasks | undefined> {
    const workflow = this.#workflowOf.get(rid);
    // What was known of a run stays as it is while Airflow does not answer.
    if (workflow === undefined || (this.#state.state !== "answers" && this.#runs.has(rid))) return undefined;
    const from = this.#place(workflow);
    const unlisted = this.#unlisted.get(rid);
    if (this.#state.state === "answers" && unlisted === undefined) await this.#askAboutRun(rid, workflow, from, signal);
    const known = this.#runs.get(rid);
    if (this.#deleted.has(rid) && known !== undefined)
      this.#runs.set(rid, { ...known, deleted: true, state: isOver(known.state) ? known.state : "unknown" });
    else {
      const { builds } = this.#options;
      const run = await orLoss(airflowRun(from, rid, this.#dagRuns.get(rid), builds, signal));
      if (run instanceof RunWithoutTasks) return run;
      if (isLoss(run) || (run === undefined && unlisted !== undefined)) {
        const message = isLoss(run) ? run.message : (unlisted ?? "");
        this.#lose({ workflow: from.workflow, rid, startedAt: null, message });
      } else if (run !== undefined) this.#show(run);
    }
    return undefined;
  }

  #show(run: Run): void {
    const { rid } = run;
    const unlisted = this.#unlisted.get(rid);
    const notes = [...(run.unreadable ?? []), ...(unlisted === undefined ? [] : [unlisted])];
    this.#lost.delete(rid);
    this.#runs.set(rid, {
      ...run,
      deleted: this.#deleted.has(rid),
      ...(notes.length === 0 ? {} : { unreadable: notes }),
    });
  }

  /** Task instances are asked for together, and only those of runs that go on, that are unfolded, or that are the newest; the others' operators are known by their manifests. */
  async #complete(halves: ReadonlyMap<string, RunWithoutTasks>, signal: AbortSignal | undefined): Promise<void> {
    const all = [...halves].sort(([, left], [, right]) => startOf(right).localeCompare(startOf(left)));
    const over = all.filter(([rid, { dagRun }]) => !isGoingOn(dagRun) && !this.#isUnfolded.has(rid));
    const left = new Set(over.slice(mostCompleted).map(([rid]) => rid));
    const asked = all.filter(([rid]) => !left.has(rid));
    // What is known of it already is more.
    for (const [rid, half] of all)
      if (left.has(rid) && !isSame(this.#runs.get(rid), half.dagRun)) this.#show(half.withoutTasks());
    if (asked.length === 0) return;
    const { client } = this.#target;
    const dagIds = [...new Set(asked.map(([, { dagRun }]) => dagRun.dagId))];
    const runIds = [...new Set(asked.map(([, { dagRun }]) => dagRun.runId))];
    const { tasks, losses } = await client.taskInstancesOf(dagIds, runIds, signal);
    for (const [, half] of asked) {
      const { dagId, runId } = half.dagRun;
      const isOfRun = (one: { readonly dagId: string | null; readonly runId: string | null }): boolean =>
        one.dagId === dagId && one.runId === runId;
      // What names no run may be of any of them.
      const lost = losses.filter((one) => isOfRun(one) || one.runId === null);
      this.#show(half.with(tasks.filter(isOfRun), lost));
    }
  }

  /** Of a run that was not among the newest: whether Airflow still has it. */
  async #askAboutRun(
    rid: string,
    { publication }: PublishedWorkflow,
    from: RunsPlace,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const known = this.#runs.get(rid);
    if (this.#told.has(rid) || (this.#asked.has(rid) && (known === undefined || isOver(known.state) || known.deleted)))
      return;
    // The others' turn comes at the next looks: what the store tells of them is shown meanwhile.
    if (this.#mayAsk === 0) return;
    this.#mayAsk -= 1;
    const runId = known?.runId ?? (await readRunId(from, rid, signal));
    if (runId === undefined) return;
    const dagRun = await this.#target.client.dagRun(publication.dagId, runId, signal);
    this.#asked.add(rid);
    if (dagRun !== undefined) this.#dagRuns.set(rid, dagRun);
    else {
      this.#dagRuns.delete(rid);
      this.#deleted.add(rid);
    }
  }

  async #askAboutDags(signal: AbortSignal | undefined): Promise<void> {
    const { client } = this.#target;
    if (this.#staleDags.size > mostDags)
      for (const dag of await client.dagsTagged(dagTag, signal))
        if (this.#staleDags.delete(dag.dagId)) this.#dags.set(dag.dagId, dag);
    // What that list leaves out is gone, or its file is broken.
    await forEach([...this.#staleDags], async (dagId) => {
      this.#dags.set(dagId, await client.dag(dagId, signal));
      this.#staleDags.delete(dagId);
    });
  }

  /** Why the newest run of each workflow failed, where only Airflow's log can say it; of older ones that is asked when they are shown. */
  async #askForReasons(signal: AbortSignal | undefined): Promise<void> {
    const newest = new Map<string, Run>();
    for (const run of this.#runs.values()) {
      const known = newest.get(run.workflow);
      if (known === undefined || whenOf(known) < whenOf(run)) newest.set(run.workflow, run);
    }
    await Promise.all(
      [...newest.values()].map(async (run) => {
        const workflow = this.#workflowOf.get(run.rid);
        if (workflow === undefined || run.deleted) return;
        this.#runs.set(run.rid, await this.#reasons.of(this.#target.client, workflow.publication.dagId, run, signal));
      }),
    );
  }

  #place({ place, publication }: PublishedWorkflow): RunsPlace {
    return {
      store: requireStore(this.#target).objects,
      place,
      target: this.#target.airflow.name,
      workflow: publication.workflow,
    };
  }
}

function isGoingOn({ state }: DagRun): boolean {
  return state !== "success" && state !== "failed";
}

function startOf({ dagRun }: RunWithoutTasks): string {
  return dagRun.startedAt ?? dagRun.queuedAt ?? "";
}

/** Whether a run is known as Airflow tells it now. */
function isSame(known: Run | undefined, { startedAt, endedAt }: DagRun): boolean {
  return known !== undefined && known.startedAt === startedAt && known.endedAt === endedAt && isOver(known.state);
}
