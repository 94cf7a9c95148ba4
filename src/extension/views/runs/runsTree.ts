import * as vscode from "vscode";
import { historyTree, treeChanges, type HistoryNode, type RunStanding, type TreeFolder } from "../../../core/index.js";
import type { FolderRuns } from "../../runs/folderRuns.js";
import { createTreeItem } from "../../shown.js";
import { runItem } from "./runItem.js";
import { RunsLine } from "./runsLine.js";

/** What the tree is made of now. */
export interface TreeSource {
  readonly folders: () => readonly FolderRuns[];
  /** Resolves once there is something to show, or is known to be nothing. */
  readonly firstLook: () => Promise<void>;
  readonly filter: () => ReadonlySet<RunStanding>;
  readonly watched: () => ReadonlySet<string>;
}

/** The tree of *Runs*. The same line stays the same element over every change, so that what is unfolded and selected stays, and only lines that changed are drawn anew. */
export class RunsTree implements vscode.TreeDataProvider<RunsLine>, vscode.Disposable {
  readonly #source: TreeSource;
  readonly #drawn = new vscode.EventEmitter<RunsLine | RunsLine[] | undefined>();
  readonly #nodes = new Map<string, HistoryNode>();
  readonly #parents = new Map<string, string>();
  readonly #lines = new Map<string, RunsLine>();
  #roots: readonly HistoryNode[] = [];

  readonly onDidChangeTreeData = this.#drawn.event;

  constructor(source: TreeSource) {
    this.#source = source;
  }

  get roots(): readonly HistoryNode[] {
    return this.#roots;
  }

  node(id: string): HistoryNode | undefined {
    return this.#nodes.get(id);
  }

  /** The line of a run; undefined where it is not shown. */
  lineOfRun({
    folder,
    target,
    rid,
  }: {
    readonly folder: string;
    readonly target: string;
    readonly rid: string;
  }): RunsLine | undefined {
    const found = [...this.#nodes.values()].find(
      ({ kind, reference }) =>
        kind === "run" &&
        reference?.kind === "run" &&
        reference.folder === folder &&
        reference.target === target &&
        reference.rid === rid,
    );
    return found === undefined ? undefined : this.line(found.id);
  }

  /** The element that stands for an id. */
  line(id: string): RunsLine {
    const line = this.#lines.get(id) ?? new RunsLine(id, (wanted) => this.#nodes.get(wanted));
    this.#lines.set(id, line);
    return line;
  }

  /** Draws what has changed, and nothing else. */
  update(): void {
    const before = this.#roots;
    this.#roots = historyTree(this.#source.folders().map(treeFolder), {
      filter: this.#source.filter(),
      watched: this.#source.watched(),
      style: { locale: vscode.env.language },
    });
    this.#nodes.clear();
    this.#parents.clear();
    this.#index(this.#roots);
    for (const id of this.#lines.keys()) if (!this.#nodes.has(id)) this.#lines.delete(id);
    const changed = treeChanges(before, this.#roots);
    if (changed.includes(null)) this.#drawn.fire(undefined);
    else if (changed.length > 0) this.#drawn.fire(changed.filter((id) => id !== null).map((id) => this.line(id)));
  }

  getTreeItem({ node }: RunsLine): vscode.TreeItem {
    // VS Code may still ask for a line that has just gone.
    return node === undefined ? createTreeItem("", "", vscode.TreeItemCollapsibleState.None) : runItem(node);
  }

  async getChildren(line?: RunsLine): Promise<RunsLine[]> {
    if (line === undefined) await this.#source.firstLook();
    const children = line === undefined ? this.#roots : (line.node?.children ?? []);
    return children.map(({ id }) => this.line(id));
  }

  getParent({ id }: RunsLine): RunsLine | undefined {
    const parent = this.#parents.get(id);
    return parent === undefined ? undefined : this.line(parent);
  }

  dispose(): void {
    this.#drawn.dispose();
  }

  #index(nodes: readonly HistoryNode[], parent?: string): void {
    for (const node of nodes) {
      this.#nodes.set(node.id, node);
      if (parent !== undefined) this.#parents.set(node.id, parent);
      this.#index(node.children, node.id);
    }
  }
}

/** A folder's history as core draws it. */
export function treeFolder({ folder, limit, history }: FolderRuns): TreeFolder {
  return { folder, name: vscode.workspace.asRelativePath(folder, true), limit, history };
}
