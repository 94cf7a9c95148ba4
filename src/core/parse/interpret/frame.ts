import type { SourceRange } from "../../model/source.js";
import type { Call, Expression } from "../syntax/syntax.js";
import type { Origin, Scope } from "./scope.js";
import type { Value } from "./values.js";

export type { Arguments, GivenArgument } from "./values.js";

/** Code as it runs: a module's top level, a function's body, a class's. */
export interface Frame {
  readonly scope: Scope;
  readonly origin: Origin;
  /** What a `return` gave that may have been passed over. */
  readonly mayReturn: Value[];
  readonly depth: number;
  /** How many conditions that cannot be told may have left the loop, or the function, that runs: what follows is not certain. */
  readonly mayHaveLeft: { loop: number; function: number };
  /** Of a generator: what each `yield` of the statement that runs has given. */
  readonly yielded?: Map<Expression, Value>;
}

/** Code that begins to run: a module, or a function of the folder. */
export function newFrame(scope: Scope, origin: Origin, depth: number): Frame {
  return { scope, origin, mayReturn: [], depth, mayHaveLeft: { loop: 0, function: 0 } };
}

/** A call as it stands in the text. */
export interface Site {
  readonly call: Call;
  readonly frame: Frame;
  readonly range: SourceRange;
  /** What is called is one of several values, which one is not known. */
  readonly isOneOfSeveral?: true;
}

/** Whether the code that runs now stands for text that is broken. */
export function isStale(frame: Frame): boolean {
  return frame.origin.stale;
}
