import { partsOfExpression, partsOfStatement } from "../reads/children.js";
import type { Expression, Handler, Statement, Yield } from "../syntax/syntax.js";
import { iteratorOver } from "./iterating.js";
import { type Flow, type Frame, type Machine, next, siteOf } from "./machine.js";
import { truthOf } from "./python.js";
import { Raised } from "./raising.js";
import { answered } from "./thrown.js";
import { catchesBy, enter, leave } from "./guarding.js";
import { type FunctionValue, type IteratorValue, none, unknown, type Value } from "./values.js";

/** Statements as they run up to each `yield`: what is yielded comes out, what is sent goes in. */
type Running<Result> = Generator<Value, Result, Value>;

/** What calling a generator function gives: its body runs item by item, when it is asked. */
export function generatorOf(
  called: FunctionValue,
  body: readonly Statement[],
  frame: Frame,
  machine: Machine,
): IteratorValue {
  const running = run(body, frame, machine);
  let doubts = 0;
  let returned: Value = none;
  let hasEnded = false;
  return {
    kind: "iterator",
    next: (sent = none) => {
      if (hasEnded) return undefined;
      // Unless a step comes to its end, it raised, and there is none after it.
      hasEnded = true;
      const step = machine.recursion.within(called, () => machine.asked(undefined, () => running.next(sent)));
      hasEnded = step.done === true;
      doubts = frame.mayHaveLeft.function + frame.mayHaveLeft.loop;
      if (step.done !== true) return step.value;
      machine.certainty.unknown -= frame.mayHaveLeft.function;
      frame.mayHaveLeft.function = 0;
      const flow = step.value;
      if (flow.kind === "leave" && flow.how === "raise" && machine.guards.length > 0) throw new Raised(flow.value);
      returned = flow.kind === "return" ? flow.value : none;
      return undefined;
    },
    open: () => doubts > 0,
    returned: () => returned,
  };
}

function* run(statements: readonly Statement[], frame: Frame, machine: Machine): Running<Flow> {
  for (const statement of statements) {
    if (!machine.step()) return next;
    const flow = yields(statement) ? yield* runOne(statement, frame, machine) : machine.execute([statement], frame);
    if (flow !== next) return flow;
  }
  return next;
}

function* runOne(statement: Statement, frame: Frame, machine: Machine): Running<Flow> {
  switch (statement.kind) {
    case "expression":
      yield* valueOf(statement.value, frame, machine);
      return next;
    case "assign": {
      const value = statement.value === undefined ? none : yield* valueOf(statement.value, frame, machine);
      for (const target of statement.targets) machine.assign(target, value, frame);
      return next;
    }
    case "return":
      return {
        kind: "return",
        value: statement.value === undefined ? none : yield* valueOf(statement.value, frame, machine),
      };
    case "if": {
      const known = truthOf(yield* valueOf(statement.condition, frame, machine));
      if (known !== undefined) return yield* run(known ? statement.then : statement.otherwise, frame, machine);
      // Both ways, one after the other: which items there are is not known.
      const flows = [
        yield* doubted(run(statement.then, frame, machine), machine),
        yield* doubted(run(statement.otherwise, frame, machine), machine),
      ];
      return flows.every((flow) => flow !== next) ? (flows[0] ?? next) : next;
    }
    case "for":
      return yield* runFor(statement, frame, machine);
    case "while":
      return yield* runWhile(statement, frame, machine);
    case "try":
      return yield* runTry(statement, frame, machine);
    case "with": {
      const entered = statement.items.map(({ value, target }) => enter(value, target, frame, machine));
      const flow = yield* run(statement.body, frame, machine);
      for (const one of entered.reverse()) leave(one, undefined, frame, machine);
      return flow;
    }
    default: {
      const parts = partsOfStatement(statement).flatMap(yieldsIn);
      const given = new Map<Expression, Value>();
      for (const one of parts) given.set(one, yield* yielded(one, { ...frame, yielded: given }, machine));
      return machine.execute([statement], parts.length === 0 ? frame : { ...frame, yielded: given });
    }
  }
}

/** What an expression gives: each `yield` in it gives way first, in their order. */
function* valueOf(expression: Expression, frame: Frame, machine: Machine): Running<Value> {
  const inner = yieldsIn(expression);
  if (inner.length === 0) return machine.evaluate(expression, frame);
  const given = new Map<Expression, Value>();
  for (const one of inner) given.set(one, yield* yielded(one, { ...frame, yielded: given }, machine));
  return machine.evaluate(expression, { ...frame, yielded: given });
}

/** The innermost first, in the order in which Python comes by them. */
function yieldsIn(expression: Expression): readonly Yield[] {
  const inner = partsOfExpression(expression).flatMap(yieldsIn);
  return expression.kind === "yield" ? [...inner, expression] : inner;
}

function* yielded({ value, from }: Yield, frame: Frame, machine: Machine): Running<Value> {
  const given = value === undefined ? none : machine.evaluate(value, frame);
  if (!from || value === undefined) return answered(yield given);
  const inner = iteratorOver(given, siteOf(value, frame, machine), machine);
  let sent: Value | undefined;
  for (let count = 0; count < mostItems; count += 1) {
    const item = inner.next(sent);
    if (item === undefined) return inner.returned?.() ?? none;
    sent = yield item;
  }
  return unknown;
}

