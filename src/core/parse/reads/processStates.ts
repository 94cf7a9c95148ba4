import type { ProcessStateSet, StateMove } from "../../model/facts.js";
import type { Interpreter } from "../interpret/interpreter.js";
import type { NotedState, Use } from "../interpret/processState/noted.js";
import type { Affected } from "../interpret/processState/table.js";
import { rangeOf, type Scope } from "../interpret/scope.js";
import type { Step } from "../interpret/trail.js";
import { artifactsIn } from "../interpret/values.js";
import type { Expression, Statement } from "../syntax/syntax.js";
import { partsOfExpression, partsOfStatement } from "./children.js";
import { declaredOutside, globalReadsOf, localNames } from "./globalReads.js";
import type { OperatorCode, Reached } from "./reach.js";

interface Operator {
  readonly code: OperatorCode;
  readonly reached: Reached;
}

/** What was set of the process and lacks in operators that have a use for it; once for each place. */
export function processStatesOf(
  { processState: { states, uses }, globals }: Interpreter,
  operators: readonly Operator[],
  file: string,
): readonly ProcessStateSet[] {
  const setting = new Set(states.map(({ steps }) => steps.at(-1)?.statement));
  const others = uses.map((use) => (setting.has(use.step?.statement) ? undefined : use));
  const found = new Map<string, ProcessStateSet>();
  for (const state of states) {
    const lacking = operatorsWithout(state, operators);
    const at = state.steps.findLast(({ frame }) => frame.origin.file === file);
    if (lacking.length === 0 || at === undefined) continue;
    const range = at === state.steps.at(-1) ? state.range : rangeOf(at.statement.span, at.frame.origin);
    const later = others.slice(state.after).filter((use) => use !== undefined);
    const move = later.some((use) => dependsOn(use, state)) ? undefined : moveOf(state, lacking, file, globals);
    const key = JSON.stringify(range);
    const before = found.get(key);
    found.set(key, {
      range,
      written: [...new Set([...(before?.written ?? []), state.written])],
      how: before === undefined || before.how === state.how ? state.how : "set",
      move: before === undefined || before.move !== undefined ? move : undefined,
    });
  }
  return [...found.values()];
}

/** The operators that need a state and do not set it themselves; where no text tells who needs it, all may. */
function operatorsWithout(state: NotedState, operators: readonly Operator[]): readonly Operator[] {
  const touching = operators.filter(({ reached }) => state.affects !== undefined && touches(reached, state.affects));
  // What a module sets is for those who use that module.
  if (touching.length === 0 && operators.some(({ reached }) => importsIt(reached, state))) return [];
  return (touching.length > 0 ? touching : operators).filter(({ reached }) => !setsToo(reached, state));
}

function touches({ paths, attributes }: Reached, { paths: beginnings, methods = [] }: Affected): boolean {
  return (
    methods.some((method) => attributes.has(method)) ||
    [...paths].some((path) => beginnings.some((beginning) => isWithin(path, beginning)))
  );
}

function isWithin(path: string, beginning: string): boolean {
  return path === beginning || (path.startsWith(beginning) && /^[.[(]/.test(path.slice(beginning.length)));
}

/** Whether the operator runs that very statement too, or imports the module that runs it, or sets the same. */
function setsToo(reached: Reached, state: NotedState): boolean {
  const last = state.steps.at(-1);
  return (
    reached.states.has(state.key) ||
    (last !== undefined && reached.statements.has(last.statement)) ||
    importsIt(reached, state)
  );
}

function importsIt({ modules }: Reached, { steps }: NotedState): boolean {
  return steps.some(
    ({ frame: { origin, depth } }) => origin.module !== "__main__" && depth === 0 && modules.has(origin.module),
  );
}

/** Whether the top level itself relies on a state that was set before. */
function dependsOn({ path, how }: Use, { affects, key }: NotedState): boolean {
  // What is imported may read the environment once, which an operator would set too late.
  if (how === "imported") return /^(os\.|dotenv|environ)/.test(key);
  if (affects === undefined) return !path.startsWith("builtins.") || path === "builtins.open";
  return affects.paths.some((beginning) => isWithin(path, beginning));
}

function moveOf(
  { steps }: NotedState,
  operators: readonly Operator[],
  file: string,
  globals: Scope,
): StateMove | undefined {
  const functions = operators.map(({ code }) => code);
  if (functions.some(({ origin, isLambda }) => origin.file !== file || isLambda)) return undefined;
  const moved = [steps[0], inFunction(steps, file)].find(
    (step) => step !== undefined && !step.records && canMove(step, functions, globals),
  );
  if (moved === undefined) return undefined;
  const into = functions.flatMap(({ body, span, origin }) => {
    const [first] = body;
    if (first === undefined) return [];
    const isDocstring = first.kind === "expression" && first.value.kind === "string";
    return [{ definition: rangeOf(span, origin), first: rangeOf(first.span, origin), isDocstring }];
  });
  return into.length < functions.length
    ? undefined
    : { statement: rangeOf(moved.statement.span, moved.frame.origin), into };
}

/** The statement that sets the state, where it stands directly in the body of a function of the file. */
function inFunction(steps: readonly Step[], file: string): Step | undefined {
  const [before, last] = steps.slice(-2);
  return last !== undefined && last.frame.origin.file === file && before?.frame !== last.frame ? last : undefined;
}

/** Whether a statement does the same at the top of the operators: it binds nothing, and its names mean there what they mean here. */
function canMove({ statement, frame }: Step, operators: readonly OperatorCode[], globals: Scope): boolean {
  if (!bindsNothing(statement)) return false;
  return namesIn(statement).every((name) => {
    const value = globals.names.get(name);
    return (
      (value === undefined ||
        (artifactsIn(value).length === 0 && !["client", "resource", "unknown"].includes(value.kind))) &&
      (frame.scope.parent === undefined || !frame.scope.names.has(name)) &&
      !operators.some(
        ({ parameters, body }) => localNames(parameters, body).has(name) || declaredOutside(body).has(name),
      )
    );
  });
}

function bindsNothing(statement: Statement): boolean {
  const targets =
    statement.kind === "assign" || statement.kind === "delete"
      ? statement.targets
      : statement.kind === "augmented"
        ? [statement.target]
        : [];
  return (
    (statement.kind === "expression"
      ? statement.value.kind === "call"
      : ["assign", "delete", "augmented"].includes(statement.kind)) &&
    targets.every(({ kind }) => kind === "attribute" || kind === "subscript") &&
    !partsOfStatement(statement).some(hasWalrus)
  );
}

function hasWalrus(expression: Expression): boolean {
  return expression.kind === "named" || partsOfExpression(expression).some(hasWalrus);
}

function namesIn(statement: Statement): readonly string[] {
  const { span } = statement;
  const reads = globalReadsOf({
    kind: "function",
    name: "",
    span,
    nameSpan: span,
    parameters: [],
    body: [statement],
    decorators: [],
    runs: "now",
  });
  const targets = statement.kind === "delete" ? statement.targets : [];
  return [...reads.map(({ id }) => id), ...targets.flatMap(rootOf)];
}

function rootOf(target: Expression): readonly string[] {
  if (target.kind === "name") return [target.id];
  return target.kind === "attribute" || target.kind === "subscript" ? rootOf(target.value) : [];
}
