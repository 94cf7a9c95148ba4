import { localNames } from "../reads/globalReads.js";
import { objectOf } from "./library/known.js";
import { type Machine, newFrame } from "./machine.js";
import { type FunctionValue, integer, none, text, tupleOf, type Value } from "./values.js";

type Parameter = FunctionValue["parameters"][number];

/** An attribute of a function that tells of its definition; undefined: it is none of these. */
export function definitionAttribute(called: FunctionValue, name: string, machine: Machine): Value | undefined {
  if (name === "__annotations__") return annotationsOf(called, machine);
  const byPlace = called.parameters.filter(({ form }) => form === "plain" || form === "positionalOnly");
  if (name === "__defaults__") {
    const defaults = byPlace.flatMap(({ default: value }) => value ?? []);
    return defaults.length === 0 ? none : tupleOf(defaults);
  }
  if (name !== "__code__") return undefined;
  const byName = called.parameters.filter(({ form }) => form === "keywordOnly");
  const rest = ["star", "doubleStar"].flatMap((form) => called.parameters.filter((one) => one.form === form));
  const names = [...byPlace, ...byName, ...rest].map((parameter) => text(parameter.name));
  return objectOf("builtins.code", {
    co_name: text(called.name),
    co_argcount: integer(byPlace.length),
    co_kwonlyargcount: integer(byName.length),
    co_varnames: tupleOf([...names, ...namesOfBody(called).map(text)]),
  });
}

/** The names that its body binds; they come behind those of the parameters. */
function namesOfBody({ parameters, code }: FunctionValue): readonly string[] {
  const taken = new Set(parameters.map(({ name }) => name));
  return "body" in code ? [...localNames([], code.body)].filter((name) => !taken.has(name)) : [];
}

/** What an annotation is, where it is evaluated at once. */
export function annotation(
  written: NonNullable<Parameter["annotation"]>,
  called: FunctionValue,
  machine: Machine,
): Value {
  const future = called.scope.module.names.get("annotations");
  if (future?.kind === "object" && future.path === "__future__.annotations") return { kind: "unknown" };
  return machine.evaluate(written, newFrame(called.scope, called.origin, 0));
}

/** `__annotations__`. */
export function annotationsOf(called: FunctionValue | undefined, machine: Machine): Value {
  if (called === undefined) return { kind: "unknown" };
  const entries = called.parameters.flatMap((parameter) =>
    parameter.annotation === undefined
      ? []
      : [{ key: text(parameter.name), value: annotation(parameter.annotation, called, machine) }],
  );
  const returned =
    called.returns === undefined ? [] : [{ key: text("return"), value: annotation(called.returns, called, machine) }];
  return { kind: "dictionary", entries: [...entries, ...returned], open: false };
}
