import type * as v from "valibot";
import { processIdentity } from "./job.js";
import type { Format } from "./reader.js";
import { count, exactly, flag, leftOut, oneOf, ordinal, orNull, record, text, told, whole } from "./schema.js";

const identity = processIdentity.pipe[0].entries;

const base = told(
  "Real path of the `.air-executor` that it serves: one that was copied or moved with its folder says nothing.",
  text,
);

const engineCard = record({
  format: exactly(1),
  protocol: told("Which the daemon speaks.", count),
  ...identity,
  base: leftOut(base),
  socket: told("Absolute path, or the name of a pipe.", text),
  startedAt: text,
});
/** `engine.json`: where the daemon of a folder listens. */
export interface EngineCard extends v.InferOutput<typeof engineCard> {}
export const engineCardFormat: Format<EngineCard> = { name: "a card of an engine", schema: engineCard, number: 1 };

const engineLock = record({ ...identity, base: leftOut(base) });
/** `lock.<n>`: the process that holds the folder. */
export const engineLockFormat: Format<v.InferOutput<typeof engineLock>> = { name: "a lock", schema: engineLock };

const attemptProcess = record({
  format: exactly(1),
  ...identity,
  processGroup: told("As the shim knows it.", ordinal),
});
/** `pid.json`, by the shim of an attempt. */
export interface AttemptProcessRecord extends v.InferOutput<typeof attemptProcess> {}
export const attemptProcessFormat: Format<AttemptProcessRecord> = {
  name: "what an attempt's shim writes",
  schema: attemptProcess,
  number: 1,
};

const exitRecord = record({ code: whole, signal: orNull(text) });
/** `exit.json`, by the shim of an attempt. */
export interface ExitRecord extends v.InferOutput<typeof exitRecord> {}
export const exitFormat: Format<ExitRecord> = { name: "an exit record", schema: exitRecord };

const engineWord = record({ ready: leftOut(flag), error: leftOut(told("Why it can't run.", text)) });
/** The first line that a daemon prints: it listens, or another one holds the folder, or why neither. */
export const engineWordFormat: Format<v.InferOutput<typeof engineWord>> = {
  name: "an engine's word",
  schema: engineWord,
};

const jobStateFile = record({ state: oneOf("waiting", "working", "completed", "failed"), error: leftOut(text) });
/** `state.json`, as Air-Executor 1 reads it. */
export interface JobStateFile extends v.InferOutput<typeof jobStateFile> {}
export const jobStateFormat: Format<JobStateFile> = { name: "the state of a job", schema: jobStateFile };
