import type { FileFacts } from "../../model/facts.js";
import type { SourceRange } from "../../model/source.js";
import type { Recorder } from "../record/recorder.js";
import type { Call, Expression, FunctionDefinition, Span, Statement } from "../syntax/syntax.js";
import type { EnvironmentNotes } from "./environmentNotes.js";
import { type Arguments, type Frame, isStale, type Site } from "./frame.js";
import type { ImportNotes } from "./importNotes.js";
import type { NameCollector } from "./names.js";
import { raised } from "./raising.js";
import type { Recursion } from "./recursion.js";
import type { ProcessStateNotes } from "./processState/noted.js";
import type { Origin, Scope } from "./scope.js";
import type { Trail } from "./trail.js";
import type { ClassValue, FunctionValue, OperatorFunction, OperatorSettings, Value } from "./values.js";

export { isStale, newFrame, type Arguments, type Frame, type GivenArgument, type Site } from "./frame.js";

/** How a statement ended. */
export type Flow =
  | { readonly kind: "next" }
  | { readonly kind: "leave"; readonly how: "break" | "continue" }
  | { readonly kind: "leave"; readonly how: "raise"; readonly value: Value }
  | { readonly kind: "return"; readonly value: Value };

export const next: Flow = { kind: "next" };

/** What is known of the code that runs: whether it runs at all, and how often. */
export interface Certainty {
  /** Loops around it whose length is not known. */
  repeated: number;
  /** Conditions around it that cannot be told. */
  unknown: number;
}

/** A `try` with handlers, or a `with` that may swallow an exception, whose body runs. */
export interface Guard {
  /** Something in it may raise, or not. */
  mayRaise: boolean;
  /** It counts for what the file raises in so many words. */
  readonly isExplicit?: true;
}

/** Facts as they are collected. */
export type FactsSoFar = {
  -readonly [K in keyof Omit<
    FileFacts,
    "file" | "faults" | "emptyBodies" | "processStates" | "capturedSecrets"
  >]: FileFacts[K][number][];
};

/** A class of which `type.__new__` has not been asked yet. */
interface ClassBeingMade {
  readonly made: ClassValue;
  readonly site: Site;
  isFinished: boolean;
}

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
  /** What the file sets on modules and classes of the authoring API, by their names: `Artifact.describe`. */
  readonly patches: Map<string, Value>;
  readonly definitions: OperatorDefinition[];
  readonly calledOperators: Set<OperatorFunction>;
  readonly certainty: Certainty;
  /** The innermost last. What raises outside of all ends the file, which nobody means to write: there it is passed over. */
  readonly guards: Guard[];
  /** The call of Python's own that asks an iterator for its items now: what these record stands there. */
  asking: Site | undefined;
  /** The functions of the folder that run now. */
  readonly recursion: Recursion;
  /** Classes whose metaclass is making them: the innermost last. */
  readonly making: ClassBeingMade[];
  /** The exceptions that are being handled. */
  readonly handled: Value[];
  readonly trail: Trail;
  /** What is set of the process, and used of packages. */
  readonly processState: ProcessStateNotes;
  readonly environment: EnvironmentNotes;
  readonly imports: ImportNotes;
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
  /** As `module`, without running one. */
  moduleThatRan(path: string): Value;
  /** Whether the folder has a module of this dotted name. */
  isModule(path: string): boolean;
  rangeOf(span: Span, frame: Frame): SourceRange;
  /** Runs something that may raise, and puts back what is known of the code that runs. */
  attempt<Result>(run: () => Result): { readonly value: Result } | { readonly raised: Value };
  /** Runs something that asks iterators for their items at a place; undefined: each stands where it was made. */
  asked<Result>(site: Site | undefined, run: () => Result): Result;
  /** Counts a step; false when the analysis has done more than any real file asks for. */
  step(): boolean;
}

/** The call that an expression makes without brackets: a decorator, a property, a step of a loop. */
export function siteOf(expression: Expression, frame: Frame, machine: Pick<Machine, "rangeOf">): Site {
  return new SiteWithoutBrackets(expression, frame, machine);
}

/** Most are never asked where they are, and there is one for every attribute and every operation. */
class SiteWithoutBrackets implements Site {
  constructor(
    private readonly expression: Expression,
    readonly frame: Frame,
    private readonly machine: Pick<Machine, "rangeOf">,
  ) {}

  get call(): Call {
    return { kind: "call", callee: this.expression, arguments: [], span: this.expression.span };
  }

  get range(): SourceRange {
    return this.machine.rangeOf(this.expression.span, this.frame);
  }
}

/** Arguments by position, which stand where the call stands. */
export function givenValues(values: readonly Value[], { range }: Pick<Site, "range">): Arguments {
  return { positional: values.map((value) => ({ value, range })), keywords: new Map(), open: false };
}

/** Raises one of Python's exceptions where something may handle it; elsewhere a file with it would be no workflow. */
export function fail(name: string, machine: Pick<Machine, "guards">): void {
  if (machine.guards.some(({ isExplicit }) => isExplicit !== true)) throw raised(name);
}

/** What follows in the innermost `try` runs only if nothing was raised here. */
export function mayFail({ guards, certainty }: Pick<Machine, "guards" | "certainty">): void {
  const guard = guards.at(-1);
  if (guard === undefined || guard.mayRaise) return;
  guard.mayRaise = true;
  certainty.unknown += 1;
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
  const byName = new Map<string, Value>();
  for (const [index, { value }] of given.positional.entries()) {
    const name = names[index];
    if (name !== undefined) byName.set(name, value);
  }
  for (const [name, { value }] of given.keywords) byName.set(name, value);
  return Object.fromEntries(byName);
}
