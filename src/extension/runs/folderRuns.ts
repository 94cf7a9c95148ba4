import * as vscode from "vscode";
import {
  HistoryFollower,
  isUnderWay,
  localTarget,
  placeOfWorkflow,
  type History,
  type OpenFolder,
  type World,
} from "../../core/index.js";
import type { JobRecord } from "../../core/model/job.js";
import type { Run } from "../../core/model/run.js";
import { coalesced } from "./coalesced.js";

/** A fact about a task of a local run, as the engine tells it. */
export interface LocalRecord {
  readonly folder: string;
  readonly rid: string;
  readonly record: JobRecord;
}

export interface FolderEvents {
  readonly records: vscode.EventEmitter<LocalRecord>;
  readonly changed: vscode.EventEmitter<FolderRuns>;
}

/** Whether operators of a run may be known to Airflow alone. */
function isUntold({ operators }: Run): boolean {
  return operators.length === 0 || operators.some(({ state, manifest }) => state === "unknown" && manifest === null);
}

/** The history of one folder: read when somebody looks, local runs followed record by record. Looks at one engine never overlap, nor wait for another engine. */
export class FolderRuns implements vscode.Disposable {
  readonly open: OpenFolder;
  /** Looks at this machine alone. */
  readonly pollLocal: () => Promise<void>;
  readonly #pollAirflows: () => Promise<void>;
  readonly #world: World;
  readonly #follower: HistoryFollower;
  readonly #end = new AbortController();
  readonly #followed = new Set<string>();
  readonly #events: FolderEvents;
  readonly #before: History | undefined;
  readonly #looked = { local: false, airflows: false };
  #limit: number;
  #shown = "";

  /** @param before what was known of the folder until now, shown until it has been looked at */
  constructor(world: World, open: OpenFolder, limit: number, events: FolderEvents, before?: History) {
    this.#world = world;
    this.open = open;
    this.#events = events;
    this.#before = before;
    this.#limit = limit;
    this.#follower = HistoryFollower.open(world, open, { limit: limit + 1 }); // One more than is shown tells whether there are more.
    this.pollLocal = coalesced(() => this.#look("local", () => this.#follower.pollLocal(this.#end.signal)));
    this.#pollAirflows = coalesced(() => this.#look("airflows", () => this.#follower.pollAirflows(this.#end.signal)));
  }

  get folder(): string {
    return this.open.folder;
  }

  /** How many runs of each workflow on each target are shown. */
  get limit(): number {
    return this.#limit;
  }

  get history(): History {
    const now = this.#follower.history;
    if (this.#before === undefined) return now;
    const local = this.#looked.local ? now : this.#before;
    const airflows = this.#looked.airflows ? now : this.#before;
    const runs = [
      ...local.runs.filter(({ target }) => target === localTarget),
      ...airflows.runs.filter(({ target }) => target !== localTarget),
    ];
    const unreadable = [
      ...local.unreadable.filter(({ target }) => target === localTarget),
      ...airflows.unreadable.filter(({ target }) => target !== localTarget),
    ];
    const targets = [
      ...local.targets.filter(({ target }) => target === localTarget),
      ...airflows.targets.filter(({ target }) => target !== localTarget),
    ];
    return { runs, targets, workflows: airflows.workflows, unreadable };
  }

  run(target: string, rid: string): Run | undefined {
    return this.history.runs.find((run) => run.target === target && run.rid === rid);
  }

  /** Whether something goes on where there is an answer. */
  get isUnderWay(): boolean {
    const { runs, targets } = this.history;
    const silent = new Set(targets.filter(({ state }) => state !== "answers").map(({ target }) => target));
    return runs.some((run) => isUnderWay(run) && !silent.has(run.target));
  }

  /** Looks once at every target. */
  async poll(): Promise<void> {
    await Promise.all([this.pollLocal(), this.#pollAirflows()]);
  }

  /** Lets the next look read publications, schedules and the store anew. @param limit how many runs of each workflow are shown from then on */
  renew(limit = this.#limit): void {
    this.#limit = limit;
    this.#follower.renew(limit + 1);
  }

  /** Looks at the operators of a run that is over, which Airflow is not asked for as long as nobody does. */
  async unfold(run: Pick<Run, "target" | "rid">): Promise<void> {
    const known = this.run(run.target, run.rid);
    if (known === undefined || run.target === localTarget || !isUntold(known)) return;
    this.#follower.unfold(run);
    await this.#pollAirflows();
  }

  dispose(): void {
    this.#end.abort(new vscode.CancellationError());
  }

  async #look(engine: "local" | "airflows", poll: () => Promise<void>): Promise<void> {
    await poll();
    this.#looked[engine] = true;
    if (this.#end.signal.aborted) return;
    for (const run of this.history.runs) if (run.target === localTarget && isUnderWay(run)) this.#follow(run);
    const now = JSON.stringify([this.#limit, this.history]);
    if (now === this.#shown) return;
    this.#shown = now;
    this.#events.changed.fire(this);
  }

  /** Reads the run anew at each record of its job, until it has ended. */
  #follow(run: Run): void {
    if (this.#followed.has(run.rid)) return;
    this.#followed.add(run.rid);
    this.#followRecords(run)
      .catch((error: unknown) => {
        this.#lostSight(run, error);
      })
      .finally(() => this.#followed.delete(run.rid));
  }

  /** Starts no engine: without one nothing of the folder runs, and an engine takes up what is unfinished, which somebody must have asked for. */
  async #followRecords(run: Run): Promise<void> {
    const { key } = placeOfWorkflow(this.#world, this.open.project, run.workflow);
    const engine = await this.#world.engine.find(this.folder, this.#end.signal);
    if (engine === undefined) return;
    try {
      for await (const record of engine.records(`${key}-${run.rid}`, 1, this.#end.signal)) {
        this.#events.records.fire({ folder: this.folder, rid: run.rid, record });
        const look = this.pollLocal();
        if (record.type === "finished") await look;
        else
          look.catch((error: unknown) => {
            this.#lostSight(run, error);
          });
      }
    } finally {
      engine.close();
    }
    await this.pollLocal();
  }

  #lostSight({ rid }: Run, error: unknown): void {
    if (!this.#end.signal.aborted) this.#world.log.error("a local run is no longer followed", error, { rid });
  }
}
