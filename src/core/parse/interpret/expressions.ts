import type { Argument, Call, Expression, FormattedPart, FormattedString } from "../syntax/syntax.js";
import { noteUsedAsValue } from "./aqueduct/notThere.js";
import { awaited } from "./awaiting.js";
import { attributeOf } from "./attributes.js";
import { builtinValue } from "./builtins.js";
import { specialMethod } from "./classes.js";
import { sliceOf } from "./collections.js";
import { comprehension } from "./comprehensions.js";
import { carrying } from "./environment.js";
import { functionOf } from "./functions.js";
import { iterated } from "./iterating.js";
import { objectOf } from "./library/known.js";
import { formattedText, representation } from "./library/textCalls.js";
import {
  type Arguments,
  fail,
  type Frame,
  type GivenArgument,
  givenValues,
  type Machine,
  mayFail,
  siteOf,
} from "./machine.js";
import { derived, distinctEntries, unaryOperation } from "./operations.js";
import { TextRoom } from "./meter.js";
import { operation } from "./operators.js";
import { isEnvironment } from "./processState/sources.js";
import { textOf, truthOf } from "./python.js";
import { itemOf } from "./subscripts.js";
import { truthIn } from "./truth.js";
import { choiceOf, type DictionaryValue, none, object, text, truth, unbound, unknown, type Value } from "./values.js";

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
      const value =
        frame.scope.find(expression.id) ?? builtinValue(expression.id) ?? frame.scope.module.unseen ?? unbound;
      if (value === unbound) fail("NameError", machine);
      machine.names?.read(expression.id, expression.span, value, frame);
      return value;
    }
    case "attribute": {
      const value = attribute(expression, frame, machine);
      // Whether it is a method is not known either.
      return value.kind === "method" && value.receiver.kind === "unknown" ? value.receiver : value;
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
      return unary(expression, frame, machine);
    case "binary":
      return expression.operator === "and" || expression.operator === "or"
        ? shortCircuit(expression.operator, expression.left, expression.right, frame, machine)
        : operation(
            expression.operator,
            machine.evaluate(expression.left, frame),
            machine.evaluate(expression.right, frame),
            siteOf(expression, frame, machine),
            machine,
          );
    case "comparison":
      return comparison(expression, frame, machine);
    case "await":
      return awaited(machine.evaluate(expression.value, frame), siteOf(expression, frame, machine), machine);
    case "yield": {
      const known = frame.yielded?.get(expression);
      if (known !== undefined) return known;
      return derived(...(expression.value === undefined ? [] : [machine.evaluate(expression.value, frame)]));
    }
    case "conditional":
      return conditional(expression, frame, machine);
    case "lambda":
      return functionOf(
        {
          name: "<lambda>",
          parameters: expression.parameters,
          code: { expression: expression.body },
          span: expression.span,
          runs: "now",
        },
        frame,
        machine,
      );
    case "named": {
      const value = machine.evaluate(expression.value, frame);
      let { scope } = frame;
      while (scope.isComprehension && scope.parent !== undefined) scope = scope.parent;
      machine.assign(expression.target, value, { ...frame, scope });
      return value;
    }
    case "starred":
      return machine.evaluate(expression.value, frame);
    case "slice": {
      const [start = none, stop = none, step = none] = boundsIn(expression, frame, machine);
      return objectOf("builtins.slice", { start, stop, step });
    }
    case "other":
      return derived(...expression.parts.map((part) => machine.evaluate(part, frame)));
  }
}

function attribute(expression: Extract<Expression, { kind: "attribute" }>, frame: Frame, machine: Machine): Value {
  const of = machine.evaluate(expression.value, frame);
  const value = attributeOf(of, expression.name, siteOf(expression, frame, machine), machine);
  machine.names?.read(expression.name, expression.nameSpan, value, frame);
  return value;
}

function call(expression: Call, frame: Frame, machine: Machine): Value {
  const { callee: written } = expression;
  const callee =
    written.kind === "attribute" && machine.step()
      ? attribute(written, frame, machine)
      : machine.evaluate(written, frame);
  const given = evaluateArguments(expression.arguments, frame, machine);
  machine.names?.call(expression, frame);
  return machine.invoke(callee, given, { call: expression, frame, range: machine.rangeOf(expression.span, frame) });
}

function evaluateArguments(list: readonly Argument[], frame: Frame, machine: Machine): Arguments {
  const positional: GivenArgument[] = [];
  const keywords = new Map<string, GivenArgument>();
  const unnamed: Value[] = [];
  let open = false;
  for (const argument of list) {
    const value = machine.evaluate(argument.value, frame);
    const range = machine.rangeOf(argument.span, frame);
    if (argument.form === "positional") positional.push({ value, range });
    else if (argument.form === "keyword") keywords.set(argument.name ?? "", { value, range });
    else if (argument.form === "star") {
      const { items, open: more } = iterated(value, siteOf(argument.value, frame, machine), machine);
      positional.push(...items.map((item) => ({ value: item, range })));
      open ||= more;
    } else if (value.kind === "dictionary") {
      for (const entry of value.entries) {
        const name = textOf(entry.key);
        if (name === undefined) unnamed.push(entry.value);
        else keywords.set(name, { value: entry.value, range });
      }
      open ||= value.open || unnamed.length > 0;
    } else open = true;
  }
  return { positional, keywords, open, ...(unnamed.length > 0 && { unnamed }) };
}

