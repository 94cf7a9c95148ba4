import { apiConstant, apiNames } from "./aqueduct/names.js";
import { foreignAttribute } from "./foreign.js";
import type { Machine } from "./machine.js";
import { choiceOf, object, unknown, type Value } from "./values.js";

/** `value.name`. */
export function attributeOf(value: Value, name: string, machine: Pick<Machine, "module">): Value {
  switch (value.kind) {
    case "aqueduct":
      // Modules of the package export its names again: aqueduct.constants.enums.CheckSeverity.
      return apiNames.has(name) ? { kind: "api", name } : value;
    case "api":
      return apiConstant(value.name, name) ?? object;
    case "module":
      return value.scope.names.get(name) ?? machine.module(`${value.path}.${name}`);
    case "class":
      return classAttribute(value, name) ?? unknown;
    case "instance": {
      const own = value.attributes.get(name);
      if (own !== undefined) return own;
      const inherited = value.of.kind === "class" ? classAttribute(value.of, name) : undefined;
      return inherited?.kind === "function"
        ? { ...inherited, self: value }
        : (inherited ?? (hasForeignBase(value.of) ? unknown : object));
    }
    case "choice":
      return value.options.every((option) => option.kind === "artifact")
        ? { kind: "method", receiver: value, name }
        : choiceOf(value.options.map((option) => attributeOf(option, name, machine)));
    case "client":
    case "resource":
    case "artifact":
    case "operator":
    case "list":
    case "tuple":
    case "set":
    case "dictionary":
    case "string":
      return { kind: "method", receiver: value, name };
    case "object":
      return foreignAttribute(value, name);
    case "unknown":
      return unknown;
    default:
      return object;
  }
}

function classAttribute(value: Extract<Value, { kind: "class" }>, name: string): Value | undefined {
  const own = value.scope.names.get(name);
  if (own !== undefined) return own;
  for (const base of value.bases) {
    const inherited = base.kind === "class" ? classAttribute(base, name) : undefined;
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}

function hasForeignBase(of: Value): boolean {
  return of.kind === "class" && of.bases.some((base) => base.kind !== "class" || hasForeignBase(base));
}
