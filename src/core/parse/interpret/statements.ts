import type { Expression, FunctionDefinition, Statement } from "../syntax/syntax.js";
import { decorate } from "./aqueduct/decorators.js";
import { itemsOf } from "./collections.js";
import { functionOf } from "./functions.js";
import { bindImport, bindImportFrom } from "./imports.js";
import { type Flow, type Frame, type Machine, next } from "./machine.js";
import { binaryOperation } from "./operations.js";
import { truthOf } from "./python.js";
import { Scope } from "./scope.js";
import { choiceOf, isObject, none, object, unknown, type Value } from "./values.js";

/** Executes statements in order until one of them leaves. */
export function execute(statements: readonly Statement[], frame: Frame, machine: Machine): Flow {
  for (const statement of statements) {
    if (!machine.step()) return next;
    const step = machine.trail.enter(statement, frame);
    const recorded = machine.recorder.length;
    const flow = executeOne(statement, frame, machine);
    machine.trail.leave();
    step.records = machine.recorder.length > recorded;
    if (flow !== next) return flow;
  }
  return next;
}

function executeOne(statement: Statement, frame: Frame, machine: Machine): Flow {
  switch (statement.kind) {
    case "expression":
      machine.evaluate(statement.value, frame);
      return next;
    case "assign": {
      if (statement.value === undefined) return next;
      const value = machine.evaluate(statement.value, frame);
      for (const target of statement.targets) machine.assign(target, value, frame);
      return next;
    }
    case "augmented":
      augment(statement, frame, machine);
      return next;
    case "function":
      frame.scope.bind(statement.name, define(statement, frame, machine));
      return next;
    case "class":
      frame.scope.bind(statement.name, defineClass(statement, frame, machine));
      return next;
    case "import":
      bindImport(statement, frame, machine);
      return next;
    case "importFrom":
      bindImportFrom(statement, frame, machine);
      return next;
    case "if":
      return executeIf(statement, frame, machine);
    case "for":
      return loop(() => executeFor(statement, frame, machine), frame, machine);
    case "while":
      return loop(() => executeWhile(statement, frame, machine), frame, machine);
    case "try":
      return executeTry(statement, frame, machine);
    case "with":
      for (const { value, target } of statement.items) {
        const entered = machine.evaluate(value, frame);
        if (target !== undefined) machine.assign(target, isObject(entered) ? entered : unknown, frame);
      }
      return machine.execute(statement.body, frame);
    case "match":
      machine.evaluate(statement.subject, frame);
      return branches(
        statement.cases.map((body) => (): Flow => {
          for (const name of statement.captures) frame.scope.bind(name, unknown);
          return machine.execute(body, frame);
        }),
        frame,
        machine,
      );
    case "return":
      return { kind: "return", value: statement.value === undefined ? none : machine.evaluate(statement.value, frame) };
    case "global":
      for (const name of statement.names) frame.scope.declareOutside(name, statement.scope);
      return next;
    case "delete":
      for (const target of statement.targets) remove(target, frame, machine);
      return next;
    case "leave":
      for (const part of statement.parts) machine.evaluate(part, frame);
      return { kind: "leave", how: statement.how };
    case "otherStatement":
      for (const part of statement.parts) machine.evaluate(part, frame);
      return next;
  }
}

function remove(target: Expression, frame: Frame, machine: Machine): void {
  if (target.kind === "name") frame.scope.unbind(target.id);
  else if (target.kind === "attribute" || target.kind === "subscript") {
    const index = target.kind === "subscript" ? machine.evaluate(target.index, frame) : undefined;
    const range = machine.rangeOf(target.span, frame);
    machine.processState.target(machine.evaluate(target.value, frame), index, target, "removed", range, frame);
  }
}

function define(statement: FunctionDefinition, frame: Frame, machine: Machine): Value {
  // Decorators are evaluated before the function is made, applied from the innermost on.
  const decorators = statement.decorators.map((decorator) => machine.evaluate(decorator, frame));
  const made = functionOf({ ...statement, code: { body: statement.body } }, frame, machine);
  const value = decorators.reduceRight<Value>((decorated, decorator) => decorate(decorated, decorator, machine), made);
  if (value.kind === "operator")
    machine.definitions.push({
      name: value.name,
      definition: statement,
      kind: value.settings.kind,
      origin: frame.origin,
      scope: frame.scope,
    });
  return value;
}

function defineClass(statement: Extract<Statement, { kind: "class" }>, frame: Frame, machine: Machine): Value {
  const bases = statement.bases
    .filter(({ form }) => form === "positional")
    .map(({ value }) => machine.evaluate(value, frame));
  const scope = new Scope(frame.scope);
  machine.execute(statement.body, { ...frame, scope });
  return { kind: "class", name: statement.name, scope, bases };
}

function augment(statement: Extract<Statement, { kind: "augmented" }>, frame: Frame, machine: Machine): void {
  const old = machine.evaluate(statement.target, frame);
  const value = machine.evaluate(statement.value, frame);
  if (old.kind === "list" && statement.operator === "+") {
    const more = itemsOf(value);
    old.items.push(...more.items);
    if (more.open || machine.certainty.repeated + machine.certainty.unknown > 0) old.open = true;
    return;
  }
  machine.assign(
    statement.target,
    machine.certainty.repeated > 0 ? object : binaryOperation(statement.operator, old, value),
    frame,
  );
}

function executeIf(statement: Extract<Statement, { kind: "if" }>, frame: Frame, machine: Machine): Flow {
  const known = truthOf(machine.evaluate(statement.condition, frame));
  if (known !== undefined) return machine.execute(known ? statement.then : statement.otherwise, frame);
  return branches(
    [() => machine.execute(statement.then, frame), () => machine.execute(statement.otherwise, frame)],
    frame,
    machine,
  );
}

