import type * as v from "valibot";
import { buildName } from "./build.js";
import { encoding } from "./code.js";
import { artifactId, artifactType, bound, checkSeverity, operatorId, operatorKind } from "./graph.js";
import { failure, saveResult } from "./manifest.js";
import { sample } from "./sample.js";
import { count, flag, list, number, ordinal, orNull, record, text, told } from "./schema.js";
import { operatorState, runState } from "./states.js";

const previewedRun = record({
  rid: text,
  runId: text,
  target: text,
  state: runState,
  warning: flag,
  queuedAt: orNull(text),
  startedAt: orNull(text),
  endedAt: orNull(text),
  build: orNull(buildName),
});
export interface PreviewedRun extends v.InferOutput<typeof previewedRun> {}

const { type, message, tip } = failure.pipe[0].entries;
const previewedFailure = record({
  type,
  message,
  tip,
  at: told(
    "Innermost line of the user's own code; null where the failure has no trace.",
    orNull(record({ file: text, line: ordinal, function: text })),
  ),
});
export interface PreviewedFailure extends v.InferOutput<typeof previewedFailure> {}

const previewedBound = record({
  ...bound.pipe[0].entries,
  operator: operatorId,
  name: text,
  severity: checkSeverity,
  passed: told("Null where it did not run.", orNull(flag)),
});
/** A bound on a metric, and how it came out. */
export interface PreviewedBound extends v.InferOutput<typeof previewedBound> {}

const previewedOperator = record({
  id: operatorId,
  name: text,
  kind: told("Null where neither build nor manifest tells.", orNull(operatorKind)),
  state: operatorState,
  wallSeconds: told("Null where it was not called.", orNull(number)),
  reused: told(
    "Where its values come from where it was not called, in words: `reused from run of 12:03`.",
    orNull(text),
  ),
  python: orNull(text),
  failure: orNull(previewedFailure),
  check: orNull(record({ passed: flag, severity: checkSeverity })),
  metric: orNull(number),
  bounds: told("Bounds that the workflow sets on the metric.", list(previewedBound)),
  saved: orNull(saveResult),
});
export interface PreviewedOperator extends v.InferOutput<typeof previewedOperator> {}

const previewedValue = record({
  artifact: artifactId,
  name: text,
  type: artifactType,
  encoding,
  size: told("Bytes of the whole value.", count),
  rows: told("Of the whole table.", orNull(count)),
  sample: orNull(sample),
  reason: told("Why it has no sample; null where it has one.", orNull(text)),
});
export interface PreviewedValue extends v.InferOutput<typeof previewedValue> {}

export const operatorPreview = record({
  workflow: text,
  run: previewedRun,
  operator: previewedOperator,
  values: list(previewedValue),
  missing: told("A sentence where there is no value to show.", orNull(text)),
});
/** What an operator of a run gave, for people to look at. */
export interface OperatorPreview extends v.InferOutput<typeof operatorPreview> {}
