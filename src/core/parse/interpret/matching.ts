import type { Pattern, Statement } from "../syntax/syntax.js";
import { capturesOf } from "../reads/children.js";
import { attributeIn } from "./attributes.js";
import { classAttribute } from "./classes.js";
import { entryOf } from "./collections.js";
import { isInstance } from "./kinds.js";
import { type Flow, type Frame, type Machine, next, type Site, siteOf } from "./machine.js";
import { derived } from "./operations.js";
import { itemsOf } from "./iterating.js";
import { equal, textOf } from "./python.js";
import { truthIn } from "./truth.js";
import { listOf, unbound, unknown, type Value } from "./values.js";
import { wayFrom } from "./ways.js";

/** `match`: the first case that fits; where that cannot be told, each that may. */
export function executeMatch(statement: Extract<Statement, { kind: "match" }>, frame: Frame, machine: Machine): Flow {
  const subject = machine.evaluate(statement.subject, frame);
  const site = siteOf(statement.subject, frame, machine);
  return fromCase(0);

  function fromCase(index: number): Flow {
    const each = statement.cases[index];
    if (each === undefined) return next;
    const bound = new Map<string, Value>();
    const way = wayFrom(frame);
    let fits = fitting(each.pattern, subject, bound, site, frame, machine);
    if (fits !== false) {
      const rest = capturesOf(each.pattern).filter((name) => !bound.has(name));
      for (const name of rest) bound.set(name, derived(subject));
      for (const [name, value] of bound) frame.scope.bind(name, value);
      if (each.guard !== undefined) {
        const known = truthIn(machine.evaluate(each.guard, frame), site, machine);
        fits = known === false ? false : known === undefined ? undefined : fits;
      }
    }
    if (fits === true) return machine.execute(each.body, frame);
    if (fits === false) return fromCase(index + 1);
    machine.certainty.unknown += 1;
    const flow = machine.execute(each.body, frame);
    machine.certainty.unknown -= 1;
    return way(flow, () => fromCase(index + 1), machine);
  }
}

/** Whether a pattern fits, with the names that it binds; undefined where that cannot be told. */
function fitting(
  pattern: Pattern,
  value: Value,
  bound: Map<string, Value>,
  site: Site,
  frame: Frame,
  machine: Machine,
): boolean | undefined {
  const inner = (one: Pattern, held: Value): boolean | undefined => fitting(one, held, bound, site, frame, machine);
  switch (pattern.kind) {
    case "value": {
      const other = machine.evaluate(pattern.value, frame);
      return value.kind === "artifact" ? false : equal(value, other);
    }
    case "capture": {
      const fits = pattern.inner === undefined ? true : inner(pattern.inner, value);
      if (pattern.name !== undefined) bound.set(pattern.name, value === unbound ? unknown : value);
      return fits;
    }
    case "rest":
      if (pattern.name !== undefined) bound.set(pattern.name, value);
      return true;
    case "sequence":
      return fittingSequence(pattern.items, value, bound, inner);
    case "mapping":
      return fittingMapping(pattern, value, bound, inner, (key) => machine.evaluate(key, frame));
    case "either": {
      for (const option of pattern.options) {
        const fits = inner(option, value);
        if (fits !== false) return fits;
      }
      return false;
    }
    case "class":
      return fittingClass(pattern, value, inner, site, frame, machine);
  }
}

type Inner = (pattern: Pattern, value: Value) => boolean | undefined;

function fittingSequence(
  items: readonly Pattern[],
  value: Value,
  bound: Map<string, Value>,
  inner: Inner,
): boolean | undefined {
  const held = value.kind === "instance" && value.holds !== undefined ? value.holds : value;
  if (held.kind !== "list" && held.kind !== "tuple")
    return held.kind === "unknown" || held.kind === "choice" || held.kind === "object" ? undefined : false;
  const star = items.findIndex(({ kind }) => kind === "rest");
  if (held.open) {
    for (const pattern of items) inner(pattern, held.items[0] ?? held);
    return undefined;
  }
  const fits = star === -1 ? held.items.length === items.length : held.items.length >= items.length - 1;
  if (!fits) return false;
  const behind = star === -1 ? 0 : items.length - star - 1;
  return all(
    items.map((pattern, index) => {
      if (index === star) {
        const rest = listOf(held.items.slice(star, held.items.length - behind));
        if (pattern.kind === "rest" && pattern.name !== undefined) bound.set(pattern.name, rest);
        return true;
      }
      const at = star !== -1 && index > star ? held.items.length - (items.length - index) : index;
      const item = held.items[at];
      return item === undefined ? false : inner(pattern, item);
    }),
  );
}

function fittingMapping(
  { entries, rest }: Extract<Pattern, { kind: "mapping" }>,
  value: Value,
  bound: Map<string, Value>,
  inner: Inner,
  evaluate: (key: Extract<Pattern, { kind: "mapping" }>["entries"][number]["key"]) => Value,
): boolean | undefined {
  if (value.kind !== "dictionary")
    return value.kind === "unknown" || value.kind === "choice" || value.kind === "object" ? undefined : false;
  if (rest !== undefined) bound.set(rest, { ...value, entries: [...value.entries] });
  return all(
    entries.map(({ key, pattern }) => {
      const found = entryOf(value, evaluate(key));
      return found === undefined ? (value.open ? undefined : false) : inner(pattern, found);
    }),
  );
}

function fittingClass(
  { type, positional, keywords }: Extract<Pattern, { kind: "class" }>,
  value: Value,
  inner: Inner,
  site: Site,
  frame: Frame,
  machine: Machine,
): boolean | undefined {
  const of = machine.evaluate(type, frame);
  const fits = isInstance(value, of);
  if (fits !== true) return fits;
  const [only] = positional;
  // int(x), str(x) and the like bind the value itself.
  if (of.kind !== "class" && only !== undefined && positional.length === 1) return inner(only, value);
  const written = of.kind === "class" ? classAttribute(of, "__match_args__") : undefined;
  const names = of.kind !== "class" ? [] : written === undefined ? of.annotated : itemsOf(written).items.map(textOf);
  const attributes = [...positional.map((pattern, index) => ({ name: names[index], pattern })), ...keywords];
  return all(
    attributes.map(({ name, pattern }) => {
      if (name === undefined) return undefined;
      const found = attributeIn(value, name, site, machine);
      return found === undefined ? false : inner(pattern, found);
    }),
  );
}

function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}
