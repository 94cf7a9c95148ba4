import { classAttribute, foreignBase, hasForeignBase, specialMethod } from "./classes.js";
import { iterated } from "./iterating.js";
import { type Arguments, fail, givenValues, type Machine, type Site } from "./machine.js";
import { isMetaclass, madeByMetaclass } from "./metaclasses.js";
import { textOf } from "./python.js";
import { Scope } from "./scope.js";
import {
  type ClassValue,
  type DictionaryValue,
  type InstanceValue,
  listOf,
  none,
  object,
  type SequenceValue,
  text,
  tupleOf,
  type Value,
} from "./values.js";

/** Makes an object of a class of the folder. */
export function instantiate(of: ClassValue, given: Arguments, site: Site, machine: Machine): Value {
  if (of.meta?.kind === "class") {
    const call = classAttribute(of.meta, "__call__");
    if (call?.kind === "function") return machine.invoke({ ...call, self: of }, given, site);
  }
  if (isMetaclass(of) && given.positional.length === 3) return classOfCall(of, given, site, machine);
  if (foreignBase(of, /^enum\./) !== undefined) return memberOf(of, given, machine);
  const make = classAttribute(of, "__new__");
  const made =
    make?.kind === "function" || (make?.kind === "descriptor" && make.how === "staticmethod")
      ? machine.invoke(
          make.kind === "function" ? make : make.get,
          { ...given, positional: [{ value: of, range: site.range }, ...given.positional] },
          site,
        )
      : bare(of, given, site, machine);
  if (made.kind !== "instance" || made.of.kind !== "class") return made;
  initialize(made, of, given, site, machine);
  return made;
}

/** `Meta(name, bases, body)`. */
function classOfCall(meta: ClassValue, given: Arguments, site: Site, machine: Machine): Value {
  const [name, bases, body] = given.positional.map(({ value }) => value);
  const scope = new Scope(undefined);
  if (body?.kind === "dictionary") for (const { key, value } of body.entries) scope.names.set(textOf(key) ?? "", value);
  const made: ClassValue = {
    kind: "class",
    name: (name && textOf(name)) ?? "",
    scope,
    bases: bases?.kind === "tuple" ? bases.items : [],
    meta,
    annotated: [],
    makes: "object",
  };
  return madeByMetaclass(made, given.keywords, site, machine);
}

/** An object before its `__init__` has run. */
export function bare(of: ClassValue, given: Arguments, site: Site, machine: Machine): InstanceValue {
  const items = itemsGiven(of, given, site, machine);
  return { kind: "instance", of, attributes: new Map(), ...(items !== undefined && { holds: items }) };
}

function initialize(made: InstanceValue, of: ClassValue, given: Arguments, site: Site, machine: Machine): void {
  const own = classAttribute(of, "__init__");
  if (own?.kind === "function") machine.run({ ...own, self: made }, given, site.frame.depth);
  else if (of.makes !== "object") fill(made, of, given, site, machine);
  else if (foreignBase(of, /^builtins\.\w*(Error|Exception)$/) !== undefined)
    made.attributes.set("args", tupleOf(given.positional.map(({ value }) => value)));
  else {
    const takesNothing = !hasForeignBase(of) && classAttribute(of, "__new__") === undefined;
    if (takesNothing && given.positional.length + given.keywords.size > 0) fail("TypeError", machine);
    // A model of pydantic and the like keeps what it is given by its name.
    for (const [name, { value }] of given.keywords) made.attributes.set(name, value);
  }
}

/** Fields of a dataclass or a named tuple, with their defaults. */
function fill(made: InstanceValue, of: ClassValue, given: Arguments, site: Site, machine: Machine): void {
  const positional = [...given.positional];
  for (const name of of.annotated) {
    const standard = classAttribute(of, name);
    const isField =
      standard?.kind === "instance" && standard.of.kind === "object" && standard.of.path === "dataclasses.field";
    const taken = isField && standard.attributes.get("init")?.kind === "boolean";
    const value = (taken ? undefined : positional.shift()?.value) ?? given.keywords.get(name)?.value;
    const factory = isField ? standard.attributes.get("default_factory") : undefined;
    const other = isField
      ? factory === undefined
        ? standard.attributes.get("default")
        : machine.invoke(factory, givenValues([], site), site)
      : standard;
    made.attributes.set(name, value ?? other ?? (given.open ? { kind: "unknown" } : object));
  }
  if (of.makes === "named tuple") {
    const { holds } = made;
    if (holds?.kind === "tuple") holds.items.push(...made.attributes.values());
  }
  const after = specialMethod(made, "__post_init__");
  if (after !== undefined) machine.invoke(after, givenValues([], site), site);
}

/** The items of an object whose class derives from one of Python's collections. */
function itemsGiven(
  of: ClassValue,
  given: Arguments,
  site: Site,
  machine: Machine,
): SequenceValue | DictionaryValue | undefined {
  if (of.makes === "named tuple") return tupleOf([]);
  const base = foreignBase(of, /^builtins\.(dict|list|tuple|set)$|^collections\.(OrderedDict|UserDict|UserList)$/);
  const first = given.positional[0]?.value;
  switch (base) {
    case "builtins.dict":
    case "collections.OrderedDict":
    case "collections.UserDict":
      return {
        kind: "dictionary",
        entries: [
          ...(first?.kind === "dictionary" ? first.entries.map((entry) => ({ ...entry })) : []),
          ...[...given.keywords].map(([key, { value }]) => ({ key: text(key), value })),
        ],
        open: given.open || (first !== undefined && first.kind !== "dictionary"),
      };
    case "builtins.list":
    case "collections.UserList": {
      const { items, open } = first === undefined ? { items: [], open: false } : iterated(first, site, machine);
      return listOf([...items], open);
    }
    case undefined:
      return undefined;
    default:
      return first === undefined ? undefined : tupleOf([...iterated(first, site, machine).items]);
  }
}

/** `Colour("red")`: the member of that value. */
function memberOf(of: ClassValue, { positional: [first] }: Arguments, machine: Machine): Value {
  const members = [...of.scope.names.values()].filter((value) => value.kind === "instance");
  const found = members.find(({ attributes }) => {
    const value = attributes.get("value");
    return value?.kind === "string" && first?.value.kind === "string" && value.value === first.value.value;
  });
  if (found === undefined) fail("ValueError", machine);
  return found ?? (members.length === 0 ? none : { kind: "choice", options: members });
}
