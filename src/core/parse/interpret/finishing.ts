import { classAttribute, orderOf } from "./classes.js";
import { type Arguments, givenValues, type Machine, type Site } from "./machine.js";
import { type ClassValue, text, type Value } from "./values.js";

/** What Python does once a class is there. */
export function finish(
  made: ClassValue,
  site: Site,
  machine: Machine,
  keywords: Arguments["keywords"] = new Map(),
): void {
  made.scope.makes = made;
  enumerate(made);
  for (const [name, value] of made.scope.names) {
    if (value.kind !== "instance" || value.of.kind !== "class") continue;
    const set = classAttribute(value.of, "__set_name__");
    if (set?.kind === "function") machine.invoke({ ...set, self: value }, givenValues([made, text(name)], site), site);
  }
  for (const base of made.bases) if (base.kind === "class") base.scope.derived.push(made);
  const [, ...behind] = orderOf(made);
  const told = behind.map(({ scope }) => scope.names.get("__init_subclass__")).find((found) => found !== undefined);
  const toldBy = told?.kind === "descriptor" ? told.get : told;
  if (toldBy?.kind === "function")
    machine.invoke({ ...toldBy, self: made }, { ...givenValues([], site), keywords }, site);
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
