import type { Expression, Parameter, Span, Statement } from "../syntax/syntax.js";
import { generatorOf } from "./generators.js";
import { type Arguments, fail, type Frame, type Machine, newFrame, next } from "./machine.js";
import { Raised } from "./raising.js";
import { Scope } from "./scope.js";
import { choiceOf, type FunctionValue, none, object, same, text, tupleOf, unknown, type Value } from "./values.js";

/** Calls nested deeper than this are recursion that is not followed further. */
const deepest = 150;

export interface FunctionText {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns?: Expression | undefined;
  readonly code: FunctionValue["code"];
  readonly span: Span;
  readonly runs: FunctionValue["runs"];
}

/** The function that a `def` or a lambda makes; defaults are evaluated now, as Python does. */
export function functionOf(
  { name, parameters, returns, code, span, runs }: FunctionText,
  frame: Frame,
  machine: Machine,
): FunctionValue {
  return {
    kind: "function",
    name,
    parameters: parameters.map((parameter) => ({
      ...parameter,
      default: parameter.default && machine.evaluate(parameter.default, frame),
    })),
    ...(returns !== undefined && { returns }),
    code,
    scope: frame.scope,
    origin: frame.origin,
    definition: machine.rangeOf(span, frame),
    runs,
    documentation: "body" in code ? documentationOf(code.body) : undefined,
    attributes: new Map(),
  };
}

function documentationOf([first]: readonly Statement[]): string | undefined {
  return first?.kind === "expression" && first.value.kind === "string" ? first.value.value : undefined;
}

/** Runs a helper function where it is called; its result, or what may be its result. */
export function runFunction(called: FunctionValue, given: Arguments, depth: number, machine: Machine): Value {
  if (!machine.step()) return unknown;
  if (machine.recursion.isDoubtful(called)) return machine.recursion.cut(called, given);
  if (depth >= deepest && !machine.recursion.isInTheRest) return runForTheRest(called, given, depth, machine);
  if (called.runs === "as a coroutine")
    return { kind: "coroutine", body: { kind: "partial", of: { ...called, runs: "now" }, given } };
  const { results } = called;
  if (results === undefined || given.open) return runOnce(called, given, depth, machine);
  const values = [...given.positional, ...given.keywords.values()].map(({ value }) => value);
  const known = results.find(
    (one) =>
      one.given.length === values.length && one.given.every((value, index) => same(value, values[index] ?? none)),
  );
  if (known !== undefined) return known.result;
  const result = runOnce(called, given, depth, machine);
  results.push({ given: values, result });
  return result;
}

/** Runs a function once for all turns that are not followed: of what it is given nothing is known but what it may hold. */
function runForTheRest(called: FunctionValue, given: Arguments, depth: number, machine: Machine): Value {
  const rest = machine.recursion.cut(called, given);
  const { certainty } = machine;
  certainty.unknown += 1;
  certainty.repeated += 1;
  const positional = [...given.positional, ...given.keywords.values()].map(({ range }) => ({ value: rest, range }));
  const any = { positional, keywords: new Map(), open: true };
  const ended = machine.attempt(() => machine.recursion.forTheRest(called, () => runOnce(called, any, depth, machine)));
  certainty.unknown -= 1;
  certainty.repeated -= 1;
  return "raised" in ended ? rest : choiceOf([ended.value, rest]);
}

function runOnce(called: FunctionValue, given: Arguments, depth: number, machine: Machine): Value {
  const scope = new Scope(called.scope);
  const frame = newFrame(scope, called.origin, depth + 1);
  if (!bindParameters(called, given, scope)) fail("TypeError", machine);
  if (called.runs === "as a generator" && "body" in called.code)
    return generatorOf(called, called.code.body, frame, machine);
  if ("expression" in called.code) return machine.evaluate(called.code.expression, frame);
  const { body } = called.code;
  const flow = machine.recursion.within(called, () => machine.asked(undefined, () => machine.execute(body, frame)));
  machine.certainty.unknown -= frame.mayHaveLeft.function;
  if (flow.kind === "leave" && flow.how === "raise" && machine.guards.length > 0) throw new Raised(flow.value);
  const last = flow.kind === "return" ? [flow.value] : flow === next || frame.mayReturn.length === 0 ? [none] : [];
  const returned = [...frame.mayReturn, ...last];
  return returned.length === 1 ? (returned[0] ?? none) : choiceOf(returned);
}

/** False: the arguments do not fit. */
function bindParameters(called: FunctionValue, given: Arguments, scope: Scope): boolean {
  const positional = [
    ...(called.self === undefined ? [] : [called.self]),
    ...given.positional.map(({ value }) => value),
  ];
  const named = new Map([...given.keywords].map(([name, { value }]) => [name, value]));
  let fits = true;
  scope.first = positional[0];
  for (const parameter of called.parameters) {
    if (parameter.form === "star")
      scope.names.set(
        parameter.name,
        given.open ? { kind: "tuple", items: positional.splice(0), open: true } : tupleOf(positional.splice(0)),
      );
    else if (parameter.form === "doubleStar") {
      scope.names.set(parameter.name, {
        kind: "dictionary",
        entries: [
          ...[...named].map(([key, value]) => ({ key: text(key), value })),
          ...(given.unnamed ?? []).map((value) => ({ key: object, value })),
        ],
        open: given.open,
      });
      named.clear();
    } else {
      const value = argumentFor(parameter, positional, named) ?? (given.open ? unknown : parameter.default);
      fits &&= value !== undefined;
      scope.names.set(parameter.name, value ?? object);
    }
  }
  return given.open || (fits && positional.length === 0 && named.size === 0);
}

function argumentFor(
  parameter: FunctionValue["parameters"][number],
  positional: Value[],
  named: Map<string, Value>,
): Value | undefined {
  if (parameter.form !== "keywordOnly" && positional.length > 0) return positional.shift();
  const value = named.get(parameter.name);
  named.delete(parameter.name);
  return value;
}
