import { carrying } from "./environment.js";
import { iterated, itemsOf } from "./iterating.js";
import { spend } from "./meter.js";
import { derived } from "./operations.js";
import { equal, numeric, textOf } from "./python.js";
import type { Expression } from "../syntax/syntax.js";
import type { Arguments, Frame, Machine, Site } from "./machine.js";
import {
  artifactsIn,
  choiceOf,
  type DictionaryValue,
  integer,
  listOf,
  none,
  object,
  type SequenceValue,
  text,
  tupleOf,
  unknown,
  type Value,
} from "./values.js";

/** Of more items than anybody writes down, the others are not kept: then there are more. */
const mostItems = 20_000;

/** `value[index]`. */
export function itemAt(value: Value, index: Value): Value {
  if (value.kind === "choice") return choiceOf(value.options.map((option) => itemAt(option, index)));
  if (value.kind === "dictionary")
    return (
      entryOf(value, index) ??
      missing(
        value.entries.map((entry) => entry.value),
        value.open,
      )
    );
  if (value.kind === "list" || value.kind === "tuple") {
    const at = numeric(index);
    const item = at === undefined || value.open ? undefined : value.items.at(at);
    return item ?? missing(value.items, value.open);
  }
  if (value.kind === "string") {
    const at = numeric(index);
    const character = at === undefined || !value.known ? undefined : Array.from(value.value).at(at);
    return character === undefined ? carrying(object, [value]) : text(character);
  }
  const item = derived(value, index);
  // A table that is looked up by a key of the environment gives nothing of it.
  return item.kind === "object" ? carrying(object, [value]) : item;
}

/** `value[from:to:step]`. */
export function sliceOf(value: Value, bounds: readonly (Value | undefined)[]): Value {
  if (value.kind === "choice") return choiceOf(value.options.map((option) => sliceOf(option, bounds)));
  const places = "items" in value && !value.open ? placesOf(value.items.length, bounds) : undefined;
  if (places !== undefined && (value.kind === "list" || value.kind === "tuple"))
    return { kind: value.kind, items: places.flatMap((place) => value.items[place] ?? []), open: false };
  if (value.kind === "string" && value.known) {
    const letters = Array.from(value.value);
    const of = placesOf(letters.length, bounds);
    if (of !== undefined) return carrying(text(of.map((place) => letters[place] ?? "").join("")), [value]);
  }
  if (value.kind === "list" || value.kind === "tuple") return { kind: value.kind, items: [...value.items], open: true };
  return derived(value);
}

/** The places that a slice takes of so many; undefined where its bounds are not known. */
function placesOf(length: number, bounds: readonly (Value | undefined)[]): readonly number[] | undefined {
  const [from, to, step = 1] = bounds.map((bound) =>
    bound === undefined || bound.kind === "none" ? undefined : (numeric(bound) ?? Number.NaN),
  );
  if (Number.isNaN(from) || Number.isNaN(to) || Number.isNaN(step) || step === 0) return undefined;
  const held = (bound: number): number => {
    const place = bound < 0 ? bound + length : bound;
    return step > 0 ? Math.min(Math.max(place, 0), length) : Math.min(Math.max(place, -1), length - 1);
  };
  const start = from === undefined ? (step > 0 ? 0 : length - 1) : held(from);
  const end = to === undefined ? (step > 0 ? length : -1) : held(to);
  const places: number[] = [];
  for (let place = start; step > 0 ? place < end : place > end; place += step) places.push(place);
  return places;
}

/** `value[from:to] = items`. */
export function setSlice(
  value: Value,
  { from, to, step }: Extract<Expression, { kind: "slice" }>,
  given: Value,
  frame: Frame,
  machine: Machine,
): void {
  if (value.kind !== "list") return;
  const { items, open } = itemsOf(given);
  const places = placesOf(
    value.items.length,
    [from, to, step].map((bound) => bound && machine.evaluate(bound, frame)),
  );
  const isCertain = machine.certainty.repeated + machine.certainty.unknown === 0 && !value.open && !open;
  if (places === undefined || step !== undefined || !isCertain) {
    value.items.push(...items);
    value.open = true;
  } else value.items.splice(places[0] ?? value.items.length, places.length, ...items);
}

