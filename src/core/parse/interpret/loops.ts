import type { Expression, Statement } from "../syntax/syntax.js";
import { blocksOf, partsOfExpression } from "../reads/children.js";
import { iterable, iteratorOver, itemsOf } from "./iterating.js";
import { type Flow, type Frame, type Machine, next, siteOf } from "./machine.js";
import { truthOf } from "./python.js";
import { truthIn } from "./truth.js";
import { choiceOf, type Value } from "./values.js";
import { branches } from "./ways.js";

const mostItems = 2000;
/** Rounds of a `while` that are followed one by one. */
const mostRounds = 200;

/** Runs a loop; what could not be told of leaving it ends with it. */
export function loop(run: () => Flow, frame: Frame, machine: Machine): Flow {
  const before = frame.mayHaveLeft.loop;
  const flow = run();
  machine.certainty.unknown -= frame.mayHaveLeft.loop - before;
  frame.mayHaveLeft.loop = before;
  return flow;
}

export function executeFor(statement: Extract<Statement, { kind: "for" }>, frame: Frame, machine: Machine): Flow {
  const site = siteOf(statement.iterable, frame, machine);
  const over = iterable(machine.evaluate(statement.iterable, frame), site, machine);
  if (over.kind !== "iterator") {
    const { items, open } = itemsOf(over);
    if (open) return repeatOver(items, statement, frame, machine);
  }
  const iterator = iteratorOver(over, site, machine);
  const before = frame.mayHaveLeft.loop;
  for (let item = iterator.next(), count = 0; item !== undefined; item = iterator.next(), count += 1) {
    // What gives items without end, and may have been left, is not followed further.
    const isVague = over.kind === "iterator" && frame.mayHaveLeft.loop > before;
    if (iterator.open() || isVague || count >= mostItems) return repeatOver([item], statement, frame, machine);
    machine.assign(statement.target, item, frame);
    const flow = machine.execute(statement.body, frame);
    if (flow.kind === "return") return flow;
    if (flow.kind === "leave" && flow.how === "break") return next;
    if (flow.kind === "leave" && flow.how === "raise") return flow;
  }
  return machine.execute(statement.otherwise, frame);
}

function repeatOver(
  items: readonly Value[],
  statement: Extract<Statement, { kind: "for" }>,
  frame: Frame,
  machine: Machine,
): Flow {
  return repeat(
    () => {
      machine.assign(statement.target, choiceOf(items), frame);
      return machine.execute(statement.body, frame);
    },
    statement.otherwise,
    frame,
    machine,
  );
}

export function executeWhile(statement: Extract<Statement, { kind: "while" }>, frame: Frame, machine: Machine): Flow {
  const site = siteOf(statement.condition, frame, machine);
  if (isEndless(statement, frame, machine))
    return repeat(() => machine.execute(statement.body, frame), statement.otherwise, frame, machine);
  const before = frame.mayHaveLeft.loop;
  for (let count = 0; ; count += 1) {
    const known = truthIn(machine.evaluate(statement.condition, frame), site, machine);
    if (known === false) return machine.execute(statement.otherwise, frame);
    // Once it has begun to be left perhaps, each further round is as uncertain as all of them.
    if (known === undefined || count >= mostRounds || frame.mayHaveLeft.loop > before || !machine.step())
      return repeat(() => machine.execute(statement.body, frame), statement.otherwise, frame, machine);
    const flow = machine.execute(statement.body, frame);
    if (flow.kind === "return" || (flow.kind === "leave" && flow.how === "raise")) return flow;
    if (flow.kind === "leave" && flow.how === "break") return next;
  }
}

/** Nothing in it leaves it: Python would stay there, so the text is not what it will be. */
function isEndless(
  { condition, body }: Extract<Statement, { kind: "while" }>,
  frame: Frame,
  machine: Machine,
): boolean {
  return (
    !asks(condition) &&
    truthOf(machine.evaluate(condition, frame)) === true &&
    machine.guards.length === 0 &&
    !body.some(leaves)
  );
}

/** Whether what it gives may change. */
function asks(expression: Expression): boolean {
  return expression.kind === "name" || expression.kind === "call" || partsOfExpression(expression).some(asks);
}

function leaves(statement: Statement): boolean {
  if (statement.kind === "leave") return statement.how !== "continue";
  if (statement.kind === "return" || statement.kind === "try" || statement.kind === "with") return true;
  return blocksOf(statement).some((block) => block.some(leaves));
}

/** A loop whose length is not known: its body once, each operator in it standing for any number of calls. */
function repeat(body: () => Flow, otherwise: readonly Statement[], frame: Frame, machine: Machine): Flow {
  const { names } = frame.scope;
  const before = new Map(names);
  const left = frame.mayHaveLeft.loop;
  machine.certainty.repeated += 1;
  const flow = body();
  machine.certainty.repeated -= 1;
  const mayHaveEnded = flow.kind !== "next" || frame.mayHaveLeft.loop > left;
  for (const [name, value] of names) {
    const old = before.get(name);
    if (old !== undefined && old !== value) names.set(name, choiceOf([old, value]));
  }
  if (flow.kind === "return") frame.mayReturn.push(flow.value);
  // Its `else` runs unless it was left.
  return mayHaveEnded && otherwise.length > 0
    ? branches([() => machine.execute(otherwise, frame), () => next], frame, machine)
    : machine.execute(otherwise, frame);
}
