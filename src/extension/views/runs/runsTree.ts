import * as vscode from "vscode";
import { historyTree, treeChanges, type HistoryNode, type RunStanding, type TreeFolder } from "../../../core/index.js";
import type { FolderRuns } from "../../runs/folderRuns.js";
import { runItem } from "./runItem.js";

/** What the tree is made of now. */
export interface TreeSource {
  readonly folders: () => readonly FolderRuns[];
  /** Resolves once there is something to show, or is known to be nothing. */
  readonly firstLook: () => Promise<void>;
  readonly filter: () => ReadonlySet<RunStanding>;
  readonly watched: () => ReadonlySet<string>;
}

/**
 * The tree of *Runs*. Elements are ids: the same line stays the same element over every change, so that what is unfolded and selected stays, and only lines that
 * changed are drawn anew.
 */
export class RunsTree implements vscode.TreeDataProvider<string>, vscode.Disposable {
  readonly #source: TreeSource;
  readonly #drawn = new vscode.EventEmitter<string | string[] | undefined>();
  readonly #nodes = new Map<string, HistoryNode>();
  readonly #parents = new Map<string, string>();
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
  idOfRun({ folder, target, rid }: { readonly folder: string; readonly target: string; readonly rid: string }): string | undefined {
    return [...this.#nodes.values()].find(({ kind, reference }) => kind === "run" && reference?.kind === "run" && reference.folder === folder && reference.target === target && reference.rid === rid)?.id;
  }

  /** Draws what has changed, and nothing else. */
  update(): void {
    const before = this.#roots;
    this.#roots = historyTree(this.#source.folders().map(treeFolder), { filter: this.#source.filter(), watched: this.#source.watched(), style: { locale: vscode.env.language } });
    this.#nodes.clear();
    this.#parents.clear();
    this.#index(this.#roots);
    const changed = treeChanges(before, this.#roots);
    if (changed.includes(null)) this.#drawn.fire(undefined);
    else if (changed.length > 0) this.#drawn.fire(changed.filter((id) => id !== null));
  }

  getTreeItem(id: string): vscode.TreeItem {
    const node = this.#nodes.get(id);
    // VS Code may still ask for a line that has just gone.
    return node === undefined ? new vscode.TreeItem("") : runItem(node);
  }

  async getChildren(id?: string): Promise<string[]> {
    if (id === undefined) await this.#source.firstLook();
    const children = id === undefined ? this.#roots : (this.#nodes.get(id)?.children ?? []);
    return children.map((child) => child.id);
  }

  getParent(id: string): string | undefined {
    return this.#parents.get(id);
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
