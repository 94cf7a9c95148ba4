import type * as v from "valibot";
import { column } from "./manifest.js";
import type { Format } from "./reader.js";
import {
  count,
  either,
  exactly,
  flag,
  json,
  leftOut,
  list,
  none,
  number,
  orNull,
  record,
  text,
  told,
} from "./schema.js";

const entries = {
  format: exactly(1),
  type: text,
  rows: told("Of the whole table.", orNull(count)),
  text: orNull(text),
  python: leftOut(told("Its class in Python; left out where that is not known.", text)),
} as const;

/** Numbers that JavaScript would round, times and objects stand as text. */
const cell = either("a cell", none, flag, number, text);

const tableSample = record({
  ...entries,
  columns: list(column),
  values: told("The first rows of a table.", list(list(cell))),
});
/** A sample that is a table. */
export interface TableSample extends v.InferOutput<typeof tableSample> {}

export const sample = either(
  "a sample of a value",
  tableSample,
  record({ ...entries, columns: none, values: told("A value that is not a table.", json) }),
);
/** What is kept of a value for people to look at: at most 500 rows of a table, a value as JSON, or a text. */
export type Sample = v.InferOutput<typeof sample>;
export const sampleFormat: Format<Sample> = { name: "a sample of a value", schema: sample, number: 1 };
