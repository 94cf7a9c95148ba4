import type * as v from "valibot";
import { buildName } from "./build.js";
import { encoding, stagedCode } from "./code.js";
import { artifactId, artifactType, operatorEntries, operatorId } from "./graph.js";
import { callReason, expectedType, life, reused, rid } from "./manifest.js";
import type { Format } from "./reader.js";
import { lastGood } from "./run.js";
import {
  count,
  digest,
  either,
  exactly,
  flag,
  json,
  leftOut,
  list,
  mapOf,
  matching,
  oneOf,
  oneOfRecords,
  ordinal,
  orNull,
  record,
  text,
  told,
  whole,
} from "./schema.js";

/** Air-Executor's: part of paths. */
const taskId = matching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/, "an id of a task");
export const jobName = matching(/^[A-Za-z0-9_-]{1,100}$/, "a name of a job");

const surroundings = record({
  python: told("Python's minor version, such as `3.11`.", text),
  digest: told("Of the interpreter's packages, our own runtime, and the address of the operator's database.", digest),
});
/** What an operator runs in: two that are equal give the same values for the same code and inputs. */
export interface Surroundings extends v.InferOutput<typeof surroundings> {}

const { id, name, kind, outputs, severity, bound, query, tags, table, mode, resource, call } = operatorEntries;

/** What the runner is told of an operator, here and on a worker. */
export const runnerEntries = {
  format: exactly(1),
  operator: record({ id, name, kind, outputs, severity, bound, query, tags, table, mode, resource, call }),
  folder: told("What relative paths of code stand for; absolute.", text),
  code: told("`definitions`: absolute path of the blob.", orNull(stagedCode)),
  values: told("`file`: absolute path of the blob.", list(record({ name: text, file: text, encoding }))),
  modules: list(record({ path: text, file: text })),
  requirements: list(text),
  python: orNull(text),
  expected: leftOut(
    told(
      "What its outputs are held to, in their order; null: any type. Left out where all are free.",
      list(orNull(expectedType)),
    ),
  ),
} as const;

const operatorTask = record({
  ...runnerEntries,
  watchParent: exactly(false),
  inputs: told(
    "In argument order; `producer` is a task of this job or one of the run's parameters.",
    list(record({ artifact: artifactId, producer: operatorId })),
  ),
  reuse: told("Of the code that the operator can reach, for the record of what could be reused.", orNull(digest)),
  surroundings: leftOut(
    told(
      "What it runs in beside its code; left out where nobody can tell: then nothing of it is reused.",
      surroundings,
    ),
  ),
  origin: leftOut(told("That of its operator in the build.", digest)),
});
/** What the runner is told, but for what the engine adds: attempt, inputs' files, database. */
export interface OperatorTask extends v.InferOutput<typeof operatorTask> {}

const jobTask = record({
  id: taskId,
  dependencies: told("Tasks of the same job that must have succeeded before.", list(text)),
  command: text,
  args: list(text),
  cwd: told("Absolute.", text),
  environment: told("Added to that of who submitted the job. No secrets: it is kept in a file.", mapOf(text)),
  operator: told("The operator that the task runs; null: a plain command.", orNull(operatorTask)),
});
/** A process to run: Air-Executor's task. */
export interface JobTask extends v.InferOutput<typeof jobTask> {}

const reuseOrder = record({
  asked: told("The operator that is run, which is called in any case.", operatorId),
  operators: list(operatorId),
  extracts: told(
    "What is to become of calls that read a file, a database or the network: no key tells whether that has changed.",
    oneOf("again", "cached"),
  ),
});
/** Of which operators a run takes the values of an earlier run, where their key fits. */
export interface ReuseOrder extends v.InferOutput<typeof reuseOrder> {}

const jobParameter = record({
  operator: operatorId,
  artifact: artifactId,
  name: told("Under which `run.json` lists it.", text),
  value: either(
    "a value or the file of one",
    record({ file: text, encoding, type: artifactType, json: leftOut(json) }),
    record({ json }),
  ),
});
/** The value of one parameter in this run: given as JSON, or the bytes of its default. */
export interface JobParameter extends v.InferOutput<typeof jobParameter> {}

const jobRun = record({
  project: text,
  workflow: text,
  target: exactly("local"),
  runId: text,
  rid,
  life,
  build: buildName,
  store: told("Absolute path of the folder store.", text),
  parameters: list(jobParameter),
  lastGood: leftOut(told("The record of the manifests of which the types come, for the runs that follow.", lastGood)),
  reuse: leftOut(told("Left out: every operator is called.", reuseOrder)),
});
/** The run of a workflow that a job stands for. */
export interface JobRun extends v.InferOutput<typeof jobRun> {}