/** `del value[index]`. */
export function removeItem(value: Value, index: Value, { certainty }: Machine): void {
  const isCertain = certainty.repeated + certainty.unknown === 0;
  if (value.kind === "list") {
    const at = numeric(index);
    if (isCertain && !value.open && at !== undefined) value.items.splice(at, 1);
    else value.open = true;
  } else if (value.kind === "dictionary") {
    const at = value.entries.findIndex(({ key }) => equal(key, index) === true);
    if (isCertain && at !== -1) value.entries.splice(at, 1);
    else value.open = true;
  } else if (value.kind === "names") value.names.delete(textOf(index) ?? "");
}

export function setItem(value: Value, index: Value, item: Value, machine: Machine): void {
  if (value.kind === "names") {
    const name = textOf(index);
    if (name !== undefined) value.names.set(name, item);
    return;
  }
  const uncertain = machine.certainty.repeated > 0 || machine.certainty.unknown > 0;
  if (value.kind === "dictionary") {
    spend(value.entries.length / 8);
    const entry = value.entries.find(({ key }) => equal(key, index) === true);
    if (entry !== undefined) entry.value = uncertain ? choiceOf([entry.value, item]) : item;
    else value.entries.push({ key: index, value: item });
    if (machine.certainty.repeated > 0 || textOf(index) === undefined) value.open = true;
  } else if (value.kind === "list") {
    const at = numeric(index);
    const place = at === undefined || value.open ? undefined : at < 0 ? at + value.items.length : at;
    if (place !== undefined && place in value.items) value.items[place] = item;
    else {
      value.items.push(item);
      value.open = true;
    }
  }
}

export function sequenceMethod(
  list: SequenceValue,
  name: string,
  given: Arguments,
  site: Site,
  machine: Machine,
): Value {
  const [first, second] = given.positional.map(({ value }) => value);
  const uncertain = machine.certainty.repeated > 0 || machine.certainty.unknown > 0;
  const add = (items: readonly Value[], open: boolean): Value => {
    spend(items.length / 8);
    if (list.items.length + items.length > mostItems) list.open = true;
    else for (const item of items) list.items.push(item);
    if (uncertain || open) list.open = true;
    return none;
  };
  switch (name) {
    case "append":
    case "add":
      return add(first === undefined ? [] : [first], false);
    case "extend":
    case "update": {
      const more = iterated(first ?? unknown, site, machine);
      return add(more.items, more.open);
    }
    case "insert": {
      const at = numeric(first ?? unknown);
      if (second !== undefined) list.items.splice(at ?? 0, 0, second);
      if (uncertain || at === undefined) list.open = true;
      return none;
    }
    case "pop": {
      if (uncertain || list.open) list.open = true;
      else return list.items.splice(numeric(first ?? integer(-1)) ?? -1, 1)[0] ?? unknown;
      return choiceOf(list.items);
    }
    case "reverse":
      list.items.reverse();
      return none;
    case "clear":
      if (uncertain) list.open = true;
      else list.items.length = 0;
      return none;
    case "copy":
      return { kind: list.kind, items: [...list.items], open: list.open };
    case "popleft":
      if (uncertain || list.open) list.open = true;
      else return list.items.shift() ?? unknown;
      return choiceOf(list.items);
    case "appendleft":
      list.items.unshift(...(first === undefined ? [] : [first]));
      if (uncertain) list.open = true;
      return none;
    case "remove":
    case "discard": {
      const at = first === undefined ? -1 : placeOf(list, first);
      if (uncertain || list.open || at === undefined) list.open = true;
      else if (at >= 0) list.items.splice(at, 1);
      return none;
    }
    case "index": {
      const at = first === undefined ? undefined : placeOf(list, first);
      return list.open || at === undefined || at < 0 ? object : integer(at);
    }
    case "count":
      return object;

    default:
      list.open = true;
      return list.items.some((item) => artifactsIn(item).length > 0) ? unknown : object;
  }
}

