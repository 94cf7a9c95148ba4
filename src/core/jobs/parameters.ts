import type { JobParameter, JobRun } from "../model/job.js";
import type { Manifest, RunRecord, StoredArtifact } from "../model/manifest.js";
import type { Encoding } from "../model/trace.js";
import type { ArtifactType, Json } from "../model/workflow.js";
import type { Hash } from "../ports.js";
import { jsonBytes } from "../store/json.js";
import { artifactKey, manifestKey, sampleKey, type AttemptPlace } from "../store/keys.js";
import { placeOf } from "./place.js";

/** One object to be put if absent, in this order. */
export interface Put {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** The record that binds a life of a run to its build, `run.json`. */
export function runRecord(run: JobRun): RunRecord {
  return {
    format: 1,
    project: run.project,
    workflow: run.workflow,
    target: run.target,
    runId: run.runId,
    life: run.life,
    build: run.build,
    parameters: Object.fromEntries(
      run.parameters.flatMap(({ name, value }): [string, Json][] =>
        value.json === undefined ? [] : [[name, value.json]],
      ),
    ),
    startedBy: "local",
    scheduled: false,
  };
}

/**
 * What the store gets of a parameter when a run starts: value, sample, and a manifest last, as an operator that took no time.
 *
 * @param bytes those of `value.file`, where the value is given as a file
 * @param at when the run started
 */
export function parameterPuts(
  run: JobRun,
  parameter: JobParameter,
  bytes: Uint8Array | undefined,
  at: string,
  hash: Hash,
): readonly Put[] {
  const place = placeOf(run, hash);
  const attempt: AttemptPlace = { rid: run.rid, life: run.life, operator: parameter.operator, try: 1 };
  const encoded = encodedParameter(parameter, bytes);
  const json = parameter.value.json;
  const sample = json === undefined ? null : sampleKey(place, attempt, 1);
  const artifact: StoredArtifact = {
    id: parameter.artifact,
    key: artifactKey(place, attempt, 1),
    sha256: hash.sha256(encoded.bytes),
    size: encoded.bytes.length,
    type: encoded.type,
    encoding: encoded.encoding,
    rows: null,
    schema: null,
    sample,
  };
  const manifest: Manifest = {
    format: 1,
    operator: parameter.operator,
    kind: "parameter",
    status: "succeeded",
    build: run.build,
    life: run.life,
    try: 1,
    engine: "local",
    failure: null,
    check: null,
    metric: null,
    startedAt: at,
    endedAt: at,
    wallSeconds: 0,
    peakBytes: null,
    python: "",
    saved: null,
    artifacts: [artifact],
    logs: { stdout: null, stderr: null },
    reuse: null,
  };
  return [
    { key: artifact.key, bytes: encoded.bytes },
    ...(sample === null || json === undefined
      ? []
      : [
          {
            key: sample,
            bytes: jsonBytes({ format: 1, type: encoded.type, rows: null, columns: null, values: json, text: null }),
          },
        ]),
    { key: manifestKey(place, attempt), bytes: jsonBytes(manifest) },
  ];
}

interface EncodedValue {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly type: ArtifactType;
}

function encodedParameter({ operator, value }: JobParameter, bytes: Uint8Array | undefined): EncodedValue {
  if (!("file" in value)) return encodedJson(value.json);
  if (bytes === undefined)
    throw new Error(
      `The value of parameter "${operator}" is not in the store. Run the workflow again, so that it is traced anew.`,
    );
  return { bytes, encoding: value.encoding, type: value.type };
}

/** As Python's `aqueduct.values` would store what JSON gives (docs/formats.md 6). */
export function encodedJson(json: Json): EncodedValue {
  if (typeof json === "string") return { bytes: new TextEncoder().encode(json), encoding: "text", type: "string" };
  return { bytes: jsonBytes(tagged(json)), encoding: "json", type: typeOfJson(json) };
}

function typeOfJson(json: Exclude<Json, string>): ArtifactType {
  if (json === null) return "picklable";
  if (typeof json === "boolean") return "boolean";
  if (typeof json === "number") return "numeric";
  return Array.isArray(json) ? "list" : "dictionary";
}

/** A dictionary that holds the tag's own name would be taken for a tag, so it becomes one. */
function tagged(json: Json): Json {
  if (typeof json !== "object" || json === null) return json;
  if (isList(json)) return json.map(tagged);
  const entries = Object.entries(json).map(([key, value]): readonly [string, Json] => [key, tagged(value)]);
  return entries.some(([key]) => key === "$aqueduct")
    ? { $aqueduct: "dict", items: entries }
    : Object.fromEntries(entries);
}

function isList(json: object): json is readonly Json[] {
  return Array.isArray(json);
}
