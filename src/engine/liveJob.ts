import { existsSync, linkSync, rmSync } from "node:fs";
import path from "node:path";
import {
  demandOf,
  jobView,
  NotReady,
  outcomeOfCommand,
  react,
  resume,
  statusOf,
  taskEnvironment,
  type Demand,
  type JobCommand,
  type JobEvent,
  type JobStatus,
  type Reaction,
} from "../core/index.js";
import type { Job, JobRecord, JobTask, JobView, OperatorTask, ProcessIdentity } from "../core/model/job.js";
import type { CallReason, Reused } from "../core/model/manifest.js";
import {
  adoptAttempt,
  attemptIdentity,
  claimFolder,
  endAttempt,
  neverStarts,
  startAttempt,
  type AttemptProcess,
  type ProcessEnd,
} from "./attemptProcess.js";
import type { EarlierAttempt, Sought } from "./earlierValues.js";
import type { EngineWorld } from "./engineWorld.js";
import type { JobFolder } from "./jobFolder.js";
import { JournalFile } from "./journalFile.js";
import { reasonOfCommand, storeOf, type ObservedEnd, type OperatorStore } from "./operatorAttempt.js";
import { Projection } from "./projection.js";

type StartCommand = Extract<JobCommand, { readonly type: "start" }>;

/** What of a submission is kept in memory only. */
export interface Confidential {
  readonly secrets: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * One job under way: every event goes through `core/jobs`, into the journal, and only then into the world.
 *
 * All of a reaction happens in one turn of the event loop, so that events need no queue.
 */
export class LiveJob {
  readonly records: JobRecord[];
  private status: JobStatus;
  private readonly journal: JournalFile;
  private readonly store: OperatorStore | undefined;
  private readonly projection: Projection;
  private readonly attempts = new Map<string, AttemptProcess>();
  private readonly endings = new Map<string, Promise<void>>();
  /** Tasks whose earlier values could not be taken over. */
  private readonly mustRun = new Set<string>();
  /** Why tasks that are about to start are called, until it stands in the journal. */
  private readonly reasons = new Map<string, CallReason>();
  private isClosed = false;

  constructor(
    readonly job: Job,
    private readonly folder: JobFolder,
    private readonly confidential: Confidential,
    private readonly world: EngineWorld,
    private readonly onRecords: (job: LiveJob, records: readonly JobRecord[]) => void,
    /** How many tasks it may start now, beside what runs of all jobs. */
    private readonly allowance: (job: LiveJob) => number,
  ) {
    this.journal = JournalFile.open(folder.journal);
    this.records = [...this.journal.records];
    this.status = statusOf(job, this.records);
    this.store = storeOf(job, world.hash);
    this.projection = new Projection(job, folder, world.clock.now(), world.log);
    if (this.isFinished) this.journal.close();
  }

  get isFinished(): boolean {
    return this.status.outcome !== null;
  }

  get view(): JobView {
    return jobView(this.job, this.status);
  }

  /** Puts into the store what a run starts from. Can be repeated; where it throws, nothing has begun. */
  prepare(): void {
    if (!this.isFinished) this.store?.begin(this.world.clock.now());
  }

  /** Starts a new job, or goes on with one that a daemon left behind: attempts that run are adopted. */
  begin(): void {
    if (this.isFinished) {
      this.projection.keep(this.status);
      return;
    }
    if (this.status.submittedAt === null) {
      this.take({ type: "submitted", id: this.world.random.uuid() });
      return;
    }
    // Listed first: what is settled here may start tasks that are not left behind but ours.
    const left = this.job.tasks.filter(({ id }) =>
      ["starting", "running"].includes(this.status.tasks.get(id)?.state ?? ""),
    );
    for (const { id } of left) this.recover(id);
    this.goOn(this.allowance(this));
  }

  /** Starts what is due, so many tasks at most. */
  goOn(allowance: number): void {
    if (this.isClosed || this.isFinished) return;
    this.carryOut(resume(this.job, this.status, this.world.clock.now(), allowance));
  }

  /** What it has and wants of the machine. */
  get demand(): Demand {
    return demandOf(this.job, this.status);
  }

  cancel(): void {
    if (!this.status.cancelRequested) this.take({ type: "cancelRequested" });
  }

  /** Lets go of the job's files; what runs goes on. */
  close(): void {
    this.isClosed = true;
    this.projection.keep(this.status);
    this.journal.close();
  }

  private take(event: JobEvent): void {
    const reaction = react(this.job, this.status, event, this.world.clock.now(), this.allowance(this));
    if (reaction.ignored !== undefined)
      this.world.log.warn("event left out", { job: this.job.name, event: event.type, reason: reaction.ignored });
    this.carryOut(reaction);
  }

  private carryOut({ status, records, commands }: Reaction): void {
    this.journal.append(records);
    this.status = status;
    this.records.push(...records);
    // Whoever hears that the job is over may read the files at once.
    if (this.isFinished) this.close();
    else this.projection.schedule(() => this.status);
    this.onRecords(this, records);
    // Last, since a task that cannot be started is the next event already.
    for (const command of commands) this.obey(command);
  }

