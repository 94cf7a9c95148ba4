import { specialMethod } from "./classes.js";
import { givenValues, type Machine, type Site } from "./machine.js";
import { numeric, truthOf } from "./python.js";
import type { Value } from "./values.js";

/** `bool(value)`, asking an object of the folder's classes itself; undefined where it cannot be told. */
export function truthIn(value: Value, site: Site, machine: Machine): boolean | undefined {
  const known = truthOf(value);
  if (known !== undefined || value.kind !== "instance") return known;
  const own = specialMethod(value, "__bool__");
  if (own !== undefined) return truthOf(machine.invoke(own, givenValues([], site), site));
  const length = specialMethod(value, "__len__");
  if (length === undefined)
    return value.of.kind === "class" ? (value.holds === undefined ? true : truthOf(value.holds)) : undefined;
  const number = numeric(machine.invoke(length, givenValues([], site), site));
  return number === undefined ? undefined : number !== 0;
}
