import type { Column, Failure, SaveResult } from "../model/manifest.js";
import type { Digest, Encoding } from "../model/trace.js";
import type { ArtifactId, ArtifactType, CheckSeverity } from "../model/workflow.js";

/** What the runner leaves as `result.json` in an attempt's folder (docs/formats.md 7). */
export interface RunnerResult {
  readonly format: 1;
  readonly status: "succeeded" | "failed";
  readonly failure: Failure | null;
  readonly check: { readonly passed: boolean; readonly severity: CheckSeverity } | null;
  readonly metric: number | null;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Around the call only. */
  readonly wallSeconds: number;
  readonly peakBytes: number | null;
  readonly python: string;
  readonly artifacts: readonly RunnerArtifact[];
  readonly saved: SaveResult | null;
}

export interface RunnerArtifact {
  readonly id: ArtifactId;
  /** Relative to the attempt's folder. */
  readonly file: string;
  readonly sha256: Digest;
  readonly size: number;
  readonly type: ArtifactType;
  readonly encoding: Encoding;
  readonly rows: number | null;
  readonly schema: readonly Column[] | null;
  readonly sample: string | null;
}

/** Throws where the text is no result of a runner: then the runner, not the user's code, is at fault. */
export function readRunnerResult(text: string): RunnerResult {
  const value: unknown = JSON.parse(text);
  if (!isRunnerResult(value)) throw new Error("result.json is not what a runner writes; the Python environment may hold another version of aqueduct.");
  return value;
}

/** The last `peakBytes` of a runner's `events.ndjson`, also of one that was killed in the middle of a line; null where it wrote none. */
export function lastPeak(events: string): number | null {
  const peaks = events.split("\n").map((line) => /"peakBytes":\s*(\d+)/.exec(line)?.[1]);
  const last = peaks.filter((peak) => peak !== undefined).at(-1);
  return last === undefined ? null : Number(last);
}

function isRunnerResult(value: unknown): value is RunnerResult {
  if (typeof value !== "object" || value === null) return false;
  const { format, status, artifacts, startedAt, endedAt } = value as Readonly<Record<string, unknown>>;
  return format === 1 && (status === "succeeded" || status === "failed") && Array.isArray(artifacts) && typeof startedAt === "string" && typeof endedAt === "string";
}
