import { noteUsedAsValue } from "./aqueduct/notThere.js";
import { specialMethod } from "./classes.js";
import { type Arguments, bound, fail, givenValues, type Machine, type Site } from "./machine.js";
import { carrying, environmentIn, foreignObject } from "./environment.js";
import { iterable, itemsOf } from "./iterating.js";
import { mapped, nextOf } from "./library/iterationCalls.js";
import { derived, distinctEntries, orderOf } from "./operations.js";
import { isEnvironment } from "./processState/sources.js";
import { numeric, textOf, truthOf } from "./python.js";
import { exceptionNames } from "./raising.js";
import { truthIn } from "./truth.js";
import {
  choiceOf,
  integer,
  listOf,
  none,
  object,
  type SequenceValue,
  text,
  truth,
  tupleOf,
  type Value,
} from "./values.js";

type Builtin = (given: Arguments, machine: Machine, site: Site) => Value;

const mostNumbers = 100_000;

const builtins: Readonly<Partial<Record<string, Builtin>>> = {
  range: (given) => {
    const numbers = given.positional.map(({ value }) => numeric(value));
    const [from, to, step] =
      numbers.length === 1 ? [0, numbers[0], 1] : [numbers[0], numbers[1], numbers.length > 2 ? numbers[2] : 1];
    if (given.open || from === undefined || to === undefined || step === undefined || step === 0)
      return listOf([object], true);
    const length = Math.max(0, Math.ceil((to - from) / step));
    return length > mostNumbers
      ? listOf([object], true)
      : listOf(Array.from({ length }, (_, index) => integer(from + index * step)));
  },
  enumerate: (given) => {
    const { items, open } = first(given);
    const start = numeric(bound(given, ["iterable", "start"])["start"] ?? integer(0));
    return listOf(
      items.map((item, index) => tupleOf([open || start === undefined ? object : integer(start + index), item])),
      open,
    );
  },
  zip: (given) => {
    const columns = given.positional.map(({ value }) => itemsOf(value));
    const open = given.open || columns.some((column) => column.open);
    const length = Math.min(...columns.map(({ items }) => items.length));
    return columns.length === 0
      ? listOf([])
      : listOf(
          Array.from({ length: open ? Math.max(length, 1) : length }, (_, index) =>
            tupleOf(columns.map(({ items }) => items[index] ?? object)),
          ),
          open,
        );
  },
  reversed: (given) => {
    const { items, open } = first(given);
    return listOf([...items].reverse(), open);
  },
  list: (given) => copied("list", given),
  tuple: (given) => copied("tuple", given),
  set: (given) => copied("set", given),
  frozenset: (given) => copied("set", given),
  sorted: (given, machine, site) => sorted(given, machine, site),
  dict: (given) => {
    const base = environmentItself(given) ?? given.positional[0]?.value;
    const entries = base?.kind === "dictionary" ? base.entries.map((entry) => ({ ...entry })) : pairs(base);
    const named = [...given.keywords].map(([key, { value }]) => ({ key: text(key), value }));
    return {
      kind: "dictionary",
      entries: distinctEntries([...entries, ...named]),
      open: given.open || (base !== undefined && (base.kind === "dictionary" ? base.open : itemsOf(base).open)),
    };
  },
  map: (given, machine, site) => mapped(given, site, machine),
  len: (given, machine, site) => {
    const value = given.positional[0]?.value ?? listOf([]);
    const own = specialMethod(value, "__len__");
    if (own !== undefined) return machine.invoke(own, givenValues([], site), site);
    noteUsedAsValue(value, "__len__", site, machine);
    if (value.kind === "object" || value.kind === "unknown" || value.kind === "artifact") return object;
    const { items, open } = itemsOf(value);
    return open ? object : integer(items.length);
  },
  str: (given) => {
    const value = given.positional[0]?.value;
    const known = value && textOf(value);
    return carrying(
      known === undefined ? { kind: "string", value: "…", known: false } : text(known),
      given.positional.map((argument) => argument.value),
    );
  },
  int: (given, machine, site) => {
    const value = given.positional[0]?.value;
    noteUsedAsValue(value ?? none, "__float__", site, machine);
    const isText = value?.kind === "string" && value.known;
    if (isText && given.positional.length === 1 && !/^\s*[-+]?\d+(_\d+)*\s*$/.test(value.value))
      fail("ValueError", machine);
    const number = isText ? Number(value.value.replaceAll("_", "")) : value && numeric(value);
    return number === undefined || !Number.isFinite(number) ? object : integer(Math.trunc(number));
  },
  float: (given, machine, site) => {
    const value = given.positional[0]?.value;
    noteUsedAsValue(value ?? none, "__float__", site, machine);
    const isText = value?.kind === "string" && value.known;
    const number = isText ? Number(value.value) : value && numeric(value);
    if (isText && Number.isNaN(number) && !/^\s*[-+]?(nan|inf)/i.test(value.value)) fail("ValueError", machine);
    return number === undefined ? object : { kind: "number", value: number, float: true };
  },
  bool: (given, machine, site) => {
    const known = given.positional[0] && truthIn(given.positional[0].value, site, machine);
    return known === undefined ? object : truth(known);
  },
  next: (given, machine, site) => nextOf(given, site, machine),
  print: () => none,
};

