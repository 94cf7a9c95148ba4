import { awaited } from "../awaiting.js";
import { foreignObject } from "../environment.js";
import { givenValues, type Arguments, bound, type Machine, type Site } from "../machine.js";
import { endOf, iterable, iterated, iteratorOver, type Items } from "../iterating.js";
import { binaryOperation } from "../operations.js";
import { equal, numeric, truthOf } from "../python.js";
import { truthIn } from "../truth.js";
import {
  choiceOf,
  none,
  integer,
  type IteratorValue,
  listOf,
  object,
  type SequenceValue,
  truth,
  tupleOf,
  type Value,
} from "../values.js";
import { type Known, valuesOf } from "./known.js";

/** `itertools`, and Python's own functions that go over items. */
export const iterationCalls: Readonly<Partial<Record<string, Known>>> = {
  "asyncio.run": (given, site, machine) => awaited(valuesOf(given)[0] ?? object, site, machine),
  "asyncio.create_task": (given) => valuesOf(given)[0],
  "asyncio.ensure_future": (given) => valuesOf(given)[0],
  "asyncio.gather": (given, site) => ({
    kind: "coroutine",
    body: {
      kind: "partial",
      of: foreignObject("asyncio.gather()"),
      given: givenValues([...valuesOf(given)], site),
    },
  }),
  "asyncio.gather()": (given, site, machine) => listOf(valuesOf(given).map((value) => awaited(value, site, machine))),
  "builtins.iter": (given, site, machine) => {
    const [over, sentinel] = valuesOf(given);
    return over === undefined || sentinel !== undefined ? undefined : iteratorOver(over, site, machine);
  },
  "builtins.filter": (given, site, machine) => {
    const [test, over] = valuesOf(given);
    if (test === undefined || over === undefined) return undefined;
    return stepped(iteratorOver(over, site, machine), (item) => {
      const known = truthIn(
        test.kind === "none" ? item : machine.invoke(test, givenValues([item], site), site),
        site,
        machine,
      );
      return known === undefined ? "perhaps" : known;
    });
  },
  "builtins.sum": (given, site, machine) => {
    const { iterable: over, start = integer(0) } = bound(given, ["iterable", "start"]);
    const { items, open } = over === undefined ? nothing : iterated(over, site, machine);
    return open ? undefined : items.reduce((sum, item) => binaryOperation("+", sum, item), start);
  },
  "builtins.any": (given, site, machine) => {
    const known = truths(given, site, machine);
    return known.includes(true) ? truth(true) : known.includes(undefined) ? undefined : truth(false);
  },
  "builtins.all": (given, site, machine) => {
    const known = truths(given, site, machine);
    return known.includes(false) ? truth(false) : known.includes(undefined) ? undefined : truth(true);
  },
  "builtins.min": (given, site, machine) => extreme(given, "<", site, machine),
  "builtins.max": (given, site, machine) => extreme(given, ">", site, machine),
  "itertools.chain": (given, site, machine) => {
    const all = valuesOf(given).map((value) => iterated(value, site, machine));
    return listOf(
      all.flatMap(({ items }) => items),
      given.open || all.some(({ open }) => open),
    );
  },
  "itertools.chain.from_iterable": (given, site, machine) => {
    const outer = iterated(valuesOf(given)[0] ?? object, site, machine);
    const all = outer.items.map((value) => iterated(value, site, machine));
    return listOf(
      all.flatMap(({ items }) => items),
      outer.open || all.some(({ open }) => open),
    );
  },
  "itertools.islice": (given, site, machine) => {
    const [over, ...bounds] = valuesOf(given);
    const [from, to, step] = bounds.length === 1 ? [integer(0), ...bounds] : bounds;
    const [start, end, by] = [numeric(from ?? integer(0)), to && numeric(to), step === undefined ? 1 : numeric(step)];
    if (over === undefined || start === undefined || end === undefined || by === undefined) return undefined;
    const iterator = iteratorOver(over, site, machine);
    const items: Value[] = [];
    for (let at = 0; at < end; at += 1) {
      const item = iterator.next();
      if (item === undefined) break;
      if (at >= start && (at - start) % by === 0) items.push(item);
    }
    return listOf(items, iterator.open());
  },
  "itertools.count": (given) => {
    const { start = integer(0), step = integer(1) } = bound(given, ["start", "step"]);
    let at = numeric(start);
    const by = numeric(step);
    if (at === undefined || by === undefined) return undefined;
    return {
      kind: "iterator",
      next: () => {
        const value = integer(at ?? 0);
        at = (at ?? 0) + by;
        return value;
      },
      open: () => false,
    };
  },
  "itertools.cycle": (given, site, machine) => {
    const { items, open } = iterated(valuesOf(given)[0] ?? object, site, machine);
    let at = 0;
    return open || items.length === 0
      ? undefined
      : { kind: "iterator", next: () => items[at++ % items.length], open: () => false };
  },
  "itertools.repeat": (given) => {
    const { object: value, times } = bound(given, ["object", "times"]);
    const count = times && numeric(times);
    if (value === undefined) return undefined;
    return count === undefined
      ? { kind: "iterator", next: () => value, open: () => times !== undefined }
      : listOf(Array.from({ length: Math.max(0, Math.min(count, 2000)) }, () => value));
  },
  "itertools.accumulate": (given, site, machine) => {
    const { iterable: over, func, initial } = bound(given, ["iterable", "func", "initial"]);
    if (over === undefined) return undefined;
    const iterator = iteratorOver(over, site, machine);
    let last = initial;
    let isFirst = initial !== undefined;
    return {
      kind: "iterator",
      next: () => {
        if (isFirst) {
          isFirst = false;
          return last;
        }
        const item = iterator.next();
        if (item === undefined) return undefined;
        last =
          last === undefined
            ? item
            : func === undefined
              ? binaryOperation("+", last, item)
              : machine.invoke(func, givenValues([last, item], site), machine.asking ?? site);
        return last;
      },
      open: () => iterator.open(),
    };
  },
  "itertools.starmap": (given, site, machine) => {
    const [step, over] = valuesOf(given);
    if (step === undefined || over === undefined) return undefined;
    const iterator = iteratorOver(over, site, machine);
    return {
      kind: "iterator",
      next: () => {
        const item = iterator.next();
        const at = machine.asking ?? site;
        if (item === undefined) return undefined;
        const { items, open } = iterated(item, at, machine);
        return machine.invoke(step, { ...givenValues(items, at), open }, at);
      },
      open: () => iterator.open(),
    };
  },
  "itertools.zip_longest": (given, site, machine) => {
    const columns = given.positional.map(({ value }) => iterated(value, site, machine));
    const filling = given.keywords.get("fillvalue")?.value ?? none;
    if (given.open || columns.some(({ open }) => open))
      return listOf([tupleOf(columns.map(({ items }) => choiceOf([...items, filling])))], true);
    const length = Math.max(0, ...columns.map(({ items }) => items.length));
    return listOf(Array.from({ length }, (_, index) => tupleOf(columns.map(({ items }) => items[index] ?? filling))));
  },
  "itertools.groupby": (given, site, machine) => {
    const { iterable: over, key } = bound(given, ["iterable", "key"]);
    const { items, open } = iterated(over ?? object, site, machine);
    if (open) return undefined;
    const groups: { readonly key: Value; readonly items: Value[] }[] = [];
    for (const item of items) {
      const of = key === undefined || key.kind === "none" ? item : machine.invoke(key, givenValues([item], site), site);
      const last = groups.at(-1);
      const isSame = last === undefined ? false : equal(last.key, of);
      if (isSame === undefined) return undefined;
      if (last !== undefined && isSame) last.items.push(item);
      else groups.push({ key: of, items: [item] });
    }
    return listOf(groups.map((group) => tupleOf([group.key, listOf(group.items)])));
  },
  "itertools.takewhile": (given, site, machine) => {
    const [test, over] = valuesOf(given);
    if (test === undefined || over === undefined) return undefined;
    const { items, open } = iterated(over, site, machine);
    const known = items.map((item) => truthOf(machine.invoke(test, givenValues([item], site), site)));
    const end = known.findIndex((each) => each !== true);
    return open || (end !== -1 && known[end] === undefined)
      ? undefined
      : listOf(items.slice(0, end === -1 ? undefined : end));
  },
  "itertools.pairwise": (given, site, machine) =>
    made(given, site, machine, (items) => items.slice(1).map((item, index) => tupleOf([items[index] ?? object, item]))),
  "itertools.product": (given, site, machine) => {
    const columns = valuesOf(given).map((value) => iterated(value, site, machine));
    const times = given.keywords.get("repeat");
    const repeat = times === undefined ? 1 : numeric(times.value);
    if (columns.some(({ open }) => open) || repeat === undefined) return undefined;
    const all = Array.from({ length: repeat }, () => columns).flat();
    if (all.reduce((count, { items }) => count * items.length, 1) > 2000) return undefined;
    return listOf(
      all
        .reduce<readonly (readonly Value[])[]>(
          (rows, { items }) => rows.flatMap((row) => items.map((item) => [...row, item])),
          [[]],
        )
        .map((row) => tupleOf([...row])),
    );
  },
  "itertools.combinations": (given, site, machine) => {
    const size = numeric(valuesOf(given)[1] ?? object);
    return size === undefined
      ? undefined
      : made(given, site, machine, (items) => combinations(items, size).map((row) => tupleOf([...row])));
  },
  "itertools.permutations": (given, site, machine) => {
    const size = valuesOf(given)[1];
    return made(given, site, machine, (items) =>
      permutations(items, size === undefined ? items.length : (numeric(size) ?? 0)).map((row) => tupleOf([...row])),
    );
  },
};

