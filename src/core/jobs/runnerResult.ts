import { readText } from "../../formats/reader.js";
import { memoryEventFormat, runnerResultFormat, type RunnerResult } from "../../formats/runner.js";

export type { RunnerResult } from "../../formats/runner.js";

/** Throws where the text is no result of a runner: then the runner, not the user's code, is at fault. */
export function readRunnerResult(text: string): RunnerResult {
  const result = readText(runnerResultFormat, text);
  if (result.readable) return result.value;
  throw new Error(
    `result.json is not what a runner writes (${result.why}); the Python environment may hold another version of aqueduct.`,
  );
}

/** The last `peakBytes` of a runner's `events.ndjson`, also of one that was killed in the middle of a line; null where it wrote none. */
export function lastPeak(events: string): number | null {
  const peaks = events.split("\n").flatMap((line) => {
    const event = readText(memoryEventFormat, line);
    return event.readable ? [event.value.peakBytes] : [];
  });
  return peaks.at(-1) ?? null;
}
