import type { JobRun, OperatorTask } from "../model/job.js";
import type { CallKey, CallReason, Manifest, Reused, StoredArtifact } from "../model/manifest.js";
import { pythonMinor } from "../model/pythonMinor.js";
import type { Digest } from "../model/trace.js";
import type { Hash } from "../ports.js";
import { canonicalJson } from "../store/json.js";
import { logKey, sampleKey, timeOfLife, valueKey, type AttemptPlace } from "../store/keys.js";
import { areExpected } from "./expectedTypes.js";
import { manifestOf } from "./manifestOf.js";
import { placeOf } from "./place.js";
import { ofName } from "../model/ofName.js";

/**
 * What a call's values follow from (docs/formats/runs.md): the code that it can reach with its captured values, what it runs in, its inputs and its parameters.
 *
 * Two calls with one key give the same values, but for what they read of the world outside.
 *
 * @param code the digest of `task.reuse`
 * @param inputs in argument order
 * @param python the version that it runs with, of which the minor counts
 */
export function callKey(
  run: JobRun,
  task: OperatorTask,
  code: Digest,
  inputs: readonly StoredArtifact[],
  python: string,
  hash: Hash,
): Required<CallKey> {
  const read = task.inputs.map(({ producer }) => producer);
  const values = run.parameters
    .filter(({ operator }) => read.includes(operator))
    .flatMap(({ name, value }) => (value.json === undefined ? [] : [[name, value.json] as const]));
  const runsIn = {
    requirements: task.requirements,
    python: pythonMinor(python),
    surroundings: task.surroundings?.digest ?? null,
  };
  // The same bytes are another value in another encoding: the text 1 is not a number.
  const given = inputs.map(({ sha256, encoding, type }) => [sha256, encoding, type]);
  const digest = (value: unknown): Digest => hash.sha256(canonicalJson(value));
  return {
    code,
    key: digest({ code, ...runsIn, inputs: given, parameters: Object.fromEntries(values) }),
    packages: digest(runsIn),
    inputs: Object.fromEntries(inputs.map(({ id }, index) => [id, digest(given[index])])),
  };
}

/** Why an operator is called without a look at earlier runs; undefined where they are to be looked at, or the run reuses nothing. */
export function calledAtOnce({ reuse }: JobRun, task: OperatorTask): CallReason | undefined {
  if (reuse === undefined) return undefined;
  const { id, kind } = task.operator;
  if (reuse.asked === id) return { why: "asked" };
  if (kind === "systemMetric") return { why: "measures" };
  if (!reuse.operators.includes(id)) return { why: kind === "extract" ? "extract" : "source" };
  if (task.reuse === null) return { why: "unknownCode" };
  return task.surroundings === undefined ? { why: "unknownPackages" } : undefined;
}

/** The key under which an earlier call's values may stand for this one; undefined where the operator has to be called. */
export function wantedKey(
  run: JobRun,
  task: OperatorTask,
  inputs: readonly StoredArtifact[],
  hash: Hash,
): Required<CallKey> | undefined {
  if (run.reuse === undefined || calledAtOnce(run, task) !== undefined) return undefined;
  if (task.reuse === null || task.surroundings === undefined) return undefined;
  return callKey(run, task, task.reuse, inputs, task.surroundings.python, hash);
}

/** What keeps an earlier attempt's values from standing for a call with this key; undefined: nothing, if they are still there. */
export function whyNotReused(
  { status, engine, reuse, saved, artifacts, outside }: Manifest,
  wanted: Required<CallKey>,
  task: OperatorTask,
  run: JobRun,
): CallReason | undefined {
  if (engine !== "local" || reuse === null || saved !== null) return { why: "first" };
  if (reuse.key !== wanted.key) return differenceOf(reuse, wanted, task, run);
  if (status !== "succeeded") return { why: "failed" };
  const { outputs } = task.operator;
  if (artifacts.length !== outputs.length || !artifacts.every(({ id }, index) => id === outputs[index]))
    return { why: "code" };
  if (!areExpected(artifacts, task.expected)) return { why: "type" };
  if (run.reuse?.extracts !== "cached" && outside !== undefined && outside.length > 0)
    return { why: "outside", outside };
  return undefined;
}

/** The reason to tell where none of several attempts could stand for a call: of the newest with its very key, else of the newest. Attempts come newest first. */
export function reasonOfAll(
  wanted: Required<CallKey>,
  objections: readonly { readonly manifest: Manifest; readonly reason: CallReason }[],
): CallReason {
  const told = objections.filter(({ reason }) => reason.why !== "first");
  const same = told.find(({ manifest }) => manifest.reuse?.key === wanted.key);
  return (same ?? told[0])?.reason ?? { why: "first" };
}

