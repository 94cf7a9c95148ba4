import type { CheckSeverity } from "../../../model/workflow.js";
import { type ArgumentOf, defaultOf, placesOf } from "../../../model/signatures.js";
import type { SourceRange } from "../../../model/source.js";
import { specialMethod } from "../classes.js";
import { itemsOf } from "../iterating.js";
import { isKnown } from "../library/library.js";
import { type Arguments, givenValues, type Machine, type Site } from "../machine.js";
import { functionLeft } from "../partials.js";
import { numeric, textOf } from "../python.js";
import { callUnknown } from "../unknownCalls.js";
import { choiceOf, type InstanceValue, object, type OperatorSettings, type Value } from "../values.js";
import { noteFileDependencies } from "./fileDependencies.js";
import { givenTo } from "./given.js";
import { noteSettings } from "./settings.js";

const kinds = { op: "function", metric: "metric", check: "check" } as const;

export type DecoratorName = keyof typeof kinds;

/** What any of them may be given. */
type DecoratorValues = Readonly<Partial<Record<ArgumentOf<DecoratorName>, Value>>>;

/** `@op`, `@op(…)`, or `op(function)`. */
export function applyDecorator(name: DecoratorName, given: Arguments, site: Site, machine: Machine): Value {
  noteSettings(name, given, site, machine);
  noteFileDependencies(given, placesOf(name), site, machine);
  const first = given.positional[0]?.value;
  const settings = settingsOf(name, given);
  if (first !== undefined && isFunction(first)) return operatorOf(first, { ...settings, name: undefined });
  if (first?.kind === "choice" && first.options.some(isFunction))
    return choiceOf(first.options.map((option) => operatorOf(option, { ...settings, name: undefined })));
  return { kind: "decorator", settings };
}

/** `to_operator(function, name=…)`. */
export function toOperator(given: Arguments): Value {
  const { func, name } = givenTo("to_operator", given);
  if (func === undefined) return object;
  return operatorOf(func, {
    ...settingsOf("op", { positional: [], keywords: new Map(), open: given.open }),
    ...nameOf(name, given.open),
  });
}

/**
 * What a decorator makes of a function or a class: those of the folder are called, as Python does.
 *
 * One of a package that is not known here is taken to keep what it is given; what nothing is known of may do anything with it.
 */
export function decorate(decorated: Value, decorator: Value, site: Site, machine: Machine): Value {
  const settings =
    decorator.kind === "api" && decorator.name in kinds
      ? settingsOf(decorator.name as DecoratorName, { positional: [], keywords: new Map(), open: false })
      : decorator.kind === "decorator"
        ? decorator.settings
        : undefined;
  if (settings !== undefined) return standingAt(site.range, operatorOf(decorated, settings));
  if (decorator.kind === "object" && !isKnown(decorator)) return decorated;
  if (decorator.kind === "unknown") return { kind: "unknown", of: [decorated, decorator] };
  return machine.invoke(decorator, givenValues([decorated], site), site);
}

/** `@op` and the like, with settings or without. */
export function isOfOurs(decorator: Value): boolean {
  return decorator.kind === "decorator" || (decorator.kind === "api" && decorator.name in kinds);
}

/** An operator stands where its decorators do, whatever function those below made. */
function standingAt(definition: SourceRange, made: Value): Value {
  return made.kind === "operator" && made.function !== undefined
    ? { ...made, function: { ...made.function, definition } }
    : made;
}

function operatorOf(of: Value, settings: OperatorSettings): Value {
  if (of.kind === "operator") return { ...of, settings };
  if (of.kind === "function") return { kind: "operator", settings, name: settings.name ?? of.name, function: of };
  if (of.kind === "descriptor" && of.how === "staticmethod") return operatorOf(of.get, settings);
  if (of.kind === "partial") {
    const named = of.of.kind === "function" || of.of.kind === "operator" ? of.of.name : "operator";
    return { kind: "operator", settings, name: settings.name ?? named, function: functionLeft(of), isObject: true };
  }
  const call = specialMethod(of, "__call__");
  if (of.kind === "instance" && of.of.kind === "class" && call !== undefined)
    return { kind: "operator", settings, name: settings.name ?? nameOfObject(of), function: call, isObject: true };
  const inner = of.kind === "unknown" ? of.of?.find((one) => one.kind === "function") : undefined;
  return inner?.kind === "function"
    ? operatorOf(inner, { ...settings, known: false })
    : { kind: "operator", settings, name: settings.name ?? "operator", function: undefined };
}

/** The name that `functools.update_wrapper` gave to it, else that of its class. */
function nameOfObject({ of, attributes }: InstanceValue): string {
  const given = attributes.get("__name__");
  return (given && textOf(given)) ?? (of.kind === "class" ? of.name : "operator");
}

/** What a decorator of ours gives for an argument: `op(unsure)` may have been given a name, and be called with a function, or a function, and be called with anything. */
export function decoratedOrCalled(
  { settings }: Extract<Value, { kind: "decorator" }>,
  given: Arguments,
  site: Site,
  machine: Machine,
): Value {
  const first = given.positional[0]?.value ?? object;
  const operator = operatorOf(first, settings);
  return settings.known || isFunction(first) || first.kind === "unknown" || first.kind === "choice"
    ? operator
    : callUnknown({ kind: "unknown", of: [operatorOf(object, settings)] }, given, site, machine);
}

function isFunction(value: Value): boolean {
  return ["function", "operator", "object", "partial", "instance", "class", "method"].includes(value.kind);
}

function settingsOf(decorator: DecoratorName, given: Arguments): OperatorSettings {
  const values: DecoratorValues = givenTo(decorator, given);
  const { name, known } = nameOf(values.name, given.open);
  const outputs = outputsOf(values);
  return {
    kind: kinds[decorator],
    name,
    severity: severityOf(values.severity),
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
function outputsOf(values: DecoratorValues): readonly (string | undefined)[] | undefined {
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
  return value?.kind === "string" && value.value === "error" ? "error" : defaultOf("check", "severity");
}
