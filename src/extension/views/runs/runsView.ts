import * as vscode from "vscode";
import { countUnderWay, runWord, type RunStanding } from "../../../core/index.js";
import { contextKeys, views } from "../../ids.js";
import type { RunReference } from "../../references.js";
import type { RunHistory } from "../../runs/runHistory.js";
import type { WatchedRuns } from "../../runs/watchedRuns.js";
import type { RunsLine } from "./runsLine.js";
import { RunsTree, treeFolder } from "./runsTree.js";
import { countOf } from "../../../core/model/words.js";

/** The view *Runs*: it looks at the history while it is visible. */
export class RunsView implements vscode.Disposable {
  readonly tree: RunsTree;
  readonly #view: vscode.TreeView<RunsLine>;
  readonly #history: RunHistory;
  readonly #subscriptions: readonly { dispose(): unknown }[];
  #filter: ReadonlySet<RunStanding> = new Set();
  #held: vscode.Disposable | undefined;

  constructor(history: RunHistory, watched: WatchedRuns) {
    this.#history = history;
    this.tree = new RunsTree({
      folders: () => history.folders,
      firstLook: () => this.#firstLook(),
      filter: () => this.#filter,
      watched: () => watched.rids,
    });
    this.#view = vscode.window.createTreeView(views.runs, { treeDataProvider: this.tree, showCollapseAll: true });
    this.#subscriptions = [
      this.tree,
      this.#view,
      this.#view.onDidChangeVisibility(({ visible }) => {
        this.#hold(visible ? "seen" : "hidden");
      }),
      this.#view.onDidExpandElement(({ element }) => {
        this.#unfold(element);
      }),
      this.#view.onDidChangeSelection(({ selection }) => {
        for (const line of selection) this.#unfold(line);
      }),
      history.onDidChange(() => {
        this.#draw();
      }),
      watched.onDidChange(() => {
        this.#draw();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#draw();
      }),
    ];
    this.#hold(this.#view.visible ? "seen" : "hidden");
  }

  /** How runs stand that are shown; empty: all. */
  get filter(): ReadonlySet<RunStanding> {
    return this.#filter;
  }

  set filter(filter: ReadonlySet<RunStanding>) {
    this.#filter = filter;
    void vscode.commands.executeCommand("setContext", contextKeys.runsFiltered, filter.size > 0);
    this.#view.description = [...filter].map(runWord).join(", ");
    this.#draw();
  }

  /** What the badge on the icon says; undefined: nothing runs. */
  get badge(): vscode.ViewBadge | undefined {
    return this.#view.badge;
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  /** What stands above the lines. */
  get message(): string | undefined {
    return this.#view.message === "" ? undefined : this.#view.message;
  }

  /** Shows a run's line, unfolded. Where the filter hides it, the filter is taken off. */
  async reveal(run: RunReference): Promise<void> {
    await this.#firstLook();
    if (this.tree.lineOfRun(run) === undefined && this.#filter.size > 0) this.filter = new Set();
    const line = this.tree.lineOfRun(run);
    if (line === undefined) await vscode.commands.executeCommand(`${views.runs}.focus`);
    else await this.#view.reveal(line, { select: true, focus: true, expand: true });
  }

  dispose(): void {
    this.#held?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** A run of which the store knows nothing has no lines below it before it is looked at: choosing it does so too. */
  #unfold({ reference }: RunsLine): void {
    if (reference?.kind === "run") void this.#history.unfold(reference);
  }

  #hold(state: "seen" | "hidden"): void {
    if (state === "seen") this.#held ??= this.#history.hold();
    else {
      this.#held?.dispose();
      this.#held = undefined;
    }
  }

  /** VS Code shows progress until then, and the welcome text only where nothing came of it. */
  async #firstLook(): Promise<void> {
    if (!this.#history.hasLooked) await this.#history.look();
    this.#draw();
  }

  #draw(): void {
    this.tree.update();
    const underWay = countUnderWay(this.#history.folders.map(treeFolder));
    if (this.#view.badge?.value !== (underWay === 0 ? undefined : underWay)) {
      this.#view.badge =
        underWay === 0 ? undefined : { value: underWay, tooltip: `${countOf(underWay, "run")} under way` };
    }
    const isAllHidden = this.#filter.size > 0 && this.tree.roots.every(({ kind }) => kind === "target");
    const message = isAllHidden ? "No run matches the filter." : undefined;
    if (this.message !== message) this.#view.message = message ?? "";
  }
}
