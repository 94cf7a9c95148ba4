import type * as v from "valibot";
import { buildName } from "./build.js";
import { encoding, traceFrame } from "./code.js";
import { artifactId, artifactType, checkSeverity, operatorId, operatorKind, saveMode } from "./graph.js";
import type { Format } from "./reader.js";
import {
  count,
  digest,
  exactly,
  flag,
  leftOut,
  list,
  mapOf,
  matching,
  number,
  oneOf,
  oneOfRecords,
  ordinal,
  orNull,
  record,
  text,
  told,
} from "./schema.js";

/** RFC 3339 with any offset. */
export const time = matching(
  /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/,
  "a time such as 2026-11-21T01:23:01.048772Z",
);
/** 20 hex digits. */
export const rid = matching(/^[0-9a-f]{20}$/, "an id of a run in 20 hex digits");
export const life = matching(/^\d{8}T\d{6}\.\d{6}Z$/, "a start of a run such as 20261121T012301.048772Z");
/** A path in a store. */
export const storeKey = matching(/^(?!\/)(?!(?:.*\/)?\.{1,2}(?:\/|$))[A-Za-z0-9._=/-]+$/, "a key of a store");

const failureType = oneOf("user", "check", "requirements", "system", "cancelled", "lost", "republished");
export type FailureType = v.InferOutput<typeof failureType>;

export const failure = record({
  type: failureType,
  message: text,
  tip: told("What to do.", text),
  trace: told("The user's own frames, outermost first.", list(traceFrame)),
});
export interface Failure extends v.InferOutput<typeof failure> {}

export const column = record({ name: text, dtype: text });

export const artifactFactEntries = {
  id: artifactId,
  sha256: digest,
  size: told("Bytes.", count),
  type: artifactType,
  encoding,
  rows: orNull(count),
  schema: orNull(list(column)),
} as const;
const artifactFacts = record(artifactFactEntries);
/** What is known of a value once it is written, wherever its bytes lie. */
export interface ArtifactFacts extends v.InferOutput<typeof artifactFacts> {}

export const storedArtifact = record({
  ...artifactFactEntries,
  key: told("In the store.", storeKey),
  sample: told("Key of at most 500 rows as JSON.", orNull(storeKey)),
});
export interface StoredArtifact extends v.InferOutput<typeof storedArtifact> {}

export const expectedType = record({
  name: told("The artifact's.", text),
  type: artifactType,
  since: told("When the run began that it comes from.", text),
});
/** The type that a value is held to, since the run that began then. */
export interface ExpectedType extends v.InferOutput<typeof expectedType> {}

export const saveResult = record({
  resource: text,
  table: text,
  mode: saveMode,
  rows: count,
  digest: told("Over the rows as they stand in the table.", digest),
});
export interface SaveResult extends v.InferOutput<typeof saveResult> {}

const folderUse = record({
  path: told("From the folder, `.` for that itself.", text),
  use: oneOf("read", "listed", "looked at", "imported"),
  changedAt: leftOut(
    told(
      "When it had changed last; of what was listed, the one that had not changed for longest. Left out where nobody looked.",
      text,
    ),
  ),
});
/** A file or folder by its path from the folder, and what an operator did with it. */
export interface FolderUse extends v.InferOutput<typeof folderUse> {}

export const operatorResultEntries = {
  failure: orNull(failure),
  check: orNull(record({ passed: flag, severity: checkSeverity })),
  metric: orNull(number),
  startedAt: time,
  endedAt: time,
  wallSeconds: told("Around the call only.", number),
  peakBytes: orNull(count),
  python: told("Such as `3.11.7`.", text),
  saved: orNull(saveResult),
  outside: leftOut(
    told("What it read of the world beside its inputs, as far as Python tells: files, and `network`.", list(text)),
  ),
  notShipped: leftOut(told("What it used of the folder that does not ship with it.", list(folderUse))),
} as const;

const callKey = record({
  code: digest,
  key: digest,
  packages: leftOut(told("Of requirements, Python's minor and surroundings.", digest)),
  inputs: leftOut(told("Of each input with its encoding.", mapOf(digest))),
});
/** What a call's values follow from; of the parts one learns which of them has changed. */
export interface CallKey extends v.InferOutput<typeof callKey> {}

/** Which calls the reason is of, each with what it tells beside that. */
export const callReasons = [
  { why: exactly("asked") },
  { why: oneOf("extract", "source") },
  { why: exactly("measures") },
  { why: oneOf("unknownCode", "unknownPackages") },
  { why: oneOf("first", "unreadable") },
  { why: oneOf("code", "packages", "changed") },
  { why: exactly("inputs"), inputs: list(artifactId), parameters: told("Their names.", list(text)) },
  { why: exactly("outside"), outside: list(text) },
  { why: oneOf("failed", "gone", "type") },
] as const;
const [asked, fresh, measures, unknownParts, unmatched, changed, inputs, outside, lost] = callReasons;
export const callReason = oneOfRecords("why", [
  record(asked),
  record(fresh),
  record(measures),
  record(unknownParts),
  record(unmatched),
  record(changed),
  record(inputs),
  record(outside),
  record(lost),
]);
/** Why an operator is called in a run that takes the values of earlier runs; the words are those of `callReasonText`. */
export type CallReason = v.InferOutput<typeof callReason>;

export const reused = record({
  rid,
  life,
  try: ordinal,
  runStartedAt: time,
  cached: leftOut(
    told("True where its data came from outside, and the run was told to reuse such values too.", exactly(true)),
  ),
});
/** The attempt that has made the values which another one took over. */
export interface Reused extends v.InferOutput<typeof reused> {}

export const manifest = record({
  format: exactly(1),
  operator: operatorId,
  kind: operatorKind,
  status: oneOf("succeeded", "failed", "cancelled"),
  build: buildName,
  life,
  try: ordinal,
  engine: oneOf("local", "airflow"),
  ...operatorResultEntries,
  artifacts: list(storedArtifact),
  logs: record({ stdout: orNull(storeKey), stderr: orNull(storeKey) }),
  reuse: told("Null on Airflow.", orNull(callKey)),
  origin: leftOut(told("That of its operator in the build.", digest)),
  expected: leftOut(
    told(
      "What its artifacts were held to, in their order; null: any type. Left out where all are free.",
      list(orNull(expectedType)),
    ),
  ),
  reused: leftOut(told("It was not called: its values are those of an earlier call with the same key.", reused)),
  called: leftOut(told("In a run that reuses values: why it was called all the same.", callReason)),
});
/** The record of one attempt of one operator, put last and never replaced. */
export interface Manifest extends v.InferOutput<typeof manifest> {}

export const manifestFormat: Format<Manifest> = { name: "a manifest", schema: manifest, number: 1 };
