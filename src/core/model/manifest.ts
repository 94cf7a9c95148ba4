import type { BuildName } from "./build.js";
import type { Digest, Encoding, TraceFrame } from "./trace.js";
import type { ArtifactId, ArtifactType, CheckSeverity, Json, OperatorId, OperatorKind, SaveMode } from "./workflow.js";

export type FailureType = "user" | "check" | "requirements" | "system" | "cancelled" | "lost" | "republished";

export interface Failure {
  readonly type: FailureType;
  readonly message: string;
  /** What to do. */
  readonly tip: string;
  /** The user's own frames, outermost first. */
  readonly trace: readonly TraceFrame[];
}

export interface Column {
  readonly name: string;
  readonly dtype: string;
}

/** What is known of a value once it is written, wherever its bytes lie. */
export interface ArtifactFacts {
  readonly id: ArtifactId;
  readonly sha256: Digest;
  /** Bytes. */
  readonly size: number;
  readonly type: ArtifactType;
  readonly encoding: Encoding;
  readonly rows: number | null;
  readonly schema: readonly Column[] | null;
}

export interface StoredArtifact extends ArtifactFacts {
  /** Key in the store. */
  readonly key: string;
  /** Key of at most 500 rows as JSON. */
  readonly sample: string | null;
}

/** The type that a value is held to, since the run that began then. */
export interface ExpectedType {
  /** The artifact's name. */
  readonly name: string;
  readonly type: ArtifactType;
  readonly since: string;
}

export interface SaveResult {
  readonly resource: string;
  readonly table: string;
  readonly mode: SaveMode;
  readonly rows: number;
  /** Over the rows as they stand in the table: docs/formats.md 7. */
  readonly digest: Digest;
}

/** A file or folder by its path from the folder, `.` for that itself, and what an operator did with it. */
export interface FolderUse {
  readonly path: string;
  readonly use: "read" | "listed" | "looked at" | "imported";
  /** When it had changed last; of what was listed, the one that had not changed for longest. Left out where nobody looked. */
  readonly changedAt?: string;
}

/** How a call of an operator ended, as whoever made it tells. */
export interface OperatorResult {
  readonly failure: Failure | null;
  readonly check: { readonly passed: boolean; readonly severity: CheckSeverity } | null;
  readonly metric: number | null;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Around the call only. */
  readonly wallSeconds: number;
  readonly peakBytes: number | null;
  readonly python: string;
  readonly saved: SaveResult | null;
  /** What it read of the world beside its inputs, as far as Python tells: files, and `network`; left out by runners that did not look. */
  readonly outside?: readonly string[];
  /** What it used of the folder that does not ship with it; left out by runners that did not look. */
  readonly notShipped?: readonly FolderUse[];
}

/** The record of one attempt of one operator, put last and never replaced (docs/formats.md 8). */
export interface Manifest extends OperatorResult {
  readonly format: 1;
  readonly operator: OperatorId;
  readonly kind: OperatorKind;
  readonly status: "succeeded" | "failed" | "cancelled";
  readonly build: BuildName;
  readonly life: string;
  readonly try: number;
  readonly engine: "local" | "airflow";
  readonly artifacts: readonly StoredArtifact[];
  readonly logs: { readonly stdout: string | null; readonly stderr: string | null };
  readonly reuse: CallKey | null;
  /** That of its operator in the build. */
  readonly origin?: Digest;
  /** What its artifacts were held to, in their order; null: any type. Left out where all are free. */
  readonly expected?: readonly (ExpectedType | null)[];
  /** It was not called: its values are those of an earlier call with the same key. Times are those of taking them. */
  readonly reused?: Reused;
  /** In a run that reuses values: why it was called all the same. */
  readonly called?: CallReason;
}

/** What a call's values follow from; of the parts one learns which of them has changed. */
export interface CallKey {
  readonly code: Digest;
  readonly key: Digest;
  /** Of requirements, Python's minor and surroundings; left out, as `inputs`, in manifests from before there were reasons. */
  readonly packages?: Digest;
  /** Of each input with its encoding. */
  readonly inputs?: Readonly<Record<ArtifactId, Digest>>;
}

/** Why an operator is called in a run that takes the values of earlier runs; the words are those of `callReasonText`. */
export type CallReason =
  /** It is what was asked for. */
  | { readonly why: "asked" }
  /** Its data comes from outside: an extract, or what takes nothing but parameters. */
  | { readonly why: "extract" | "source" }
  /** It measures the run itself. */
  | { readonly why: "measures" }
  /** Nobody knows what the key would be. */
  | { readonly why: "unknownCode" | "unknownPackages" }
  /** There is no earlier call, or none whose manifest can be read. */
  | { readonly why: "first" | "unreadable" }
  /** That part of the key is another one; `changed`: some part of those that an older manifest does not tell apart. */
  | { readonly why: "code" | "packages" | "changed" }
  /** As `code`: these inputs have other values. Parameters by their name. */
  | { readonly why: "inputs"; readonly inputs: readonly ArtifactId[]; readonly parameters: readonly string[] }
  /** With the same key: what it read beside its inputs when it was called. */
  | { readonly why: "outside"; readonly outside: readonly string[] }
  /** With the same key: it failed, its values are gone or damaged, or they are not of the type of the last successful run. */
  | { readonly why: "failed" | "gone" | "type" };

/** The attempt that has made the values which another one took over. */
export interface Reused {
  readonly rid: string;
  readonly life: string;
  readonly try: number;
  /** When that run started. */
  readonly runStartedAt: string;
  /** True where its data came from outside, and the run was told to reuse such values too. */
  readonly cached?: true;
}

/** Binds a life of a run to one build, put by whoever starts its first operator. */
export interface RunRecord {
  readonly format: 1;
  readonly project: string;
  readonly workflow: string;
  readonly target: string;
  readonly runId: string;
  readonly life: string;
  readonly build: BuildName;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly startedBy: "local" | "airflow";
  readonly scheduled: boolean;
  /** On Airflow: how often the run had been cleared when this life began; 0: it has nothing of earlier lives. */
  readonly clearNumber?: number;
}
