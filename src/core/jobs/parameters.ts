import type { JobParameter, JobRun } from "../model/job.js";
import type { RunRecord, StoredArtifact } from "../model/manifest.js";
import type { Encoding } from "../model/trace.js";
import { entriesOf, exactText, isList, kindOfExact, type ExactKind } from "../model/exactJson.js";
import type { ArtifactType, Json } from "../model/workflow.js";
import type { Hash } from "../ports.js";
import { jsonBytes } from "../store/json.js";
import { manifestKey, sampleKey, valueKey, type AttemptPlace } from "../store/keys.js";
import { manifestOf } from "./manifestOf.js";
import { parameterSample } from "./parameterSample.js";
import { placeOf } from "./place.js";

/** One object to be put if absent, in this order. */
export interface Put {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** Its key is the digest of its bytes: wrong ones that are there are replaced. */
  readonly isValue: boolean;
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

/** What a life's types come from, `lastGood.json`: written where operators are held to types, or runs after it are. */
export function lastGoodRecord({ lastGood }: JobRun): object | undefined {
  return lastGood === undefined ? undefined : { format: 1, manifests: lastGood };
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
  const sha256 = hash.sha256(encoded.bytes);
  const artifact: StoredArtifact = {
    id: parameter.artifact,
    key: valueKey(place, sha256),
    sha256,
    size: encoded.bytes.length,
    type: encoded.type,
    encoding: encoded.encoding,
    rows: null,
    schema: null,
    sample,
  };
  const manifest = manifestOf(run, { id: parameter.operator, kind: "parameter" }, attempt.try, {
    status: "succeeded",
    startedAt: at,
    endedAt: at,
    python: "",
    artifacts: [artifact],
  });
  return [
    { key: artifact.key, bytes: encoded.bytes, isValue: true },
    ...(sample === null || json === undefined
      ? []
      : [
          {
            key: sample,
            bytes: parameterSample(json, encoded.type),
            isValue: false,
          },
        ]),
    { key: manifestKey(place, attempt), bytes: jsonBytes(manifest), isValue: false },
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

/** As Python's `aqueduct.values` would store what exact JSON gives, byte for byte (docs/formats/values.md). */
export function encodedJson(json: Json): EncodedValue {
  if (typeof json === "string") return { bytes: new TextEncoder().encode(json), encoding: "text", type: "string" };
  return { bytes: new TextEncoder().encode(ascii(valueText(json))), encoding: "json", type: types[kindOfExact(json)] };
}

const types: Readonly<Record<ExactKind, ArtifactType>> = {
  none: "picklable",
  boolean: "boolean",
  whole: "numeric",
  float: "numeric",
  text: "string",
  list: "list",
  tuple: "tuple",
  dictionary: "dictionary",
};

/** Numbers with all their digits, as JSON in the store has them; only what JSON has no word for is tagged there. */
function valueText(json: Json): string {
  if (typeof json !== "object" || json === null) return exactText(json);
  if (isList(json)) return listText(json);
  switch (kindOfExact(json)) {
    case "whole":
      return exactText(json);
    case "float":
      return Number.isFinite(Number(json["value"])) ? exactText(json) : JSON.stringify(json);
    case "tuple":
      return `{"$aqueduct":"tuple","items":${valueText(json["items"] ?? [])}}`;
    default:
      return dictionaryText(entriesOf(json));
  }
}

function listText(items: readonly Json[]): string {
  return `[${items.map(valueText).join(",")}]`;
}

/** A dictionary that holds the tag's own name would be taken for a tag, so it becomes one. */
function dictionaryText(entries: readonly (readonly [string, Json])[]): string {
  if (entries.some(([key]) => key === "$aqueduct"))
    return `{"$aqueduct":"dict","items":${listText(entries.map(([key, item]) => [key, item]))}}`;
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${valueText(item)}`).join(",")}}`;
}

function ascii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
