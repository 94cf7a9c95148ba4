import {
  freeOf,
  nextInTurn,
  objectionsToJob,
  readJournal,
  statusOf,
  unsubmitted,
  withoutSecrets,
} from "../core/index.js";
import type { Job, JobRecord, JobView } from "../core/model/job.js";
import type { EngineWorld } from "./engineWorld.js";
import { limits } from "../platform/ownedFile.js";
import type { JobFolder, JobFolders } from "./jobFolder.js";
import { LiveJob, type Confidential } from "./liveJob.js";
import { Projection } from "./projection.js";
import { readBytesIfThere } from "./wholeFiles.js";

export type RecordListener = (job: string, record: JobRecord) => void;

/** The jobs of one base: takes them, carries them on after a restart, tells what happens to them. */
export class Daemon {
  private readonly jobs = new Map<string, LiveJob>();
  private readonly listeners = new Set<RecordListener>();
  private isDealing = false;
  private isRecovering = false;

  constructor(
    private readonly folders: JobFolders,
    private readonly world: EngineWorld,
    /** Told whenever a job has finished. */
    private readonly onFinished: () => void,
  ) {}

  /** Goes on with every job that a daemon left unfinished. One that cannot be read is left alone and named in the log. */
  recover(): void {
    // What runs of all jobs is counted first: none may start anything before.
    this.isRecovering = true;
    this.carryOnAll();
    this.isRecovering = false;
    this.deal();
  }

  private carryOnAll(): void {
    for (const name of this.folders.names()) {
      try {
        const folder = this.folders.find(name);
        if (folder.isSettled()) continue;
        if (this.writtenDown(folder)) continue;
        if (!this.folders.isOwn(name)) {
          if (!this.folders.wasMovedHere(name))
            throw new Error("It was not submitted here, so it is not started by itself.");
          this.endMoved(folder.job());
          continue;
        }
        // Secrets died with the last daemon; the environment that is left is our own.
        this.prepared(folder.job(), { secrets: {}, environment: process.env }, () => undefined).begin();
      } catch (error) {
        this.world.log.error("job not carried on", error, { job: name });
      }
    }
  }

  submit(job: Job, confidential: Confidential): { readonly name: string } {
    const [objection] = objectionsToJob(job);
    if (objection !== undefined) throw new Error(objection);
    const createdAt = this.world.clock.now();
    this.folders.create(job, this.world.random.uuid(), (building) =>
      new Projection(job, building, createdAt, this.world.log).flush(unsubmitted(job)),
    );
    const environment = withoutSecrets(confidential.environment);
    this.prepared(job, { secrets: confidential.secrets, environment }, () => this.folders.remove(job.name)).begin();
    return { name: job.name };
  }

  cancel(name: string): void {
    this.find(name).cancel();
  }

  list(): readonly JobView[] {
    return [...this.jobs.values()].map(({ view }) => view);
  }

  /**
   * Calls `listener` with what was and with what comes, without gap or repetition.
   *
   * @param name null: every job
   * @returns the last number there is, and how to stop
   */
  subscribe(
    name: string | null,
    from: number,
    listener: RecordListener,
  ): { readonly seq: number; readonly stop: () => void } {
    const jobs = name === null ? [...this.jobs.values()] : [this.find(name)];
    for (const { job, records } of jobs)
      for (const record of records) if (record.seq >= from) listener(job.name, record);
    const filtered: RecordListener = (job, record) => {
      if (name === null || job === name) listener(job, record);
    };
    this.listeners.add(filtered);
    return {
      seq: Math.max(0, ...jobs.map(({ records }) => records.length)),
      stop: () => void this.listeners.delete(filtered),
    };
  }

  get isBusy(): boolean {
    return [...this.jobs.values()].some(({ isFinished }) => !isFinished);
  }

  cancelAll(): void {
    for (const job of this.jobs.values()) if (!job.isFinished) job.cancel();
  }

