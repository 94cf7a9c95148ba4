import type { Parameter, Span } from "../syntax/syntax.js";
import { type Arguments, type Frame, type Machine, next, type Site } from "./machine.js";
import { derived } from "./operations.js";
import { Scope } from "./scope.js";
import { choiceOf, type FunctionValue, none, object, text, tupleOf, unknown, type Value } from "./values.js";

/** Calls nested deeper than this are recursion, of which nothing is known. */
const deepest = 40;

export interface FunctionText {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly code: FunctionValue["code"];
  readonly span: Span;
  readonly deferred: boolean;
  readonly yields: boolean;
}

/** The function that a `def` or a lambda makes; defaults are evaluated now, as Python does. */
export function functionOf(
  { name, parameters, code, span, deferred, yields }: FunctionText,
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
    code,
    scope: frame.scope,
    origin: frame.origin,
    definition: machine.rangeOf(span, frame),
    deferred,
    yields,
  };
}

/** Runs a helper function where it is called; its result, or what may be its result. */
export function runFunction(called: FunctionValue, given: Arguments, depth: number, machine: Machine): Value {
  if (depth >= deepest || !machine.step()) return unknown;
  const scope = new Scope(called.scope);
  const frame: Frame = {
    scope,
    origin: called.origin,
    mayReturn: [],
    depth: depth + 1,
    mayHaveLeft: { loop: 0, function: 0 },
  };
  bindParameters(called, given, scope);
  if (called.deferred) return derived(...given.positional.map(({ value }) => value));
  if ("expression" in called.code) return machine.evaluate(called.code.expression, frame);
  const flow = machine.execute(called.code.body, frame);
  machine.certainty.unknown -= frame.mayHaveLeft.function;
  const last = flow.kind === "return" ? [flow.value] : flow === next || frame.mayReturn.length === 0 ? [none] : [];
  const returned = [...frame.mayReturn, ...last];
  return returned.length === 1 ? (returned[0] ?? none) : choiceOf(returned);
}

/** Makes an object of a class of the folder. */
export function instantiate(
  of: Extract<Value, { kind: "class" }>,
  given: Arguments,
  site: Site,
  machine: Machine,
): Value {
  const instance: Value = { kind: "instance", of, attributes: new Map() };
  const initialize = methodOf(of, "__init__");
  if (initialize !== undefined) machine.run({ ...initialize, self: instance }, given, site.frame.depth);
  else for (const [name, { value }] of given.keywords) instance.attributes.set(name, value);
  return instance;
}

function methodOf(of: Value, name: string): FunctionValue | undefined {
  if (of.kind !== "class") return undefined;
  const own = of.scope.names.get(name);
  if (own !== undefined) return own.kind === "function" ? own : undefined;
  return of.bases.map((base) => methodOf(base, name)).find((found) => found !== undefined);
}

function bindParameters(called: FunctionValue, given: Arguments, scope: Scope): void {
  const positional = [
    ...(called.self === undefined ? [] : [called.self]),
    ...given.positional.map(({ value }) => value),
  ];
  const named = new Map([...given.keywords].map(([name, { value }]) => [name, value]));
  for (const parameter of called.parameters) {
    if (parameter.form === "star")
      scope.names.set(
        parameter.name,
        given.open ? { kind: "tuple", items: positional.splice(0), open: true } : tupleOf(positional.splice(0)),
      );
    else if (parameter.form === "doubleStar")
      scope.names.set(parameter.name, {
        kind: "dictionary",
        entries: [...named].map(([key, value]) => ({ key: text(key), value })),
        open: given.open,
      });
    else
      scope.names.set(
        parameter.name,
        argumentFor(parameter, positional, named) ?? (given.open ? unknown : (parameter.default ?? object)),
      );
  }
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
