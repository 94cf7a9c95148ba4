import path from "node:path";
import * as vscode from "vscode";
import { fileOfBuild, readRunBuild, shownRun, type RunChoice, type World } from "../../core/index.js";
import type { Run } from "../../core/model/run.js";
import type { Picked } from "../../formats/graphPanel.js";
import type { OperatorRunReference, RunReference } from "../references.js";
import type { Reporter } from "../report.js";
import type { RunHistory } from "./runHistory.js";

export interface ShownRunsParts {
  readonly world: () => Promise<World>;
  readonly history: RunHistory;
  readonly report: Reporter;
  /** Opens the graph panel with a file, or brings it to the front. */
  readonly showGraph: (uri: vscode.Uri, picked: Picked) => Promise<void>;
}

/** Which run's states each workflow's graph shows: the newest that this machine ran, or one that somebody chose. */
export class ShownRuns implements vscode.Disposable {
  readonly #parts: ShownRunsParts;
  readonly #choices = new Map<string, RunChoice>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscriptions: readonly { dispose(): unknown }[];

  /** Another run may be shown for a workflow of this folder, or one that is shown has moved on. */
  readonly onDidChange = this.#changed.event;

  constructor(parts: ShownRunsParts) {
    this.#parts = parts;
    this.#subscriptions = [
      this.#changed,
      parts.history.onDidChange(({ folder }) => {
        this.#changed.fire(folder);
      }),
    ];
  }

  /** The run whose states are shown for a workflow; undefined where there is none. */
  runOf(folder: string, workflow: string): Run | undefined {
    return shownRun(
      this.#parts.history.folder(folder)?.history.runs ?? [],
      workflow,
      this.#choices.get(keyOf(folder, workflow)),
    );
  }

  /** Reads what this machine ran in a folder, where nobody has yet. */
  async look(folder: string): Promise<void> {
    if (this.#parts.history.folder(folder) === undefined) await this.#parts.history.lookAtLocalRuns(folder);
  }

  /** Shows a run's states until another is chosen, a newer one is started here, or somebody clears it; brings the graph panel up with its file, and selects the operator that is named. */
  show(run: RunReference | OperatorRunReference): void {
    this.#show(run).catch((error: unknown) => {
      this.#parts.report.failure(
        "The run can't be shown in the graph: its workflow's file can't be opened. It may have been moved or deleted.",
        error,
      );
    });
  }

  /** Shows no run for a workflow until one is chosen or started. */
  clear(folder: string, workflow: string): void {
    this.#choose(folder, workflow, null);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #show(reference: RunReference | OperatorRunReference): Promise<void> {
    const { history, report, showGraph } = this.#parts;
    const [folder, run] = [history.folder(reference.folder), history.run(reference)];
    if (folder === undefined || run === undefined) {
      report.notice("This run is no longer in the history. Refresh the Runs view, then show it again.");
      return;
    }
    this.#choose(reference.folder, run.workflow, { target: run.target, rid: run.rid });
    const build = await readRunBuild(await this.#parts.world(), folder.open, run);
    const file = build === undefined ? undefined : fileOfBuild(build);
    if (file === undefined) {
      report.notice(
        `The file of “${run.workflow}” isn't known, since the store has no build of this run. Open the file and show its graph: it has the run's states.`,
      );
      return;
    }
    await showGraph(vscode.Uri.file(path.join(reference.folder, file)), {
      workflow: run.workflow,
      operator: reference.kind === "operatorRun" ? reference.operator : null,
    });
  }

  #choose(folder: string, workflow: string, run: RunChoice["run"]): void {
    this.#choices.set(keyOf(folder, workflow), { run, at: new Date().toISOString() });
    this.#changed.fire(folder);
  }
}

function keyOf(folder: string, workflow: string): string {
  return JSON.stringify([folder, workflow]);
}
