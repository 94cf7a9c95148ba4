import type * as v from "valibot";
import { shipmentEntries } from "./code.js";
import { artifact, operatorEntries } from "./graph.js";
import type { Format } from "./reader.js";
import { count, digest, exactly, leftOut, list, ordinal, orNull, record, text, told } from "./schema.js";

/** 64 hex digits: the SHA-256 of the record's bytes. */
export const buildName = digest;
export type BuildName = v.InferOutput<typeof buildName>;

const buildLine = record({ file: text, line: ordinal });
/** A line of a workflow's text. Columns are no part of a build: not every Python tells them, and the same text must give the same build. */
export interface BuildLine extends v.InferOutput<typeof buildLine> {}

const buildOperator = record({
  ...operatorEntries,
  ...shipmentEntries,
  source: buildLine,
  definition: orNull(buildLine),
  origin: leftOut(
    told(
      "Of its code and all code before it: while it is the same, what the operator gives keeps its type. Left out where that may change.",
      digest,
    ),
  ),
});
/** An operator of a build: its place in the graph and what travels of it. */
export interface BuildOperator extends v.InferOutput<typeof buildOperator> {}

const buildRecord = record({
  format: exactly(1),
  project: text,
  workflow: text,
  description: leftOut(text),
  schedule: told(
    "Cron of five fields, in UTC, in the form that every reader of cron reads alike; null: none.",
    orNull(text),
  ),
  operators: told("In recorded order, `save` operators last in the order of the gate.", list(buildOperator)),
  artifacts: list(artifact),
  runtime: record({ version: text, blob: told("Of `runtime.zip`.", digest) }),
  launcher: told("The launcher that it needs.", count),
});
/** The canonical record of a build; the SHA-256 of its canonical JSON is the build's name. */
export interface BuildRecord extends v.InferOutput<typeof buildRecord> {}

export const buildFormat: Format<BuildRecord> = { name: "a build", schema: buildRecord, number: 1 };
