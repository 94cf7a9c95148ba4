import type { SourceRange } from "../../../model/source.js";
import type { Expression, Statement } from "../../syntax/syntax.js";
import { type Arguments, type Frame, isStale } from "../frame.js";
import { textOf } from "../python.js";
import type { Step, Trail } from "../trail.js";
import type { Value } from "../values.js";
import { type ProcessState, stateOfCall, stateOfTarget } from "./table.js";

/** State of the process that was set while the file was read. */
export interface NotedState extends ProcessState {
  /** As the file writes it, such as `os.environ['MODE']`. */
  readonly written: string;
  readonly range: SourceRange;
  /** How it was come to. */
  readonly steps: readonly Step[];
  /** How many of the uses came before it. */
  readonly after: number;
}

/** Something of a package that the top level calls, reads or imports. */
export interface Use {
  readonly path: string;
  readonly how: "used" | "imported";
  /** The statement that does. */
  readonly step: Step | undefined;
}

/** Notes what the top level of a file, and what it calls, sets of the process, and from then on what they use of packages. */
export class ProcessStateNotes {
  readonly states: NotedState[] = [];
  readonly uses: Use[] = [];
  readonly #trail: Trail;
  #searchesElsewhere = false;

  constructor(trail: Trail) {
    this.#trail = trail;
  }

  called(path: string, given: Arguments, callee: Expression, range: SourceRange, frame: Frame): void {
    this.used(path, "used");
    if (/^(sys\.path\.|site\.addsitedir$)/.test(path)) this.#searchesElsewhere = true;
    const values = {
      positional: given.positional.map(({ value }) => value),
      keywords: new Map([...given.keywords].map(([name, { value }]) => [name, value])),
    };
    this.#note(stateOfCall(path, values), `${writtenAs(callee)}()`, range, frame);
  }

  used(path: string, how: Use["how"]): void {
    if (this.states.length > 0) this.uses.push({ path, how, step: this.#trail.last });
  }

  /** `target = …` or `del target`, where the target is an attribute or an item of `owner`. */
  target(
    owner: Value,
    index: Value | undefined,
    target: Expression,
    how: "set" | "removed",
    range: SourceRange,
    frame: Frame,
  ): void {
    if (owner.kind !== "object" || owner.path === undefined) return;
    const name = target.kind === "attribute" ? `.${target.name}` : `[${(index && textOf(index)) ?? ""}]`;
    if (owner.path === "sys" && name === ".path") this.#searchesElsewhere = true;
    this.#note(stateOfTarget(`${owner.path}${name}`, how), writtenAs(target), range, frame);
  }

  #note(state: ProcessState | undefined, written: string, range: SourceRange, frame: Frame): void {
    if (state === undefined || isStale(frame)) return;
    // A module that is found elsewhere may be the workspace's own, whose state travels.
    if (this.#searchesElsewhere && state.how !== "called" && !wellKnown.test(state.key)) return;
    const steps = this.#trail.steps;
    // A class is made anew where it is used; what a `with` sets back is not left behind.
    if (steps.some(({ statement }) => statement.kind === "class" || setsBack(statement))) return;
    this.states.push({ ...state, written, range, steps, after: this.uses.length });
  }
}

const wellKnown =
  /^(builtins|csv|decimal|json|keras|matplotlib|numpy|openai|os|pandas|PIL|plotly|polars|random|requests|seaborn|sklearn|socket|ssl|sys|tensorflow|torch|urllib)\b/;

const settingBack = new Set([
  "catch_warnings",
  "localcontext",
  "option_context",
  "rc_context",
  "context",
  "errstate",
  "dict",
]);

function setsBack(statement: Statement): boolean {
  return (
    statement.kind === "with" &&
    statement.items.some(({ value }) => value.kind === "call" && settingBack.has(lastName(value.callee)))
  );
}

function lastName(expression: Expression): string {
  return expression.kind === "name" ? expression.id : expression.kind === "attribute" ? expression.name : "";
}

/** An expression of names, attributes, items and calls as its text has it; what stands in brackets is left out where it is long. */
function writtenAs(expression: Expression): string {
  switch (expression.kind) {
    case "name":
      return expression.id;
    case "attribute":
      return `${writtenAs(expression.value)}.${expression.name}`;
    case "subscript":
      return `${writtenAs(expression.value)}[${writtenAs(expression.index)}]`;
    case "call":
      return `${writtenAs(expression.callee)}()`;
    case "string":
      return `'${expression.value}'`;
    default:
      return "…";
  }
}
