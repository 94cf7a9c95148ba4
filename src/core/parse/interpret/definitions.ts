import type { ClassDefinition, FunctionDefinition } from "../syntax/syntax.js";
import { decorate, isOfOurs } from "./aqueduct/decorators.js";
import { classAttribute } from "./classes.js";
import { functionOf } from "./functions.js";
import { type Frame, givenValues, type Machine, type Site, siteOf } from "./machine.js";
import { Scope } from "./scope.js";
import { type ClassValue, text, type Value } from "./values.js";

/** `def`, with its decorators. */
export function define(statement: FunctionDefinition, frame: Frame, machine: Machine): Value {
  const make = (): Value => functionOf({ ...statement, code: { body: statement.body } }, frame, machine);
  const range = machine.rangeOf(statement.span, frame);
  return decorated(make, statement, frame, machine, (value) => {
    if (value.kind === "operator" && value.function?.definition.line === range.line)
      note(value, statement, frame, machine);
  });
}

function note(
  { name, settings }: Extract<Value, { kind: "operator" }>,
  definition: FunctionDefinition,
  { origin, scope }: Frame,
  { definitions }: Machine,
): void {
  if (definitions.at(-1)?.definition === definition && definitions.at(-1)?.name === name) return;
  definitions.push({ name, definition, kind: settings.kind, origin, scope });
}

/** Decorators are evaluated from the top on, and applied from the innermost on. */
function decorated(
  make: () => Value,
  { decorators, span }: Pick<FunctionDefinition, "decorators" | "span">,
  frame: Frame,
  machine: Machine,
  onValue: (value: Value) => void = () => undefined,
): Value {
  const evaluated = decorators.map((decorator) => ({
    decorator: machine.evaluate(decorator, frame),
    site: siteOf(decorator, frame, machine),
    // What a decorator of ours makes stands where the whole statement stands.
    whole: { call: siteOf(decorator, frame, machine).call, frame, range: machine.rangeOf(span, frame) },
  }));
  return evaluated.reduceRight((value, { decorator, site, whole }) => {
    const result = decorate(value, decorator, isOfOurs(decorator) ? whole : site, machine);
    onValue(result);
    return result;
  }, make());
}

/** `class`, with its decorators. */
export function defineClass(statement: ClassDefinition, frame: Frame, machine: Machine): Value {
  const bases = statement.bases
    .filter(({ form }) => form === "positional")
    .map(({ value }) => machine.evaluate(value, frame));
  const meta = statement.bases.find(({ form, name }) => form === "keyword" && name === "metaclass");
  const scope = new Scope(frame.scope);
  machine.execute(statement.body, { ...frame, scope });
  const made: ClassValue = {
    kind: "class",
    name: statement.name,
    scope,
    bases,
    meta: meta === undefined ? inheritedMeta(bases) : machine.evaluate(meta.value, frame),
    annotated: annotatedIn(statement, bases),
    makes: bases.some(isNamedTuple) ? "named tuple" : (bases.find((base) => base.kind === "class")?.makes ?? "object"),
  };
  finish(made, siteOf({ kind: "name", id: statement.name, span: statement.span }, frame, machine), machine);
  return decorated(() => made, statement, frame, machine);
}

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

function inheritedMeta(bases: readonly Value[]): Value | undefined {
  return bases.flatMap((base) => (base.kind === "class" ? [base.meta] : [])).find((meta) => meta !== undefined);
}

function annotatedIn({ body }: ClassDefinition, bases: readonly Value[]): readonly string[] {
  const own = body.flatMap((statement) =>
    statement.kind === "assign" && statement.annotation !== undefined
      ? statement.targets.flatMap((target) => (target.kind === "name" ? [target.id] : []))
      : [],
  );
  return [...new Set([...bases.flatMap((base) => (base.kind === "class" ? base.annotated : [])), ...own])];
}

function isNamedTuple(base: Value): boolean {
  return base.kind === "object" && base.path === "typing.NamedTuple";
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
