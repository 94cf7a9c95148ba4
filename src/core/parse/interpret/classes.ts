import { spend } from "./meter.js";
import type { ClassValue, FunctionValue, Value } from "./values.js";

/** An attribute of a class or of one that it derives from, as it stands there. */
export function classAttribute(value: ClassValue, name: string): Value | undefined {
  for (const one of orderOf(value)) {
    const own = one.scope.names.get(name);
    if (own !== undefined) return own;
  }
  return undefined;
}

/** The classes in which Python looks for an attribute, in that order: a class stands before what it derives from. */
export function orderOf(value: ClassValue): readonly ClassValue[] {
  const known = orders.get(value) ?? newOrderOf(value);
  orders.set(value, known);
  return known;
}

/** A class's bases never change. */
const orders = new WeakMap<ClassValue, readonly ClassValue[]>();

function newOrderOf(value: ClassValue): readonly ClassValue[] {
  const bases = value.bases.filter((base) => base.kind === "class");
  spend(1 + bases.length);
  const lists = [...bases.map((base) => [...orderOf(base)]), [...bases]];
  const order = [value];
  for (;;) {
    const waiting = lists.filter((list) => list.length > 0);
    spend(waiting.length);
    if (waiting.length === 0) return order;
    const isBehind = (one: ClassValue): boolean => waiting.some((list) => list.slice(1).includes(one));
    const next = waiting.map(([first]) => first).find((first) => first !== undefined && !isBehind(first));
    if (next === undefined) return order;
    order.push(next);
    for (const list of lists) if (list[0] === next) list.shift();
  }
}

/** Whether a class derives from one that is not the folder's. */
export function hasForeignBase(of: Value): boolean {
  spend(1);
  return (
    of.kind === "class" && of.bases.some((base) => (base.kind === "class" ? hasForeignBase(base) : !isHarmless(base)))
  );
}

/** Whether a class derives from the client of the authoring API. */
export function isClient(of: Value): boolean {
  spend(1);
  if (of.kind === "api") return of.name === "Client";
  return of.kind === "class" && of.bases.some(isClient);
}

/** Bases that add nothing that a workflow could call. */
function isHarmless(base: Value): boolean {
  return (
    base.kind === "object" && /^(builtins\.object|abc\.ABC|typing\.(Generic|Protocol|NamedTuple))/.test(base.path ?? "")
  );
}

/** The path of the first class outside of the folder that a class derives from and that `paths` names. */
export function foreignBase(of: Value, paths: RegExp): string | undefined {
  spend(1);
  if (of.kind === "builtin") return paths.test(`builtins.${of.name}`) ? `builtins.${of.name}` : undefined;
  if (of.kind === "object") return of.path !== undefined && paths.test(of.path) ? of.path : undefined;
  if (of.kind !== "class") return undefined;
  return of.bases.map((base) => foreignBase(base, paths)).find((path) => path !== undefined);
}

/** A method that Python calls by itself, such as `__call__`, bound to its object. */
export function specialMethod(value: Value, name: string): FunctionValue | undefined {
  if (value.kind !== "instance" || value.of.kind !== "class") return undefined;
  const found = classAttribute(value.of, name);
  return found?.kind === "function" ? { ...found, self: value } : undefined;
}
