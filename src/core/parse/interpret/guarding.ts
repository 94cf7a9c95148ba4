import type { Expression, Handler, Statement } from "../syntax/syntax.js";
import { awaited } from "./awaiting.js";
import { specialMethod } from "./classes.js";
import { enteredContext, isSuppressing, leftContext } from "./library/contexts.js";
import { type Flow, type Frame, givenValues, type Machine, next, type Site, siteOf } from "./machine.js";
import { truthOf } from "./python.js";
import { catches, Raised } from "./raising.js";
import { isObject, none, type Value } from "./values.js";
import { wayFrom } from "./ways.js";

/** `try`: its handlers run where it is known, or may be, that something is raised. */
export function executeTry(statement: Extract<Statement, { kind: "try" }>, frame: Frame, machine: Machine): Flow {
  const ended = machine.attempt(() => tried(statement, frame, machine));
  const last = machine.execute(statement.last, frame);
  if (last !== next) return last;
  if ("raised" in ended) return raisedOn(ended.raised, machine);
  return ended.value;
}

/** Hands an exception on to what may handle it; where nothing does, the file ends with it. */
function raisedOn(value: Value, { guards }: Machine): Flow {
  if (guards.length > 0) throw new Raised(value);
  return { kind: "leave", how: "raise", value };
}

function tried(
  { body, handlers, otherwise }: Extract<Statement, { kind: "try" }>,
  frame: Frame,
  machine: Machine,
): Flow {
  const guard = { mayRaise: false };
  const before = { ...machine.certainty };
  const other = wayFrom(frame);
  const ended = machine.attempt(() => {
    if (handlers.length > 0) machine.guards.push(guard);
    const flow = machine.execute(body, frame);
    if (flow.kind === "leave" && flow.how === "raise") throw new Raised(flow.value);
    if (handlers.length > 0) machine.guards.pop();
    return flow;
  });
  const flow =
    "raised" in ended
      ? handlers.length === 0
        ? raisedOn(ended.raised, machine)
        : caught(handlers, ended.raised, frame, machine)
      : ended.value === next
        ? machine.execute(otherwise, frame)
        : ended.value;
  if (!guard.mayRaise) return flow;
  Object.assign(machine.certainty, before);
  // Which of the handlers runs is not known: the first that is there for it.
  const [first] = handlers;
  return other(flow, () => (first === undefined ? next : runHandler(first, none, frame, machine)), machine);
}

/** Runs the handler that catches what was raised; raises it again where none does. */
function caught(handlers: readonly Handler[], raised: Value, frame: Frame, machine: Machine): Flow {
  for (const handler of handlers) {
    const catching = catchesBy(handler, raised, frame, machine);
    if (catching === false) continue;
    machine.certainty.unknown += Number(catching === undefined);
    const flow = runHandler(handler, raised, frame, machine);
    machine.certainty.unknown -= Number(catching === undefined);
    return flow;
  }
  throw new Raised(raised);
}

/** Whether a handler catches what was raised; undefined where it cannot be told. */
export function catchesBy(
  { type, group }: Handler,
  raised: Value,
  frame: Frame,
  machine: Machine,
): boolean | undefined {
  if (type === undefined) return true;
  const handled = machine.evaluate(type, frame);
  const args = raised.kind === "instance" ? raised.attributes.get("args") : undefined;
  const inner = group && args?.kind === "tuple" ? args.items[1] : undefined;
  if (inner?.kind !== "list") return catches(handled, raised);
  const each = inner.items.map((one) => catches(handled, one));
  return each.includes(true) ? true : each.includes(undefined) ? undefined : false;
}

function runHandler({ name, body }: Handler, raised: Value, frame: Frame, machine: Machine): Flow {
  if (name !== undefined) frame.scope.bind(name, raised);
  machine.handled.push(raised);
  const flow = machine.execute(body, frame);
  machine.handled.pop();
  return flow;
}

/** A context that was entered, for leaving it. */
interface Entered {
  readonly context: Value;
  readonly site: Site;
}

/** `with value as target`. */
export function enter(value: Expression, target: Expression | undefined, frame: Frame, machine: Machine): Entered {
  const site = siteOf(value, frame, machine);
  const context = machine.evaluate(value, frame);
  const own = specialMethod(context, "__enter__") ?? specialMethod(context, "__aenter__");
  const given =
    own !== undefined
      ? finished(machine.invoke(own, givenValues([], site), site), site, machine)
      : (enteredContext(context, site, machine) ??
        (isObject(context) ? context : { kind: "unknown" as const, of: [context] }));
  if (target !== undefined) machine.assign(target, given, frame);
  return { context, site };
}

/** Leaves a context, by an exception or not; whether it swallows that. */
export function leave(
  { context, site }: Entered,
  raised: Value | undefined,
  frame: Frame,
  machine: Machine,
): boolean | undefined {
  const own = specialMethod(context, "__exit__") ?? specialMethod(context, "__aexit__");
  if (own === undefined) return leftContext(context, raised, site, machine);
  const error = raised === undefined ? [none, none, none] : [raised, raised, none];
  const given = machine.invoke(own, givenValues(error, site), { call: site.call, range: site.range, frame });
  return truthOf(finished(given, site, machine));
}

/** `async with` awaits what it is given. */
function finished(value: Value, site: Site, machine: Machine): Value {
  return value.kind === "coroutine" ? awaited(value, site, machine) : value;
}

export function executeWith(statement: Extract<Statement, { kind: "with" }>, frame: Frame, machine: Machine): Flow {
  return within(statement.items, statement.body, frame, machine);
}

function within(
  [first, ...more]: Extract<Statement, { kind: "with" }>["items"],
  body: readonly Statement[],
  frame: Frame,
  machine: Machine,
): Flow {
  if (first === undefined) return machine.execute(body, frame);
  const entered = enter(first.value, first.target, frame, machine);
  const mayCatch = entered.context.kind === "instance";
  const swallows = isSuppressing(entered.context);
  const guard = { mayRaise: false, ...(!swallows && { isExplicit: true as const }) };
  const before = { ...machine.certainty };
  const other = wayFrom(frame);
  const ended = machine.attempt(() => {
    if (mayCatch) machine.guards.push(guard);
    const flow = within(more, body, frame, machine);
    if (mayCatch) machine.guards.pop();
    if (mayCatch && flow.kind === "leave" && flow.how === "raise") throw new Raised(flow.value);
    return flow;
  });
  if (!("raised" in ended)) {
    leave(entered, undefined, frame, machine);
    if (!swallows || !guard.mayRaise) return ended.value;
    Object.assign(machine.certainty, before);
    return other(ended.value, () => next, machine);
  }
  if (leave(entered, ended.raised, frame, machine) === true) return next;
  return raisedOn(ended.raised, machine);
}
