import * as vscode from "vscode";
import { findOpenFolder, localTarget, pauseBeforeLook, type OpenFolder, type World } from "../../core/index.js";
import type { Run } from "../../core/model/run.js";
import type { RunReference } from "../references.js";
import { coalesced } from "./coalesced.js";
import { FolderRuns, type LocalRecord } from "./folderRuns.js";
import { ProjectFolders } from "./projectFolders.js";
import { UnfinishedRuns } from "./unfinishedRuns.js";

/** Runs of each workflow on each target that are shown at first, and as many again by each *More…*. */
const page = 20;

/**
 * The one history of all folders of the window. It looks only while somebody holds it: the *Runs* view while it is visible, a run that is watched until it has
 * ended. An idle look costs one request to each Airflow. In a folder that is not trusted nothing is looked at: its `aqueduct.json` names servers.
 */
export class RunHistory implements vscode.Disposable {
  readonly #world: () => Promise<World>;
  readonly #log: vscode.LogOutputChannel;
  readonly #folders = new Map<string, FolderRuns>();
  readonly #projects: ProjectFolders;
  readonly #changed = new vscode.EventEmitter<FolderRuns>();
  readonly #records = new vscode.EventEmitter<LocalRecord>();
  readonly #ended = new vscode.EventEmitter<RunReference & { readonly run: Run }>();
  readonly #unfinished = new UnfinishedRuns();
  readonly #troubles = new Map<string, string>();
  readonly #look: () => Promise<void>;
  readonly #subscriptions: readonly { dispose(): unknown }[];
  #holders = 0;
  #quietLooks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasLooked = false;
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
    this.#look = coalesced(() => this.#lookAtAll());
    this.#projects = new ProjectFolders(world);
    this.#subscriptions = [
      this.#changed,
      this.#records,
      this.#ended,
      this.#projects,
      this.#changed.event((folder) => {
        this.#quietLooks = 0;
        this.#tellEnds(folder);
      }),
      this.#projects.onDidChange((folder) => {
        this.#resourcesChanged(folder);
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#lookIfHeld();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#lookIfHeld();
      }),
    ];
  }

  get folders(): readonly FolderRuns[] {
    return [...this.#folders.values()].sort((left, right) => left.folder.localeCompare(right.folder));
  }

  /** Whether everything has been looked at once. */
  get hasLooked(): boolean {
    return this.#hasLooked;
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
    if (this.#holders === 1) this.#lookIfHeld();
    let isHeld = true;
    return new vscode.Disposable(() => {
      if (!isHeld) return;
      isHeld = false;
      this.#holders -= 1;
      if (this.#holders === 0) clearTimeout(this.#timer);
    });
  }

  /** Looks once; resolves when it has been seen. What goes wrong is a state of its target or stands in the log. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#look();
    this.#scheduleLook();
  }

  /** Reads publications, schedules and stores anew, then looks. What is known stays until then. */
  async refresh(): Promise<void> {
    for (const folder of this.folders) folder.renew();
    await this.look();
  }

  /** Reads a folder's resources and publications anew, as after a publish; then looks once. */
  async reopen(folder: string): Promise<FolderRuns | undefined> {
    const before = this.#folders.get(folder);
    const opened = await this.#openFolder(folder, before);
    if (opened === undefined) this.#close(folder);
    else await this.#lookAt(folder);
    this.#scheduleLook();
    return opened;
  }

  /**
   * A run was started here: it is followed from now on, whether somebody looks or not.
   *
   * @param rid of a local run, which may have ended before the first look: its end is told all the same
   */
  async noteStarted(open: OpenFolder, rid?: string): Promise<void> {
    if (rid !== undefined) this.#unfinished.add(open.folder, localTarget, rid);
    await this.#pollLocal(open.folder);
  }

  /** Looks once at what this machine ran in a folder; no Airflow is asked. */
  async lookAtLocalRuns(folder: string): Promise<void> {
    if (vscode.workspace.isTrusted) await this.#pollLocal(folder);
  }

  /** Reads more runs of a folder. */
  async readMore(folder: string): Promise<void> {
    const known = this.#folders.get(folder);
    known?.renew(known.limit + page);
    await this.look();
  }

  /** Looks at the operators of a run, where only its engine can tell them. What goes wrong is a state of its target. */
  async unfold({ folder, target, rid }: Pick<RunReference, "folder" | "target" | "rid">): Promise<void> {
    try {
      await this.#folders.get(folder)?.unfold({ target, rid });
    } catch (error) {
      this.#trouble(folder, error);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    for (const folder of this.folders) folder.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #lookIfHeld(): void {
    this.#quietLooks = 0;
    if (this.#holders > 0) void this.look();
  }

  #scheduleLook(): void {
    clearTimeout(this.#timer);
    if (this.#holders === 0 || this.#isDisposed) return;
    const isBusy = this.folders.some(({ isUnderWay }) => isUnderWay);
    this.#timer = setTimeout(() => void this.look(), pauseBeforeLook({ isBusy, quietLooks: this.#quietLooks }));
    this.#quietLooks += 1;
  }

  /** Never rejects: it is called by timers as well. */
  async #lookAtAll(): Promise<void> {
    if (!vscode.workspace.isTrusted || this.#isDisposed) return;
    try {
      const before = this.folders; // One that is opened during the search may not be found by it.
      const found = await this.#projects.find();
      for (const { folder } of before) if (!found.includes(folder) && !this.#isWaitedFor(folder)) this.#close(folder);
      await Promise.all(found.map((folder) => this.#lookAt(folder)));
      this.#hasLooked = true;
    } catch (error) {
      this.#trouble("", error);
    }
  }

  /** Resources may change meanwhile: then the folder as it is opened anew is looked at. What has ended is told, also where the look found nothing new. */
  async #pollLocal(folder: string): Promise<void> {
    const known = this.#folders.get(folder) ?? (await this.#openFolder(folder));
    if (known === undefined) return;
    try {
      await known.pollLocal();
    } catch (error) {
      if (this.#isDisposed || this.#folders.get(folder) === known) throw error;
      await this.#pollLocal(folder);
      return;
    }
    this.#tellEnds(known);
  }

  async #lookAt(folder: string): Promise<void> {
    try {
      await (this.#folders.get(folder) ?? (await this.#openFolder(folder)))?.poll();
      this.#troubles.delete(folder);
    } catch (error) {
      this.#trouble(folder, error);
    }
  }

  /** The same trouble comes with every look: it is told once. */
  #trouble(folder: string, error: unknown): void {
    if (this.#isDisposed || error instanceof vscode.CancellationError || this.#troubles.get(folder) === String(error))
      return;
    this.#troubles.set(folder, String(error));
    this.#log.error(
      "the history of a folder cannot be read",
      { folder },
      error instanceof Error ? error : String(error),
    );
  }

  /** @param before the folder as it was opened, which is replaced; where somebody else was faster, theirs stays */
  async #openFolder(folder: string, before?: FolderRuns): Promise<FolderRuns | undefined> {
    const world = await this.#world();
    const open = await findOpenFolder(world, folder);
    if (open === undefined || this.#isDisposed) return undefined;
    const faster = this.#folders.get(folder);
    if (faster !== before) return faster;
    const opened = new FolderRuns(
      world,
      open,
      before?.limit ?? page,
      { changed: this.#changed, records: this.#records },
      before?.history,
    );
    before?.dispose();
    this.#folders.set(folder, opened);
    return opened;
  }

  /** The search for folders has a limit and leaves some out: where something goes on, its end is told all the same. */
  #isWaitedFor(folder: string): boolean {
    return this.#unfinished.isIn(folder) && vscode.workspace.getWorkspaceFolder(vscode.Uri.file(folder)) !== undefined;
  }

  #close(folder: string): void {
    this.#folders.get(folder)?.dispose();
    this.#folders.delete(folder);
    this.#unfinished.forget(folder);
  }

  #resourcesChanged(folder: string): void {
    if (this.#folders.has(folder))
      this.reopen(folder).catch((error: unknown) => {
        this.#trouble(folder, error);
      });
    else this.#lookIfHeld();
  }

  #tellEnds({ folder, history }: FolderRuns): void {
    for (const run of this.#unfinished.look(folder, history.runs))
      this.#ended.fire({ kind: "run", folder, target: run.target, rid: run.rid, run });
  }
}
