import type { Job, JobRecord, JobView } from "../model/job.js";
import type { Clock, Files, Hash, Http, Interpreters, Log, ObjectStore, Processes, Random, Secrets } from "../ports.js";
import type { StoreResource } from "../resources/resource.js";

/** Everything that actions need of the world, put together once by the command line, the extension or a test. */
export interface World {
  readonly files: Files;
  readonly http: Http;
  readonly processes: Processes;
  readonly interpreters: Interpreters;
  readonly secrets: Secrets;
  readonly hash: Hash;
  readonly random: Random;
  readonly clock: Clock;
  readonly log: Log;
  readonly engine: LocalEngine;
  readonly runtime: RuntimePackage;
  openStore(resource: StoreResource): ObjectStore;
  /** The folder of the editor's workspace that a file lies in, which is a project where no `aqueduct.json` stands above the file; outside an editor there is none. */
  readonly workspaceFolderOf?: (file: string) => string | undefined;
  /** How many operators may run at once on this machine. */
  readonly cores: number;
}

/** The Python package that runs with user code. */
interface RuntimePackage {
  readonly version: string;
  /** Holds the package `aqueduct`. */
  readonly folder: string;
  /** The same package as one file, the same bytes on every machine. */
  zip(): Promise<Uint8Array>;
}

/** What whoever waits for a daemon may say and hear. */
interface EngineWaiting {
  readonly signal?: AbortSignal | undefined;
  /** Told once what is waited for, as a sentence, where that takes more than a moment. */
  readonly tell?: ((text: string) => void) | undefined;
}

/** How a daemon was ended: with what it ran, or, where it is of another version, without. */
type EngineEnd = "with its runs" | "without its runs";

/** The way to the daemon of a folder. */
export interface LocalEngine {
  /** Finds the daemon that serves the folder, or starts one. */
  connect(folder: string, waiting?: EngineWaiting): Promise<EngineConnection>;
  /** The daemon if there is one; undefined where none runs. */
  find(folder: string, signal?: AbortSignal): Promise<EngineConnection | undefined>;
  /** Ends the daemon, also one that can't be asked; resolves once it is gone, with undefined where none runs. */
  end(folder: string, signal?: AbortSignal): Promise<EngineEnd | undefined>;
}

export interface EngineConnection {
  /** Resolves when the job is on disk. @param secrets database URLs with their passwords, by resource; kept in memory only */
  submit(job: Job, secrets: Readonly<Record<string, string>>): Promise<void>;
  /** Resolves when the request is on disk; the job has ended once its record `finished` comes. */
  cancel(job: string): Promise<void>;
  list(): Promise<readonly JobView[]>;
  /** The job's records from `from` on, first those that were written, then those that come; ends after `finished`. */
  records(job: string, from: number, signal?: AbortSignal): AsyncIterable<JobRecord>;
  stop(): Promise<void>;
  close(): void;
}
