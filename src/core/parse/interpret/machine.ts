import type { FileFacts } from "../../model/facts.js";
import type { SourceRange } from "../../model/source.js";
import type { Recorder } from "../record/recorder.js";
import type { Call, Expression, FunctionDefinition, Span, Statement } from "../syntax/syntax.js";
import type { EnvironmentNotes } from "./environmentNotes.js";
import type { NameCollector } from "./names.js";
import type { ProcessStateNotes } from "./processState/noted.js";
import type { Origin, Scope } from "./scope.js";
import type { Trail } from "./trail.js";
import type { FunctionValue, OperatorSettings, Value } from "./values.js";

/** Code as it runs: a module's top level, a function's body, a class's. */
export interface Frame {
  readonly scope: Scope;
  readonly origin: Origin;
  /** What a `return` gave that may have been passed over. */
  readonly mayReturn: Value[];
  readonly depth: number;
  /** How many conditions that cannot be told may have left the loop, or the function, that runs: what follows is not certain. */
  readonly mayHaveLeft: { loop: number; function: number };
}

/** How a statement ended. */
export type Flow =
  | { readonly kind: "next" }
  | { readonly kind: "leave"; readonly how: "break" | "continue" | "raise" }
  | { readonly kind: "return"; readonly value: Value };

export const next: Flow = { kind: "next" };

export interface GivenArgument {
  readonly value: Value;
  readonly range: SourceRange;
}

/** The arguments of a call, evaluated. `open`: there are more, whose number or names are not known. */
export interface Arguments {
  readonly positional: readonly GivenArgument[];
  readonly keywords: ReadonlyMap<string, GivenArgument>;
  readonly open: boolean;
}

/** A call as it stands in the text. */
export interface Site {
  readonly call: Call;
  readonly frame: Frame;
  readonly range: SourceRange;
}

/** What is known of the code that runs: whether it runs at all, and how often. */
export interface Certainty {
  /** Loops around it whose length is not known. */
  repeated: number;
  /** Conditions around it that cannot be told. */
  unknown: number;
}

/** Facts as they are collected. */
export type FactsSoFar = {
  -readonly [K in keyof Omit<
    FileFacts,
    "file" | "faults" | "emptyBodies" | "processStates" | "capturedSecrets"
  >]: FileFacts[K][number][];
};

/** A function with an operator's decorator, for the rules about its body and for those that are never called. */
export interface OperatorDefinition {
  /** Of the operator; its function may have another one. */
  readonly name: string;
  readonly definition: FunctionDefinition;
  readonly kind: OperatorSettings["kind"];
  readonly origin: Origin;
  readonly scope: Scope;
}

/** The parts of the interpreter, which call one another only through this. */
export interface Machine {
  readonly recorder: Recorder;
  readonly facts: FactsSoFar;
  readonly definitions: OperatorDefinition[];
  readonly certainty: Certainty;
  readonly trail: Trail;
  /** What is set of the process, and used of packages. */
  readonly processState: ProcessStateNotes;
  readonly environment: EnvironmentNotes;
  /** Absent where nobody asks for it. */
  readonly names?: NameCollector | undefined;
  evaluate(expression: Expression, frame: Frame): Value;
  execute(statements: readonly Statement[], frame: Frame): Flow;
  assign(target: Expression, value: Value, frame: Frame): void;
  invoke(callee: Value, given: Arguments, site: Site): Value;
  /** Runs a function of the folder; `given` are its arguments. */
  run(called: FunctionValue, given: Arguments, depth: number): Value;
  /** The module of a dotted name; `object` where it lies outside of the folder. */
  module(path: string): Value;
  rangeOf(span: Span, frame: Frame): SourceRange;
  /** Counts a step; false when the analysis has done more than any real file asks for. */
  step(): boolean;
}

/** Whether the code that runs now stands for text that is broken. */
export function isStale(frame: Frame): boolean {
  return frame.origin.stale;
}

/** What to say of an operator that is recorded now. */
export function circumstances(
  { certainty }: Machine,
  frame: Frame,
  isUnknown = false,
): { readonly repeated?: true; readonly unknown?: true; readonly stale?: true } {
  return {
    ...(certainty.repeated > 0 && { repeated: true as const }),
    ...((isUnknown || certainty.unknown > 0) && { unknown: true as const }),
    ...(isStale(frame) && { stale: true as const }),
  };
}

/** Arguments by the names of a signature; keywords that it does not name are left out. */
export function bound(given: Arguments, names: readonly string[]): Readonly<Partial<Record<string, Value>>> {
  const byName: Record<string, Value> = {};
  for (const [index, { value }] of given.positional.entries()) {
    const name = names[index];
    if (name !== undefined) byName[name] = value;
  }
  for (const [name, { value }] of given.keywords) byName[name] = value;
  return byName;
}
