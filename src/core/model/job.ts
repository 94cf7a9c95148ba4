import type { BuildName } from "./build.js";
import type { CallReason, ExpectedType, Reused } from "./manifest.js";
import type { Digest, Encoding, ShippedCode, ShippedModule } from "./trace.js";
import type {
  ArtifactId,
  ArtifactType,
  Bound,
  CallShape,
  CheckSeverity,
  Json,
  OperatorId,
  OperatorKind,
  SaveMode,
} from "./workflow.js";

/** A process to run: Air-Executor's task. */
export interface JobTask {
  /** `[A-Za-z0-9_][A-Za-z0-9_.-]*`, at most 100 characters. */
  readonly id: string;
  /** Tasks of the same job that must have succeeded before. */
  readonly dependencies: readonly string[];
  readonly command: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** Added to the environment of who submitted the job. No secrets: it is kept in a file. */
  readonly environment: Readonly<Record<string, string>>;
  /** The operator that the task runs through `aqueduct.runner`; null: a plain command. */
  readonly operator: OperatorTask | null;
}

/** What the runner is told (docs/formats.md 7), but for what the engine adds: attempt, inputs' files, database. */
export interface OperatorTask {
  readonly format: 1;
  readonly operator: {
    readonly id: OperatorId;
    readonly name: string;
    readonly kind: OperatorKind;
    readonly outputs: readonly ArtifactId[];
    readonly severity?: CheckSeverity;
    readonly bound?: Bound;
    readonly query?: string | readonly string[];
    readonly tags?: readonly string[];
    readonly table?: string;
    readonly mode?: SaveMode;
    readonly resource?: string;
    readonly call?: CallShape;
  };
  /** What relative paths of code stand for. */
  readonly folder: string;
  /** `definitions`: absolute path of the blob. */
  readonly code: ShippedCode | null;
  /** `file`: absolute path of the blob. */
  readonly values: readonly { readonly name: string; readonly file: string; readonly encoding: Encoding }[];
  readonly modules: readonly { readonly path: ShippedModule["path"]; readonly file: string }[];
  readonly requirements: readonly string[];
  readonly python: string | null;
  readonly watchParent: false;
  /** In argument order; `producer` is a task of this job or one of the run's parameters. */
  readonly inputs: readonly { readonly artifact: ArtifactId; readonly producer: OperatorId }[];
  /** Digest of the code that the operator can reach, for the record of what could be reused. */
  readonly reuse: Digest | null;
  /** What it runs in beside its code; left out where nobody can tell: then nothing of it is reused. */
  readonly surroundings?: Surroundings;
  /** That of its operator in the build. */
  readonly origin?: Digest;
  /** What its outputs are held to, in their order; null: any type. Left out where all are free. */
  readonly expected?: readonly (ExpectedType | null)[];
}

/** What an operator runs in: two that are equal give the same values for the same code and inputs. */
export interface Surroundings {
  /** Python's minor version, such as `3.11`. */
  readonly python: string;
  /** Of the interpreter's packages, our own runtime, and the address of the operator's database. */
  readonly digest: Digest;
}

/** The run of a workflow that a job stands for. */
export interface JobRun {
  readonly project: string;
  readonly workflow: string;
  readonly target: "local";
  readonly runId: string;
  /** 20 hex digits of (project, workflow, target, runId). */
  readonly rid: string;
  /** Start as `20261121T012301.048772Z`. */
  readonly life: string;
  readonly build: BuildName;
  /** Absolute path of the folder store. */
  readonly store: string;
  readonly parameters: readonly JobParameter[];
  /** The record of the manifests of which the types come, for the runs that follow; left out where there are none. */
  readonly lastGood?: LastGood;
  /** Left out: every operator is called. */
  readonly reuse?: ReuseOrder;
}

/** Keys of manifests by operator: of the last successful run that an operator was in (docs/formats.md 8). */
export type LastGood = Readonly<Record<OperatorId, string>>;

