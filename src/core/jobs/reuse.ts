import type { JobRun, OperatorTask, ReuseOrder } from "../model/job.js";
import type { Manifest, Reused, StoredArtifact } from "../model/manifest.js";
import { pythonMinor } from "../model/pythonMinor.js";
import type { Digest } from "../model/trace.js";
import type { Hash } from "../ports.js";
import { canonicalJson } from "../store/json.js";
import { artifactKey, logKey, sampleKey, timeOfLife, type AttemptPlace } from "../store/keys.js";
import { placeOf } from "./place.js";

/**
 * What a call's values follow from (docs/formats.md 8): the code that it can reach with its captured values, what it runs in, its inputs and its parameters.
 *
 * Two calls with one key give the same values, but for what they read of the world outside.
 *
 * @param inputs in argument order
 * @param python the version that it runs with, of which the minor counts
 */
export function reuseKey(
  run: JobRun,
  task: OperatorTask,
  inputs: readonly StoredArtifact[],
  python: string,
  hash: Hash,
): Digest {
  const read = task.inputs.map(({ producer }) => producer);
  const values = run.parameters
    .filter(({ operator }) => read.includes(operator))
    .flatMap(({ name, value }) => (value.json === undefined ? [] : [[name, value.json] as const]));
  return hash.sha256(
    canonicalJson({
      code: task.reuse,
      requirements: task.requirements,
      python: pythonMinor(python),
      surroundings: task.surroundings?.digest ?? null,
      // The same bytes are another value in another encoding: the text 1 is no number.
      inputs: inputs.map(({ sha256, encoding, type }) => [sha256, encoding, type]),
      parameters: Object.fromEntries(values),
    }),
  );
}

/** The key under which an earlier call's values may stand for this one; undefined where the operator has to be called. */
export function wantedKey(
  run: JobRun,
  task: OperatorTask,
  inputs: readonly StoredArtifact[],
  hash: Hash,
): Digest | undefined {
  if (
    run.reuse?.operators.includes(task.operator.id) !== true ||
    task.reuse === null ||
    task.surroundings === undefined
  )
    return undefined;
  return reuseKey(run, task, inputs, task.surroundings.python, hash);
}

/** Whether an earlier attempt's values may stand for a call with this key; whether they are still there is another question. */
export function mayStandFor(manifest: Manifest, key: Digest, task: OperatorTask, { extracts }: ReuseOrder): boolean {
  const { status, engine, reuse, saved, artifacts, outside } = manifest;
  if (status !== "succeeded" || engine !== "local" || reuse?.key !== key || saved !== null) return false;
  if (extracts === "again" && outside !== undefined && outside.length > 0) return false;
  const { outputs } = task.operator;
  return artifacts.length === outputs.length && artifacts.every(({ id }, index) => id === outputs[index]);
}

/** An object of the store that is to stand under another key too. */
export interface Linking {
  readonly from: string;
  readonly to: string;
}

/**
 * The manifest of an attempt that takes an earlier one's values over, and what is to be linked before it is put. An object of a log that is gone is left out;
 * without its values, or a sample, nothing can be taken over.
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
  const reused: Reused = earlier.reused ?? {
    rid: earlierRun,
    life: earlier.life,
    try: earlier.try,
    runStartedAt: timeOfLife(earlier.life),
  };
  const artifacts = earlier.artifacts.map((artifact, index) => ({
    ...artifact,
    key: artifactKey(workflow, place, index + 1),
    sample: artifact.sample === null ? null : sampleKey(workflow, place, index + 1),
  }));
  const log = (stream: "stdout" | "stderr"): string | null => {
    const key = earlier.logs[stream];
    return key !== null && hasLog(key) ? logKey(workflow, place, stream) : null;
  };
  const logs = { stdout: log("stdout"), stderr: log("stderr") };
  const { build, life } = run;
  return {
    manifest: {
      ...earlier,
      build,
      life,
      try: attempt,
      startedAt: at,
      endedAt: at,
      wallSeconds: 0,
      peakBytes: null,
      artifacts,
      logs,
      reused,
    },
    links: [
      ...earlier.artifacts.flatMap((from, index) =>
        [
          linking(from.key, artifacts[index]?.key ?? null),
          linking(from.sample, artifacts[index]?.sample ?? null),
        ].flat(),
      ),
      ...linking(earlier.logs.stdout, logs.stdout),
      ...linking(earlier.logs.stderr, logs.stderr),
    ],
    reused,
  };
}

function linking(from: string | null, to: string | null): readonly Linking[] {
  return from === null || to === null ? [] : [{ from, to }];
}
