import type { ArtifactFacts, OperatorResult } from "../model/manifest.js";

/** What the runner leaves as `result.json` in an attempt's folder (docs/formats.md 7). */
export interface RunnerResult extends OperatorResult {
  readonly format: 1;
  readonly status: "succeeded" | "failed";
  readonly artifacts: readonly RunnerArtifact[];
}

/** Its files stand relative to the attempt's folder. */
interface RunnerArtifact extends ArtifactFacts {
  readonly file: string;
  readonly sample: string | null;
}

/** Throws where the text is no result of a runner: then the runner, not the user's code, is at fault. */
export function readRunnerResult(text: string): RunnerResult {
  const value: unknown = JSON.parse(text);
  if (!isRunnerResult(value))
    throw new Error(
      "result.json is not what a runner writes; the Python environment may hold another version of aqueduct.",
    );
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
  return (
    format === 1 &&
    (status === "succeeded" || status === "failed") &&
    Array.isArray(artifacts) &&
    typeof startedAt === "string" &&
    typeof endedAt === "string"
  );
}
