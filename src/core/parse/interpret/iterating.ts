import { noteUsedAsValue } from "./aqueduct/notThere.js";
import { foreignBase, specialMethod } from "./classes.js";
import { carrying, foreignObject } from "./environment.js";
import { givenValues, type Machine, type Site } from "./machine.js";
import { Raised } from "./raising.js";
import {
  choiceOf,
  type ClassValue,
  type IteratorValue,
  none,
  object,
  text,
  tupleOf,
  unknown,
  type Value,
} from "./values.js";

/** More items than this are counted as a loop whose length is not known. */
const mostItems = 2000;

/** What iterating gives: `open` when there may be more or fewer items than these. */
export interface Items {
  readonly items: readonly Value[];
  readonly open: boolean;
}

/** What a value's items are; an iterator is emptied by that. */
export function itemsOf(value: Value): Items {
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set":
      return value.items.length > mostItems
        ? { items: value.items.slice(0, 1), open: true }
        : { items: [...value.items], open: value.open };
    case "dictionary":
      return { items: value.entries.map(({ key }) => key), open: value.open };
    case "names":
      return { items: [...value.names.keys()].map(text), open: false };
    case "string":
      return value.known
        ? { items: Array.from(value.value, text), open: false }
        : { items: [carrying(object, [value])], open: true };
    case "choice":
      return { items: [choiceOf(value.options.flatMap((option) => itemsOf(option).items))], open: true };
    case "object":
      return { items: [carrying(object, [value])], open: true };
    case "iterator":
      return drained(value);
    case "instance":
      return value.holds === undefined
        ? { items: [{ kind: "unknown", of: [value] }], open: true }
        : itemsOf(value.holds);
    case "artifact":
      return { items: [{ kind: "unknown", of: [value] }], open: true };
    case "unknown":
      return { items: [value.of === undefined ? unknown : value], open: true };
    default:
      return { items: [unknown], open: true };
  }
}

/** Raises what an iterator raises that has no more items, with what its generator returned. */
export function endOf(returned: Value | undefined, machine: Pick<Machine, "guards">): void {
  if (!machine.guards.some(({ isExplicit }) => isExplicit !== true)) return;
  const value = returned ?? none;
  throw new Raised({
    kind: "instance",
    of: foreignObject("builtins.StopIteration"),
    attributes: new Map<string, Value>([
      ["value", value],
      ["args", tupleOf(value.kind === "none" ? [] : [value])],
    ]),
  });
}

function drained(iterator: IteratorValue): Items {
  const items: Value[] = [];
  for (let item = iterator.next(); item !== undefined; item = iterator.next()) {
    items.push(item);
    if (items.length > mostItems) return { items, open: true };
  }
  return { items, open: iterator.open() };
}

/** As `itemsOf`; objects of the folder's classes and enumerations are asked by Python's own methods. */
export function iterated(value: Value, site: Site, machine: Machine): Items {
  return itemsOf(iterable(value, site, machine));
}

/** What `iter(value)` goes over. */
export function iterable(value: Value, site: Site, machine: Machine): Value {
  noteUsedAsValue(value, "__iter__", site, machine);
  if (value.kind === "class" && foreignBase(value, enumerations) !== undefined) return members(value);
  const own = specialMethod(value, "__iter__");
  if (own === undefined) return value;
  const given = machine.invoke(own, givenValues([], site), site);
  const next = specialMethod(given, "__next__");
  return next === undefined ? given : asked(next, site, machine);
}

const enumerations = /^enum\./;

/** The members of an enumeration, in order. */
function members({ scope }: ClassValue): Value {
  const items = [...scope.names].flatMap(([name, value]) =>
    name.startsWith("_") || value.kind !== "instance" ? [] : [value],
  );
  return { kind: "list", items, open: false };
}

/** An object that gives its items by `__next__`, until that raises. */
function asked(next: Value, site: Site, machine: Machine): IteratorValue {
  let failed = false;
  return {
    kind: "iterator",
    next: () => {
      const ended = machine.attempt(() => {
        machine.guards.push({ mayRaise: false });
        const value = machine.invoke(next, givenValues([], site), site);
        machine.guards.pop();
        return value;
      });
      if ("value" in ended) return ended.value;
      failed ||= ended.raised.kind !== "object";
      return undefined;
    },
    open: () => failed,
  };
}

/** Goes over a value one item at a time; over a list as it is then. */
export function iteratorOver(value: Value, site: Site, machine: Machine): IteratorValue {
  const over = iterable(value, site, machine);
  if (over.kind === "iterator") return over;
  if (over.kind === "list" && !over.open) {
    let at = 0;
    return { kind: "iterator", next: () => over.items[at++], open: () => over.open };
  }
  const { items, open } = itemsOf(over);
  // Of items that are not all known, each may be any.
  const steps = open ? [choiceOf(items)] : items;
  let at = 0;
  return { kind: "iterator", next: () => steps[at++], open: () => open };
}
