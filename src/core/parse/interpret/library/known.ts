import type { Arguments, Machine, Site } from "../machine.js";
import { foreignObject } from "../environment.js";
import type { Value } from "../values.js";

/** A function of Python's library; undefined: what it gives is not known for these arguments. */
export type Known = (given: Arguments, site: Site, machine: Machine) => Value | undefined;

/** The values of the arguments that are given by position. */
export function valuesOf({ positional }: Arguments): readonly Value[] {
  return positional.map(({ value }) => value);
}

/** A function of the library that has some of its arguments already. */
export function partly(path: string, given: Arguments): Value {
  return { kind: "partial", of: foreignObject(path), given };
}

/** All arguments but the first ones by position. */
export function without(count: number, given: Arguments): Arguments {
  return { ...given, positional: given.positional.slice(count) };
}

/** An object of one of the library's classes, with what is known of it. */
export function objectOf(path: string, attributes: Readonly<Record<string, Value>>): Value {
  return { kind: "instance", of: foreignObject(path), attributes: new Map(Object.entries(attributes)) };
}
