import type { SourceRange } from "../../model/source.js";
import { localNames } from "../reads/globalReads.js";
import { Recorder } from "../record/recorder.js";
import type { ReadableSection } from "../sections/lastGood.js";
import type { Expression, Span, Statement } from "../syntax/syntax.js";
import { assign } from "./assignment.js";
import { invoke } from "./calls.js";
import { foreignValue } from "./environment.js";
import { EnvironmentNotes } from "./environmentNotes.js";
import { evaluate } from "./expressions.js";
import { runFunction } from "./functions.js";
import {
  type Arguments,
  type Certainty,
  type FactsSoFar,
  type Flow,
  type Frame,
  type Guard,
  type Machine,
  newFrame,
  next,
  type OperatorDefinition,
  type Site,
} from "./machine.js";
import { type Origin, rangeOf, Scope } from "./scope.js";
import { ImportNotes } from "./importNotes.js";
import type { NameCollector } from "./names.js";
import { TooMuchWork, withAllowance } from "./meter.js";
import { ProcessStateNotes } from "./processState/noted.js";
import { Raised } from "./raising.js";
import { Recursion } from "./recursion.js";
import { execute } from "./statements.js";
import { Trail } from "./trail.js";
import { type FunctionValue, object, type OperatorFunction, text, type Value } from "./values.js";

/** A file of the folder, ready to be interpreted. */
export interface ReadableModule {
  readonly file: string;
  readonly isPackage: boolean;
  readonly sections: readonly ReadableSection[];
}

/** Far beyond what any real file needs: of code that asks for more the rest is not followed, which is told. */
const mostSteps = 400_000;
/** In one statement of a module's top level, so that one of them does not take what the others need. */
const mostStepsOfOne = 100_000;
/** Of what a statement does beside its steps (`meter.ts`). */
const mostWorkOfOne = 500_000;
const mostWork = 1_500_000;

/** Runs a file on abstract values: its operators are recorded, none of its own code is executed. */
export class Interpreter implements Machine {
  readonly recorder = new Recorder();
  readonly facts: FactsSoFar = {
    operatorCalls: [],
    globalReads: [],
    resourceUses: [],
    queries: [],
    saves: [],
    bounds: [],
    publications: [],
    replacedCalls: [],
    equalNames: [],
    notDone: [],
    notThere: [],
    unknownArguments: [],
    settings: [],
    fileDependencies: [],
    cutShort: [],
  };
  readonly patches = new Map<string, Value>();
  readonly definitions: OperatorDefinition[] = [];
  readonly calledOperators = new Set<OperatorFunction>();
  readonly certainty: Certainty = { repeated: 0, unknown: 0 };
  readonly guards: Guard[] = [];
  asking: Site | undefined;
  readonly recursion = new Recursion(this.certainty, this.recorder);
  readonly making: Machine["making"] = [];
  readonly handled: Value[] = [];
  readonly trail = new Trail();
  readonly processState = new ProcessStateNotes(this.trail);
  readonly environment = new EnvironmentNotes(this.trail);
  readonly imports = new ImportNotes();
  /** Of the workflow file. */
  readonly globals = new Scope(undefined);
  readonly #modules = new Map<string, Value>();
  #steps = 0;
  #work = 0;
  #lastStep = mostSteps;

  /** `find` gives the module of a dotted name, undefined where the folder has none. */
  constructor(
    private readonly find: (path: string) => ReadableModule | undefined,
    readonly names?: NameCollector,
  ) {}

  /** Runs the workflow file itself; its global names as they are at its end. */
  runMain(module: ReadableModule): Scope {
    return this.#runModule(module, "__main__", this.globals);
  }

  evaluate(expression: Expression, frame: Frame): Value {
    return evaluate(expression, frame, this);
  }

  execute(statements: readonly Statement[], frame: Frame): Flow {
    return execute(statements, frame, this);
  }

  assign(target: Expression, value: Value, frame: Frame): void {
    assign(target, value, frame, this);
  }

  invoke(callee: Value, given: Arguments, site: Site): Value {
    return invoke(callee, given, site, this);
  }

  run(called: FunctionValue, given: Arguments, depth: number): Value {
    return runFunction(called, given, depth, this);
  }

  module(path: string): Value {
    const known = this.#modules.get(path);
    if (known !== undefined) return known;
    if (path === "__main__") return { kind: "module", path, scope: this.globals };
    const found = this.find(path);
    if (found === undefined) {
      this.processState.used(path, "imported");
      return foreignValue(path);
    }
    this.#packagesAbove(path);
    const { module, scope } = this.#known(path);
    this.#runModule(found, path, scope);
    return module;
  }

