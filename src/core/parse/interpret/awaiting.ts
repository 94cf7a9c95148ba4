import { givenValues, type Machine, type Site } from "./machine.js";
import { derived } from "./operations.js";
import type { Value } from "./values.js";

/** `await value`: a coroutine of the folder runs now. */
export function awaited(value: Value, site: Site, machine: Machine): Value {
  if (value.kind === "coroutine") return machine.invoke(value.body, givenValues([], site), site);
  return derived(value);
}
