import type { JobRun, OperatorTask, TaskOutcome } from "../model/job.js";
import type { CallReason, Failure, Manifest, StoredArtifact } from "../model/manifest.js";
import type { Hash } from "../ports.js";
import { logKey, sampleKey, valueKey, type AttemptPlace } from "../store/keys.js";
import { signalWords } from "../model/signals.js";
import { crashOf } from "./crash.js";
import { manifestOf } from "./manifestOf.js";
import { placeOf } from "./place.js";
import { callKey, heldTo } from "./reuse.js";
import type { RunnerResult } from "./runnerResult.js";

/** How an attempt of an operator ended, as the engine saw it. */
export interface AttemptEnd {
  readonly attempt: number;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Undefined: the runner left none. */
  readonly result: RunnerResult | undefined;
  /** Exit status, where there is an exit record. */
  readonly code: number | null;
  readonly signal: string | null;
  /** The process is gone and left no exit record. */
  readonly lost: boolean;
  /** The job was being cancelled. */
  readonly cancelled: boolean;
  /** Why no earlier value stands for it; undefined in runs that reuse nothing. */
  readonly called: CallReason | undefined;
  /** What kept the task from being started. */
  readonly refused: { readonly message: string; readonly tip: string } | undefined;
  /** The runner's last figure. */
  readonly peakBytes: number | null;
  /** The last lines of stderr, for a failure that has no other text. */
  readonly errorTail: string;
  readonly logs: { readonly stdout: boolean; readonly stderr: boolean };
}

/** A file of the attempt that becomes an object of the store. */
interface Transfer {
  /** Relative to the attempt's folder. */
  readonly file: string;
  readonly key: string;
  /** Its key is the digest of its bytes: it moves there, and takes the place of what is there. */
  readonly isValue: boolean;
}

export interface AttemptRecord {
  readonly manifest: Manifest;
  /** To be put before the manifest. */
  readonly transfers: readonly Transfer[];
}

/** What the store is to hold of an ended attempt: the runner's result, or why there is none. */
export function attemptRecord(
  run: JobRun,
  task: OperatorTask,
  end: AttemptEnd,
  inputs: readonly StoredArtifact[],
  hash: Hash,
): AttemptRecord {
  const place = placeOf(run, hash);
  const attempt: AttemptPlace = { rid: run.rid, life: run.life, operator: task.operator.id, try: end.attempt };
  const { result } = end;
  // A failed check has a value too: what the runner wrote is kept, whatever became of it.
  const given = result?.artifacts ?? [];
  const artifacts = given.map(({ id, sha256, size, type, encoding, rows, schema, sample }, index): StoredArtifact => {
    const key = valueKey(place, sha256);
    return {
      id,
      key,
      sha256,
      size,
      type,
      encoding,
      rows,
      schema,
      sample: sample === null ? null : sampleKey(place, attempt, index + 1),
    };
  });
  const logs = {
    stdout: end.logs.stdout ? logKey(place, attempt, "stdout") : null,
    stderr: end.logs.stderr ? logKey(place, attempt, "stderr") : null,
  };
  const manifest = manifestOf(run, task.operator, end.attempt, {
    status: statusOf(end),
    failure: failureOf(end, task.folder),
    check: result?.check ?? null,
    metric: result?.metric ?? null,
    startedAt: result?.startedAt ?? end.startedAt,
    endedAt: result?.endedAt ?? end.endedAt,
    wallSeconds: result?.wallSeconds ?? Math.max(0, (Date.parse(end.endedAt) - Date.parse(end.startedAt)) / 1000),
    peakBytes: result?.peakBytes ?? end.peakBytes,
    python: result?.python ?? task.python ?? "",
    saved: result?.saved ?? null,
    artifacts,
    logs,
    reuse: reuseOf(run, task, inputs, result, hash),
    ...heldTo(task),
    ...(result?.outside === undefined ? {} : { outside: result.outside }),
    ...(result?.notShipped === undefined ? {} : { notShipped: result.notShipped }),
    ...(end.called === undefined ? {} : { called: end.called }),
  });
  return { manifest, transfers: [...transfersOf(given, artifacts), ...logTransfers(logs)] };
}

/** How a task without an operator ended: its exit code decides. */
export function outcomeOfCommand(end: Pick<AttemptEnd, "code" | "lost" | "cancelled" | "refused">): TaskOutcome {
  if (end.code === 0 && end.refused === undefined) return "succeeded";
  if (end.cancelled) return "cancelled";
  return end.lost ? "lost" : "failed";
}

/** How an operator's task ended: what its manifest says, but for the word that only the engine has. */
export function outcomeOfManifest({ status, failure }: Manifest): TaskOutcome {
  return failure?.type === "lost" ? "lost" : status;
}

/** A result that says "succeeded" counts even where the end came by a signal: the runner had done its work. */
function statusOf({ result, cancelled }: AttemptEnd): Manifest["status"] {
  if (result?.status === "succeeded") return "succeeded";
  return cancelled ? "cancelled" : "failed";
}

function failureOf(end: AttemptEnd, folder: string): Failure | null {
  if (statusOf(end) === "succeeded") return null;
  if (end.cancelled)
    return {
      type: "cancelled",
      message: "The run was cancelled.",
      tip: "Run it again when you want its values.",
      trace: end.result?.failure?.trace ?? [],
    };
  if (end.refused !== undefined) return { type: "system", ...end.refused, trace: [] };
  if (end.result?.failure) return end.result.failure;
  if (end.lost)
    return {
      type: "lost",
      message: "The process is gone and left no exit code.",
      tip: "It was killed together with the local engine, or the machine went down. Run it again.",
      trace: [],
    };
  const { words, trace } = crashOf(end.errorTail, folder);
  return {
    type: "system",
    message: `${howEnded(end)}${words === "" ? "" : ` ${words}`}`,
    tip:
      end.signal === null
        ? "See its log. Code that leaves the interpreter by itself (os._exit) ends like this."
        : signalWords(end.signal).tip,
    trace,
  };
}

function howEnded({ code, signal }: AttemptEnd): string {
  return signal === null
    ? `The process ended with exit code ${code ?? "unknown"} without a result.`
    : `The process was ended by ${signal} without a result: ${signalWords(signal).means}.`;
}

function reuseOf(
  run: JobRun,
  task: OperatorTask,
  inputs: readonly StoredArtifact[],
  result: RunnerResult | undefined,
  hash: Hash,
): Manifest["reuse"] {
  if (task.reuse === null || result === undefined) return null;
  return callKey(run, task, task.reuse, inputs, result.python, hash);
}

function transfersOf(given: RunnerResult["artifacts"], artifacts: readonly StoredArtifact[]): readonly Transfer[] {
  return given.flatMap(({ file, sample }, index) => {
    const stored = artifacts[index];
    if (stored === undefined) return [];
    return [
      { file, key: stored.key, isValue: true },
      ...(sample === null || stored.sample === null ? [] : [{ file: sample, key: stored.sample, isValue: false }]),
    ];
  });
}

function logTransfers(logs: Manifest["logs"]): readonly Transfer[] {
  return [
    ...(logs.stdout === null ? [] : [{ file: "stdout.log", key: logs.stdout, isValue: false }]),
    ...(logs.stderr === null ? [] : [{ file: "stderr.log", key: logs.stderr, isValue: false }]),
  ];
}
