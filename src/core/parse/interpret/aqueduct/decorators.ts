import type { CheckSeverity } from "../../../model/workflow.js";
import { type Arguments, bound, type Machine, type Site } from "../machine.js";
import { attributeOf } from "../attributes.js";
import { itemsOf } from "../collections.js";
import { functionLeft } from "../partials.js";
import { numeric, textOf } from "../python.js";
import { object, type OperatorSettings, type Value } from "../values.js";
import { noteFileDependencies } from "./fileDependencies.js";
import { noteSettings } from "./settings.js";

const signatures = {
  op: [
    "name",
    "description",
    "engine",
    "file_dependencies",
    "requirements",
    "num_outputs",
    "outputs",
    "resources",
    "image",
  ],
  metric: ["name", "description", "file_dependencies", "requirements", "output", "engine", "resources", "image"],
  check: [
    "name",
    "description",
    "severity",
    "file_dependencies",
    "requirements",
    "output",
    "engine",
    "resources",
    "image",
  ],
} as const;

export type DecoratorName = keyof typeof signatures;

const kinds = { op: "function", metric: "metric", check: "check" } as const;

/** `@op`, `@op(…)`, or `op(function)`. */
export function applyDecorator(name: DecoratorName, given: Arguments, site: Site, machine: Machine): Value {
  noteSettings(name, given, signatures[name], site, machine);
  noteFileDependencies(given, signatures[name], site, machine);
  const first = given.positional[0]?.value;
  const settings = settingsOf(name, given);
  if (first !== undefined && isFunction(first)) return operatorOf(first, { ...settings, name: undefined }, machine);
  return { kind: "decorator", settings };
}

/** `to_operator(function, name=…)`. */
export function toOperator(given: Arguments, machine: Machine): Value {
  const { func, name } = bound(given, ["func", "name"]);
  if (func === undefined) return object;
  return operatorOf(
    func,
    {
      ...settingsOf("op", { positional: [], keywords: new Map(), open: given.open }),
      ...nameOf(name, given.open),
    },
    machine,
  );
}

/** What a decorator makes of a function; a decorator that is none of ours is taken to keep what it is given. */
export function decorate(decorated: Value, decorator: Value, machine: Machine): Value {
  if (decorator.kind === "api" && decorator.name in signatures)
    return operatorOf(
      decorated,
      settingsOf(decorator.name as DecoratorName, { positional: [], keywords: new Map(), open: false }),
      machine,
    );
  if (decorator.kind === "decorator") return operatorOf(decorated, decorator.settings, machine);
  return decorated;
}

export function operatorOf(of: Value, settings: OperatorSettings, machine: Pick<Machine, "module">): Value {
  if (of.kind === "operator") return { ...of, settings };
  if (of.kind === "function") return { kind: "operator", settings, name: settings.name ?? of.name, function: of };
  if (of.kind === "partial") {
    const named = of.of.kind === "function" || of.of.kind === "operator" ? of.of.name : "operator";
    return { kind: "operator", settings, name: settings.name ?? named, function: functionLeft(of), isObject: true };
  }
  const call = of.kind === "instance" ? attributeOf(of, "__call__", machine) : undefined;
  if (of.kind === "instance" && of.of.kind === "class" && call?.kind === "function")
    return { kind: "operator", settings, name: settings.name ?? of.of.name, function: call, isObject: true };
  return { kind: "operator", settings, name: settings.name ?? "operator", function: undefined };
}

function isFunction(value: Value): boolean {
  return ["function", "operator", "object", "partial", "instance"].includes(value.kind);
}

function settingsOf(decorator: DecoratorName, given: Arguments): OperatorSettings {
  const values = bound(given, signatures[decorator]);
  const { name, known } = nameOf(values["name"], given.open);
  const outputs = outputsOf(values);
  return {
    kind: kinds[decorator],
    name,
    severity: severityOf(values["severity"]),
    outputs: outputs ?? [undefined],
    known: known && outputs !== undefined,
  };
}

function nameOf(
  value: Value | undefined,
  open: boolean,
): { readonly name: string | undefined; readonly known: boolean } {
  if (value === undefined || value.kind === "none") return { name: undefined, known: !open };
  // As Python has it: an empty name is none.
  if (value.kind === "string") return { name: value.value || undefined, known: value.known };
  return { name: undefined, known: isFunction(value) && value.kind !== "object" };
}

/** Undefined: the number of outputs is not known. */
function outputsOf(values: Readonly<Partial<Record<string, Value>>>): readonly (string | undefined)[] | undefined {
  const { outputs, output, num_outputs: count } = values;
  if (outputs !== undefined && outputs.kind !== "none") {
    const { items, open } = itemsOf(outputs);
    return open ? undefined : items.map(textOf);
  }
  if (output !== undefined && output.kind !== "none") return [textOf(output)];
  if (count === undefined || count.kind === "none") return [undefined];
  const number = numeric(count);
  return number === undefined || number < 1 || number > 1000
    ? undefined
    : Array.from({ length: number }, () => undefined);
}

export function severityOf(value: Value | undefined): CheckSeverity {
  return value?.kind === "string" && value.value === "error" ? "error" : "warning";
}
