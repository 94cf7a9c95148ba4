import * as vscode from "vscode";
import { HistoryFollower, isOver, localTarget, placeOfWorkflow, type History, type OpenFolder, type World } from "../../core/index.js";
import type { JobRecord } from "../../core/model/job.js";
import type { Run } from "../../core/model/run.js";

/** A fact about a task of a local run, as the engine tells it. */
export interface LocalRecord {
  readonly folder: string;
  readonly rid: string;
  readonly record: JobRecord;
}

/** The history of one folder: read when somebody looks, local runs followed record by record. */
export class FolderRuns implements vscode.Disposable {
  readonly open: OpenFolder;
  readonly #world: World;
  readonly #follower: HistoryFollower;
  readonly #end = new AbortController();
  readonly #followed = new Set<string>();
  readonly #records: vscode.EventEmitter<LocalRecord>;
  readonly #changed: vscode.EventEmitter<FolderRuns>;
  #shown = "";
  #localPoll: Promise<void> | undefined;
  #localPollAgain = false;

  private constructor(world: World, open: OpenFolder, follower: HistoryFollower, events: FolderEvents) {
    this.#world = world;
    this.open = open;
    this.#follower = follower;
    this.#records = events.records;
    this.#changed = events.changed;
  }

  static async read(world: World, open: OpenFolder, limit: number, events: FolderEvents): Promise<FolderRuns> {
    return new FolderRuns(world, open, await HistoryFollower.open(world, open, { limit }), events);
  }

  get folder(): string {
    return this.open.folder;
  }

  get history(): History {
    return this.#follower.history;
  }

  run(target: string, rid: string): Run | undefined {
    return this.history.runs.find((run) => run.target === target && run.rid === rid);
  }

  get isUnderWay(): boolean {
    return this.history.runs.some(({ state }) => !isOver(state) && state !== "unknown");
  }

  /** Looks once at every target. */
  async poll(): Promise<void> {
    await this.#follower.poll(this.#end.signal);
    this.#looked();
  }

  /** Looks at this machine alone; calls that come while it looks are answered by one more look. */
  async pollLocal(): Promise<void> {
    if (this.#localPoll !== undefined) {
      this.#localPollAgain = true;
      return this.#localPoll;
    }
    this.#localPoll = this.#pollLocalUntilQuiet().finally(() => { this.#localPoll = undefined; });
    return this.#localPoll;
  }

  dispose(): void {
    this.#end.abort(new vscode.CancellationError());
  }

  async #pollLocalUntilQuiet(): Promise<void> {
    this.#localPollAgain = false;
    await this.#follower.pollLocal(this.#end.signal);
    this.#looked();
    if (this.#askedAgain()) await this.#pollLocalUntilQuiet();
  }

  #askedAgain(): boolean {
    return this.#localPollAgain;
  }

  #looked(): void {
    for (const run of this.history.runs) if (run.target === localTarget && !isOver(run.state) && run.state !== "unknown") this.#follow(run);
    const now = JSON.stringify(this.history);
    if (now === this.#shown) return;
    this.#shown = now;
    this.#changed.fire(this);
  }

  /** Reads the run anew at each record of its job, until it has ended. Following may start the engine, which code of the folder may then run in. */
  #follow(run: Run): void {
    if (this.#followed.has(run.rid) || !vscode.workspace.isTrusted) return;
    this.#followed.add(run.rid);
    this.#followRecords(run)
      .catch((error: unknown) => {
        if (this.#end.signal.aborted) return;
        this.#world.log.error("a local run is no longer followed", error, { rid: run.rid });
      })
      .finally(() => this.#followed.delete(run.rid));
  }

  async #followRecords(run: Run): Promise<void> {
    const { key } = placeOfWorkflow(this.#world, this.open.project, run.workflow);
    const engine = await this.#world.engine.connect(this.folder, this.#end.signal);
    try {
      for await (const record of engine.records(`${key}-${run.rid}`, 1, this.#end.signal)) {
        this.#records.fire({ folder: this.folder, rid: run.rid, record });
        const look = this.pollLocal();
        if (record.type === "finished") await look;
      }
    } finally {
      engine.close();
    }
    await this.pollLocal();
  }
}

export interface FolderEvents {
  readonly records: vscode.EventEmitter<LocalRecord>;
  readonly changed: vscode.EventEmitter<FolderRuns>;
}
