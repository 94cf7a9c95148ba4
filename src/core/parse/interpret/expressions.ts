import type { Argument, Call, Comprehension, Expression, FormattedString } from "../syntax/syntax.js";
import { attributeOf } from "./attributes.js";
import { builtinValue } from "./builtins.js";
import { itemAt, itemsOf, sliceOf } from "./collections.js";
import { carrying } from "./environment.js";
import { functionOf } from "./functions.js";
import type { Arguments, Frame, GivenArgument, Machine } from "./machine.js";
import { binaryOperation, derived, unaryOperation } from "./operations.js";
import { isEnvironment } from "./processState/sources.js";
import { textOf, truthOf } from "./python.js";
import { Scope } from "./scope.js";
import {
  choiceOf,
  type DictionaryValue,
  listOf,
  none,
  object,
  text,
  truth,
  unbound,
  unknown,
  type Value,
} from "./values.js";

/** What an expression gives; calls in it are made in Python's order. */
export function evaluate(expression: Expression, frame: Frame, machine: Machine): Value {
  if (!machine.step()) return unknown;
  switch (expression.kind) {
    case "number":
      return expression.digits === undefined
        ? { kind: "number", value: expression.value, float: expression.float }
        : { kind: "object", whole: expression.digits };
    case "string":
      return text(expression.value);
    case "formatted":
      return format(expression, frame, machine);
    case "constant":
      return expression.value === null
        ? none
        : typeof expression.value === "boolean"
          ? truth(expression.value)
          : expression.value === "bytes"
            ? { kind: "bytes" }
            : object;
    case "name": {
      const value = frame.scope.find(expression.id) ?? builtinValue(expression.id) ?? unbound;
      machine.names?.read(expression.id, expression.span, value, frame);
      return value;
    }
    case "attribute": {
      const value = attributeOf(machine.evaluate(expression.value, frame), expression.name, machine);
      machine.names?.read(expression.name, expression.nameSpan, value, frame);
      return value;
    }
    case "call":
      return call(expression, frame, machine);
    case "list":
    case "tuple":
    case "set":
      return sequence(expression.kind, expression.items, frame, machine);
    case "dictionary":
      return dictionary(expression.entries, frame, machine);
    case "comprehension":
      return comprehension(expression, frame, machine);
    case "subscript":
      return subscript(expression, frame, machine);
    case "unary":
      return unaryOperation(expression.operator, machine.evaluate(expression.operand, frame));
    case "binary":
      return expression.operator === "and" || expression.operator === "or"
        ? shortCircuit(expression.operator, expression.left, expression.right, frame, machine)
        : binaryOperation(
            expression.operator,
            machine.evaluate(expression.left, frame),
            machine.evaluate(expression.right, frame),
          );
    case "conditional":
      return conditional(expression, frame, machine);
    case "lambda":
      return functionOf(
        {
          name: "<lambda>",
          parameters: expression.parameters,
          code: { expression: expression.body },
          span: expression.span,
          deferred: false,
          yields: false,
        },
        frame,
        machine,
      );
    case "named": {
      const value = machine.evaluate(expression.value, frame);
      machine.assign(expression.target, value, frame);
      return value;
    }
    case "starred":
      return machine.evaluate(expression.value, frame);
    case "slice":
      return object;
    case "other":
      return derived(...expression.parts.map((part) => machine.evaluate(part, frame)));
  }
}

function call(expression: Call, frame: Frame, machine: Machine): Value {
  const callee = machine.evaluate(expression.callee, frame);
  const given = evaluateArguments(expression.arguments, frame, machine);
  machine.names?.call(expression, frame);
  return machine.invoke(callee, given, { call: expression, frame, range: machine.rangeOf(expression.span, frame) });
}

function evaluateArguments(list: readonly Argument[], frame: Frame, machine: Machine): Arguments {
  const positional: GivenArgument[] = [];
  const keywords = new Map<string, GivenArgument>();
  let open = false;
  for (const argument of list) {
    const value = machine.evaluate(argument.value, frame);
    const range = machine.rangeOf(argument.span, frame);
    if (argument.form === "positional") positional.push({ value, range });
    else if (argument.form === "keyword") keywords.set(argument.name ?? "", { value, range });
    else if (argument.form === "star") {
      const { items, open: more } = itemsOf(value);
      positional.push(...items.map((item) => ({ value: item, range })));
      open ||= more;
    } else if (value.kind === "dictionary") {
      for (const entry of value.entries) keywords.set(textOf(entry.key) ?? "", { value: entry.value, range });
      open ||= value.open;
    } else open = true;
  }
  return { positional, keywords, open };
}

