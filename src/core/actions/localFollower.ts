import type { JobView } from "../model/job.js";
import type { Run, UnreadableRun } from "../model/run.js";
import { countOf } from "../model/words.js";
import { isOver, isUnderWay } from "../runs/merge.js";
import { newestRids, type BuildCache, type RunsPlace } from "../runs/stored.js";
import { runRecordKey, timeOfLife } from "../store/keys.js";
import { isLoss, missing, orLoss } from "../store/loss.js";
import { livesOf, readRunRecord } from "../store/runs.js";
import { localTarget, type OpenFolder } from "./folder.js";
import { readLocalRun } from "./localHistory.js";
import type { World } from "./world.js";
import { answers, type TargetState } from "./targetState.js";

export interface LocalFollowerOptions {
  readonly workflow: string | undefined;
  /** Of each workflow. */
  readonly limit: number;
  readonly builds: BuildCache;
}

/** Keeps the runs of this machine in step with the local engine; the store is read once, then only what changed. */
export class LocalFollower {
  readonly #runs = new Map<string, Run>();
  /** Runs that can't be read, by their ids, or by the sentence about a marker that names none. */
  readonly #lost = new Map<string, UnreadableRun>();
  readonly #jobs = new Map<string, string>();
  #limit: number;
  #state = answers(localTarget);
  /** The runs of the store are read by the next look. */
  #isStale = true;
  #hasEngine = false;

  constructor(
    private readonly world: World,
    private readonly open: OpenFolder,
    private readonly options: LocalFollowerOptions,
  ) {
    this.#limit = options.limit;
  }

  get runs(): readonly Run[] {
    return [...this.#runs.values()];
  }

  get unreadable(): readonly UnreadableRun[] {
    return [...this.#lost.values()];
  }

  /** Whether the engine could be asked, where one is named: its card may be damaged, of another version or somebody else's. The records tell of the runs all the same. */
  get state(): TargetState {
    return this.#state;
  }

  /** Lets the next look read the store anew; what is known stays until then. @param limit of each workflow */
  renew(limit = this.#limit): void {
    this.#limit = limit;
    this.#isStale = true;
  }

  /** Looks once. Without a daemon nothing runs, so that nothing can have changed but what was unfinished. */
  async poll(signal?: AbortSignal): Promise<void> {
    const wanted = new Map(this.runs.filter(({ state }) => !isOver(state)).map(({ rid, workflow }) => [rid, workflow]));
    for (const { run } of await this.#movedIfAsked(signal)) if (run !== null) wanted.set(run.rid, run.workflow);
    for (const [rid, workflow] of await this.#storedIfStale(signal)) wanted.set(rid, workflow);
    for (const [rid, workflow] of wanted) {
      if (this.options.workflow !== undefined && this.options.workflow !== workflow) continue;
      const run = await orLoss(readLocalRun(this.world, this.open, workflow, rid, this.options.builds, signal));
      if (isLoss(run)) this.#lose({ workflow, rid, startedAt: null, message: run.message });
      else {
        this.#runs.set(rid, run);
        this.#lost.delete(rid);
      }
    }
    this.#tellOfDeadEngine();
  }

  /** Who shows such a run as going on would have everybody wait for ever. */
  #tellOfDeadEngine(): void {
    const left = this.runs.filter((run) => isUnderWay(run));
    if (this.#hasEngine || left.length === 0 || this.#state.state !== "answers") return;
    this.#state = {
      target: localTarget,
      state: "engineFailed",
      message: `The local engine has ended before ${countOf(left.length, "run")} of this machine had (${left.map(({ rid }) => rid.slice(0, 8)).join(", ")}): nothing further of that is started now. It goes on where it was as soon as a workflow of this folder is run, or by: aqueduct engine start`,
    };
  }

  #lose(run: Omit<UnreadableRun, "target">): void {
    const id = run.rid ?? run.message;
    this.#lost.set(id, { ...this.#lost.get(id), ...run, target: localTarget });
    if (run.rid !== null) this.#runs.delete(run.rid);
  }

  async #movedIfAsked(signal: AbortSignal | undefined): Promise<readonly JobView[]> {
    try {
      const moved = await this.#movedJobs(signal);
      this.#state = answers(localTarget);
      return moved;
    } catch (error) {
      signal?.throwIfAborted();
      const message = error instanceof Error ? error.message : String(error);
      this.#state = { target: localTarget, state: "engineFailed", message };
      return [];
    }
  }

  async #movedJobs(signal: AbortSignal | undefined): Promise<readonly JobView[]> {
    const engine = await this.world.engine.find(this.open.folder, signal);
    this.#hasEngine = engine !== undefined;
    if (engine === undefined) return [];
    try {
      const jobs = await engine.list();
      return jobs.filter((job) => {
        const now = JSON.stringify(job);
        const isMoved = this.#jobs.get(job.name) !== now;
        this.#jobs.set(job.name, now);
        return isMoved;
      });
    } finally {
      engine.close();
    }
  }

  async #storedIfStale(
    signal: AbortSignal | undefined,
  ): Promise<readonly (readonly [rid: string, workflow: string])[]> {
    if (!this.#isStale) return [];
    this.#lost.clear();
    this.#isStale = false; // Before it is read: who asks for a renewal meanwhile gets one.
    try {
      return await this.#stored(signal);
    } catch (error) {
      this.#isStale = true;
      throw error;
    }
  }

  /** Runs of the store by their markers, with the names of their workflows. */
  async #stored(signal: AbortSignal | undefined): Promise<readonly (readonly [rid: string, workflow: string])[]> {
    const { store, project } = this.open;
    const folders = await store.listFolder(`runs/${project}/`, signal);
    const found: (readonly [string, string])[] = [];
    for (const key of folders.map((folder) => folder.replace(/\/$/, ""))) {
      const from: RunsPlace = { store, place: { project, key }, target: localTarget, workflow: "" };
      const { rids, losses } = await newestRids(from, this.#limit, signal);
      for (const { message } of losses) this.#lose({ workflow: key, rid: null, startedAt: null, message });
      for (const rid of rids) {
        const life = (await livesOf(store, from.place, rid, signal)).at(-1);
        // The marker is put behind the record: one alone is what somebody left of a run that they deleted by hand.
        if (life === undefined) continue;
        const record =
          (await orLoss(readRunRecord(store, from.place, rid, life, signal))) ??
          missing(runRecordKey(from.place, rid, life), store.address);
        if (isLoss(record)) this.#lose({ workflow: key, rid, startedAt: timeOfLife(life), message: record.message });
        else found.push([rid, record.workflow]);
      }
    }
    return found;
  }
}
