import type { Definition } from "../core/model/definition.js";
import type { Problem } from "../core/model/problem.js";
import type { SourceRange } from "../core/model/source.js";
import type { Artifact, ArtifactType, Bound, Graph, Operator, Workflow } from "../core/model/workflow.js";
import {
  isBoolean,
  isExactNumber,
  isNumber,
  isRecord,
  isString,
  listOf,
  oneOfAll,
  orAbsent,
  orNull,
  shapeOf,
  type Check,
} from "./checks.js";

const rangeMembers = { file: isString, line: isNumber, column: isNumber, endLine: isNumber, endColumn: isNumber };
const isRange = shapeOf<SourceRange>(rangeMembers);

const isArtifactType = oneOfAll<ArtifactType>({
  table: true,
  numeric: true,
  string: true,
  boolean: true,
  dictionary: true,
  list: true,
  tuple: true,
  json: true,
  bytes: true,
  image: true,
  picklable: true,
  unknown: true,
});

const isDefault: Check = (value) => isRecord(value) && isArtifactType(value["type"]);
const isQuery: Check = (value) => isString(value) || listOf(isString)(value);

const isInputPlace: Check = (value) =>
  isNumber(value) || (isRecord(value) && Object.values(value).every((items) => Array.isArray(items)));
const isCallShape: Check = (value) =>
  isRecord(value) &&
  listOf(isInputPlace)(value["positional"]) &&
  listOf((pair) => Array.isArray(pair) && isString(pair[0]) && isInputPlace(pair[1]))(value["keywords"]);

const isOperator = shapeOf<Operator>({
  id: isString,
  name: isString,
  kind: oneOfAll<Operator["kind"]>({
    extract: true,
    function: true,
    metric: true,
    check: true,
    save: true,
    parameter: true,
    systemMetric: true,
  }),
  inputs: listOf(isString),
  outputs: listOf(isString),
  source: isRange,
  definition: orNull(isRange),
  repeated: orAbsent(isBoolean),
  unknown: orAbsent(isBoolean),
  stale: orAbsent(isBoolean),
  severity: orAbsent(oneOfAll<NonNullable<Operator["severity"]>>({ warning: true, error: true })),
  bound: orAbsent(
    shapeOf<Bound>({
      comparison: oneOfAll<Bound["comparison"]>({ lessThan: true, greaterThan: true, equal: true, notEqual: true }),
      value: isExactNumber,
    }),
  ),
  resource: orAbsent(isString),
  query: orAbsent(isQuery),
  tags: orAbsent(listOf(isString)),
  table: orAbsent(isString),
  mode: orAbsent(oneOfAll<NonNullable<Operator["mode"]>>({ replace: true, append: true, fail: true })),
  explicit: orAbsent(isBoolean),
  default: orAbsent(isDefault),
  call: orAbsent(isCallShape),
});

const isArtifact = shapeOf<Artifact>({ id: isString, name: isString, type: isArtifactType, producer: isString });

const isWorkflow = shapeOf<Workflow>({
  name: orNull(isString),
  engine: orNull(isString),
  schedule: orNull(isString),
  description: orAbsent(isString),
  unknownSchedule: orAbsent(isBoolean),
  source: orNull(isRange),
  operators: listOf(isOperator),
  artifacts: listOf(isArtifact),
});

const isProblem = shapeOf<Problem>({
  ...rangeMembers,
  code: isString,
  severity: oneOfAll<Problem["severity"]>({ error: true, warning: true, information: true, hint: true }),
  message: isString,
});

/** A graph with everything in it, as its readers take it. */
export const isGraph = shapeOf<Graph>({
  format: (value) => value === 1,
  workflows: listOf(isWorkflow),
  neverCalled: orAbsent(listOf(isOperator)),
  problems: listOf(isProblem),
});

export const isDefinition = shapeOf<Definition>({
  name: isString,
  kind: oneOfAll<Definition["kind"]>({ function: true, metric: true, check: true }),
  range: isRange,
  isCalled: isBoolean,
});
