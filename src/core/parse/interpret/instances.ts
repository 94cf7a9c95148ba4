import type { Machine } from "./machine.js";
import type { Value } from "./values.js";

/** Attributes that a file sets on things of the authoring API, which may have any. */
const setOnHandles = new WeakMap<object, Map<string, Value>>();

/** `value.name = …`, where no property has it. */
export function setAttribute(of: Value, name: string, value: Value, machine: Machine): void {
  if (of.kind === "instance" || of.kind === "function") of.attributes.set(name, value);
  else if (of.kind === "module" || of.kind === "class") of.scope.bind(name, value);
  else if (of.kind === "choice") for (const option of of.options) setAttribute(option, name, value, machine);
  else if (of.kind === "aqueduct") machine.patches.set(`${of.path}.${name}`, value);
  else if (of.kind === "api") machine.patches.set(`${of.name}.${name}`, value);
  else if (isHandle(of)) {
    const key = identityOf(of);
    setOnHandles.set(key, (setOnHandles.get(key) ?? new Map<string, Value>()).set(name, value));
  }
}

/** What the file has set as an attribute of a thing of the authoring API. */
export function attributeSetOn(value: Value, name: string): Value | undefined {
  return isHandle(value) ? setOnHandles.get(identityOf(value))?.get(name) : undefined;
}

/** What stands for something of the authoring API, and can be given attributes. */
export function isHandle(value: Value): boolean {
  return ["client", "flow", "resource", "artifact", "operator"].includes(value.kind);
}

/** Each artifact is one object, in however many places. */
function identityOf(value: Value): object {
  return value.kind === "artifact" ? value.artifact : value;
}
