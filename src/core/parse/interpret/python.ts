import { numberText } from "../../model/pythonNumber.js";
import { spend } from "./meter.js";
import { isStandard } from "./standardModules.js";
import type { FunctionValue, Value } from "./values.js";

/** `str(value)`; undefined where it cannot be told. */
export function textOf(value: Value): string | undefined {
  switch (value.kind) {
    case "string":
      return value.known ? value.value : undefined;
    case "number":
      return numberText(value.value, value.float);
    case "boolean":
      return value.value ? "True" : "False";
    case "none":
      return "None";
    default:
      return undefined;
  }
}

/** `bool(value)`; undefined where it cannot be told. */
export function truthOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case "none":
      return false;
    case "boolean":
      return value.value;
    case "number":
      return value.value !== 0;
    case "string":
      return value.value === "" ? (value.known ? false : undefined) : true;
    case "list":
    case "tuple":
    case "set":
      return value.open ? undefined : value.items.length > 0;
    case "dictionary":
      return value.open ? undefined : value.entries.length > 0;
    case "object":
      // A module of Python's own; other objects may be anything.
      return value.path !== undefined && isStandard(value.path) ? true : undefined;
    case "artifact":
    case "function":
    case "partial":
    case "operator":
    case "client":
    case "resource":
    case "module":
    case "class":
    case "aqueduct":
    case "flow":
    case "api":
      return true;
    default:
      return undefined;
  }
}

/** `one == other`; undefined where it cannot be told. */
export function equal(one: Value, other: Value): boolean | undefined {
  spend(1);
  if (one.kind === "string" && other.kind === "string")
    return one.known && other.known ? one.value === other.value : undefined;
  const numbers = [numeric(one), numeric(other)];
  if (numbers[0] !== undefined && numbers[1] !== undefined) return numbers[0] === numbers[1];
  if (one.kind === "none" && other.kind === "none") return true;
  if (one.kind === "function" && other.kind === "function") return isSameFunction(one, other);
  if (one.kind === "class" && other.kind === "class" && one.meta === undefined && other.meta === undefined)
    return one.scope === other.scope;
  if (isPlain(one) && isPlain(other)) return false;
  if ((one.kind === "list" || one.kind === "tuple") && one.kind === other.kind && !one.open && !other.open) {
    if (one.items.length !== other.items.length) return false;
    const pairs = one.items.map((item, index) => equal(item, other.items[index] ?? item));
    return pairs.includes(false) ? false : pairs.includes(undefined) ? undefined : true;
  }
  return undefined;
}

/** Functions are compared by what they are; of methods, and of what a decorator made of one, that cannot be told. */
function isSameFunction(one: FunctionValue, other: FunctionValue): boolean | undefined {
  const isPlainOne = (each: FunctionValue): boolean => each.self === undefined && each.results === undefined;
  return isPlainOne(one) && isPlainOne(other) ? one.attributes === other.attributes : undefined;
}

/** A number or a truth value as a number. */
export function numeric(value: Value): number | undefined {
  return value.kind === "number" ? value.value : value.kind === "boolean" ? Number(value.value) : undefined;
}

function isPlain(value: Value): boolean {
  return (
    value.kind === "none" ||
    value.kind === "boolean" ||
    value.kind === "number" ||
    value.kind === "string" ||
    value.kind === "bytes"
  );
}
