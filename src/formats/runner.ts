import type * as v from "valibot";
import { encoding } from "./code.js";
import { artifactId, artifactType } from "./graph.js";
import { runnerEntries } from "./job.js";
import { artifactFactEntries, operatorResultEntries } from "./manifest.js";
import type { Format } from "./reader.js";
import { count, digest, exactly, flag, list, matching, oneOf, orNull, record, text, told } from "./schema.js";

const runnerJob = record({
  ...runnerEntries,
  attempt: told("Absolute path of the attempt's folder, which exists with mode 0700.", text),
  inputs: told(
    "In argument order.",
    list(
      record({
        artifact: artifactId,
        file: told("Absolute.", text),
        sha256: told("Of the file's bytes, which are checked before they are read.", digest),
        encoding,
        type: artifactType,
      }),
    ),
  ),
  database: told("Of an extract or a save. A secret: it is never written to a file.", orNull(record({ url: text }))),
  watchParent: told("True on a worker: the end of stdin, or of the parent, ends the process.", flag),
});
/** The job that the runner reads from its stdin. */
export interface RunnerJob extends v.InferOutput<typeof runnerJob> {}
export const runnerJobFormat: Format<RunnerJob> = { name: "a job of a runner", schema: runnerJob, number: 1 };

/** Where the runner puts what an attempt gives, relative to its folder. */
const outputFile = matching(/^outputs\/[0-9]{1,6}$/, "a file of the attempt's outputs");
const sampleFile = matching(/^samples\/[0-9]{1,6}\.json$/, "a file of the attempt's samples");

const runnerResult = record({
  format: exactly(1),
  status: oneOf("succeeded", "failed"),
  ...operatorResultEntries,
  artifacts: list(record({ ...artifactFactEntries, file: outputFile, sample: orNull(sampleFile) })),
});
/** What the runner leaves as `result.json` in an attempt's folder. */
export interface RunnerResult extends v.InferOutput<typeof runnerResult> {}
export const runnerResultFormat: Format<RunnerResult> = {
  name: "what a runner of this version writes",
  schema: runnerResult,
  number: 1,
};

const memoryEvent = record({ event: exactly("memory"), peakBytes: count });
export const memoryEventFormat: Format<v.InferOutput<typeof memoryEvent>> = {
  name: "a figure of memory",
  schema: memoryEvent,
};
