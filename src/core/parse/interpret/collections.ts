import { carrying } from "./environment.js";
import { derived } from "./operations.js";
import { equal, numeric, textOf } from "./python.js";
import { bound, type Arguments, type Machine } from "./machine.js";
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

/** What iterating gives: `open` when there may be more or fewer items than these. */
export interface Items {
  readonly items: readonly Value[];
  readonly open: boolean;
}

/** More rounds than this are counted as a loop whose length is not known. */
const mostItems = 2000;

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
    case "string":
      return value.known
        ? { items: Array.from(value.value, text), open: false }
        : { items: [carrying(object, [value])], open: true };
    case "choice":
      return { items: [choiceOf(value.options.flatMap((option) => itemsOf(option).items))], open: true };
    case "object":
      return { items: [carrying(object, [value])], open: true };
    default:
      return { items: [unknown], open: true };
  }
}

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

/** `value[from:to:step]`, all bounds known or absent. */
export function sliceOf(value: Value, bounds: readonly (Value | undefined)[]): Value {
  const [from, to, step] = bounds.map((bound) =>
    bound === undefined || bound.kind === "none" ? undefined : (numeric(bound) ?? Number.NaN),
  );
  const certain =
    [from, to, step].every((bound) => !Number.isNaN(bound)) && (step === undefined || step === 1 || step === -1);
  if ((value.kind === "list" || value.kind === "tuple") && certain && !value.open) {
    const items =
      step === -1
        ? from === undefined && to === undefined
          ? [...value.items].reverse()
          : undefined
        : value.items.slice(from, to);
    if (items !== undefined) return { kind: value.kind, items, open: false };
  }
  if (value.kind === "string" && value.known && certain && step !== -1) return text(value.value.slice(from, to));
  if (value.kind === "list" || value.kind === "tuple") return { kind: value.kind, items: [...value.items], open: true };
  return derived(value);
}

export function setItem(value: Value, index: Value, item: Value, machine: Machine): void {
  const uncertain = machine.certainty.repeated > 0 || machine.certainty.unknown > 0;
  if (value.kind === "dictionary") {
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

export function sequenceMethod(list: SequenceValue, name: string, given: Arguments, machine: Machine): Value {
  const [first, second] = given.positional.map(({ value }) => value);
  const uncertain = machine.certainty.repeated > 0 || machine.certainty.unknown > 0;
  const add = (items: readonly Value[], open: boolean): Value => {
    list.items.push(...items);
    if (uncertain || open) list.open = true;
    return none;
  };
  switch (name) {
    case "append":
    case "add":
      return add(first === undefined ? [] : [first], false);
    case "extend":
    case "update": {
      const more = itemsOf(first ?? unknown);
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
    case "index":
    case "count":
      return object;
    default:
      list.open = true;
      return list.items.some((item) => artifactsIn(item).length > 0) ? unknown : object;
  }
}

export function dictionaryMethod(dictionary: DictionaryValue, name: string, given: Arguments, machine: Machine): Value {
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
      if (found !== undefined) return found;
      if (name === "setdefault" && key !== undefined) setItem(dictionary, key, other ?? none, machine);
      return dictionary.open || textOf(key ?? unknown) === undefined
        ? choiceOf([...values, other ?? none])
        : (other ?? none);
    }
    case "update": {
      if (key?.kind === "dictionary")
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

/** A method of a text: what it gives holds what the text and the arguments hold of the environment. */
export function stringMethod(receiver: Value, name: string, given: Arguments): Value {
  if (receiver.kind !== "string") return object;
  const made = textMade(receiver, name, given);
  const from = [receiver, ...[...given.positional, ...given.keywords.values()].map(({ value }) => value)];
  return made.kind === "list" ? listOf(made.items.map((item) => carrying(item, from))) : carrying(made, from);
}

function textMade(receiver: Extract<Value, { kind: "string" }>, name: string, given: Arguments): Value {
  const apply = (change: (value: string) => string): Value => ({ ...receiver, value: change(receiver.value) });
  const [first, second] = given.positional.map(({ value }) => value);
  switch (name) {
    case "upper":
      return apply((value) => value.toUpperCase());
    case "lower":
      return apply((value) => value.toLowerCase());
    case "strip":
      return first === undefined ? apply((value) => value.trim()) : object;
    case "replace":
      return first?.kind === "string" && second?.kind === "string" && first.known
        ? apply((value) => value.replaceAll(first.value, second.value))
        : object;
    case "split":
      return receiver.known && first?.kind === "string" && first.known && first.value !== "" && second === undefined
        ? listOf(receiver.value.split(first.value).map(text))
        : object;
    case "join":
      return first === undefined ? object : joined(receiver.value, itemsOf(first), receiver.known);
    case "format":
      return formatted(receiver.value, given, receiver.known);
    default:
      return object;
  }
}

function joined(separator: string, { items, open }: Items, known: boolean): Value {
  const texts = items.map(textOf);
  return {
    kind: "string",
    value: texts.map((item) => item ?? "…").join(separator),
    known: known && !open && !texts.includes(undefined),
  };
}

function formatted(pattern: string, given: Arguments, patternKnown: boolean): Value {
  let next = 0;
  let known = patternKnown;
  const named = bound(
    given,
    given.positional.map((_, index) => String(index)),
  );
  const value = pattern.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (mark, name?: string) => {
    if (name === undefined) return mark.charAt(0);
    const item = named[name === "" ? String(next++) : name];
    const shown = item === undefined ? undefined : textOf(item);
    known &&= shown !== undefined;
    return shown ?? "…";
  });
  return { kind: "string", value, known };
}

function entryOf(dictionary: DictionaryValue, key: Value): Value | undefined {
  return dictionary.entries.find((entry) => equal(entry.key, key) === true)?.value;
}

function missing(items: readonly Value[], open: boolean): Value {
  return items.length === 0 || !items.some((item) => artifactsIn(item).length > 0)
    ? open
      ? unknown
      : derived(...items)
    : choiceOf(items);
}
