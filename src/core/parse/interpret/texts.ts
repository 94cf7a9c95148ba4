import { carrying } from "./environment.js";
import { type Items, iterated } from "./iterating.js";
import { formattedText } from "./library/textCalls.js";
import { mostText, spend, TextRoom } from "./meter.js";
import { type Arguments, bound, type Machine, type Site } from "./machine.js";
import { numeric, textOf } from "./python.js";
import { listOf, object, text, truth, type Value } from "./values.js";

/** A method of a text: what it gives holds what the text and the arguments hold of the environment. */
export function stringMethod(receiver: Value, name: string, given: Arguments, site: Site, machine: Machine): Value {
  if (receiver.kind !== "string") return object;
  const made = textMade(receiver, name, given, site, machine);
  const from = [receiver, ...[...given.positional, ...given.keywords.values()].map(({ value }) => value)];
  return made.kind === "list" ? listOf(made.items.map((item) => carrying(item, from))) : carrying(made, from);
}

/** Undefined: which parts there are is not known. */
function splitUp(value: string, name: string, first: Value | undefined, most: Value | undefined): Value | undefined {
  if (name === "splitlines") {
    const lines = value.split(/\r\n|\n|\r/);
    if (lines.at(-1) === "") lines.pop();
    return first === undefined ? listOf(lines.map(text)) : undefined;
  }
  const separator = first === undefined || first.kind === "none" ? undefined : textOf(first);
  const count = most === undefined ? Number.POSITIVE_INFINITY : numeric(most);
  if (
    count === undefined ||
    separator === "" ||
    (first !== undefined && first.kind !== "none" && separator === undefined)
  )
    return undefined;
  const parts = separator === undefined ? value.trim().split(/\s+/).filter(Boolean) : value.split(separator);
  if (parts.length - 1 <= count) return listOf(parts.map(text));
  if (separator === undefined) return undefined;
  const kept =
    name === "split"
      ? [...parts.slice(0, count), parts.slice(count).join(separator)]
      : [parts.slice(0, parts.length - count).join(separator), ...parts.slice(parts.length - count)];
  return listOf(kept.map(text));
}

function textMade(
  receiver: Extract<Value, { kind: "string" }>,
  name: string,
  given: Arguments,
  site: Site,
  machine: Machine,
): Value {
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
        ? replaced(receiver, first.value, second)
        : object;
    case "title":
      return apply((value) =>
        value
          .toLowerCase()
          .replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
      );
    case "capitalize":
      return apply((value) => value.charAt(0).toUpperCase() + value.slice(1).toLowerCase());
    case "lstrip":
    case "rstrip":
      return first === undefined ? apply((value) => (name === "lstrip" ? value.trimStart() : value.trimEnd())) : object;
    case "removeprefix":
    case "removesuffix": {
      const end = first && textOf(first);
      if (end === undefined || !receiver.known) return object;
      return apply((value) =>
        name === "removeprefix"
          ? value.startsWith(end)
            ? value.slice(end.length)
            : value
          : end !== "" && value.endsWith(end)
            ? value.slice(0, -end.length)
            : value,
      );
    }
    case "startswith":
    case "endswith": {
      const end = first && textOf(first);
      if (end === undefined || second !== undefined || !receiver.known || first?.kind !== "string") return object;
      return truth(name === "startswith" ? receiver.value.startsWith(end) : receiver.value.endsWith(end));
    }
    case "zfill": {
      const width = first && numeric(first);
      return width === undefined || !receiver.known
        ? object
        : width > mostText
          ? object
          : apply((value) => value.padStart(width, "0"));
    }
    case "split":
    case "rsplit":
    case "splitlines":
      return receiver.known ? (splitUp(receiver.value, name, first, second) ?? object) : object;
    case "join":
      return first === undefined ? object : joined(receiver.value, iterated(first, site, machine), receiver.known);
    case "format":
      return formatted(receiver.value, given, receiver.known);
    case "format_map":
      return first?.kind !== "dictionary" || first.open
        ? object
        : formatted(
            receiver.value,
            {
              positional: [],
              keywords: new Map(
                first.entries.map(({ key, value }) => [textOf(key) ?? "", { value, range: site.range }]),
              ),
              open: false,
            },
            receiver.known,
          );
    default:
      return object;
  }
}

/** Unknown where it would be too long: a text in which each letter is replaced by a long one. */
function replaced(receiver: TextValue, from: string, to: TextValue): Value {
  const matches = from === "" ? receiver.value.length + 1 : receiver.value.split(from).length - 1;
  const length = receiver.value.length + matches * (to.value.length - from.length);
  spend(receiver.value.length / 64 + Math.max(0, length) / 64);
  if (length > mostText) return { ...receiver, value: "…", known: false };
  return { ...receiver, value: receiver.value.replaceAll(from, to.value) };
}

type TextValue = Extract<Value, { kind: "string" }>;

function joined(separator: string, { items, open }: Items, known: boolean): Value {
  const texts = items.map(textOf);
  const room = new TextRoom();
  const value = texts.map((item, index) => room.take((index === 0 ? "" : separator) + (item ?? "…"))).join("");
  return { kind: "string", value, known: known && !open && !texts.includes(undefined) && !room.isFull };
}

function formatted(pattern: string, given: Arguments, patternKnown: boolean): Value {
  let next = 0;
  let known = patternKnown;
  const room = new TextRoom();
  const named = bound(
    given,
    given.positional.map((_, index) => String(index)),
  );
  const value = pattern.replace(
    /\{\{|\}\}|\{([^{}:]*)(?::([^{}]*))?\}/g,
    (mark: string, name?: string, specifier?: string) => {
      if (name === undefined) return mark.charAt(0);
      const item = named[name === "" ? String(next++) : name];
      const shown = item === undefined ? undefined : formattedText(item, specifier ?? "");
      known &&= shown !== undefined;
      return room.take(shown ?? "…");
    },
  );
  return { kind: "string", value, known: known && !room.isFull };
}
