import type * as v from "valibot";
import { lazy } from "valibot";
import {
  count,
  either,
  exactly,
  flag,
  json,
  leftOut,
  list,
  matching,
  number,
  oneOf,
  ordinal,
  orNull,
  pair,
  record,
  text,
  told,
  type Json,
  type Schema,
} from "./schema.js";
import type { Format } from "./reader.js";

/** Part of keys and paths, so that nothing but these characters may stand in it. */
export const operatorId = matching(/^[A-Za-z0-9_]{1,100}$/, "an id of an operator");
export const artifactId = matching(/^[A-Za-z0-9_]{1,100}(\.[1-9][0-9]{0,5})?$/, "an id of an artifact");
export type OperatorId = v.InferOutput<typeof operatorId>;
export type ArtifactId = v.InferOutput<typeof artifactId>;

export const operatorKind = oneOf("extract", "function", "metric", "check", "save", "parameter", "systemMetric");
export type OperatorKind = v.InferOutput<typeof operatorKind>;

export const artifactType = oneOf(
  "table",
  "numeric",
  "string",
  "boolean",
  "dictionary",
  "list",
  "tuple",
  "json",
  "bytes",
  "image",
  "picklable",
  "unknown",
);
export type ArtifactType = v.InferOutput<typeof artifactType>;

export const checkSeverity = oneOf("warning", "error");
export type CheckSeverity = v.InferOutput<typeof checkSeverity>;

export const saveMode = oneOf("replace", "append", "fail");
export type SaveMode = v.InferOutput<typeof saveMode>;

export const sourceRange = record({
  file: told("Path relative to the folder that holds `aqueduct.json`, with `/`.", text),
  line: told("From 1.", ordinal),
  column: told("From 1, in UTF-16 units.", ordinal),
  endLine: ordinal,
  endColumn: told("Exclusive.", ordinal),
});
/** A stretch of a source file. Lines and columns count from 1, columns in UTF-16 units, the end is exclusive. */
export interface SourceRange extends v.InferOutput<typeof sourceRange> {}

const severity = oneOf("error", "warning", "information", "hint");
export type Severity = v.InferOutput<typeof severity>;

export const problem = record({
  code: told("Stable name of the rule, such as `unterminated-string`.", text),
  severity,
  message: told("What is wrong and what to do.", text),
  ...sourceRange.pipe[0].entries,
});
/** Something that the user can mend, at the place where it is. `message` says what to do. */
export interface Problem extends v.InferOutput<typeof problem> {}

/** A number; with its tag (docs/formats/values.md) where no double holds it. */
const exactNumber: Schema<Json> = either("a number", number, record({ $aqueduct: text, value: text }));

export const bound = record({
  comparison: oneOf("lessThan", "greaterThan", "equal", "notEqual"),
  value: told("With its tag where it is infinite, or no double holds it.", exactNumber),
});
/** What a bound on a metric compares with; strict, as Aqueduct's bounds are. */
export interface Bound extends v.InferOutput<typeof bound> {}

/** The number of an input, from 0, or a container of such places. */
export type InputPlace =
  | number
  | { readonly list: readonly InputPlace[] }
  | { readonly tuple: readonly InputPlace[] }
  | { readonly dict: readonly (readonly [key: string | number | boolean | null, place: InputPlace])[] };

export const inputPlace: Schema<InputPlace> = lazy(() =>
  either(
    "the number of an input, or a container of such numbers",
    count,
    record({ list: list(inputPlace) }),
    record({ tuple: list(inputPlace) }),
    record({ dict: list(pair(orNull(either("a key", text, number, flag)), inputPlace)) }),
  ),
);

export const callShape = record({
  positional: list(inputPlace),
  keywords: list(pair(text, inputPlace)),
});
/** By which arguments a function takes its inputs. */
export interface CallShape extends v.InferOutput<typeof callShape> {}

/** What a graph and a build say of an operator alike. */
export const operatorEntries = {
  id: operatorId,
  name: text,
  kind: operatorKind,
  inputs: told("Ids of artifacts in argument order; the same one may stand twice.", list(artifactId)),
  outputs: list(artifactId),
  severity: leftOut(told("Of a check.", checkSeverity)),
  bound: leftOut(told("Of a bound on a metric.", bound)),
  resource: leftOut(told("Of an extract or a save.", text)),
  query: leftOut(told("Of an extract.", either("a text or a list of texts", text, list(text)))),
  tags: leftOut(
    told(
      "The names by which the query calls the last of its inputs: `{{ name }}`. `$1`, `$2` … are those before them.",
      list(text),
    ),
  ),
  table: leftOut(told("Of a save.", text)),
  mode: leftOut(told("Of a save.", saveMode)),
  explicit: leftOut(told("Of a parameter: `create_param` made it.", flag)),
  call: leftOut(
    told(
      "How the function is given the inputs, by their numbers; left out where it takes them one by one, in the order of its signature.",
      callShape,
    ),
  ),
  default: leftOut(
    told(
      "Of a parameter; `json` is exact JSON, left out where the value has none.",
      record({ type: artifactType, json: leftOut(json) }),
    ),
  ),
} as const;

export const operator = record({
  ...operatorEntries,
  source: told("The call that recorded it.", sourceRange),
  definition: told("Its function, decorators included; null where it has none.", orNull(sourceRange)),
  repeated: leftOut(told("It stands for several calls of a loop whose length the text does not tell.", flag)),
  unknown: leftOut(told("Something about the call could not be told without running the file.", flag)),
  stale: leftOut(told("Its text is broken now; this is what stood there last.", flag)),
});
/** One recorded call. Ids: docs/formats/graph.md. */
export interface Operator extends v.InferOutput<typeof operator> {}

export const artifact = record({ id: artifactId, name: text, type: artifactType, producer: operatorId });
export interface Artifact extends v.InferOutput<typeof artifact> {}

export const workflow = record({
  name: told("Null: operators that no publish reaches.", orNull(text)),
  description: leftOut(told("For people; left out where there is none, or the text alone does not tell it.", text)),
  engine: told("The engine that the file names; null where it names none.", orNull(text)),
  schedule: told("Cron of five fields, in UTC, as it is written; null where it is started by hand only.", orNull(text)),
  unknownSchedule: leftOut(told("The text alone does not tell the schedule; it is null then.", flag)),
  source: told("The `publish_flow` call.", orNull(sourceRange)),
  operators: told("In recorded order.", list(operator)),
  artifacts: list(artifact),
});
export interface Workflow extends v.InferOutput<typeof workflow> {}

export const graph = record({
  format: exactly(1),
  workflows: told(
    "In the order of their `publish_flow` calls; last the operators that no publish reaches.",
    list(workflow),
  ),
  neverCalled: leftOut(
    told(
      "Functions of the file that are operators and that nothing calls. Never there in a traced graph.",
      list(operator),
    ),
  ),
  problems: list(problem),
});
/** What a file says, found without running it or by tracing it: `aqueduct graph FILE --json`. */
export interface Graph extends v.InferOutput<typeof graph> {}

export const graphFormat: Format<Graph> = { name: "a graph", schema: graph, number: 1 };
