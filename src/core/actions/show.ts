import { sampleFormat, type Sample } from "../../formats/sample.js";
import { loggedFailure } from "../airflow/loggedFailure.js";
import type { LogLine } from "../airflow/types.js";
import type { Manifest, StoredArtifact } from "../model/manifest.js";
import type { OperatorRun, Run } from "../model/run.js";
import type { OperatorId } from "../model/workflow.js";
import type { ObjectStore } from "../ports.js";
import { readJson } from "../store/json.js";
import { WrongRequest } from "./errors.js";
import { localTarget, type OpenFolder } from "./folder.js";
import { hasNoReason, lastLines } from "./loggedReasons.js";
import { operatorWord } from "../runs/stateWords.js";
import { storeOfTarget } from "./storedRun.js";
import { airflowTarget, publishedWorkflow } from "./target.js";
import type { World } from "./world.js";

/** What an operator of a run gave and said. */
export interface ShownOperator {
  readonly run: Run;
  readonly operator: OperatorRun;
  readonly values: readonly ShownValue[];
  /** Null where there is none yet, or it cannot be had; `missing` says why. */
  readonly log: { readonly stdout: string | null; readonly stderr: string | null };
  readonly missing: string | null;
}

export interface ShownValue {
  readonly artifact: StoredArtifact;
  /** The sample as stored (docs/formats/values.md); null where the value has none. */
  readonly sample: Sample | null;
}

/** Reads what a run's operator gave: samples, never whole data; its log; its failure stands in the manifest. */
export async function showOperator(
  world: World,
  open: OpenFolder,
  run: Run,
  id: OperatorId,
  signal?: AbortSignal,
): Promise<ShownOperator> {
  const operator = run.operators.find((one) => one.operator === id);
  if (operator === undefined)
    throw new WrongRequest(
      `Run ${run.rid} has no operator ${id}. It has ${run.operators.map((one) => one.operator).join(", ")}.`,
    );
  const store = storeOfTarget(world, open, run.target);
  const { manifest } = operator;
  if (manifest === null) return { run, values: [], ...(await unfinishedLog(world, open, run, operator, signal)) };
  const values = await Promise.all(
    manifest.artifacts.map(async (artifact) => ({ artifact, sample: await readSample(store, artifact, signal) })),
  );
  return { run, operator, values, log: await storedLog(store, manifest, signal), missing: null };
}

async function readSample(
  store: ObjectStore,
  { sample }: StoredArtifact,
  signal: AbortSignal | undefined,
): Promise<Sample | null> {
  const stored = sample === null ? undefined : await readJson(store, sample, sampleFormat, signal);
  return stored?.value ?? null;
}

/** What an ended attempt printed. */
export async function storedLog(
  store: ObjectStore,
  { logs }: Manifest,
  signal: AbortSignal | undefined,
): Promise<ShownOperator["log"]> {
  return { stdout: await readText(store, logs.stdout, signal), stderr: await readText(store, logs.stderr, signal) };
}

async function readText(
  store: ObjectStore,
  key: string | null,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const stored = key === null ? undefined : await store.get(key, signal);
  return stored === undefined ? null : new TextDecoder().decode(stored.bytes);
}

/** Of an operator that has no manifest yet the engine itself has the log. */
async function unfinishedLog(
  world: World,
  open: OpenFolder,
  run: Run,
  operatorRun: OperatorRun,
  signal: AbortSignal | undefined,
): Promise<Pick<ShownOperator, "operator" | "log" | "missing">> {
  const { operator, tryNumber } = operatorRun;
  const none = { operator: operatorRun, log: { stdout: null, stderr: null } };
  if (tryNumber === 0) return { ...none, missing: notRun(operatorRun) };
  if (run.target === localTarget)
    return { ...none, log: await liveLocalLog(world, open, run, operator, tryNumber), missing: null };
  const target = airflowTarget(world, open, run.target);
  const published = await publishedWorkflow(world, open, target, run.workflow, signal);
  if (published === undefined) return { ...none, missing: `${run.workflow} is no longer published to ${run.target}.` };
  const place = { dagId: published.publication.dagId, runId: run.runId, operator, tryNumber };
  const lines = await lastLines(target.client, place, signal);
  return {
    operator: hasNoReason(operatorRun) ? { ...operatorRun, loggedFailure: loggedFailure(lines ?? []) } : operatorRun,
    log: { stdout: lines === undefined ? null : lines.map(lineOf).join(""), stderr: null },
    missing: null,
  };
}

function notRun({ operator, state }: OperatorRun): string {
  return state === "upstreamFailed"
    ? `${operator} has not run, since what it needs failed.`
    : `${operator} is ${operatorWord(state)}: it has not run.`;
}

function lineOf({ text }: LogLine): string {
  return `${text}\n`;
}

/** What a local attempt has printed until now. */
export async function liveLocalLog(
  { files }: World,
  { folder, project: _ }: OpenFolder,
  { rid }: Run,
  operator: OperatorId,
  tryNumber: number,
): Promise<ShownOperator["log"]> {
  const jobs = files.join(folder, ".air-executor", "jobs");
  const job = (await files.list(jobs))?.find(({ name }) => name.endsWith(`-${rid}`));
  if (job === undefined) return { stdout: null, stderr: null };
  const attempt = files.join(jobs, job.name, ".engine", "attempts", operator, String(tryNumber));
  const [stdout, stderr] = await Promise.all([
    files.readText(files.join(attempt, "stdout.log")),
    files.readText(files.join(attempt, "stderr.log")),
  ]);
  return { stdout: stdout ?? null, stderr: stderr ?? null };
}
