import { attributeOf } from "../attributes.js";
import { specialMethod } from "../classes.js";
import { iterated } from "../iterating.js";
import { isInstance } from "../kinds.js";
import { type Arguments, bound, givenValues, type Machine, newFrame, type Site } from "../machine.js";
import { binaryOperation } from "../operations.js";
import { textOf } from "../python.js";
import { itemOf } from "../subscripts.js";
import { type FunctionValue, none, text, tupleOf, type Value } from "../values.js";
import { type Known, partly, valuesOf, without } from "./known.js";

/** `functools` and `operator`: what they make of functions, and how that is called. */
export const functionCalls: Readonly<Partial<Record<string, Known>>> = {
  "functools.partial": (given) => {
    const [callee] = valuesOf(given);
    return callee && { kind: "partial", of: callee, given: without(1, given) };
  },
  "functools.partialmethod": (given) => {
    const [callee] = valuesOf(given);
    return callee && { kind: "descriptor", how: "property", get: partly("functools.partialmethod()", given) };
  },
  "functools.partialmethod()": ({ positional, ...given }) => {
    const [callee, ...preset] = positional;
    const self = preset.pop();
    return callee && self && { kind: "partial", of: callee.value, given: { ...given, positional: [self, ...preset] } };
  },
  "functools.reduce": reduce,
  "functools.wraps": (given) => partly("functools.wraps()", given),
  "functools.wraps()": (given) => {
    const [wrapped, wrapper] = valuesOf(given);
    return wrapped && wrapper && named(wrapper, wrapped);
  },
  "functools.update_wrapper": (given) => {
    const [wrapper, wrapped] = valuesOf(given);
    return wrapped && wrapper && named(wrapper, wrapped);
  },
  "functools.cache": (given) => cached(valuesOf(given)[0]),
  "functools.lru_cache": (given) =>
    valuesOf(given)[0]?.kind === "function" ? cached(valuesOf(given)[0]) : partly("functools.cache", emptied(given)),
  "functools.cached_property": (given) => {
    const [get] = valuesOf(given);
    return get && { kind: "descriptor", how: "cached", get };
  },
  "functools.singledispatch": (given) => {
    const [first] = valuesOf(given);
    if (first?.kind !== "function") return undefined;
    first.attributes.set("__dispatch__", tupleOf([]));
    return first;
  },
  "functools.singledispatchmethod": (given) => {
    const [first] = valuesOf(given);
    if (first?.kind !== "function") return undefined;
    first.attributes.set("__dispatch__", tupleOf([]));
    first.attributes.set("__of_method__", none);
    return first;
  },
  "operator.itemgetter": (given) => partly("operator.itemgetter()", given),
  "operator.itemgetter()": (given, site, machine) => gotten(given, (of, key) => itemOf(of, key, site, machine)),
  "operator.attrgetter": (given) => partly("operator.attrgetter()", given),
  "operator.attrgetter()": (given, site, machine) =>
    gotten(given, (of, key) =>
      (textOf(key) ?? "").split(".").reduce((value, name) => attributeOf(value, name, site, machine), of),
    ),
  "operator.methodcaller": (given) => partly("operator.methodcaller()", given),
  "operator.methodcaller()": (given, site, machine) => {
    const values = valuesOf(given);
    const [name, of] = [values[0], values.at(-1)];
    if (name === undefined || of === undefined) return undefined;
    const method = attributeOf(of, textOf(name) ?? "", site, machine);
    return machine.invoke(method, { ...given, positional: given.positional.slice(1, -1) }, site);
  },
  ...Object.fromEntries(
    Object.entries({ add: "+", sub: "-", mul: "*", truediv: "/", mod: "%", eq: "==", ne: "!=", lt: "<", gt: ">" }).map(
      ([name, sign]): [string, Known] => [
        `operator.${name}`,
        (given) => {
          const [left, right] = valuesOf(given);
          return left && right && binaryOperation(sign, left, right);
        },
      ],
    ),
  ),
  "builtins.isinstance": (given) => {
    const [value, type] = valuesOf(given);
    const known = value && type && isInstance(value, type);
    return known === undefined ? undefined : { kind: "boolean", value: known };
  },
  "builtins.callable": (given) => {
    const [value] = valuesOf(given);
    const calls = ["function", "operator", "class", "partial", "method", "builtin", "decorator"];
    if (value === undefined || ["unknown", "object", "choice"].includes(value.kind)) return undefined;
    return { kind: "boolean", value: calls.includes(value.kind) || specialMethod(value, "__call__") !== undefined };
  },
};