/** Of which operators a run takes the values of an earlier run, where their key fits. */
export interface ReuseOrder {
  /** The operator that is run, which is called in any case. */
  readonly asked: OperatorId;
  readonly operators: readonly OperatorId[];
  /** What is to become of calls that read a file, a database or the network: no key tells whether that has changed. */
  readonly extracts: "again" | "cached";
}

/** The value of one parameter in this run: given as JSON, or the bytes of its default. */
export interface JobParameter {
  readonly operator: OperatorId;
  readonly artifact: ArtifactId;
  /** Under which `run.json` lists it. */
  readonly name: string;
  readonly value:
    | { readonly json: Json }
    | { readonly file: string; readonly encoding: Encoding; readonly type: ArtifactType; readonly json?: Json };
}

/** What is submitted to the local engine and kept as `job.json`. It holds no secrets. */
export interface Job {
  readonly format: 1;
  /** `[A-Za-z0-9_-]{1,100}`: the job's folder. */
  readonly name: string;
  /** Absolute path of the folder that the job belongs to. */
  readonly folder: string;
  readonly run: JobRun | null;
  readonly tasks: readonly JobTask[];
  /** How many tasks may run at once. */
  readonly parallel: number;
}

export type TaskOutcome = "succeeded" | "failed" | "cancelled" | "lost";
export type TaskState = "pending" | "ready" | "starting" | "running" | TaskOutcome | "upstreamFailed";
/** Legacy words: the job's state in `state.json`; `failed` also stands for cancelled. */
export type JobState = "waiting" | "working" | "completed" | "failed";

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** As the system tells it; only compared. */
  readonly startTime: string;
  readonly bootId: string;
}

/** One fact of a job's life. A job's state is what its journal adds up to. */
export type JobFact =
  | { readonly type: "submitted"; readonly id: string }
  /** Journaled before the attempt's folder is made. */
  | { readonly type: "starting"; readonly task: string; readonly attempt: number }
  | {
      readonly type: "started";
      readonly task: string;
      readonly attempt: number;
      readonly process: ProcessIdentity;
      readonly stdout: string;
      readonly stderr: string;
      /** Why no earlier value stands for it, in a run that reuses values. */
      readonly called?: CallReason;
    }
  /** The attempt never ran, and never will: the task may start again. */
  | { readonly type: "notStarted"; readonly task: string; readonly attempt: number }
  | {
      readonly type: "ended";
      readonly task: string;
      readonly attempt: number;
      readonly outcome: TaskOutcome;
      readonly code: number | null;
      readonly signal: string | null;
      /** Why it did not succeed, for people. */
      readonly reason: string | null;
      /** No process was started: these values stand for its own. */
      readonly reused?: Reused;
      /** As in `started`. */
      readonly called?: CallReason;
    }
  | { readonly type: "upstreamFailed"; readonly task: string; readonly upstream: string }
  | { readonly type: "cancelRequested" }
  /** A task that had not been started when the job was cancelled. */
  | { readonly type: "cancelled"; readonly task: string }
  | { readonly type: "finished"; readonly outcome: "succeeded" | "failed" | "cancelled" };

/** A line of `journal.ndjson`; `seq` counts from 1 without gaps. */
export type JobRecord = JobFact & { readonly seq: number; readonly at: string };

/** One task as the engine knows it. */
export interface JobTaskView {
  readonly id: string;
  readonly state: TaskState;
  /** 0: never started. */
  readonly attempt: number;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly code: number | null;
  readonly reason: string | null;
  /** Absolute paths of the attempt's logs. */
  readonly logs: { readonly stdout: string; readonly stderr: string } | null;
}

/** One job as the engine knows it. */
export interface JobView {
  readonly name: string;
  readonly state: JobState;
  readonly outcome: "succeeded" | "failed" | "cancelled" | null;
  readonly cancelRequested: boolean;
  readonly submittedAt: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly run: Pick<JobRun, "project" | "workflow" | "runId" | "rid" | "life" | "build"> | null;
  readonly tasks: readonly JobTaskView[];
}