const nothing: Items = { items: [], open: true };

/** An iterator's next item; where there is none the default, or Python raises. */
export function nextOf(given: Arguments, site: Site, machine: Machine): Value {
  const [over, other] = valuesOf(given);
  const source = over === undefined ? object : iterable(over, site, machine);
  if (source.kind !== "iterator") return { kind: "unknown", of: [source] };
  const item = source.next();
  if (item !== undefined) return source.open() ? { kind: "unknown", of: [item] } : item;
  if (other === undefined) endOf(source.returned?.(), machine);
  return other ?? object;
}

/** `map(step, …)`: each step is made when it is asked for. */
export function mapped(given: Arguments, site: Site, machine: Machine): Value {
  const [step, ...over] = valuesOf(given);
  if (step === undefined || over.length === 0) return object;
  const iterators = over.map((value) => iteratorOver(value, site, machine));
  return {
    kind: "iterator",
    next: () => {
      const items: Value[] = [];
      for (const iterator of iterators) {
        const item = iterator.next();
        if (item === undefined) return undefined;
        items.push(item);
      }
      const isOpen = iterators.some((iterator) => iterator.open());
      machine.certainty.repeated += Number(isOpen);
      const at = machine.asking ?? site;
      const result = machine.invoke(step, givenValues(items, at), at);
      machine.certainty.repeated -= Number(isOpen);
      return result;
    },
    open: () => iterators.some((iterator) => iterator.open()),
  };
}

