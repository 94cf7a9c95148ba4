import {
  jobView,
  journalText,
  parameterPuts,
  react,
  runRecord,
  unsubmitted,
  type EngineConnection,
  type JobCommand,
  type JobEvent,
  type JobStatus,
  type LocalEngine,
} from "../../src/core/index.js";
import type { Job, JobRecord } from "../../src/core/model/job.js";
import type { Manifest } from "../../src/core/model/manifest.js";
import { jsonBytes } from "../../src/core/store/json.js";
import { manifestKey, markerKey, runRecordKey, type WorkflowPlace } from "../../src/core/store/keys.js";
import type { Clock, Files, ObjectStore } from "../../src/core/ports.js";
import { nodeHash } from "../../src/platform/hash.js";
import { manifest } from "../unit/runs/facts.js";

/** How a task ends: with these changes to the manifest of an operator that succeeded, or only once it is cancelled. */
type TaskEnd = Partial<Manifest> | "waits";

export interface FakeEngine extends LocalEngine {
  /** Whether a daemon lives; `connect` starts one. */
  isRunning: boolean;
  /** By task; one that is left out succeeds. */
  readonly ends: Map<string, TaskEnd>;
  /** What every job was submitted with. */
  readonly submitted: { readonly job: Job; readonly secrets: Readonly<Record<string, string>> }[];
  /** Names of the jobs that somebody asked to cancel. */
  readonly cancelled: string[];
  /** Connections that nobody has closed. */
  open: number;
  /** Why it does not take what it is asked next. */
  refusal: Error | undefined;
  /** Called with every record, once it is written. */
  onRecord: (record: JobRecord) => void;
}

interface EngineGround {
  readonly files: Files;
  readonly store: ObjectStore;
  readonly clock: Clock;
}

/**
 * A local engine without processes: what a job does follows from core's own rules, its files and manifests lie where the real one has them, and each task ends
 * as the test says.
 */
export function fakeEngine(ground: EngineGround): FakeEngine {
  const jobs = new Map<string, FakeJob>();
  const jobOf = (name: string): FakeJob => {
    const job = jobs.get(name);
    if (job === undefined) throw new Error(`There is no job ${name}.`);
    return job;
  };
  const connection = (): EngineConnection => {
    engine.open += 1;
    return {
      submit: async (job, secrets) => {
        if (engine.refusal !== undefined) throw engine.refusal;
        engine.submitted.push({ job, secrets });
        const submitted = new FakeJob(engine, ground, job);
        jobs.set(job.name, submitted);
        await submitted.begin();
      },
      cancel: async (name) => {
        engine.cancelled.push(name);
        if (engine.refusal !== undefined) throw engine.refusal;
        await jobOf(name).take({ type: "cancelRequested" });
      },
      list: () => Promise.resolve([...jobs.values()].map(({ job, status }) => jobView(job, status))),
      records: (name, from) => jobOf(name).recordsFrom(from),
      stop: () => {
        engine.isRunning = false;
        return Promise.resolve();
      },
      close: () => {
        engine.open -= 1;
      },
    };
  };
  const engine: FakeEngine = {
    isRunning: false,
    ends: new Map(),
    submitted: [],
    cancelled: [],
    open: 0,
    refusal: undefined,
    onRecord: () => undefined,
    connect: () => {
      engine.isRunning = true;
      return Promise.resolve(connection());
    },
    find: () => Promise.resolve(engine.isRunning ? connection() : undefined),
    end: () => {
      const end = engine.isRunning ? ("with its runs" as const) : undefined;
      engine.isRunning = false;
      return Promise.resolve(end);
    },
  };
  return engine;
}

class FakeJob {
  status: JobStatus;
  readonly #records: JobRecord[] = [];
  #wake: () => void = () => undefined;

  constructor(
    private readonly engine: FakeEngine,
    private readonly ground: EngineGround,
    readonly job: Job,
  ) {
    this.status = unsubmitted(job);
  }

  async begin(): Promise<void> {
    const { files, store, clock } = this.ground;
    await files.writeAtomically(this.#file("job.json"), JSON.stringify(this.job));
    const { run } = this.job;
    if (run !== null) {
      const { rid, life, parameters } = run;
      await store.putIfAbsent(runRecordKey(this.#place(), rid, life), jsonBytes(runRecord(run)));
      await store.putIfAbsent(markerKey(this.#place(), life, rid), new Uint8Array());
      for (const put of parameters.flatMap((parameter) =>
        parameterPuts(run, parameter, new Uint8Array([1]), clock.now(), nodeHash),
      ))
        await store.putIfAbsent(put.key, put.bytes);
    }
    await this.take({ type: "submitted", id: "1" });
  }

  async take(event: JobEvent): Promise<void> {
    const { status, records, commands } = react(this.job, this.status, event, this.ground.clock.now());
    this.status = status;
    this.#records.push(...records);
    await this.ground.files.writeAtomically(this.#file("journal.ndjson"), journalText(this.#records));
    this.#wake();
    for (const record of records) this.engine.onRecord(record);
    for (const command of commands) await this.#carryOut(command);
  }

  async *recordsFrom(from: number): AsyncGenerator<JobRecord, void> {
    for (let next = from - 1; ; next += 1) {
      while (this.#records[next] === undefined) await new Promise<void>((resolve) => (this.#wake = resolve));
      const record = this.#records[next];
      if (record !== undefined) yield record;
      if (record?.type === "finished") return;
    }
  }

  async #carryOut({ type, task, attempt }: JobCommand): Promise<void> {
    const end = this.engine.ends.get(task);
    const ended = { type: "ended", task, attempt, code: 0, signal: null, reason: null } as const;
    if (type === "end") {
      await this.#putManifest(task, attempt, { status: "cancelled" });
      await this.take({ ...ended, outcome: "cancelled" });
      return;
    }
    const own = this.#file("attempts", task, String(attempt));
    const process = { pid: 1, startTime: "1", bootId: "1" };
    const started = { task, attempt, process, stdout: `${own}/stdout.log`, stderr: `${own}/stderr.log` };
    await this.take({ type: "started", ...started });
    if (end === "waits") return;
    await this.#putManifest(task, attempt, end ?? {});
    await this.take({ ...ended, outcome: end?.status ?? "succeeded", reason: end?.failure?.message ?? null });
  }

  async #putManifest(operator: string, attempt: number, changes: Partial<Manifest>): Promise<void> {
    const { run, tasks } = this.job;
    if (run === null) return;
    const kind = tasks.find(({ id }) => id === operator)?.operator?.operator.kind ?? "function";
    const { rid, life, build } = run;
    await this.ground.store.putIfAbsent(
      manifestKey(this.#place(), { rid, life, operator, try: attempt }),
      jsonBytes(manifest(operator, { kind, life, build, try: attempt, engine: "local", ...changes })),
    );
  }

  #place(): WorkflowPlace {
    const { run, name } = this.job;
    return { project: run?.project ?? "", key: name.slice(0, -21) };
  }

  #file(...parts: readonly string[]): string {
    const { folder, name } = this.job;
    return this.ground.files.join(folder, ".air-executor", "jobs", name, ".engine", ...parts);
  }
}