export const job = record({
  format: exactly(1),
  name: told("The job's folder.", jobName),
  folder: told("Absolute path of the folder that the job belongs to.", text),
  run: orNull(jobRun),
  tasks: list(jobTask),
  parallel: told("How many tasks may run at once.", ordinal),
});
/** What is submitted to the local engine and kept as `job.json`. It holds no secrets. */
export interface Job extends v.InferOutput<typeof job> {}
export const jobFormat: Format<Job> = { name: "a job", schema: job, number: 1 };

export const processIdentity = record({
  pid: ordinal,
  startTime: told("As the system tells it; only compared.", matching(/^[\s\S]+$/, "a text")),
  bootId: text,
});
/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity extends v.InferOutput<typeof processIdentity> {}

const taskOutcome = oneOf("succeeded", "failed", "cancelled", "lost");
export type TaskOutcome = v.InferOutput<typeof taskOutcome>;
const taskState = oneOf(
  "pending",
  "ready",
  "starting",
  "running",
  "succeeded",
  "failed",
  "cancelled",
  "lost",
  "upstreamFailed",
);
export type TaskState = v.InferOutput<typeof taskState>;
const jobState = oneOf("waiting", "working", "completed", "failed");
/** Legacy words: the job's state in `state.json`; `failed` also stands for cancelled. */
export type JobState = v.InferOutput<typeof jobState>;
const jobOutcome = oneOf("succeeded", "failed", "cancelled");

const attempt = ordinal;

/** Members of every line of `journal.ndjson`. */
const line = { seq: told("From 1, without gaps.", ordinal), at: told("A time.", text) } as const;

export const jobRecord = oneOfRecords("type", [
  record({ ...line, type: exactly("submitted"), id: text }),
  record({ ...line, type: exactly("starting"), task: taskId, attempt }),
  record({
    ...line,
    type: exactly("started"),
    task: taskId,
    attempt,
    process: processIdentity,
    stdout: told("Absolute path of the log, which can be followed.", text),
    stderr: text,
    called: leftOut(told("Why no earlier value stands for it, in a run that reuses values.", callReason)),
  }),
  record({ ...line, type: exactly("notStarted"), task: taskId, attempt }),
  record({
    ...line,
    type: exactly("ended"),
    task: taskId,
    attempt,
    outcome: taskOutcome,
    code: orNull(whole),
    signal: orNull(text),
    reason: told("Why it did not succeed, for people.", orNull(text)),
    reused: leftOut(told("No process was started: these values stand for its own.", reused)),
    called: leftOut(callReason),
  }),
  record({ ...line, type: exactly("upstreamFailed"), task: taskId, upstream: text }),
  record({ ...line, type: exactly("cancelRequested") }),
  record({ ...line, type: exactly("cancelled"), task: taskId }),
  record({ ...line, type: exactly("finished"), outcome: jobOutcome }),
]);
/** A line of `journal.ndjson`. */
export type JobRecord = v.InferOutput<typeof jobRecord>;
/** One fact of a job's life, as its line tells it. A job's state is what its journal adds up to. */
export type JobFact = JobRecord extends infer One
  ? One extends JobRecord
    ? Omit<One, keyof typeof line>
    : never
  : never;
export const journalLineFormat: Format<JobRecord> = { name: "a record of a journal", schema: jobRecord };

const jobTaskView = record({
  id: text,
  state: taskState,
  attempt: told("0: never started.", count),
  startedAt: orNull(text),
  endedAt: orNull(text),
  code: orNull(whole),
  reason: orNull(text),
  logs: told("Absolute paths of the attempt's logs.", orNull(record({ stdout: text, stderr: text }))),
});
/** One task as the engine knows it. */
export interface JobTaskView extends v.InferOutput<typeof jobTaskView> {}

export const jobView = record({
  name: text,
  state: jobState,
  outcome: orNull(jobOutcome),
  cancelRequested: flag,
  submittedAt: orNull(text),
  startedAt: orNull(text),
  endedAt: orNull(text),
  run: orNull(record({ project: text, workflow: text, runId: text, rid, life, build: buildName })),
  tasks: list(jobTaskView),
});
/** One job as the engine knows it. */
export interface JobView extends v.InferOutput<typeof jobView> {}