/** Takes each way from where things stand now, then goes on with whatever any of them has left. */
function branches(ways: readonly (() => Flow)[], frame: Frame, machine: Machine): Flow {
  const scopes = [...new Set([frame.scope, frame.scope.module])];
  const before = scopes.map(({ names }) => new Map(names));
  const after: Map<string, Value>[][] = [];
  const flows: Flow[] = [];
  machine.certainty.unknown += 1;
  for (const way of ways) {
    restore(scopes, before);
    const flow = way();
    flows.push(flow);
    if (flow.kind === "return") frame.mayReturn.push(flow.value);
    // A way that has left does not reach what follows.
    if (flow.kind === "next") after.push(scopes.map(({ names }) => new Map(names)));
  }
  machine.certainty.unknown -= 1;
  if (after.length > 0) doubtWhatFollows(flows, frame, machine);
  for (const [index, scope] of scopes.entries())
    merge(
      scope,
      after.map((states) => states[index] ?? new Map<string, Value>()),
      before[index] ?? new Map<string, Value>(),
    );
  return after.length > 0 ? next : (flows.find(({ kind }) => kind === "leave") ?? settled(flows, frame));
}

/** Where some ways leave and others go on, what follows runs or does not, until the loop or the function ends that was left. */
function doubtWhatFollows(flows: readonly Flow[], frame: Frame, machine: Machine): void {
  const left = flows.some(({ kind }) => kind === "return")
    ? "function"
    : flows.some((flow) => flow.kind === "leave" && flow.how !== "raise")
      ? "loop"
      : undefined;
  if (left === undefined) return;
  frame.mayHaveLeft[left] += 1;
  machine.certainty.unknown += 1;
}

/** Runs a loop; what could not be told of leaving it ends with it. */
function loop(run: () => Flow, frame: Frame, machine: Machine): Flow {
  const before = frame.mayHaveLeft.loop;
  const flow = run();
  machine.certainty.unknown -= frame.mayHaveLeft.loop - before;
  frame.mayHaveLeft.loop = before;
  return flow;
}

/** Every way returned: the function ends here with any of their values. */
function settled(flows: readonly Flow[], frame: Frame): Flow {
  if (flows.length === 0) return next;
  const value = choiceOf(frame.mayReturn.splice(0));
  return { kind: "return", value };
}

function restore(scopes: readonly Scope[], states: readonly ReadonlyMap<string, Value>[]): void {
  for (const [index, { names }] of scopes.entries()) {
    names.clear();
    for (const [name, value] of states[index] ?? []) names.set(name, value);
  }
}

function merge(
  { names }: Scope,
  states: readonly ReadonlyMap<string, Value>[],
  fallback: ReadonlyMap<string, Value>,
): void {
  const ends = states.length === 0 ? [fallback] : states;
  names.clear();
  for (const name of new Set(ends.flatMap((state) => [...state.keys()]))) {
    names.set(name, choiceOf(ends.flatMap((state) => state.get(name) ?? [])));
  }
}

function executeFor(statement: Extract<Statement, { kind: "for" }>, frame: Frame, machine: Machine): Flow {
  const { items, open } = itemsOf(machine.evaluate(statement.iterable, frame));
  if (open)
    return repeat(
      () => {
        machine.assign(statement.target, choiceOf(items), frame);
        return machine.execute(statement.body, frame);
      },
      statement.otherwise,
      frame,
      machine,
    );
  for (const item of items) {
    machine.assign(statement.target, item, frame);
    const flow = machine.execute(statement.body, frame);
    if (flow.kind === "return") return flow;
    if (flow.kind === "leave" && flow.how === "break") return next;
    if (flow.kind === "leave" && flow.how === "raise") return flow;
  }
  return machine.execute(statement.otherwise, frame);
}

function executeWhile(statement: Extract<Statement, { kind: "while" }>, frame: Frame, machine: Machine): Flow {
  if (truthOf(machine.evaluate(statement.condition, frame)) === false)
    return machine.execute(statement.otherwise, frame);
  return repeat(() => machine.execute(statement.body, frame), statement.otherwise, frame, machine);
}

/** A loop whose length is not known: its body once, each operator in it standing for any number of calls. */
function repeat(body: () => Flow, otherwise: readonly Statement[], frame: Frame, machine: Machine): Flow {
  const { names } = frame.scope;
  const before = new Map(names);
  machine.certainty.repeated += 1;
  const flow = body();
  machine.certainty.repeated -= 1;
  for (const [name, value] of names) {
    const old = before.get(name);
    if (old !== undefined && old !== value) names.set(name, choiceOf([old, value]));
  }
  if (flow.kind === "return") frame.mayReturn.push(flow.value);
  return machine.execute(otherwise, frame);
}

/** Handlers are taken as never reached: a workflow whose definition raises is none. */
function executeTry(statement: Extract<Statement, { kind: "try" }>, frame: Frame, machine: Machine): Flow {
  const tried = machine.execute(statement.body, frame);
  if (tried.kind === "leave" && tried.how === "raise") {
    const handled = statement.handlers[0];
    const flow = handled === undefined ? next : machine.execute(handled.body, frame);
    const last = machine.execute(statement.last, frame);
    return last === next ? flow : last;
  }
  const flow = tried === next ? machine.execute(statement.otherwise, frame) : tried;
  const last = machine.execute(statement.last, frame);
  return last === next ? flow : last;
}
