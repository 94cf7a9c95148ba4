import type { Arguments } from "./machine.js";
import type { FunctionValue, Value } from "./values.js";

type Partial = Extract<Value, { kind: "partial" }>;

/** The arguments of a call, behind those that were given before. */
export function withMore(before: Arguments, more: Arguments): Arguments {
  return {
    positional: [...before.positional, ...more.positional],
    keywords: new Map([...before.keywords, ...more.keywords]),
    open: before.open || more.open,
  };
}

/** The function that is left to call, with the signature that Python tells of it; undefined where it cannot be told. */
export function functionLeft({ of, given }: Partial): FunctionValue | undefined {
  const called = of.kind === "operator" ? of.function : of;
  if (called?.kind !== "function" || called.self !== undefined || given.open) return undefined;
  const left = given.positional.length;
  if (called.parameters.slice(0, left).some(({ form }) => form !== "plain" && form !== "positionalOnly"))
    return undefined;
  let byName = false;
  const parameters = called.parameters.slice(left).flatMap((parameter) => {
    const value = given.keywords.get(parameter.name)?.value;
    if (value !== undefined) byName = true;
    if (parameter.form === "star" && byName) return [];
    const form = byName && parameter.form === "plain" ? ("keywordOnly" as const) : parameter.form;
    return [{ ...parameter, form, default: value ?? parameter.default }];
  });
  return { ...called, parameters };
}
