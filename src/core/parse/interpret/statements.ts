import type { Expression, Statement } from "../syntax/syntax.js";
import { specialMethod } from "./classes.js";
import { removeItem } from "./collections.js";
import { define, defineClass } from "./definitions.js";
import { executeTry, executeWith } from "./guarding.js";
import { bindImport, bindImportFrom } from "./imports.js";
import { itemsOf } from "./iterating.js";
import { executeFor, executeWhile, loop } from "./loops.js";
import { uncertainly } from "./expressions.js";
import { type Flow, type Frame, fail, givenValues, type Machine, next, siteOf } from "./machine.js";
import { executeMatch } from "./matching.js";
import { binaryOperation } from "./operations.js";
import { inPlaceMethod, operation } from "./operators.js";
import { truthIn } from "./truth.js";
import { none, object, type Value } from "./values.js";
import { branches } from "./ways.js";

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
      return executeWith(statement, frame, machine);
    case "match":
      return executeMatch(statement, frame, machine);
    case "assert": {
      const known = truthIn(
        machine.evaluate(statement.condition, frame),
        siteOf(statement.condition, frame, machine),
        machine,
      );
      const { message } = statement;
      if (known === false) fail("AssertionError", machine);
      if (known === undefined && message !== undefined) uncertainly(message, frame, machine);
      return next;
    }
    case "return":
      return { kind: "return", value: statement.value === undefined ? none : machine.evaluate(statement.value, frame) };
    case "global":
      for (const name of statement.names) frame.scope.declareOutside(name, statement.scope);
      return next;
    case "delete":
      for (const target of statement.targets) remove(target, frame, machine);
      return next;
    case "leave": {
      const [value] = statement.parts.map((part) => machine.evaluate(part, frame));
      if (statement.how !== "raise") return { kind: "leave", how: statement.how };
      return { kind: "leave", how: "raise", value: raisedBy(value, statement, frame, machine) };
    }
    case "otherStatement":
      for (const part of statement.parts) machine.evaluate(part, frame);
      return next;
  }
}

/** `raise` alone raises once more what is being handled; a class is called without arguments. */
function raisedBy(
  value: Value | undefined,
  { parts: [part] }: Extract<Statement, { kind: "leave" }>,
  frame: Frame,
  machine: Machine,
): Value {
  if (value === undefined || part === undefined) return machine.handled.at(-1) ?? object;
  if (value.kind !== "class") return value;
  const site = siteOf(part, frame, machine);
  return machine.invoke(value, givenValues([], site), site);
}

function remove(target: Expression, frame: Frame, machine: Machine): void {
  if (target.kind === "name") frame.scope.unbind(target.id);
  else if (target.kind === "attribute" || target.kind === "subscript") {
    const index = target.kind === "subscript" ? machine.evaluate(target.index, frame) : undefined;
    const range = machine.rangeOf(target.span, frame);
    const owner = machine.evaluate(target.value, frame);
    if (index !== undefined) removeItem(owner, index, machine);
    else if (target.kind === "attribute" && owner.kind === "instance") owner.attributes.delete(target.name);
    machine.processState.target(owner, index, target, "removed", range, frame);
  }
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
  machine.assign(statement.target, augmented(statement, old, value, frame, machine), frame);
}

/** What `old += value` and the like give; an object may say so itself. */
function augmented(
  { operator, target }: Extract<Statement, { kind: "augmented" }>,
  old: Value,
  value: Value,
  frame: Frame,
  machine: Machine,
): Value {
  const site = siteOf(target, frame, machine);
  const own = specialMethod(old, inPlaceMethod(operator));
  if (own !== undefined) return machine.invoke(own, givenValues([value], site), site);
  if (old.kind === "instance" || value.kind === "instance") return operation(operator, old, value, site, machine);
  return machine.certainty.repeated > 0 ? object : binaryOperation(operator, old, value);
}

function executeIf(statement: Extract<Statement, { kind: "if" }>, frame: Frame, machine: Machine): Flow {
  const condition = machine.evaluate(statement.condition, frame);
  const known = truthIn(condition, siteOf(statement.condition, frame, machine), machine);
  if (known !== undefined) return machine.execute(known ? statement.then : statement.otherwise, frame);
  return branches(
    [() => machine.execute(statement.then, frame), () => machine.execute(statement.otherwise, frame)],
    frame,
    machine,
  );
}