function format({ parts }: FormattedString, frame: Frame, machine: Machine): Value {
  let known = true;
  const values: Value[] = [];
  const texts = parts.map((part) => {
    if (typeof part === "string") return part;
    const value = machine.evaluate(part.expression, frame);
    values.push(value);
    const shown = textOf(value);
    known &&= shown !== undefined && part.plain;
    return part.plain ? (shown ?? "…") : "…";
  });
  return carrying({ kind: "string", value: texts.join(""), known }, values);
}

function sequence(kind: "list" | "tuple" | "set", items: readonly Expression[], frame: Frame, machine: Machine): Value {
  let open = false;
  const values = items.flatMap((item) => {
    const value = machine.evaluate(item, frame);
    if (item.kind !== "starred") return [value];
    const more = itemsOf(value);
    open ||= more.open;
    return more.items;
  });
  return { kind, items: values, open };
}

function dictionary(
  entries: readonly { readonly key: Expression | undefined; readonly value: Expression }[],
  frame: Frame,
  machine: Machine,
): DictionaryValue {
  const result: DictionaryValue = { kind: "dictionary", entries: [], open: false };
  for (const entry of entries) {
    const key = entry.key && machine.evaluate(entry.key, frame);
    const value = machine.evaluate(entry.value, frame);
    if (key !== undefined) result.entries.push({ key, value });
    else if (value.kind === "object" && isEnvironment(value.path))
      result.entries.push({
        key: object,
        value: {
          kind: "object",
          environment: [{ range: machine.rangeOf(entry.value.span, frame), name: undefined }],
        },
      });
    else if (value.kind === "dictionary") result.entries.push(...value.entries.map((inner) => ({ ...inner })));
    if (key === undefined && (value.kind !== "dictionary" || value.open)) result.open = true;
  }
  return result;
}

function comprehension(expression: Comprehension, frame: Frame, machine: Machine): Value {
  const inner: Frame = { ...frame, scope: new Scope(frame.scope) };
  const keys: Value[] = [];
  const values: Value[] = [];
  let open = false;
  const run = (at: number): void => {
    const clause = expression.clauses[at];
    if (clause === undefined) {
      if (expression.key !== undefined) keys.push(machine.evaluate(expression.key, inner));
      values.push(machine.evaluate(expression.element, inner));
    } else if (clause.kind === "for") {
      const { items, open: more } = itemsOf(machine.evaluate(clause.iterable, inner));
      open ||= more;
      machine.certainty.repeated += Number(more);
      for (const item of more ? [choiceOf(items)] : items) {
        machine.assign(clause.target, item, inner);
        run(at + 1);
      }
      machine.certainty.repeated -= Number(more);
    } else {
      const known = truthOf(machine.evaluate(clause.condition, inner));
      if (known === false) return;
      open ||= known === undefined;
      machine.certainty.unknown += Number(known === undefined);
      run(at + 1);
      machine.certainty.unknown -= Number(known === undefined);
    }
  };
  run(0);
  if (expression.makes === "dictionary")
    return {
      kind: "dictionary",
      entries: values.map((value, index) => ({ key: keys[index] ?? unknown, value })),
      open,
    };
  return expression.makes === "set" ? { kind: "set", items: values, open } : listOf(values, open);
}

function subscript(expression: Extract<Expression, { kind: "subscript" }>, frame: Frame, machine: Machine): Value {
  const { index } = expression;
  const value = machine.evaluate(expression.value, frame);
  if (value.kind === "object" && isEnvironment(value.path)) {
    const name = textOf(machine.evaluate(index, frame));
    machine.processState.used("os.environ", "used");
    return { kind: "object", environment: [{ range: machine.rangeOf(expression.span, frame), name }] };
  }
  if (index.kind !== "slice") return itemAt(value, machine.evaluate(index, frame));
  return sliceOf(
    value,
    [index.from, index.to, index.step].map((bound) => bound && machine.evaluate(bound, frame)),
  );
}

function shortCircuit(
  operator: "and" | "or",
  left: Expression,
  right: Expression,
  frame: Frame,
  machine: Machine,
): Value {
  const first = machine.evaluate(left, frame);
  const known = truthOf(first);
  if (known === (operator === "or")) return first;
  if (known !== undefined) return machine.evaluate(right, frame);
  return choiceOf([first, uncertainly(right, frame, machine)]);
}

function conditional(expression: Extract<Expression, { kind: "conditional" }>, frame: Frame, machine: Machine): Value {
  const known = truthOf(machine.evaluate(expression.condition, frame));
  if (known !== undefined) return machine.evaluate(known ? expression.then : expression.otherwise, frame);
  return choiceOf([uncertainly(expression.then, frame, machine), uncertainly(expression.otherwise, frame, machine)]);
}

function uncertainly(expression: Expression, frame: Frame, machine: Machine): Value {
  machine.certainty.unknown += 1;
  const value = machine.evaluate(expression, frame);
  machine.certainty.unknown -= 1;
  return value;
}
