import type { FailureType } from "../../../src/core/model/manifest.js";
import type { OperatorState, RunState } from "../../../src/core/model/run.js";
import type { Severity } from "../../../src/core/model/problem.js";
import type { Json } from "../../../src/core/model/workflow.js";

/** `expect.json` of a case: what is right, whatever the product does today. */
export interface Expectation {
  /** What must hold, in one sentence. */
  readonly right: string;
  /** The workflow file; `flow.py` where it is left out. */
  readonly file?: string;
  /** Any of these is right. */
  readonly anyOf: readonly Outcome[];
}

/** A right outcome. What is left out must be empty, so that nothing comes of a file but what is named. */
export interface Outcome {
  /** Problems of the text alone, one for one. */
  readonly check?: readonly ExpectedProblem[];
  /** Problems of running the file's top level, one for one. With an error there is no build. */
  readonly trace?: readonly ExpectedProblem[];
  /**
   * `covered` also takes nodes that are marked repeated or unknown, where running the file gives others, and other numbers in
   * the ids of workflows behind them; otherwise the graph of
   * the text is the traced one, line by line, with `exact` column by column.
   */
  readonly graph?: "covered" | "exact";
  /** By workflow, run in this order. */
  readonly runs?: Readonly<Record<string, ExpectedRun>>;
}

/** A problem with all that is named. */
export interface ExpectedProblem {
  readonly code?: string;
  readonly severity?: Severity;
  readonly line?: number;
  /** Pieces of its message. */
  readonly says?: readonly string[];
}

export interface ExpectedRun {
  /** `NAME=VALUE`, as after `--param`. */
  readonly param?: readonly string[];
  /** `succeeded` where it is left out. */
  readonly state?: RunState;
  /** By id; one that is left out has succeeded. */
  readonly operators?: Readonly<Record<string, ExpectedOperator>>;
}

export interface ExpectedOperator {
  /** `failed` where a failure is named, else `succeeded`. */
  readonly state?: OperatorState;
  readonly failure?: {
    readonly type?: FailureType;
    /** Pieces of message and tip. */
    readonly says?: readonly string[];
    /** Of the last frame. */
    readonly line?: number;
  };
  /** The first value, as JSON holds it. */
  readonly value?: Json;
  /** Pieces of what it wrote to stdout and stderr. */
  readonly log?: readonly string[];
  /** Pieces of the first value's preview, and what must not stand there. */
  readonly preview?: readonly string[];
  readonly previewLacks?: readonly string[];
}

/** An entry of `expectedFailures.json`: what is wrong today. */
export interface ExpectedFailure {
  readonly case: string;
  readonly way: Way;
  /** Why, in one sentence. */
  readonly reason: string;
  /** Each difference that is found holds one of these, and each of these is held by one: another failure is not this one. */
  readonly shows: readonly string[];
}

/** Where a case is run: in its own folder, or from the blobs of its builds alone, as another user. */
export type Way = "here" | "blobs";
