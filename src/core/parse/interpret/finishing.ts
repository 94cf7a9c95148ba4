import { classAttribute } from "./classes.js";
import { givenValues, type Machine, type Site } from "./machine.js";
import { type ClassValue, text, type Value } from "./values.js";

/** What Python does once a class is there. */
export function finish(made: ClassValue, site: Site, machine: Machine): void {
  made.scope.makes = made;
  enumerate(made);
  for (const [name, value] of made.scope.names) {
    if (value.kind !== "instance" || value.of.kind !== "class") continue;
    const set = classAttribute(value.of, "__set_name__");
    if (set?.kind === "function") machine.invoke({ ...set, self: value }, givenValues([made, text(name)], site), site);
  }
  for (const base of made.bases) {
    const told = base.kind === "class" ? classAttribute(base, "__init_subclass__") : undefined;
    if (told?.kind === "function") machine.invoke({ ...told, self: made }, givenValues([], site), site);
  }
}

/** The names that an enumeration's body binds become its members. */
function enumerate(made: ClassValue): void {
  const of = made.bases.find((base) => base.kind === "object" && base.path?.startsWith("enum.") === true);
  if (of === undefined) return;
  let last = 0;
  for (const [name, value] of made.scope.names) {
    if (name.startsWith("_") || value.kind === "function" || value.kind === "descriptor") continue;
    const isCounted = value.kind === "object" && value.path === "enum.auto()";
    last = value.kind === "number" ? value.value : last + 1;
    const given: Value = isCounted ? { kind: "number", value: last, float: false } : value;
    made.scope.names.set(name, {
      kind: "instance",
      of: made,
      attributes: new Map<string, Value>([
        ["value", given],
        ["_value_", given],
        ["name", text(name)],
      ]),
    });
  }
}