function format({ parts }: FormattedString, frame: Frame, machine: Machine): Value {
  let known = true as boolean;
  const room = new TextRoom();
  const values: Value[] = [];
  const texts = parts.map((part) => {
    if (typeof part === "string") return part;
    const value = machine.evaluate(part.expression, frame);
    values.push(value);
    const shown = formattedPart(value, part, frame, machine);
    known &&= shown !== undefined;
    return room.take(shown ?? "…");
  });
  return carrying({ kind: "string", value: texts.join(""), known: known && !room.isFull }, values);
}

function formattedPart(
  value: Value,
  { expression, conversion, format: specifier }: FormattedPart,
  frame: Frame,
  machine: Machine,
): string | undefined {
  const written = specifier === undefined ? text("") : format(specifier, frame, machine);
  const how = textOf(written);
  const site = siteOf(expression, frame, machine);
  const own = conversion === undefined ? specialMethod(value, "__str__") : undefined;
  const shown: Value | undefined = own === undefined ? value : machine.invoke(own, givenValues([], site), site);
  const converted =
    conversion === undefined ? shown : text((conversion === "s" ? textOf(value) : representation(value)) ?? "…");
  if (how === undefined || (conversion !== undefined && textOf(converted) === "…")) return undefined;
  return formattedText(converted, how);
}

function sequence(kind: "list" | "tuple" | "set", items: readonly Expression[], frame: Frame, machine: Machine): Value {
  let open = false;
  const values = items.flatMap((item) => {
    const value = machine.evaluate(item, frame);
    if (item.kind !== "starred") return [value];
    const more = iterated(value, siteOf(item, frame, machine), machine);
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
  return { ...result, entries: distinctEntries(result.entries) };
}

function subscript(expression: Extract<Expression, { kind: "subscript" }>, frame: Frame, machine: Machine): Value {
  const { index } = expression;
  const value = machine.evaluate(expression.value, frame);
  if (value.kind === "object" && isEnvironment(value.path)) {
    const name = textOf(machine.evaluate(index, frame));
    machine.processState.used("os.environ", "used");
    mayFail(machine);
    return { kind: "object", environment: [{ range: machine.rangeOf(expression.span, frame), name }] };
  }
  const site = siteOf(expression, frame, machine);
  if (index.kind !== "slice") return itemOf(value, machine.evaluate(index, frame), site, machine);
  const own = specialMethod(value, "__getitem__");
  if (own !== undefined) return machine.invoke(own, givenValues([machine.evaluate(index, frame)], site), site);
  noteUsedAsValue(value, "__getitem__", site, machine);
  const held = value.kind === "instance" && value.holds !== undefined ? value.holds : value;
  return sliceOf(held, boundsIn(index, frame, machine));
}

function boundsIn(
  { from, to, step }: Extract<Expression, { kind: "slice" }>,
  frame: Frame,
  machine: Machine,
): readonly (Value | undefined)[] {
  return [from, to, step].map((bound) => bound && machine.evaluate(bound, frame));
}

function unary({ operator, operand }: Extract<Expression, { kind: "unary" }>, frame: Frame, machine: Machine): Value {
  const value = machine.evaluate(operand, frame);
  const site = siteOf(operand, frame, machine);
  if (operator === "not" && value.kind === "instance") {
    const known = truthIn(value, site, machine);
    return known === undefined ? object : truth(!known);
  }
  const own = specialMethod(value, { "-": "__neg__", "+": "__pos__", "~": "__invert__" }[operator] ?? "");
  return own === undefined ? unaryOperation(operator, value) : machine.invoke(own, givenValues([], site), site);
}

/** `a < b < c`: each operand is evaluated once. */
function comparison(
  { operands, operators, span }: Extract<Expression, { kind: "comparison" }>,
  frame: Frame,
  machine: Machine,
): Value {
  const values = operands.map((operand) => machine.evaluate(operand, frame));
  const site = siteOf({ kind: "tuple", items: operands, span }, frame, machine);
  const each = operators.map((operator, index) =>
    truthOf(operation(operator, values[index] ?? object, values[index + 1] ?? object, site, machine)),
  );
  return each.includes(false) ? truth(false) : each.includes(undefined) ? object : truth(true);
}

function shortCircuit(
  operator: "and" | "or",
  left: Expression,
  right: Expression,
  frame: Frame,
  machine: Machine,
): Value {
  const first = machine.evaluate(left, frame);
  const known = truthIn(first, siteOf(left, frame, machine), machine);
  if (known === (operator === "or")) return first;
  if (known !== undefined) return machine.evaluate(right, frame);
  return choiceOf([first, uncertainly(right, frame, machine)]);
}

function conditional(expression: Extract<Expression, { kind: "conditional" }>, frame: Frame, machine: Machine): Value {
  const condition = machine.evaluate(expression.condition, frame);
  const known = truthIn(condition, siteOf(expression.condition, frame, machine), machine);
  if (known !== undefined) return machine.evaluate(known ? expression.then : expression.otherwise, frame);
  return choiceOf([uncertainly(expression.then, frame, machine), uncertainly(expression.otherwise, frame, machine)]);
}

/** Evaluates what may not be evaluated at all. */
export function uncertainly(expression: Expression, frame: Frame, machine: Machine): Value {
  machine.certainty.unknown += 1;
  const ended = machine.attempt(() => machine.evaluate(expression, frame));
  machine.certainty.unknown -= 1;
  return "raised" in ended ? unknown : ended.value;
}
