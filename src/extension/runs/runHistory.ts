import path from "node:path";
import * as vscode from "vscode";
import { findFolder, findOpenFolder, isOver, projectFile, type OpenFolder, type World } from "../../core/index.js";
import type { Run } from "../../core/model/run.js";
import type { RunReference } from "../references.js";
import { FolderRuns, type LocalRecord } from "./folderRuns.js";

/** Milliseconds between two looks: while something runs, and while nothing does. */
const pace = { busy: 2_000, idle: 15_000 };
/** Runs of each workflow on each target that are read at first. */
const firstLimit = 20;

/**
 * The one history of all folders of the window. It looks only while somebody holds it: the *Runs* view while it is visible, a run that is watched until it has
 * ended. An idle look costs one request to each Airflow.
 */
export class RunHistory implements vscode.Disposable {
  readonly #world: () => Promise<World>;
  readonly #log: vscode.LogOutputChannel;
  readonly #folders = new Map<string, FolderRuns>();
  readonly #changed = new vscode.EventEmitter<FolderRuns>();
  readonly #records = new vscode.EventEmitter<LocalRecord>();
  readonly #ended = new vscode.EventEmitter<RunReference & { readonly run: Run }>();
  readonly #states = new Map<string, Run["state"]>();
  readonly #limits = new Map<string, number>();
  #holders = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<void> | undefined;
  #isDisposed = false;

  /** After every change of a folder's history. */
  readonly onDidChange = this.#changed.event;
  /** Every fact about a task of a local run, as it happens. */
  readonly onDidRecord = this.#records.event;
  /** A run that was seen unfinished has ended. */
  readonly onDidEndRun = this.#ended.event;

  constructor(world: () => Promise<World>, log: vscode.LogOutputChannel) {
    this.#world = world;
    this.#log = log;
    this.#changed.event((folder) => { this.#compareStates(folder); });
  }

  get folders(): readonly FolderRuns[] {
    return [...this.#folders.values()];
  }

  folder(folder: string): FolderRuns | undefined {
    return this.#folders.get(folder);
  }

  run({ folder, target, rid }: Pick<RunReference, "folder" | "target" | "rid">): Run | undefined {
    return this.#folders.get(folder)?.run(target, rid);
  }

  /** Looks from now on, at once and again and again, until the holder is disposed. */
  hold(): vscode.Disposable {
    this.#holders += 1;
    if (this.#holders === 1) void this.refresh();
    let isHeld = true;
    return new vscode.Disposable(() => {
      if (!isHeld) return;
      isHeld = false;
      this.#holders -= 1;
      if (this.#holders === 0) clearTimeout(this.#timer);
    });
  }

  /** Looks once at everything; resolves when it has been seen. What goes wrong is a state of its target or stands in the log. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    this.#looking ??= this.#look().finally(() => { this.#looking = undefined; });
    await this.#looking;
    if (this.#holders > 0 && !this.#isDisposed) this.#scheduleLook();
  }

  /** Reads a folder's resources and publications anew, as after a publish; then looks once. */
  async reopen(folder: string): Promise<FolderRuns | undefined> {
    this.#close(folder);
    const read = await this.#openFolder(folder);
    await read?.poll();
    return read;
  }

  /** A run was started here: it is followed from now on, whether somebody looks or not. */
  async noteStarted(open: OpenFolder): Promise<void> {
    const known = this.#folders.get(open.folder) ?? (await this.#openFolder(open.folder));
    await known?.pollLocal();
  }

  /** Reads more runs of a folder. */
  async readMore(folder: string): Promise<void> {
    this.#limits.set(folder, this.#limitOf(folder) + firstLimit);
    await this.reopen(folder);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    for (const folder of this.folders) folder.dispose();
    this.#changed.dispose();
    this.#records.dispose();
    this.#ended.dispose();
  }

  #scheduleLook(): void {
    clearTimeout(this.#timer);
    const isBusy = this.folders.some(({ isUnderWay }) => isUnderWay);
    this.#timer = setTimeout(() => void this.refresh(), isBusy ? pace.busy : pace.idle);
  }

  async #look(): Promise<void> {
    const found = await this.#findFolders();
    for (const gone of this.folders.filter(({ folder }) => !found.includes(folder))) this.#close(gone.folder);
    await Promise.all(found.map((folder) => this.#lookAt(folder)));
  }

  async #lookAt(folder: string): Promise<void> {
    try {
      await (this.#folders.get(folder) ?? (await this.#openFolder(folder)))?.poll();
    } catch (error) {
      if (this.#isDisposed || error instanceof vscode.CancellationError) return;
      this.#log.error("the history of a folder cannot be read", { folder }, error instanceof Error ? error : String(error));
    }
  }

  async #openFolder(folder: string): Promise<FolderRuns | undefined> {
    const world = await this.#world();
    const open = await findOpenFolder(world, folder);
    if (open === undefined || this.#isDisposed) return undefined;
    const read = await FolderRuns.read(world, open, this.#limitOf(folder), { changed: this.#changed, records: this.#records });
    const before = this.#folders.get(folder);
    if (before !== undefined) {
      read.dispose(); // Somebody else was faster.
      return before;
    }
    this.#folders.set(folder, read);
    return read;
  }

  #close(folder: string): void {
    this.#folders.get(folder)?.dispose();
    this.#folders.delete(folder);
  }

  #limitOf(folder: string): number {
    return this.#limits.get(folder) ?? firstLimit;
  }

  /** Folders of the window that have a project: those with an `aqueduct.json`, nested ones too. */
  async #findFolders(): Promise<readonly string[]> {
    const files = await vscode.workspace.findFiles(`**/${projectFile}`, "**/{node_modules,.venv,venv,.git}/**", 50);
    const inFolders = files.filter(({ scheme }) => scheme === "file").map(({ fsPath }) => path.dirname(fsPath));
    const { files: world } = await this.#world();
    const above = await Promise.all((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => findFolder(world, path.join(uri.fsPath, projectFile), uri.fsPath)));
    return [...new Set([...inFolders, ...above])].sort();
  }

  #compareStates({ folder, history }: FolderRuns): void {
    for (const run of history.runs) {
      const key = `${folder}|${run.target}|${run.rid}`;
      const before = this.#states.get(key);
      this.#states.set(key, run.state);
      if (before !== undefined && !isOver(before) && isOver(run.state)) this.#ended.fire({ kind: "run", folder, target: run.target, rid: run.rid, run });
    }
  }
}
