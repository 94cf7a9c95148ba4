import { noteUsedAsValue } from "./aqueduct/notThere.js";
import { itemAt, sliceOf } from "./collections.js";
import { classAttribute, specialMethod } from "./classes.js";
import { fail, givenValues, type Machine, type Site } from "./machine.js";
import { equal, numeric, textOf } from "./python.js";
import { artifactsIn, none, unbound, type Value } from "./values.js";

/** `value[index]`, by whatever gives it: an object of the folder's classes is asked itself. */
export function itemOf(value: Value, index: Value, site: Site, machine: Machine): Value {
  const bounds = boundsOf(index);
  noteUsedAsValue(value, "__getitem__", site, machine);
  if (value.kind === "instance") {
    const own = specialMethod(value, "__getitem__");
    if (own !== undefined) return machine.invoke(own, givenValues([index], site), site);
    if (value.holds !== undefined) return itemOf(value.holds, index, site, machine);
  }
  if (value.kind === "class") {
    const own = classAttribute(value, "__class_getitem__");
    const get = own?.kind === "descriptor" ? own.get : own;
    if (get?.kind === "function") return machine.invoke({ ...get, self: value }, givenValues([index], site), site);
    if (own !== undefined) return value;
    const member = value.scope.names.get(textOf(index) ?? "");
    return member?.kind === "instance" ? member : value;
  }
  if (value.kind === "resources") return { kind: "resource", name: textOf(index) };
  if (value.kind === "names") return value.names.get(textOf(index) ?? "") ?? namesMissing(value, index, machine);
  if (value.kind === "object" && value.path === "sys.modules") return machine.moduleThatRan(textOf(index) ?? "");
  if (bounds !== undefined) return sliceOf(value, bounds);
  if (isMissing(value, index)) {
    if (value.kind === "dictionary" && value.make !== undefined) {
      const made = machine.invoke(value.make, givenValues([], site), site);
      value.entries.push({ key: index, value: made });
      return made;
    }
    fail(value.kind === "dictionary" ? "KeyError" : "IndexError", machine);
    // Python ends there; nothing is made of what is not.
    const other = itemAt(value, index);
    return artifactsIn(other).length > 0 ? other : unbound;
  }
  return itemAt(value, index);
}

function namesMissing(value: Extract<Value, { kind: "names" }>, index: Value, machine: Machine): Value {
  if (textOf(index) === undefined) return { kind: "unknown", of: [...value.names.values()] };
  fail("KeyError", machine);
  return { kind: "unknown" };
}

/** Whether an item is certainly not there. */
function isMissing(value: Value, index: Value): boolean {
  if (value.kind === "dictionary") return !value.open && value.entries.every(({ key }) => equal(key, index) === false);
  if (value.kind !== "list" && value.kind !== "tuple") return false;
  const at = numeric(index);
  return !value.open && at !== undefined && value.items.at(at) === undefined;
}

function boundsOf(index: Value): readonly (Value | undefined)[] | undefined {
  if (index.kind !== "instance" || index.of.kind !== "object" || index.of.path !== "builtins.slice") return undefined;
  return ["start", "stop", "step"].map((name) => index.attributes.get(name) ?? none);
}
