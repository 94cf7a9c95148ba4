import type { Problem } from "./problem.js";
import type { SourceRange } from "./source.js";

export type OperatorId = string;
export type ArtifactId = string;

export type OperatorKind = "extract" | "function" | "metric" | "check" | "save" | "parameter" | "systemMetric";

export type ArtifactType =
  | "table"
  | "numeric"
  | "string"
  | "boolean"
  | "dictionary"
  | "list"
  | "tuple"
  | "json"
  | "bytes"
  | "image"
  | "picklable"
  | "unknown";

export type CheckSeverity = "warning" | "error";
export type SaveMode = "replace" | "append" | "fail";

/** Any value that JSON can hold exactly. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a bound on a metric compares with; strict, as Aqueduct's bounds are. */
export interface Bound {
  readonly comparison: "lessThan" | "greaterThan" | "equal" | "notEqual";
  /** A number; with its tag (docs/formats.md 6) where no double holds it. */
  readonly value: Json;
}

/** By which arguments a function takes its inputs. */
export interface CallShape {
  readonly positional: readonly InputPlace[];
  readonly keywords: readonly (readonly [name: string, place: InputPlace])[];
}

/** The number of an input, from 0, or a container of such places. */
export type InputPlace =
  | number
  | { readonly list: readonly InputPlace[] }
  | { readonly tuple: readonly InputPlace[] }
  | { readonly dict: readonly (readonly [key: string | number | boolean | null, place: InputPlace])[] };

/** One recorded call. Ids: docs/formats.md 1. */
export interface Operator {
  readonly id: OperatorId;
  readonly name: string;
  readonly kind: OperatorKind;
  /** In argument order; the same artifact may stand twice. */
  readonly inputs: readonly ArtifactId[];
  readonly outputs: readonly ArtifactId[];
  /** The call that recorded it. */
  readonly source: SourceRange;
  /** Its function, decorators included; null where it has none. */
  readonly definition: SourceRange | null;
  /** Stands for several calls of a loop whose length the text does not tell. */
  readonly repeated?: boolean;
  /** Something about the call could not be told without running the file. */
  readonly unknown?: boolean;
  /** Taken from the last good graph because its text is broken now. */
  readonly stale?: boolean;
  readonly severity?: CheckSeverity;
  readonly bound?: Bound;
  readonly resource?: string;
  readonly query?: string | readonly string[];
  /** The names by which the query calls the last of its inputs: `{{ name }}`. */
  readonly tags?: readonly string[];
  readonly table?: string;
  readonly mode?: SaveMode;
  readonly explicit?: boolean;
  /** How the function is given the inputs; absent where it takes them one by one, in the order of its signature. */
  readonly call?: CallShape;
  /** A parameter's default; `json` is absent where the value has no exact JSON. */
  readonly default?: { readonly type: ArtifactType; readonly json?: Json };
}

/** A call that the text cannot follow, given an operator or an artifact: it stands for whatever running the file records on its lines. */
export function isUnknownCall({ kind, unknown, definition }: Operator): boolean {
  return kind === "function" && unknown === true && definition === null;
}

export interface Artifact {
  readonly id: ArtifactId;
  readonly name: string;
  readonly type: ArtifactType;
  readonly producer: OperatorId;
}

export interface Workflow {
  /** Null: operators that no publish reaches. */
  readonly name: string | null;
  /** What the file says of it for people; left out where it says nothing, or its text alone does not tell. */
  readonly description?: string;
  /** The engine that the file names; null where it names none. */
  readonly engine: string | null;
  /** Cron of five fields, in UTC, as it is written; null where it is started by hand only. */
  readonly schedule: string | null;
  /** Its text alone does not tell whether it has a schedule, or which: `schedule` is null then. Static only. */
  readonly unknownSchedule?: boolean;
  /** The `publish_flow` call. */
  readonly source: SourceRange | null;
  /** In recorded order. */
  readonly operators: readonly Operator[];
  readonly artifacts: readonly Artifact[];
}

/** What a file says, found without running it or by tracing it: `aqueduct graph FILE --json`. */
export interface Graph {
  readonly format: 1;
  readonly workflows: readonly Workflow[];
  /** Functions of the file that are operators and that nothing calls, with ids that no operator has; absent where there are none. Static only. */
  readonly neverCalled?: readonly Operator[];
  readonly problems: readonly Problem[];
}

/** The operators of all workflows, and those that nothing calls. */
export function everyOperator({ workflows, neverCalled = [] }: Graph): readonly Operator[] {
  return [...workflows.flatMap(({ operators }) => operators), ...neverCalled];
}