function stepped(over: IteratorValue, keeps: (item: Value) => boolean | "perhaps"): IteratorValue {
  let isOpen = false;
  return {
    kind: "iterator",
    next: () => {
      for (let item = over.next(); item !== undefined; item = over.next()) {
        const kept = keeps(item);
        isOpen ||= kept === "perhaps";
        if (kept !== false) return item;
      }
      return undefined;
    },
    open: () => isOpen || over.open(),
  };
}

function truths(given: Arguments, site: Site, machine: Machine): readonly (boolean | undefined)[] {
  const { items, open } = iterated(valuesOf(given)[0] ?? object, site, machine);
  return [...items.map((item) => (open ? undefined : truthIn(item, site, machine)))];
}

function extreme(given: Arguments, sign: "<" | ">", site: Site, machine: Machine): Value | undefined {
  const values = valuesOf(given);
  const { items, open } =
    values.length === 1 ? iterated(values[0] ?? object, site, machine) : { items: values, open: given.open };
  const key = given.keywords.get("key");
  if (open || given.keywords.size > Number(key !== undefined)) return undefined;
  const ranked = items.map((item) => ({
    item,
    rank: key === undefined ? item : machine.invoke(key.value, givenValues([item], site), site),
  }));
  let [best] = ranked;
  for (const each of ranked.slice(1)) {
    const better = best && truthOf(binaryOperation(sign, each.rank, best.rank));
    if (better === undefined) return undefined;
    if (better) best = each;
  }
  return best?.item;
}

function made(
  given: Arguments,
  site: Site,
  machine: Machine,
  make: (items: readonly Value[]) => Value[],
): SequenceValue | undefined {
  const { items, open } = iterated(valuesOf(given)[0] ?? object, site, machine);
  return open || items.length > 50 ? undefined : listOf(make(items));
}

function combinations(items: readonly Value[], size: number): readonly (readonly Value[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => combinations(items.slice(index + 1), size - 1).map((row) => [item, ...row]));
}

function permutations(items: readonly Value[], size: number): readonly (readonly Value[])[] {
  if (size === 0) return [[]];
  if (items.length > 6) return [];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)], size - 1).map((row) => [item, ...row]),
  );
}