const mostItems = 2000;

function* runFor(statement: Extract<Statement, { kind: "for" }>, frame: Frame, machine: Machine): Running<Flow> {
  const items = iteratorOver(
    yield* valueOf(statement.iterable, frame, machine),
    siteOf(statement.iterable, frame, machine),
    machine,
  );
  for (let count = 0; count < mostItems; count += 1) {
    const item = items.next();
    if (item === undefined) return yield* run(statement.otherwise, frame, machine);
    machine.assign(statement.target, item, frame);
    const body = run(statement.body, frame, machine);
    const flow = items.open() ? yield* doubted(body, machine) : yield* body;
    if (flow.kind === "return" || (flow.kind === "leave" && flow.how === "raise")) return flow;
    if (flow.kind === "leave" && flow.how === "break") return next;
  }
  return next;
}

function* runWhile(statement: Extract<Statement, { kind: "while" }>, frame: Frame, machine: Machine): Running<Flow> {
  for (let count = 0; count < mostItems; count += 1) {
    const known = truthOf(yield* valueOf(statement.condition, frame, machine));
    if (known === false) return yield* run(statement.otherwise, frame, machine);
    const body = run(statement.body, frame, machine);
    const flow = known === undefined ? yield* doubted(body, machine) : yield* body;
    if (flow.kind === "return" || (flow.kind === "leave" && flow.how === "raise")) return flow;
    if (known === undefined || (flow.kind === "leave" && flow.how === "break")) return next;
  }
  return next;
}

function* runTry(statement: Extract<Statement, { kind: "try" }>, frame: Frame, machine: Machine): Running<Flow> {
  const ended = yield* guarded(run(statement.body, frame, machine), machine);
  const after =
    "raised" in ended
      ? yield* caughtIn(statement.handlers, ended.raised, frame, machine)
      : { flow: ended.flow === next ? yield* run(statement.otherwise, frame, machine) : ended.flow };
  const last = yield* run(statement.last, frame, machine);
  if (last !== next) return last;
  if ("raised" in after) throw new Raised(after.raised);
  return after.flow;
}

/** Runs the handler that catches what was raised. */
function* caughtIn(
  handlers: readonly Handler[],
  raised: Value,
  frame: Frame,
  machine: Machine,
): Running<{ readonly flow: Flow } | { readonly raised: Value }> {
  for (const handler of handlers) {
    const catching = catchesBy(handler, raised, frame, machine);
    if (catching === false) continue;
    if (handler.name !== undefined) frame.scope.bind(handler.name, raised);
    machine.handled.push(raised);
    const body = guarded(run(handler.body, frame, machine), machine);
    const ended = catching === undefined ? yield* doubted(body, machine) : yield* body;
    machine.handled.pop();
    return ended;
  }
  return { raised };
}

/** Steps of a body in which something may be raised; between them other code runs, with its own guards. */
function* guarded(
  body: Running<Flow>,
  machine: Machine,
): Running<{ readonly flow: Flow } | { readonly raised: Value }> {
  let sent: Value = none;
  for (;;) {
    const given = sent;
    const ended = machine.attempt(() => {
      machine.guards.push({ mayRaise: false });
      const step = body.next(given);
      machine.guards.pop();
      return step;
    });
    if ("raised" in ended) return ended;
    const step = ended.value;
    if (step.done === true)
      return step.value.kind === "leave" && step.value.how === "raise"
        ? { raised: step.value.value }
        : { flow: step.value };
    sent = yield step.value;
  }
}

/** Steps of code of which it is not known whether it runs; what runs between them is as certain as it was. */
function* doubted<Result>(body: Running<Result>, machine: Machine): Running<Result> {
  let sent: Value = none;
  for (;;) {
    machine.certainty.unknown += 1;
    const step = body.next(sent);
    machine.certainty.unknown -= 1;
    if (step.done === true) return step.value;
    sent = yield step.value;
  }
}

function hasYield(expression: Expression): boolean {
  return yieldsIn(expression).length > 0;
}

/** Whether running a statement comes by a `yield` of the function that it stands in. */
function yields(statement: Statement): boolean {
  switch (statement.kind) {
    case "expression":
      return hasYield(statement.value);
    case "assign":
    case "return":
      return statement.value !== undefined && hasYield(statement.value);
    case "if":
      return hasYield(statement.condition) || [...statement.then, ...statement.otherwise].some(yields);
    case "for":
      return hasYield(statement.iterable) || [...statement.body, ...statement.otherwise].some(yields);
    case "while":
      return hasYield(statement.condition) || [...statement.body, ...statement.otherwise].some(yields);
    case "with":
      return statement.body.some(yields);
    case "try":
      return [
        ...statement.body,
        ...statement.handlers.flatMap(({ body }) => body),
        ...statement.otherwise,
        ...statement.last,
      ].some(yields);
    case "function":
    case "class":
      return false;
    default:
      return partsOfStatement(statement).some(hasYield);
  }
}
