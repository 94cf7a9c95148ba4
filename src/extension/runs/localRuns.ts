import * as vscode from "vscode";
import { buildFile, missingPasswords, startLocalRun, type BuiltFile, type StartedRun } from "../../core/index.js";
import type { JobRecord, ReuseOrder } from "../../core/model/job.js";
import type { OperatorId } from "../../core/model/workflow.js";
import { saveBeforeTrace } from "../documents/saveBeforeTrace.js";
import type { ParameterValues } from "../inputs/parameterForm.js";
import type { Services } from "../services.js";
import { askPasswords } from "./askPasswords.js";
import { withProgress } from "../shown.js";

export interface LocalRunOrder {
  readonly uri: vscode.Uri;
  /** Absolute path of the folder that the file belongs to. */
  readonly folder: string;
  /** Null: the operators that no publish reaches. */
  readonly workflow: string | null;
  /** The line of its `publish_flow`, where the file publishes the name again below it. */
  readonly publication?: number;
  /** This operator alone, with what it needs; left out: the whole workflow. */
  readonly only?: OperatorId;
  /** With `only`: whether what was read from databases and files is reused too. */
  readonly extracts?: ReuseOrder["extracts"];
  readonly parameters?: ParameterValues;
}

/** A run that this window started, from the first look at its file until it has ended. */
export interface CurrentRun {
  readonly order: LocalRunOrder;
  /** Undefined while the file is being read. */
  readonly rid: string | undefined;
}

export type LocalRunParts = Pick<Services, "world" | "history" | "passwords" | "graphs" | "report">;

interface Owned extends CurrentRun {
  rid: string | undefined;
  readonly ending: AbortController;
}

/** Starts runs on the local engine and shows how far they are. A run goes on when the window closes; what is kept here does not. */
export class LocalRuns implements vscode.Disposable {
  readonly #services: LocalRunParts;
  readonly #current = new Set<Owned>();
  readonly #watched = new Set<string>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #begun = new vscode.EventEmitter<LocalRunOrder>();
  readonly #built = new vscode.EventEmitter<LocalRunOrder & { readonly built: BuiltFile }>();

  /** After a run was ordered, started or ended. */
  readonly onDidChange = this.#changed.event;
  /** A run was ordered: what was said of the one before is over. */
  readonly onDidBegin = this.#begun.event;
  /** The file of a run was traced and built. */
  readonly onDidBuild = this.#built.event;

  constructor(services: LocalRunParts) {
    this.#services = services;
  }

  /** Under way now. */
  get current(): readonly CurrentRun[] {
    return [...this.#current];
  }

  /** Whether somebody at this window waits for the end of a run. */
  isWatched(rid: string): boolean {
    return this.#watched.has(rid);
  }

  /** A run that was under way when the window opened is this window's too. */
  watch(rid: string): void {
    this.#watched.add(rid);
  }

  /**
   * Reads the file, builds the workflow and runs it, with progress; resolves when the run has ended, however it ended.
   *
   * Whoever calls it has asked for trust. Rejects where the run could not start.
   */
  async run(order: LocalRunOrder): Promise<void> {
    await saveBeforeTrace(order.uri, this.#services.report);
    const owned: Owned = { order, rid: undefined, ending: new AbortController() };
    this.#current.add(owned);
    this.#begun.fire(order);
    this.#changed.fire();
    try {
      await withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: `Running ${this.#titleOf(order)}`,
          cancellable: true,
        },
        async (progress, token) => {
          token.onCancellationRequested(() => {
            cancel(owned);
          });
          await this.#runWithProgress(owned, progress);
        },
      );
    } finally {
      this.#current.delete(owned);
      this.#changed.fire();
    }
  }

  /** Ends what this window has under way of a workflow; false where there is nothing. */
  cancel(fits: (run: CurrentRun) => boolean): boolean {
    const found = [...this.#current].filter(fits);
    found.forEach(cancel);
    return found.length > 0;
  }

  /** Runs go on; only what has not been handed over yet ends with the window. */
  dispose(): void {
    for (const owned of this.#current) if (owned.rid === undefined) cancel(owned);
    this.#changed.dispose();
    this.#begun.dispose();
    this.#built.dispose();
  }

  #titleOf({ uri, only, workflow }: LocalRunOrder): string {
    return only === undefined ? (workflow ?? "workflow") : this.#services.graphs.nameOf(uri, only);
  }

  async #runWithProgress(owned: Owned, progress: vscode.Progress<{ message: string }>): Promise<void> {
    const { order, ending } = owned;
    progress.report({ message: "reading the file…" });
    const world = await this.#services.world();
    const text = this.#services.graphs.known(order.uri)?.graph;
    const built = await buildFile(world, {
      file: order.uri.fsPath,
      signal: ending.signal,
      ...(order.workflow !== null && { workflow: order.workflow }),
      ...(order.publication !== undefined && { line: order.publication }),
      ...(text && { text }),
    });
    this.#built.fire({ ...order, built });
    await askPasswords(this.#services.passwords, await missingPasswords(world, built, order.only));
    ending.signal.throwIfAborted();
    const started = await startLocalRun(world, built, {
      signal: ending.signal,
      tell: (message) => progress.report({ message }),
      ...(order.only !== undefined && { only: order.only, extracts: order.extracts ?? "again" }),
      ...(order.parameters && { parameters: order.parameters }),
    });
    await this.#follow(owned, built, started, progress);
  }

  async #follow(
    owned: Owned,
    { open, build }: BuiltFile,
    { engine, job, rid }: StartedRun,
    progress: vscode.Progress<{ message: string }>,
  ): Promise<void> {
    let isOver = false;
    const end = (): void => {
      progress.report({ message: "cancelling…" });
      engine.cancel(job.name).catch((error: unknown) => {
        if (!isOver) this.#services.report.failure("The run can't be cancelled: it goes on.", error);
      });
    };
    owned.ending.signal.addEventListener("abort", end);
    owned.rid = rid;
    this.#watched.add(rid);
    this.#changed.fire();
    try {
      if (owned.ending.signal.aborted) end();
      await this.#services.history.noteStarted(open, rid);
      const names = new Map(build.record.operators.map(({ id, name }) => [id, name]));
      const tasks = new TaskProgress(job.tasks.length, names);
      for await (const record of engine.records(job.name, 1)) {
        const message = tasks.follow(record);
        if (message !== undefined && !owned.ending.signal.aborted) progress.report({ message });
      }
      isOver = true;
      await this.#services.history.lookAtLocalRuns(open.folder);
    } finally {
      owned.ending.signal.removeEventListener("abort", end);
      engine.close();
    }
  }
}

/** How far a job is, in words. */
class TaskProgress {
  readonly #running = new Set<string>();
  #done = 0;

  /** @param names of the operators, by their ids */
  constructor(
    private readonly total: number,
    private readonly names: ReadonlyMap<OperatorId, string>,
  ) {}

  follow(record: JobRecord): string | undefined {
    if (record.type === "started") this.#running.add(record.task);
    else if (record.type === "ended" || record.type === "upstreamFailed" || record.type === "cancelled")
      this.#end(record.task);
    else return undefined;
    return this.#running.size === 0
      ? undefined
      : `${[...this.#running].map((task) => this.names.get(task) ?? task).join(", ")} (${this.#done + 1} of ${this.total})`;
  }

  #end(task: string): void {
    this.#running.delete(task);
    this.#done += 1;
  }
}

function cancel({ ending }: Owned): void {
  ending.abort(new vscode.CancellationError());
}