  isModule(path: string): boolean {
    return this.#modules.has(path) || this.find(path) !== undefined;
  }

  /** As `module`, without running one: of a module that has not run nothing is known. */
  moduleThatRan(path: string): Value {
    if (path === "__main__") return this.module(path);
    return this.#modules.get(path) ?? (this.find(path) === undefined ? foreignValue(path) : object);
  }

  attempt<Result>(run: () => Result): { readonly value: Result } | { readonly raised: Value } {
    const { repeated, unknown } = this.certainty;
    const [steps, guards, handled] = [this.trail.depth, this.guards.length, this.handled.length];
    const making = this.making.length;
    try {
      return { value: run() };
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      Object.assign(this.certainty, { repeated, unknown });
      this.trail.leaveTo(steps);
      this.guards.length = guards;
      this.making.length = making;
      this.handled.length = handled;
      return { raised: error.value };
    }
  }

  asked<Result>(site: Site | undefined, run: () => Result): Result {
    const before = this.asking;
    this.asking = site;
    try {
      return run();
    } finally {
      this.asking = before;
    }
  }

  rangeOf(span: Span, { origin }: Frame): SourceRange {
    return rangeOf(span, origin);
  }

  step(): boolean {
    this.#steps += 1;
    return this.#steps <= this.#lastStep;
  }

  /** Python runs the packages around a module first; a folder without `__init__.py` is a package without names. */
  #packagesAbove(path: string): void {
    for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) {
      const above = path.slice(0, dot);
      if (this.module(above).kind === "object") this.#known(above);
    }
  }

  /** Modules may import one another, so each is known before it runs. */
  #known(path: string): { readonly module: Value; readonly scope: Scope } {
    const scope = new Scope(undefined);
    const module: Value = { kind: "module", path, scope };
    this.#modules.set(path, module);
    return { module, scope };
  }

  #runModule({ file, isPackage, sections }: ReadableModule, name: string, scope: Scope): Scope {
    scope.names.set("__name__", text(name));
    for (const section of sections) {
      const origin: Origin = {
        file,
        module: name,
        isPackage,
        firstRow: section.firstRow,
        rows: section.rows,
        stale: section.stale,
      };
      const flow = this.#asFarAsStepsGo(section.statements, newFrame(scope, origin, 0));
      if (flow.kind === "leave" && flow.how === "raise") break;
    }
    return scope;
  }

  /** Undefined: they came to more than is followed, in the size of their values or in depth; what is known of the code that runs is as it was before. */
  #asFarAsItGoes(statements: readonly Statement[], frame: Frame): Flow | undefined {
    const { repeated, unknown } = this.certainty;
    const [steps, guards, handled] = [this.trail.depth, this.guards.length, this.handled.length];
    const making = this.making.length;
    try {
      return withAllowance(
        mostWorkOfOne,
        () => this.execute(statements, frame),
        (spent) => {
          this.#work += spent;
        },
      );
    } catch (error) {
      // A RangeError is JavaScript's word for a stack, a text or a list that is too large.
      if (!(error instanceof TooMuchWork || error instanceof RangeError)) throw error;
      Object.assign(this.certainty, { repeated, unknown });
      this.trail.leaveTo(steps);
      this.guards.length = guards;
      this.making.length = making;
      this.handled.length = handled;
      return undefined;
    }
  }

  /** Where they end, whatever the statements bind or change may be anything. */
  #asFarAsStepsGo(statements: readonly Statement[], frame: Frame): Flow {
    const [before, outer] = [this.#steps, this.#lastStep];
    const isRest = before >= mostSteps || this.#work >= mostWork;
    if (isRest) this.#steps = mostSteps + 1;
    this.#lastStep = Math.min(mostSteps, before + mostStepsOfOne);
    const flow = this.#asFarAsItGoes(statements, frame);
    const isCut = flow === undefined || this.#steps > this.#lastStep;
    // The statement that imports a module does not pay for it.
    this.#lastStep = Math.min(mostSteps, outer + this.#steps - before);
    if (!isCut) return flow;
    const { names } = frame.scope;
    for (const value of names.values())
      if (value.kind === "list" || value.kind === "set" || value.kind === "dictionary") value.open = true;
    for (const name of localNames([], statements)) {
      const value = names.get(name);
      names.set(name, { kind: "unknown", ...(value !== undefined && { of: [value] }) });
    }
    const [first] = statements;
    if (first !== undefined && this.facts.cutShort.at(-1)?.isRest !== true)
      this.facts.cutShort.push({ range: this.rangeOf(first.span, frame), isRest });
    return next;
  }
}