/** Names that Python knows everywhere and that matter here; all others of its names are objects. */
export function builtinValue(name: string): Value | undefined {
  // Nothing of ours starts Python with -O.
  if (name === "__debug__") return truth(true);
  return Object.hasOwn(builtins, name)
    ? { kind: "builtin", name }
    : otherNames.has(name)
      ? foreignObject(`builtins.${name}`)
      : undefined;
}

const notIterating = new Set(["len", "str", "int", "float", "bool", "print", "next", "map"]);

export function callBuiltin(name: string, given: Arguments, machine: Machine, site: Site): Value {
  const positional = notIterating.has(name)
    ? given.positional
    : given.positional.map(({ value, range }) => ({ value: iterable(value, site, machine), range }));
  return builtins[name]?.({ ...given, positional }, machine, site) ?? object;
}

const otherNames = new Set(
  "abs all any ascii bin bytearray bytes callable chr classmethod compile complex delattr dir divmod eval exec filter format getattr globals hasattr hash help hex id input isinstance issubclass iter locals max memoryview min object oct open ord pow property repr round setattr slice staticmethod sum super type vars __import__ __file__ __doc__ NotImplemented"
    .split(" ")
    .concat(...exceptionNames),
);

function first(given: Arguments): ReturnType<typeof itemsOf> {
  return itemsOf(given.positional[0]?.value ?? listOf([]));
}

function copied(kind: SequenceValue["kind"], given: Arguments): Value {
  const { items, open } = first(given);
  return { kind, items: [...items], open };
}

function sorted(given: Arguments, machine: Machine, site: Site): Value {
  const { items, open } = first(given);
  const { key, reverse } = Object.fromEntries([...given.keywords].map(([name, one]) => [name, one.value]));
  const ranked = items.map((item) => ({
    item,
    rank: key === undefined || key.kind === "none" ? item : machine.invoke(key, givenValues([item], site), site),
  }));
  const backwards = reverse === undefined ? false : truthOf(reverse);
  const sign = backwards === true ? -1 : 1;
  let isPlain = !open && backwards !== undefined;
  const ordered = ranked.toSorted((one, other) => {
    const order = orderOf(one.rank, other.rank);
    isPlain &&= order !== undefined;
    return sign * (order ?? 0);
  });
  if (!isPlain) return listOf([items.length === 0 ? derived() : choiceOf(items)], true);
  return listOf(ordered.map(({ item }) => item));
}

/** `os.environ` as an argument: all of the environment. */
function environmentItself({ positional: [first] }: Arguments): Value | undefined {
  return first?.value.kind === "object" && isEnvironment(first.value.path)
    ? { kind: "object", environment: [{ range: first.range, name: undefined }] }
    : undefined;
}

function pairs(base: Value | undefined): { readonly key: Value; value: Value }[] {
  if (base === undefined) return [];
  if (base.kind === "object" && environmentIn(base).length > 0)
    return [{ key: object, value: carrying(object, [base]) }];
  return itemsOf(base).items.flatMap((item) =>
    item.kind === "tuple" || item.kind === "list"
      ? [{ key: item.items[0] ?? object, value: item.items[1] ?? object }]
      : [],
  );
}
