import { givenValues, type Machine, type Site } from "../machine.js";
import { raising } from "../thrown.js";
import { catches } from "../raising.js";
import { type InstanceValue, none, tupleOf, type Value } from "../values.js";
import { type Known, objectOf, partly, valuesOf, without } from "./known.js";

/** `contextlib`. */
export const contextCalls: Readonly<Partial<Record<string, Known>>> = {
  "contextlib.contextmanager": (given) => partly("contextlib.contextmanager()", given),
  "contextlib.contextmanager()": (given, site, machine) => {
    const [make] = valuesOf(given);
    const made = make && machine.invoke(make, without(1, given), site);
    return made && objectOf("contextlib.contextmanager()", { items: made });
  },
  "contextlib.nullcontext": (given) => objectOf("contextlib.nullcontext", { given: valuesOf(given)[0] ?? none }),
  "contextlib.closing": (given) => objectOf("contextlib.nullcontext", { given: valuesOf(given)[0] ?? none }),
  "contextlib.suppress": (given) => objectOf("contextlib.suppress", { types: tupleOf([...valuesOf(given)]) }),
  "contextlib.ExitStack": () => objectOf("contextlib.ExitStack", { left: { kind: "list", items: [], open: false } }),
};

/** What `with context as x` gives to x; undefined: not known here. */
export function enteredContext(context: Value, site: Site, machine: Machine): Value | undefined {
  const [path, held] = known(context);
  switch (path) {
    case "contextlib.contextmanager()": {
      const items = held("items");
      return items.kind === "iterator" ? (items.next() ?? none) : machine.invoke(items, givenValues([], site), site);
    }
    case "contextlib.nullcontext":
      return held("given");
    case "contextlib.suppress":
      return none;
    case "contextlib.ExitStack":
      return context;
    default:
      return undefined;
  }
}

/** Whether it goes on behind its `with` where something was raised in that. */
export function isSuppressing(context: Value): boolean {
  return known(context)[0] === "contextlib.suppress";
}

/** Ends a context; whether it swallows what was raised, undefined where that is not known. */
export function leftContext(
  context: Value,
  raised: Value | undefined,
  site: Site,
  machine: Machine,
): boolean | undefined {
  const [path, held] = known(context);
  switch (path) {
    case "contextlib.contextmanager()": {
      const items = held("items");
      if (items.kind !== "iterator") return false;
      if (raised === undefined) {
        items.next();
        return false;
      }
      const ended = machine.attempt(() => {
        machine.guards.push({ mayRaise: false });
        const item = items.next(raising(raised));
        machine.guards.pop();
        return item;
      });
      return "value" in ended;
    }
    case "contextlib.suppress":
      return raised === undefined ? false : catches(held("types"), raised);
    case "contextlib.ExitStack": {
      const left = held("left");
      for (const one of left.kind === "list" ? [...left.items].reverse() : [])
        if (one.kind === "partial") machine.invoke(one, givenValues([], site), site);
        else leftContext(one, undefined, site, machine);
      return false;
    }
    default:
      return false;
  }
}

/** A method of an exit stack. */
export function stackMethod(
  stack: InstanceValue,
  name: string,
  given: Parameters<Known>[0],
  site: Site,
  machine: Machine,
): Value | undefined {
  const left = stack.attributes.get("left");
  const [first] = valuesOf(given);
  if (left?.kind !== "list" || first === undefined) return undefined;
  if (name === "enter_context") {
    left.items.push(first);
    return enteredContext(first, site, machine) ?? { kind: "unknown", of: [first] };
  }
  if (name !== "callback") return undefined;
  left.items.push({ kind: "partial", of: first, given: without(1, given) });
  return first;
}

function known(context: Value): readonly [path: string | undefined, held: (name: string) => Value] {
  if (context.kind !== "instance" || context.of.kind !== "object") return [undefined, () => none];
  return [context.of.path, (name) => context.attributes.get(name) ?? none];
}