function differenceOf(before: CallKey, wanted: Required<CallKey>, task: OperatorTask, run: JobRun): CallReason {
  if (before.code !== wanted.code) return { why: "code" };
  if (before.packages === undefined || before.inputs === undefined) return { why: "changed" };
  if (before.packages !== wanted.packages) return { why: "packages" };
  const changed = task.inputs.filter(
    ({ artifact }) => ofName(before.inputs ?? {}, artifact) !== ofName(wanted.inputs, artifact),
  );
  const named = ({ producer }: (typeof changed)[number]): readonly string[] =>
    run.parameters.flatMap(({ operator, name }) => (operator === producer ? [name] : []));
  const inputs = changed.filter((input) => named(input).length === 0).map(({ artifact }) => artifact);
  const parameters = changed.flatMap(named);
  if (inputs.length + parameters.length === 0) return { why: "changed" };
  return { why: "inputs", inputs: [...new Set(inputs)], parameters: [...new Set(parameters)] };
}

/** An object of the store that is to stand under another key too. */
export interface Linking {
  readonly from: string;
  readonly to: string;
  readonly isValue: boolean;
}

/**
 * The manifest of an attempt that takes an earlier one's values over, and what is to be linked before it is put. It names the very values of the earlier one;
 * those of an older store, where each attempt had its own, are linked to their place. An object of a log that is gone is left out; without its values, or a
 * sample, nothing can be taken over.
 *
 * @param at when it is taken
 * @param hasLog whether the store still has what the earlier attempt printed
 */
export function reusedAttempt(
  run: JobRun,
  task: OperatorTask,
  attempt: number,
  earlier: Manifest,
  earlierRun: string,
  at: string,
  hasLog: (key: string) => boolean,
  hash: Hash,
): { readonly manifest: Manifest; readonly links: readonly Linking[]; readonly reused: Reused } {
  const workflow = placeOf(run, hash);
  const place: AttemptPlace = { rid: run.rid, life: run.life, operator: task.operator.id, try: attempt };
  const {
    rid,
    life: madeIn,
    try: madeBy,
    runStartedAt,
  } = earlier.reused ?? {
    rid: earlierRun,
    life: earlier.life,
    try: earlier.try,
    runStartedAt: timeOfLife(earlier.life),
  };
  const cached = isFromOutside(run, task, earlier) ? { cached: true as const } : {};
  const reused: Reused = { rid, life: madeIn, try: madeBy, runStartedAt, ...cached };
  const artifacts = earlier.artifacts.map((artifact, index) => ({
    ...artifact,
    key: valueKey(workflow, artifact.sha256),
    sample: artifact.sample === null ? null : sampleKey(workflow, place, index + 1),
  }));
  const { called: _, origin: __, expected: ___, ...kept } = earlier;
  const log = (stream: "stdout" | "stderr"): string | null => {
    const key = earlier.logs[stream];
    return key !== null && hasLog(key) ? logKey(workflow, place, stream) : null;
  };
  const logs = { stdout: log("stdout"), stderr: log("stderr") };
  return {
    manifest: manifestOf(run, task.operator, attempt, {
      ...kept,
      startedAt: at,
      endedAt: at,
      wallSeconds: 0,
      peakBytes: null,
      artifacts,
      logs,
      ...heldTo(task),
      reused,
    }),
    links: [
      ...earlier.artifacts.flatMap((from, index) =>
        [
          from.key === artifacts[index]?.key ? [] : linking(from.key, artifacts[index]?.key ?? null, true),
          linking(from.sample, artifacts[index]?.sample ?? null),
        ].flat(),
      ),
      ...linking(earlier.logs.stdout, logs.stdout),
      ...linking(earlier.logs.stderr, logs.stderr),
    ],
    reused,
  };
}

/** What the manifests of a task say of the types of its values. */
export function heldTo({ origin, expected }: OperatorTask): Pick<Manifest, "origin" | "expected"> {
  return { ...(origin === undefined ? {} : { origin }), ...(expected === undefined ? {} : { expected }) };
}

/** Whether only the order to reuse what was read from outside lets these values stand. */
function isFromOutside(
  { parameters }: JobRun,
  { operator, inputs }: OperatorTask,
  { outside = [] }: Manifest,
): boolean {
  const isGiven = inputs.some(({ producer }) => parameters.every((parameter) => parameter.operator !== producer));
  return outside.length > 0 || operator.kind === "extract" || !isGiven;
}

function linking(from: string | null, to: string | null, isValue = false): readonly Linking[] {
  return from === null || to === null ? [] : [{ from, to, isValue }];
}
