import type { Value } from "./values.js";

/** `value.name = …`, where no property has it. */
export function setAttribute(of: Value, name: string, value: Value): void {
  if (of.kind === "instance" || of.kind === "function") of.attributes.set(name, value);
  else if (of.kind === "module" || of.kind === "class") of.scope.bind(name, value);
  else if (of.kind === "choice") for (const option of of.options) setAttribute(option, name, value);
}
