import { sampleFormat } from "../../formats/sample.js";
import type { BuildOperator, BuildRecord } from "../model/build.js";
import type { Manifest, StoredArtifact } from "../model/manifest.js";
import type {
  OperatorPreview,
  PreviewedBound,
  PreviewedFailure,
  PreviewedOperator,
  PreviewedValue,
} from "../../formats/preview.js";
import type { OperatorRun, OperatorState, Run } from "../model/run.js";
import type { ArtifactId, OperatorId } from "../model/workflow.js";
import type { ObjectStore } from "../ports.js";
import { reusedText } from "../runs/reusedText.js";
import { readJson } from "../store/json.js";
import { WrongRequest } from "./errors.js";
import type { OpenFolder } from "./folder.js";
import { buildOfRun, storeOfTarget } from "./storedRun.js";
import type { World } from "./world.js";

/** Reads what a run's operator gave: samples, never whole values, and no logs. */
export async function previewOperator(
  world: World,
  open: OpenFolder,
  run: Run,
  id: OperatorId,
  signal?: AbortSignal,
): Promise<OperatorPreview> {
  const operator = run.operators.find((one) => one.operator === id);
  if (operator === undefined)
    throw new WrongRequest(
      `Run ${run.rid} has no operator ${id}. It has ${run.operators.map((one) => one.operator).join(", ")}.`,
    );
  const store = storeOfTarget(world, open, run.target);
  const build = await buildOfRun(world, open, run, signal);
  const known = build?.operators.find((one) => one.id === id);
  const artifacts = operator.manifest?.artifacts ?? [];
  const values = await Promise.all(
    artifacts.map((artifact) => previewValue(store, artifact, nameOf(build, artifact.id), signal)),
  );
  const { rid, runId, target, state, warning, queuedAt, startedAt, endedAt } = run;
  return {
    workflow: run.workflow,
    run: { rid, runId, target, state, warning, queuedAt, startedAt, endedAt, build: run.build },
    operator: { ...previewed(operator, known), bounds: known === undefined ? [] : boundsOn(known.outputs, build, run) },
    values,
    missing: values.length > 0 ? null : whyNone(operator, known?.name ?? id),
  };
}

function previewed(
  { operator, state, manifest }: OperatorRun,
  known: BuildOperator | undefined,
): Omit<PreviewedOperator, "bounds"> {
  return {
    id: operator,
    name: known?.name ?? operator,
    kind: known?.kind ?? manifest?.kind ?? null,
    state,
    wallSeconds: manifest === null || manifest.reused !== undefined ? null : manifest.wallSeconds,
    reused: reusedText(manifest),
    python: manifest === null || manifest.python === "" ? null : manifest.python,
    failure: failureOf(manifest),
    check: manifest?.check ?? null,
    metric: manifest?.metric ?? null,
    saved: manifest?.saved ?? null,
  };
}

function failureOf(manifest: Manifest | null): PreviewedFailure | null {
  const failure = manifest?.failure ?? null;
  if (failure === null) return null;
  const frame = failure.trace.at(-1);
  return {
    type: failure.type,
    message: failure.message,
    tip: failure.tip,
    at: frame === undefined ? null : { file: frame.file, line: frame.line, function: frame.function },
  };
}

/** Bounds are checks on a metric that the workflow sets without a function of its own. */
function boundsOn(outputs: readonly ArtifactId[], build: BuildRecord | undefined, run: Run): readonly PreviewedBound[] {
  const checks = build?.operators.filter(({ inputs }) => inputs.some((input) => outputs.includes(input))) ?? [];
  return checks.flatMap(({ id, name, severity, bound }) => {
    if (bound === undefined) return [];
    const result = run.operators.find(({ operator }) => operator === id)?.manifest?.check;
    return [{ ...bound, operator: id, name, severity: severity ?? "warning", passed: result?.passed ?? null }];
  });
}

async function previewValue(
  store: ObjectStore,
  artifact: StoredArtifact,
  name: string,
  signal: AbortSignal | undefined,
): Promise<PreviewedValue> {
  const { id, type, encoding, size, rows } = artifact;
  const sample = artifact.sample === null ? undefined : await readJson(store, artifact.sample, sampleFormat, signal);
  return {
    artifact: id,
    name,
    type,
    encoding,
    size,
    rows,
    sample: sample?.value ?? null,
    reason: sample === undefined ? whyNoSample(artifact, store) : null,
  };
}

function whyNoSample({ sample }: StoredArtifact, { address }: ObjectStore): string {
  if (sample === null)
    return "The value went into the run as the workflow's file holds it and was not opened on the way, so no sample of it was taken.";
  return `Its sample is no longer in ${address}: somebody has deleted it there. Run the operator again to have one.`;
}

function nameOf(build: BuildRecord | undefined, id: ArtifactId): string {
  return build?.artifacts.find((artifact) => artifact.id === id)?.name ?? id;
}

function whyNone({ state, manifest }: OperatorRun, name: string): string | null {
  if (manifest?.saved != null || manifest?.failure != null) return null;
  if (manifest !== null && state === "succeeded") return `${name} gave no value.`;
  return reasons[state].replace("{name}", name);
}

const reasons: Readonly<Record<OperatorState, string>> = {
  waiting: "{name} has not run: it waits for the operators before it.",
  queued: "{name} is about to run. Its value is shown here when it is there.",
  running: "{name} is running. Its value is shown here when it is there.",
  succeeded: "{name} succeeded, but the store has no record of it any more.",
  warning: "{name} gave no value.",
  failed: "{name} failed before it could tell why. Its log says more.",
  cancelled: "{name} was cancelled before it gave a value.",
  upstreamFailed: "{name} did not run, because an operator that it needs failed.",
  skipped: "{name} was skipped in this run.",
  unknown: "{name} did not run in this run, as far as its store tells.",
};
