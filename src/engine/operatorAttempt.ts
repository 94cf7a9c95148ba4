import { statSync } from "node:fs";
import path from "node:path";
import {
  attemptRecord,
  inputArtifacts,
  jsonBytes,
  lastGoodRecord,
  lastPeak,
  outcomeOfManifest,
  parameterPuts,
  placeOf,
  readRunnerResult,
  runRecord,
  runnerJob,
  storeKeys,
  type AttemptEnd,
  type Hash,
} from "../core/index.js";
import { manifestFormat } from "../formats/manifest.js";
import { readText, valueOf } from "../formats/reader.js";
import type { Job, JobRun, OperatorTask, TaskOutcome } from "../core/model/job.js";
import type { Manifest, StoredArtifact } from "../core/model/manifest.js";
import { limits } from "../platform/ownedFile.js";
import { EarlierValues } from "./earlierValues.js";
import { LocalStore, readBlobFile } from "./localStore.js";
import { readEndIfThere, readIfThere } from "./wholeFiles.js";

/** What an attempt of an operator has to do with the store of its run. */
export class OperatorStore {
  readonly earlier: EarlierValues;
  private readonly store: LocalStore;

  constructor(
    private readonly run: JobRun,
    private readonly hash: Hash,
  ) {
    this.store = new LocalStore(run.store);
    this.earlier = new EarlierValues(run, this.store, hash);
  }

  /** Puts what the run starts from: its record, the marker by which it is found, the values of its parameters. Can be repeated. */
  begin(at: string): void {
    const { rid, life, parameters } = this.run;
    const place = placeOf(this.run, this.hash);
    this.store.requireFormat();
    for (const parameter of parameters) {
      const bytes = "file" in parameter.value ? readBlobFile(parameter.value.file) : undefined;
      for (const put of parameterPuts(this.run, parameter, bytes, at, this.hash)) {
        if (put.isValue) this.store.putValue(put.key, put.bytes);
        else this.store.putIfAbsent(put.key, put.bytes);
      }
    }
    const lastGood = lastGoodRecord(this.run);
    if (lastGood !== undefined) this.store.putIfAbsent(storeKeys.lastGoodKey(place, rid, life), jsonBytes(lastGood));
    this.store.putIfAbsent(storeKeys.runRecordKey(place, rid, life), jsonBytes(runRecord(this.run)));
    // Last: who finds the marker finds the run.
    this.store.putIfAbsent(storeKeys.markerKey(place, life, rid), new Uint8Array());
  }

  /**
   * The line for the runner's stdin. It holds a secret.
   *
   * @param attemptOf the attempt of a task that gave its values; parameters have only one
   */
  stdinOf(
    task: OperatorTask,
    attempt: string,
    attemptOf: (producer: string) => number,
    secrets: Readonly<Record<string, string>>,
  ): string {
    const job = runnerJob(task, attempt, this.inputs(task, attemptOf), (key) => this.store.fileOf(key), secrets);
    return `${JSON.stringify(job)}\n`;
  }

  /** Puts everything of an ended attempt, the manifest last. Can be repeated after a crash: what is there stays. */
  settle(
    task: OperatorTask,
    folder: string,
    end: ObservedEnd,
    attemptOf: (producer: string) => number,
  ): { readonly outcome: TaskOutcome; readonly reason: string | null } {
    const text = readIfThere(path.join(folder, "result.json"), limits.job);
    const full: AttemptEnd = {
      ...end,
      result: text === undefined ? undefined : readRunnerResult(text),
      peakBytes: lastPeak(readIfThere(path.join(folder, "events.ndjson"), limits.journal) ?? ""),
      errorTail: errorTail(folder),
      logs: { stdout: hasText(path.join(folder, "stdout.log")), stderr: hasText(path.join(folder, "stderr.log")) },
    };
    const inputs = end.refused === undefined ? this.inputs(task, attemptOf) : [];
    const { manifest, transfers } = attemptRecord(this.run, task, full, inputs, this.hash);
    for (const { file, key, isValue } of transfers) {
      if (isValue) this.store.moveValue(path.join(folder, file), key);
      else this.store.linkIfAbsent(path.join(folder, file), key);
    }
    const place = { rid: this.run.rid, life: this.run.life, operator: task.operator.id, try: end.attempt };
    this.store.putIfAbsent(storeKeys.manifestKey(placeOf(this.run, this.hash), place), jsonBytes(manifest));
    return { outcome: outcomeOfManifest(manifest), reason: manifest.failure?.message ?? null };
  }

  /** What the run's manifests say of an operator's inputs; throws where a manifest lacks one. */
  inputs(task: OperatorTask, attemptOf: (producer: string) => number): readonly StoredArtifact[] {
    return inputArtifacts(task, (producer) => this.manifest(producer, attemptOf(producer)));
  }

  private manifest(operator: string, attempt: number): Manifest {
    const { rid, life } = this.run;
    const key = storeKeys.manifestKey(placeOf(this.run, this.hash), { rid, life, operator, try: attempt });
    return valueOf(readText(manifestFormat, this.store.read(key)), this.store.fileOf(key));
  }
}

/** What the engine itself saw of an attempt's end; the rest lies in the attempt's folder. */
export type ObservedEnd = Omit<AttemptEnd, "result" | "peakBytes" | "errorTail" | "logs">;

/** The last line that says something. */
function errorTail(folder: string): string {
  const text = readEndIfThere(path.join(folder, "stderr.log"), 4 * longestTail) ?? "";
  return text.slice(-longestTail).trimEnd();
}

const longestTail = 2000;

export function storeOf(job: Job, hash: Hash): OperatorStore | undefined {
  return job.run === null ? undefined : new OperatorStore(job.run, hash);
}

function hasText(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Why a plain command did not succeed. */
export function reasonOfCommand(outcome: string, folder: string): string {
  if (outcome === "cancelled") return "cancelled";
  if (outcome === "lost") return "the process is gone and left no exit code";
  return errorTail(folder) || (readIfThere(path.join(folder, "exit.json"))?.trim() ?? "failed");
}
