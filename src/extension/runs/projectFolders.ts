import path from "node:path";
import * as vscode from "vscode";
import { findFolder, projectFile, type World } from "../../core/index.js";

/** Folders of the window that have a project: those with an `aqueduct.json`, nested ones too. They are searched for once, and again when one comes or goes. */
export class ProjectFolders implements vscode.Disposable {
  readonly #world: () => Promise<World>;
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscriptions: { dispose(): unknown }[];
  #found: Promise<readonly string[]> | undefined;
  #isWatching = false;

  /** The `aqueduct.json` of that folder has changed, come or gone. */
  readonly onDidChange = this.#changed.event;

  constructor(world: () => Promise<World>) {
    this.#world = world;
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => {
        this.#found = undefined;
        for (const { uri } of added) this.#changed.fire(uri.fsPath);
      }),
    ];
  }

  /** Absolute paths, sorted. */
  async find(): Promise<readonly string[]> {
    this.#watch();
    this.#found ??= this.#search();
    try {
      return await this.#found;
    } catch (error) {
      this.#found = undefined;
      throw error;
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #search(): Promise<readonly string[]> {
    const files = await vscode.workspace.findFiles(`**/${projectFile}`, "**/{node_modules,.venv,venv,.git}/**", 50);
    const inFolders = files.filter(({ scheme }) => scheme === "file").map(({ fsPath }) => path.dirname(fsPath));
    const { files: world } = await this.#world();
    const above = await Promise.all(
      (vscode.workspace.workspaceFolders ?? []).map(({ uri }) =>
        findFolder(world, path.join(uri.fsPath, projectFile), uri.fsPath),
      ),
    );
    return [...new Set([...inFolders, ...above])].sort();
  }

  /** From the first search on: activation needs no watcher. */
  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${projectFile}`);
    const tell = (uri: vscode.Uri): void => {
      this.#found = undefined;
      this.#changed.fire(path.dirname(uri.fsPath));
    };
    this.#subscriptions.push(watcher, watcher.onDidChange(tell), watcher.onDidCreate(tell), watcher.onDidDelete(tell));
  }
}
