import { classAttribute, foreignBase } from "./classes.js";
import { finish } from "./finishing.js";
import { type Arguments, givenValues, type Machine, type Site } from "./machine.js";
import { type ClassValue, object, text, tupleOf, type Value } from "./values.js";

/** What of Python's own makes classes. */
const makesClasses = /^(builtins\.type|abc\.ABCMeta)$/;

/** Whether a class is a metaclass. */
export function isMetaclass(value: Value): boolean {
  return value.kind === "class" && foreignBase(value, makesClasses) !== undefined;
}

/** A class as its metaclass makes it of what the body gave; by `__new__` and `__init__` of the metaclass, where it has them. */
export function madeByMetaclass(
  made: ClassValue,
  keywords: Arguments["keywords"],
  site: Site,
  machine: Machine,
): Value {
  const { meta } = made;
  if (meta?.kind !== "class") {
    finish(made, site, machine, keywords);
    return made;
  }
  const pending = { made, site, isFinished: false };
  machine.making.push(pending);
  const own = givenValues(
    [text(made.name), tupleOf([...made.bases]), { kind: "names", names: made.scope.names }],
    site,
  );
  const found = classAttribute(meta, "__new__");
  const make = found?.kind === "descriptor" ? found.get : found;
  const given = { ...own, keywords };
  const result =
    make?.kind === "function"
      ? machine.invoke(make, { ...given, positional: [{ value: meta, range: site.range }, ...own.positional] }, site)
      : madeByType(given, machine);
  machine.making.splice(machine.making.indexOf(pending), 1);
  if (result.kind !== "class") return result;
  const initialize = classAttribute(meta, "__init__");
  if (initialize?.kind === "function") machine.invoke({ ...initialize, self: result }, given, site);
  return result;
}

/** The names that a metaclass gives to the body before that runs. */
export function prepared(
  meta: Value | undefined,
  name: string,
  bases: readonly Value[],
  site: Site,
  machine: Machine,
): Iterable<readonly [string, Value]> {
  const found = meta?.kind === "class" ? classAttribute(meta, "__prepare__") : undefined;
  const prepare = found?.kind === "descriptor" ? found.get : found;
  if (meta === undefined || prepare?.kind !== "function") return [];
  const self = found?.kind === "descriptor" && found.how === "classmethod" ? { self: meta } : {};
  const names = machine.invoke({ ...prepare, ...self }, givenValues([text(name), tupleOf([...bases])], site), site);
  return names.kind === "dictionary"
    ? names.entries.flatMap(({ key, value }) => (key.kind === "string" ? [[key.value, value] as const] : []))
    : [];
}

/** `type.__new__(meta, name, bases, body)`: the class that is being made. */
export function madeByType(
  { positional, keywords }: Pick<Arguments, "positional" | "keywords">,
  machine: Machine,
): Value {
  const pending = machine.making.at(-1);
  if (pending === undefined) return object;
  const body = positional.at(-1)?.value;
  if (body?.kind === "dictionary")
    for (const { key, value } of body.entries)
      if (key.kind === "string") pending.made.scope.names.set(key.value, value);
  // Where the text does not tell which of several ways makes it, it is made once.
  if (!pending.isFinished) finish(pending.made, pending.site, machine, keywords);
  pending.isFinished = true;
  return pending.made;
}
