import * as v from "valibot";
import { column } from "./manifest.js";
import type { Format } from "./reader.js";
import { count, exactly, json, leftOut, list, orNull, record, text, told } from "./schema.js";

const fields = record({
  format: exactly(1),
  type: text,
  rows: told("Of the whole table.", orNull(count)),
  columns: orNull(list(column)),
  values: told("Rows of a table, else the value.", json),
  text: orNull(text),
  python: leftOut(told("Its class in Python; left out where that is not known.", text)),
});
export const sample = v.pipe(
  fields,
  v.check(
    ({ columns, values }) => columns === null || (Array.isArray(values) && values.every(Array.isArray)),
    "a sample of a table",
  ),
);
/** What is kept of a value for people to look at: at most 500 rows of a table, a value as JSON, or a text. */
export interface Sample extends v.InferOutput<typeof fields> {}
export const sampleFormat: Format<Sample> = { name: "a sample of a value", schema: sample, number: 1 };