/** Where an item stands for the first time: -1 nowhere, undefined where that cannot be told. */
function placeOf({ items }: SequenceValue, item: Value): number | undefined {
  for (const [place, one] of items.entries()) {
    if (one === item || (one.kind === "artifact" && item.kind === "artifact" && one.artifact === item.artifact))
      return place;
    const known = one.kind === "artifact" || item.kind === "artifact" ? false : equal(one, item);
    if (known !== false) return known === true ? place : undefined;
  }
  return -1;
}

export function dictionaryMethod(
  dictionary: DictionaryValue,
  name: string,
  given: Arguments,
  site: Site,
  machine: Machine,
): Value {
  const [key, other] = given.positional.map(({ value }) => value);
  const values = dictionary.entries.map((entry) => entry.value);
  const all = (items: Value[]): Value => listOf(items, dictionary.open);
  switch (name) {
    case "items":
      return all(dictionary.entries.map((entry) => tupleOf([entry.key, entry.value])));
    case "keys":
      return all(dictionary.entries.map((entry) => entry.key));
    case "values":
      return all(values);
    case "copy":
      return { kind: "dictionary", entries: dictionary.entries.map((entry) => ({ ...entry })), open: dictionary.open };
    case "get":
    case "pop":
    case "setdefault": {
      const found = key && entryOf(dictionary, key);
      if (found !== undefined) {
        if (name === "pop" && key !== undefined) removeItem(dictionary, key, machine);
        return found;
      }
      if (name === "setdefault" && key !== undefined) setItem(dictionary, key, other ?? none, machine);
      return dictionary.open || textOf(key ?? unknown) === undefined
        ? choiceOf([...values, other ?? none])
        : (other ?? none);
    }
    case "update": {
      if (key !== undefined && key.kind !== "dictionary" && !itemsOf(key).open)
        for (const entry of pairsOf(key, site, machine)) setItem(dictionary, entry.key, entry.value, machine);
      else if (key?.kind === "dictionary")
        for (const entry of key.entries) setItem(dictionary, entry.key, entry.value, machine);
      else if (key !== undefined) dictionary.open = true;
      for (const [keyword, { value }] of given.keywords) setItem(dictionary, text(keyword), value, machine);
      return none;
    }
    default:
      dictionary.open = true;
      return derived(...values);
  }
}

/** The entries that `dict(of)` has. */
export function pairsOf(of: Value | undefined, site: Site, machine: Machine): DictionaryValue["entries"] {
  if (of === undefined) return [];
  if (of.kind === "dictionary") return of.entries.map((entry) => ({ ...entry }));
  if (of.kind === "instance" && of.holds?.kind === "dictionary") return pairsOf(of.holds, site, machine);
  return iterated(of, site, machine).items.flatMap((item) =>
    item.kind === "tuple" || item.kind === "list"
      ? [{ key: item.items[0] ?? object, value: item.items[1] ?? object }]
      : [],
  );
}

export function entryOf(dictionary: DictionaryValue, key: Value): Value | undefined {
  spend(dictionary.entries.length / 8);
  return dictionary.entries.find((entry) => equal(entry.key, key) === true)?.value;
}

/** One of the items, or what else there may be. */
function missing(items: readonly Value[], open: boolean): Value {
  if (items.some((item) => artifactsIn(item).length > 0)) return choiceOf(items);
  if (items.some(({ kind }) => callable.has(kind))) return open ? { kind: "unknown", of: items } : choiceOf(items);
  return open ? unknown : derived(...items);
}

/** What a file calls, once it has looked it up. */
const callable: ReadonlySet<Value["kind"]> = new Set(["function", "operator", "class", "partial", "instance"]);