  /** Lets go of everything; tasks go on. */
  close(): void {
    for (const job of this.jobs.values()) job.close();
    this.jobs.clear();
  }

  /** What was under way when its folder was moved writes to where that was: it is ended, and nothing more of it is started. */
  private endMoved(job: Job): void {
    const live = this.load(job, { secrets: {}, environment: {} });
    live.cancel();
    live.begin();
  }

  /** Gives a job its last word where its journal has it: its folder was moved, or the disk was full, before that was written. Nothing is started for that. */
  private writtenDown(folder: JobFolder): boolean {
    const bytes = readBytesIfThere(folder.journal, limits.journal);
    if (bytes === undefined) return false;
    const job = folder.job();
    const status = statusOf(job, readJournal(bytes).records);
    if (status.outcome === null) return false;
    new Projection(job, folder, this.world.clock.now(), this.world.log).flush(status);
    return true;
  }

  /** Where a job cannot be prepared nothing of it has begun: it is dropped, and `undo` called. */
  private prepared(job: Job, confidential: Confidential, undo: () => void): LiveJob {
    const live = this.load(job, confidential);
    try {
      live.prepare();
    } catch (error) {
      this.drop(live);
      undo();
      throw error;
    }
    return live;
  }

  private load(job: Job, confidential: Confidential): LiveJob {
    const live = new LiveJob(
      job,
      this.folders.find(job.name),
      confidential,
      this.world,
      (from, records) => this.tell(from, records),
      (from) => this.allowanceOf(from),
    );
    this.jobs.set(job.name, live);
    return live;
  }

  private drop(live: LiveJob): void {
    this.jobs.delete(live.job.name);
    live.close();
  }

  /** Where another job waits as well, whose turn it is is decided for all of them together. */
  private allowanceOf(live: LiveJob): number {
    if (this.isRecovering) return 0;
    const others = [...this.jobs.values()].filter((job) => job !== live && !job.isFinished).map(({ demand }) => demand);
    if (others.some(({ waiting }) => waiting > 0)) return 0;
    return freeOf([live.demand, ...others], this.world.operators);
  }

  /** Gives what is free to the jobs in turn. In a turn of its own: the reaction that freed something is over then. */
  private deal(): void {
    if (this.isDealing) return;
    this.isDealing = true;
    setImmediate(() => {
      this.isDealing = false;
      const turn = (): { readonly job: LiveJob } | undefined => {
        const waiting = [...this.jobs.values()].filter(({ isFinished }) => !isFinished);
        return nextInTurn(
          waiting.map((job) => ({ job, ...job.demand })),
          this.world.operators,
        );
      };
      for (let next = turn(); next !== undefined; next = turn()) next.job.goOn(1);
    });
  }

  private tell(live: LiveJob, records: readonly JobRecord[]): void {
    for (const record of records) for (const listener of this.listeners) listener(live.job.name, record);
    this.deal();
    if (!live.isFinished) return;
    this.forgetOldest();
    this.onFinished();
  }

  /** A job that is forgotten can be read from its folder. */
  private forgetOldest(): void {
    const finished = [...this.jobs.values()].filter(({ isFinished }) => isFinished);
    for (const { job } of finished.slice(0, -remembered)) this.jobs.delete(job.name);
  }

  private find(name: string): LiveJob {
    const known = this.jobs.get(name);
    if (known !== undefined) return known;
    if (!this.folders.names().includes(name)) throw new Error(`There is no job "${name}" here.`);
    // Finished before this daemon started: only its journal is wanted.
    const live = this.load(this.folders.find(name).job(), { secrets: {}, environment: {} });
    if (live.isFinished) return live;
    this.drop(live);
    throw new Error(
      `Job "${name}" is not finished, and the local engine did not carry it on; its log .air-executor/.engine/engine.log says why.`,
    );
  }
}

/** How many finished jobs are kept at hand. */
const remembered = 50;
