/** Whether a value has a shape: what arrives over a boundary is nobody's type until it was looked at. */
export type Check = (value: unknown) => boolean;

export function check(checks: Readonly<Record<string, Check>>, name: unknown, value: unknown): boolean {
  return typeof name === "string" && Object.hasOwn(checks, name) && checks[name]?.(value) === true;
}

export function shape(members: Readonly<Record<string, Check>>): Check {
  return (value) => isRecord(value) && Object.entries(members).every(([name, member]) => member(value[name]));
}

/** A check for each member of a type: a member that the type gains does not compile without one. */
export function shapeOf<T extends object>(members: Readonly<Record<keyof T & string, Check>>): Check {
  return shape(members);
}

/** An object whose `kind` says which of the shapes it has. */
export function oneOfKinds(kinds: Readonly<Record<string, Check>>): Check {
  return (value) => isRecord(value) && check(kinds, value["kind"], value);
}

export function listOf(item: Check): Check {
  return (value) => Array.isArray(value) && value.every(item);
}

export function orNull(inner: Check): Check {
  return (value) => value === null || inner(value);
}

/** For a member that may be left out. */
export function orAbsent(inner: Check): Check {
  return (value) => value === undefined || inner(value);
}

/** One of the words of a type, each of which must be listed. */
export function oneOfAll<T extends string>(allowed: Readonly<Record<T, true>>): Check {
  return (value) => typeof value === "string" && Object.hasOwn(allowed, value);
}

export function oneOf(...allowed: readonly string[]): Check {
  return (value) => typeof value === "string" && allowed.includes(value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === "string";
}

export function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** One that a double may not hold: then it has a tag. */
export function isExactNumber(value: unknown): boolean {
  return isNumber(value) || (isRecord(value) && isString(value["value"]));
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

export function isNull(value: unknown): value is null {
  return value === null;
}