  private obey(command: JobCommand): void {
    if (command.type === "end") {
      this.end(command.task);
      return;
    }
    const { operator } = this.task(command.task);
    const mayHave = operator === null ? undefined : this.store?.earlier.mayHave(operator);
    if (mayHave !== true) this.call(command, mayHave);
    else if (this.mustRun.has(command.task)) this.call(command, { why: "gone" });
    else if (operator !== null && this.store !== undefined) void this.reuseOrCall(this.store, operator, command);
  }

  /** Takes the values of an earlier run where they fit and are whole; else calls the operator. */
  private async reuseOrCall(store: OperatorStore, operator: OperatorTask, command: StartCommand): Promise<void> {
    const { task, attempt } = command;
    const startedAt = this.world.clock.now();
    const found = await this.findEarlier(store, operator);
    if (this.isClosed) return; // The next daemon looks again.
    if ("earlier" in found) this.reuse(store, operator, command, found.earlier);
    else if (this.status.cancelRequested)
      this.settle(task, { ...neverRan, cancelled: true, startedAt, attempt, refused: undefined });
    else this.call(command, found.called);
  }

  private async findEarlier(store: OperatorStore, operator: OperatorTask): Promise<Sought> {
    try {
      return await store.earlier.find(operator, store.inputs(operator, this.attemptOf));
    } catch (error) {
      this.world.log.warn("earlier values not looked at", {
        job: this.job.name,
        task: operator.operator.id,
        reason: messageOf(error),
      });
      return { called: { why: "unreadable" } };
    }
  }

  private reuse(
    store: OperatorStore,
    operator: OperatorTask,
    { task, attempt }: StartCommand,
    found: EarlierAttempt,
  ): void {
    let reused: Reused;
    try {
      reused = store.earlier.take(operator, attempt, found, this.world.clock.now());
    } catch (error) {
      this.world.log.warn("earlier values not taken over", { job: this.job.name, task, reason: messageOf(error) });
      this.mustRun.add(task);
      // As an attempt of its own: under the keys of this one there may be values already.
      this.take({ type: "notStarted", task, attempt });
      return;
    }
    this.take({ type: "ended", task, attempt, outcome: "succeeded", code: null, signal: null, reason: null, reused });
  }

  private call({ task, attempt }: StartCommand, reason: CallReason | undefined): void {
    const startedAt = this.world.clock.now();
    if (reason !== undefined) this.reasons.set(task, reason);
    try {
      const process = this.start(this.task(task), attempt);
      this.follow(task, attempt, process, startedAt);
    } catch (error) {
      const about = { job: this.job.name, task };
      if (error instanceof NotReady) this.world.log.warn("task not started", { ...about, reason: error.message });
      else this.world.log.error("task not started", error, about);
      const tip = error instanceof NotReady ? error.tip : "See the engine's log in .air-executor/.engine/engine.log.";
      this.settle(task, { ...neverRan, startedAt, attempt, refused: { message: messageOf(error), tip } });
    }
  }

  private start(task: JobTask, attempt: number): AttemptProcess {
    if (!this.folder.isThere()) throw new NotReady(this.moved, runAgain);
    if (!existsSync(task.cwd))
      throw new NotReady(`Its working folder ${task.cwd} is not there.`, `Was it moved or deleted? ${runAgain}`);
    const folder = this.folder.attempt(task.id, attempt);
    claimFolder(folder);
    const stdin =
      task.operator === null
        ? undefined
        : this.store?.stdinOf(task.operator, folder, this.attemptOf, this.confidential.secrets);
    const environment = taskEnvironment(this.confidential.environment, task.environment);
    const started = startAttempt({ folder, command: task.command, args: task.args, cwd: task.cwd, environment }, stdin);
    this.showLog(task.id, folder);
    return started;
  }

  private follow(task: string, attempt: number, process: AttemptProcess, startedAt: string): void {
    this.attempts.set(task, process);
    const folder = this.folder.attempt(task, attempt);
    const noted = this.status.tasks.get(task)?.state === "running";
    // In a later turn: the records of the reaction that we are in come first.
    const { identity } = process;
    if (!noted && identity !== undefined) queueMicrotask(() => this.noteStart(task, attempt, identity, folder));
    // What fails in here is the journal: without it this daemon is of no use, and its end, which is told in the log, lets another one try.
    void process.ended.then(
      (end) => this.onEnd(task, attempt, startedAt, end),
      (error: unknown) =>
        this.settle(task, {
          ...neverRan,
          startedAt,
          attempt,
          refused: { message: messageOf(error), tip: "Is its command there?" },
        }),
    );
  }

  private noteStart(task: string, attempt: number, identity: ProcessIdentity, folder: string): void {
    this.take({
      type: "started",
      task,
      attempt,
      process: identity,
      stdout: path.join(folder, "stdout.log"),
      stderr: path.join(folder, "stderr.log"),
      ...this.reasonOf(task, attempt),
    });
  }