/** The function that a `singledispatch` function chooses for its first argument. */
export function dispatched(called: FunctionValue, { positional: [first] }: Arguments): FunctionValue {
  const registered = called.attributes.get("__dispatch__");
  if (registered?.kind !== "tuple" || first === undefined) return called;
  const found = registered.items.find(
    (item) => item.kind === "tuple" && item.items[0] !== undefined && isInstance(first.value, item.items[0]) === true,
  );
  const chosen = found?.kind === "tuple" ? found.items[1] : undefined;
  if (chosen?.kind !== "function") return called;
  return called.self === undefined ? chosen : { ...chosen, self: called.self };
}

/** `@function.register(type)`, or `@function.register` of a function that annotates its first parameter. */
export function registered(called: FunctionValue, { positional }: Arguments, machine: Machine): Value {
  const [given, other] = positional.map(({ value }) => value);
  const decisive = called.attributes.has("__of_method__") ? 1 : 0;
  const annotation = given?.kind === "function" ? given.parameters[decisive]?.annotation : undefined;
  const [type, chosen] =
    given?.kind === "function" && annotation !== undefined
      ? [machine.evaluate(annotation, newFrame(given.scope, given.origin, 0)), given]
      : [given, other];
  const known = called.attributes.get("__dispatch__");
  if (known?.kind !== "tuple" || type === undefined) return { kind: "unknown", of: [called] };
  if (chosen === undefined)
    return type.kind === "function"
      ? { kind: "unknown", of: [type] }
      : {
          kind: "partial",
          of: { kind: "method", receiver: called, name: "register" },
          given: { positional, keywords: new Map(), open: false },
        };
  known.items.unshift(tupleOf([type, chosen]));
  return chosen;
}

function reduce(given: Arguments, site: Site, machine: Machine): Value | undefined {
  const { function: step, iterable: over, initial } = bound(given, ["function", "iterable", "initial"]);
  if (step === undefined || over === undefined) return undefined;
  const { items, open } = iterated(over, site, machine);
  if (open) return undefined;
  const [first, ...rest] = initial === undefined ? items : [initial, ...items];
  return rest.reduce<Value>(
    (value, item) => machine.invoke(step, givenValues([value, item], site), site),
    first ?? none,
  );
}

/** A function with the name, the words and the attributes of another one. */
function named(wrapper: Value, wrapped: Value): Value {
  const inner = wrapped.kind === "operator" ? wrapped.function : wrapped;
  if (wrapper.kind === "instance" && inner?.kind === "function")
    wrapper.attributes.set("__name__", text(wrapped.kind === "operator" ? wrapped.name : inner.name));
  if (wrapper.kind !== "function" || inner?.kind !== "function") return wrapper;
  return {
    ...wrapper,
    name: wrapped.kind === "operator" ? wrapped.name : inner.name,
    documentation: inner.documentation,
    attributes: new Map([...inner.attributes, ...wrapper.attributes, ["__wrapped__", wrapped]]),
  };
}

function cached(value: Value | undefined): Value | undefined {
  return value?.kind === "function" ? { ...value, results: [] } : value;
}

function emptied(given: Arguments): Arguments {
  return { ...given, positional: [], keywords: new Map() };
}

/** Gets by each key that was given before the object, the last argument. */
function gotten(given: Arguments, get: (of: Value, key: Value) => Value): Value | undefined {
  const keys = [...valuesOf(given)];
  const of = keys.pop();
  if (of === undefined) return undefined;
  const values = keys.map((key) => get(of, key));
  const [only] = values;
  return values.length === 1 ? only : tupleOf(values);
}
