import * as vscode from "vscode";
import { isOver, localTarget } from "../../core/index.js";
import type { Run } from "../../core/model/run.js";
import type { RunStates } from "../../formats/graphPanel.js";
import type { GraphOfDocument } from "../../formats/languageServer.js";
import type { RunHistory } from "../runs/runHistory.js";
import { runStates } from "../runs/runStates.js";
import type { ShownRuns } from "../runs/shownRuns.js";

export interface ShownStatesParts {
  readonly history: RunHistory;
  readonly shownRuns: ShownRuns;
  readonly log: vscode.LogOutputChannel;
}

/** The states that one graph panel shows, kept in step with the runs that they are of. */
export class ShownStates implements vscode.Disposable {
  readonly #parts: ShownStatesParts;
  readonly #changed = new vscode.EventEmitter<readonly RunStates[]>();
  readonly #subscriptions: readonly { dispose(): unknown }[];
  /** Its folder as a path, and its workflows that have names: no other can run. */
  #subject: { readonly folder: string; readonly workflows: readonly string[] } | undefined;
  #isVisible = true;
  #hold: vscode.Disposable | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(parts: ShownStatesParts) {
    this.#parts = parts;
    this.#subscriptions = [
      this.#changed,
      parts.shownRuns.onDidChange((folder) => {
        this.#follow(folder);
      }),
      // Nothing is read of a folder that is not trusted.
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#look();
      }),
    ];
  }

  /** As of now. */
  get states(): readonly RunStates[] {
    const now = new Date();
    return this.#runs().map(({ folder, run }) => runStates(folder, run, now));
  }

  /** The run whose states are shown for a workflow. */
  runOf(workflow: string): { readonly folder: string; readonly run: Run } | undefined {
    return this.#runs().find(({ run }) => run.workflow === workflow);
  }

  /** Shows no run for a workflow of the file. */
  clear(workflow: string): void {
    if (this.#subject !== undefined) this.#parts.shownRuns.clear(this.#subject.folder, workflow);
  }

  /** What the panel shows from now on. */
  of(graph: GraphOfDocument | undefined): void {
    const before = this.#subject?.folder;
    this.#subject = graph && {
      folder: vscode.Uri.parse(graph.folder).fsPath,
      workflows: graph.graph.workflows.flatMap(({ name }) => name ?? []),
    };
    if (this.#subject?.folder !== before) this.#look();
    this.#watch();
  }

  /** A hidden panel watches no run. */
  setVisible(visibility: "visible" | "hidden"): void {
    this.#isVisible = visibility === "visible";
    this.#watch();
  }

  dispose(): void {
    this.#hold?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #runs(): readonly { readonly folder: string; readonly run: Run }[] {
    if (this.#subject === undefined) return [];
    const { folder, workflows } = this.#subject;
    return workflows.flatMap((workflow) => {
      const run = this.#parts.shownRuns.runOf(folder, workflow);
      return run === undefined ? [] : [{ folder, run }];
    });
  }

  #follow(folder: string): void {
    if (folder !== this.#subject?.folder) return;
    this.#watch();
    this.#changed.fire(this.states);
  }

  /** Where nothing of the folder has been read yet: what it ran before this window was opened has states, too. */
  #look(): void {
    if (this.#subject === undefined) return;
    const { folder } = this.#subject;
    this.#parts.shownRuns.look(folder).catch((error: unknown) => {
      this.#parts.log.error(
        "the runs of a folder cannot be read",
        { folder },
        error instanceof Error ? error : String(error),
      );
    });
  }

  /** Local runs are followed by themselves; an Airflow is asked as long as a run of its is on show and unfinished. */
  #watch(): void {
    const isNeeded =
      this.#isVisible && this.#runs().some(({ run }) => run.target !== localTarget && !isOver(run.state));
    if (isNeeded) this.#hold ??= this.#parts.history.hold();
    else {
      this.#hold?.dispose();
      this.#hold = undefined;
    }
  }
}