  private async onEnd(task: string, attempt: number, startedAt: string, end: ProcessEnd): Promise<void> {
    const process = this.attempts.get(task);
    // Without a record nobody may have ended what the task had started.
    if (!end.recorded && process !== undefined) await endAttempt(process, this.world.grace);
    // A cancelled task is over when all of its group is.
    await this.endings.get(task);
    this.settle(task, {
      attempt,
      startedAt,
      endedAt: this.world.clock.now(),
      code: end.code,
      signal: end.signal,
      lost: !end.recorded,
      cancelled: this.status.cancelRequested,
      refused: undefined,
    });
  }

  /** Why an attempt was called, as the journal has it where another daemon started it. */
  private reasonOf(task: string, attempt: number): { readonly called?: CallReason } {
    const noted = this.records.flatMap((record) =>
      record.type === "started" && record.task === task && record.attempt === attempt ? (record.called ?? []) : [],
    );
    const called = noted.at(-1) ?? this.reasons.get(task);
    return called === undefined ? {} : { called };
  }

  private settle(
    task: string,
    observed: Omit<ObservedEnd, "endedAt" | "called"> & { readonly endedAt?: string },
  ): void {
    const why = this.reasonOf(task, observed.attempt);
    const end: ObservedEnd = {
      ...observed,
      endedAt: observed.endedAt ?? this.world.clock.now(),
      called: why.called,
    };
    this.attempts.delete(task);
    const { outcome, reason } = this.verdict(this.task(task), end);
    this.take({
      type: "ended",
      task,
      attempt: end.attempt,
      outcome,
      code: end.code,
      signal: end.signal,
      reason,
      ...why,
    });
  }

  private verdict(task: JobTask, end: ObservedEnd): ReturnType<OperatorStore["settle"]> {
    const folder = this.folder.attempt(task.id, end.attempt);
    // Nothing of it can be stored, and the folder shall not be made again.
    if (!this.folder.isThere() || !existsSync(this.job.folder))
      return { outcome: "failed", reason: `${this.moved} ${runAgain}` };
    if (task.operator === null || this.store === undefined) {
      const outcome = outcomeOfCommand(end);
      return {
        outcome,
        reason: outcome === "succeeded" ? null : (end.refused?.message ?? reasonOfCommand(outcome, folder)),
      };
    }
    try {
      return this.store.settle(task.operator, folder, end, this.attemptOf);
    } catch (error) {
      // Its values are not in the store, so nothing may build on it.
      this.world.log.error("values not stored", error, { job: this.job.name, task: task.id });
      return { outcome: "failed", reason: `Its values could not be stored: ${messageOf(error)}` };
    }
  }

  private end(task: string): void {
    const process = this.attempts.get(task);
    if (process === undefined) return;
    const failed = (error: unknown): void =>
      this.world.log.error("task not ended", error, { job: this.job.name, task });
    this.endings.set(task, endAttempt(process, this.world.grace).catch(failed));
  }

  /** What a task of a daemon that died has come to. */
  private recover(task: string, looks = 1): void {
    const { state, attempt = 0, startedAt } = this.status.tasks.get(task) ?? {};
    const folder = this.folder.attempt(task, attempt);
    const identity = attemptIdentity(folder);
    const since = startedAt ?? this.world.clock.now();
    if (identity !== undefined) {
      this.follow(task, attempt, adoptAttempt(folder, identity), since);
      if (this.status.cancelRequested) this.end(task);
    } else if (state === "starting" && neverStarts(folder)) {
      this.take({ type: "notStarted", task, attempt });
    } else if (state === "starting" && looks < mostLooks) {
      // Its shim has made the file and is about to write who it is; killed in between, it never will.
      setTimeout(() => this.recover(task, looks + 1), untilNextLook);
    } else {
      this.settle(task, { ...neverRan, startedAt: since, attempt, lost: true, refused: undefined });
    }
  }

  /** Air-Executor 1 looks for one log a task: that of the latest attempt. */
  private showLog(task: string, folder: string): void {
    rmSync(this.folder.log(task), { force: true });
    linkSync(path.join(folder, "stdout.log"), this.folder.log(task));
  }

  private get moved(): string {
    return `The folder ${this.job.folder} is not there any more: it was moved, renamed or deleted while this ran.`;
  }

  private readonly attemptOf = (producer: string): number => this.status.tasks.get(producer)?.attempt ?? 1;

  private task(id: string): JobTask {
    const task = this.job.tasks.find((candidate) => candidate.id === id);
    if (task === undefined) throw new Error(`Job "${this.job.name}" has no task "${id}".`);
    return task;
  }
}

const runAgain = "Run the workflow again from where it is now.";

/** Milliseconds, and how often. */
const untilNextLook = 50;
const mostLooks = 20;

const neverRan = { code: null, signal: null, lost: false, cancelled: false } as const;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
