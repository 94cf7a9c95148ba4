import { pairsOf } from "../collections.js";
import { iterated } from "../iterating.js";
import { bound } from "../machine.js";
import { distinctEntries } from "../operations.js";
import { numeric, textOf } from "../python.js";
import { Scope } from "../scope.js";
import { type ClassValue, type DictionaryValue, integer, listOf, none, object, text, type Value } from "../values.js";
import { type Known, objectOf, partly, valuesOf } from "./known.js";

/** `collections`, `copy`, `types`, `dataclasses`, `enum`: values that are made of other values. */
export const collectionCalls: Readonly<Partial<Record<string, Known>>> = {
  "collections.deque": (given, site, machine) => {
    const { items, open } = iterated(valuesOf(given)[0] ?? listOf([]), site, machine);
    return given.keywords.size > 0 ? listOf([...items], true) : listOf([...items], open);
  },
  "collections.OrderedDict": (given, site, machine) => ({
    kind: "dictionary",
    entries: distinctEntries([...pairsOf(valuesOf(given)[0], site, machine), ...named(given)]),
    open: given.open,
  }),
  "collections.defaultdict": (given, site, machine) => {
    const [make, from] = valuesOf(given);
    return {
      kind: "dictionary",
      entries: distinctEntries([...pairsOf(from, site, machine), ...named(given)]),
      open: false,
      ...(make !== undefined && make.kind !== "none" && { make }),
    };
  },
  "builtins.dict.fromkeys": (given, site, machine) => {
    const [keys, value = none] = valuesOf(given);
    const { items, open } = iterated(keys ?? object, site, machine);
    return { kind: "dictionary", entries: distinctEntries(items.map((key) => ({ key, value }))), open };
  },
  "collections.ChainMap": (given, site, machine) => {
    // The first map that has a key gives it: an entry before counts.
    const entries = valuesOf(given).flatMap((value) => pairsOf(value, site, machine));
    return {
      kind: "dictionary",
      entries: distinctEntries(entries, "first"),
      open: valuesOf(given).some((value) => value.kind !== "dictionary" || value.open),
    };
  },
  "collections.namedtuple": (given, site, machine) => {
    const { typename, field_names: names, defaults } = bound(given, ["typename", "field_names"]);
    if (names === undefined) return undefined;
    const fields =
      names.kind === "string" && names.known
        ? names.value.split(/[\s,]+/).filter(Boolean)
        : iterated(names, site, machine).items.map((name) => textOf(name) ?? "");
    const made = classNamed((typename && textOf(typename)) ?? "", fields, "named tuple");
    const given_ = defaults === undefined ? [] : iterated(defaults, site, machine).items;
    for (const [index, value] of given_.entries())
      made.scope.names.set(fields[fields.length - given_.length + index] ?? "", value);
    return made;
  },
  "copy.copy": (given) => copied(valuesOf(given)[0]),
  "copy.deepcopy": (given) => copied(valuesOf(given)[0]),
  "types.SimpleNamespace": (given) =>
    given.positional.length > 0 || given.open
      ? undefined
      : objectOf(
          "types.SimpleNamespace",
          Object.fromEntries([...given.keywords].map(([name, one]) => [name, one.value])),
        ),
  "types.MappingProxyType": (given) => valuesOf(given)[0],
  "types.MethodType": (given) => {
    const [called, self] = valuesOf(given);
    return called?.kind === "function" && self !== undefined ? { ...called, self } : undefined;
  },
  "dataclasses.dataclass": (given) => {
    const [of] = valuesOf(given);
    if (of === undefined) return partly("dataclasses.dataclass", { ...given, positional: [], keywords: new Map() });
    if (of.kind === "class") of.makes = "dataclass";
    return of;
  },
  "dataclasses.field": (given) =>
    objectOf("dataclasses.field", Object.fromEntries([...given.keywords].map(([name, one]) => [name, one.value]))),
  "dataclasses.replace": (given) => {
    const [of] = valuesOf(given);
    if (of?.kind !== "instance") return undefined;
    return {
      ...of,
      attributes: new Map([...of.attributes, ...[...given.keywords].map(([name, one]) => [name, one.value] as const)]),
    };
  },
  "dataclasses.asdict": (given) => {
    const [of] = valuesOf(given);
    return of?.kind === "instance" ? ofAttributes(of.attributes) : undefined;
  },
  "dataclasses.astuple": (given) => {
    const [of] = valuesOf(given);
    return of?.kind === "instance" ? { kind: "tuple", items: [...of.attributes.values()], open: false } : undefined;
  },
  "builtins.slice": (given) => {
    const values = valuesOf(given);
    const [start, stop, step] = values.length === 1 ? [none, ...values] : values;
    return objectOf("builtins.slice", { start: start ?? none, stop: stop ?? none, step: step ?? none });
  },
  "builtins.abs": (given) => {
    const number = numeric(valuesOf(given)[0] ?? object);
    const [value] = valuesOf(given);
    return number === undefined
      ? undefined
      : { kind: "number", value: Math.abs(number), float: value?.kind === "number" && value.float };
  },
  "builtins.divmod": (given) => {
    const [left, right] = valuesOf(given).map(numeric);
    if (left === undefined || right === undefined || right === 0) return undefined;
    const quotient = Math.floor(left / right);
    return { kind: "tuple", items: [integer(quotient), integer(left - quotient * right)], open: false };
  },
};

/** A class that a call makes. */
function classNamed(name: string, annotated: readonly string[], makes: ClassValue["makes"]): ClassValue {
  const made: ClassValue = { kind: "class", name, scope: new Scope(undefined), bases: [], annotated, makes };
  made.scope.makes = made;
  return made;
}

/** Attributes as a dictionary of its own. */
export function ofAttributes(attributes: ReadonlyMap<string, Value>): DictionaryValue {
  return {
    kind: "dictionary",
    entries: [...attributes].map(([key, value]) => ({ key: text(key), value })),
    open: false,
  };
}

function named(given: Parameters<Known>[0]): DictionaryValue["entries"] {
  return [...given.keywords].map(([key, { value }]) => ({ key: text(key), value }));
}

/** Changing the copy leaves the original as it is. */
function copied(value: Value | undefined): Value | undefined {
  switch (value?.kind) {
    case "list":
    case "tuple":
    case "set":
      return { ...value, items: [...value.items] };
    case "dictionary":
      return { ...value, entries: value.entries.map((entry) => ({ ...entry })) };
    case "instance":
      return { ...value, attributes: new Map(value.attributes) };
    case undefined:
    case "artifact":
    case "unknown":
    case "choice":
    case "object":
      return undefined;
    default:
      return value;
  }
}
