import * as vscode from "vscode";
import { isUnderWay, localTarget } from "../../core/index.js";
import type { Run } from "../../core/model/run.js";
import type { RunReference } from "../references.js";
import type { LocalRuns } from "./localRuns.js";
import type { RunHistory } from "./runHistory.js";

/** Runs whose end is told: those that were started in this window, and those that somebody watches. The history is looked at until all of them have ended. */
export class WatchedRuns implements vscode.Disposable {
  readonly #history: RunHistory;
  readonly #runs = new Map<string, RunReference>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #ended = new vscode.EventEmitter<RunReference & { readonly run: Run }>();
  readonly #subscriptions: readonly { dispose(): unknown }[];
  #held: vscode.Disposable | undefined;

  readonly onDidChange = this.#changed.event;
  /** A watched run has ended. */
  readonly onDidEnd = this.#ended.event;

  /** @param started runs that this window starts */
  constructor(history: RunHistory, started: LocalRuns) {
    this.#history = history;
    this.#subscriptions = [
      this.#changed,
      this.#ended,
      history.onDidEndRun((ended) => {
        if (!this.#runs.has(ended.rid)) return;
        this.unwatch(ended.rid);
        this.#ended.fire(ended);
      }),
      history.onDidChange(() => {
        this.#forgetDeleted();
      }),
      started.onDidChange(() => {
        this.#watchStarted(started);
      }),
    ];
  }

  get rids(): ReadonlySet<string> {
    return new Set(this.#runs.keys());
  }

  watch(run: RunReference): void {
    this.#runs.set(run.rid, run);
    this.#hold();
    this.#changed.fire();
  }

  unwatch(rid: string): void {
    if (!this.#runs.delete(rid)) return;
    this.#hold();
    this.#changed.fire();
  }

  dispose(): void {
    this.#held?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Local runs tell of themselves: only for others must somebody look. */
  #hold(): void {
    const mustLook = [...this.#runs.values()].some(({ target }) => target !== localTarget);
    if (mustLook) this.#held ??= this.#history.hold();
    else {
      this.#held?.dispose();
      this.#held = undefined;
    }
  }

  #watchStarted({ current }: LocalRuns): void {
    for (const { rid, order } of current) {
      if (rid === undefined || this.#runs.has(rid)) continue;
      const run = { kind: "run", folder: order.folder, target: localTarget, rid } as const;
      const known = this.#history.run(run);
      if (known === undefined || isUnderWay(known)) this.watch(run);
    }
  }

  /** A run that was deleted in Airflow never ends; one whose end is already known has nothing to wait for. */
  #forgetDeleted(): void {
    for (const reference of [...this.#runs.values()]) {
      const run = this.#history.run(reference);
      if (run !== undefined && !isUnderWay(run) && run.state === "unknown") this.unwatch(reference.rid);
    }
  }
}
