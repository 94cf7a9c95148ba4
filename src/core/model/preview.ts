import type { BuildName } from "./build.js";
import type { FailureType, Manifest, SaveResult } from "./manifest.js";
import type { OperatorState, Run } from "./run.js";
import type { Sample } from "./sample.js";
import type { Encoding } from "./trace.js";
import type { ArtifactId, ArtifactType, Bound, CheckSeverity, OperatorId, OperatorKind } from "./workflow.js";

/** What an operator of a run gave, for people to look at. */
export interface OperatorPreview {
  readonly workflow: string;
  readonly run: PreviewedRun;
  readonly operator: PreviewedOperator;
  readonly values: readonly PreviewedValue[];
  /** A sentence where there is no value to show. */
  readonly missing: string | null;
}

export type PreviewedRun = Pick<
  Run,
  "rid" | "runId" | "target" | "state" | "warning" | "queuedAt" | "startedAt" | "endedAt"
> & { readonly build: BuildName | null };

export interface PreviewedOperator {
  readonly id: OperatorId;
  readonly name: string;
  /** Null where neither build nor manifest tells. */
  readonly kind: OperatorKind | null;
  readonly state: OperatorState;
  /** Null where it was not called. */
  readonly wallSeconds: number | null;
  /** Where its values come from where it was not called, in words: `reused from run of 12:03`. */
  readonly reused: string | null;
  readonly python: string | null;
  readonly failure: PreviewedFailure | null;
  readonly check: Manifest["check"];
  readonly metric: number | null;
  /** Bounds that the workflow sets on the metric. */
  readonly bounds: readonly PreviewedBound[];
  readonly saved: SaveResult | null;
}

export interface PreviewedFailure {
  readonly type: FailureType;
  readonly message: string;
  readonly tip: string;
  /** Innermost line of the user's own code; null where the failure has no trace. */
  readonly at: { readonly file: string; readonly line: number; readonly function: string } | null;
}

/** A bound on a metric, and how it came out. */
export interface PreviewedBound extends Bound {
  readonly operator: OperatorId;
  readonly name: string;
  readonly severity: CheckSeverity;
  /** Null where it did not run. */
  readonly passed: boolean | null;
}

export interface PreviewedValue {
  readonly artifact: ArtifactId;
  readonly name: string;
  readonly type: ArtifactType;
  readonly encoding: Encoding;
  /** Bytes of the whole value. */
  readonly size: number;
  /** Of the whole table. */
  readonly rows: number | null;
  readonly sample: Sample | null;
  /** Why it has no sample; null where it has one. */
  readonly reason: string | null;
}
