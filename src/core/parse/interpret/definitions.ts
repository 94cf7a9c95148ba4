import type { ClassDefinition, FunctionDefinition } from "../syntax/syntax.js";
import { decorate, isOfOurs } from "./aqueduct/decorators.js";
import { functionOf } from "./functions.js";
import { type Frame, type Machine, siteOf } from "./machine.js";
import { madeByMetaclass, prepared } from "./metaclasses.js";
import { Scope } from "./scope.js";
import type { ClassValue, Value } from "./values.js";

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
  const metaclass = meta === undefined ? inheritedMeta(bases) : machine.evaluate(meta.value, frame);
  const site = siteOf({ kind: "name", id: statement.name, span: statement.span }, frame, machine);
  const scope = new Scope(frame.scope, prepared(metaclass, statement.name, bases, site, machine));
  machine.execute(statement.body, { ...frame, scope });
  const made: ClassValue = {
    kind: "class",
    name: statement.name,
    scope,
    bases,
    meta: metaclass,
    annotated: annotatedIn(statement, bases),
    makes: bases.some(isNamedTuple) ? "named tuple" : (bases.find((base) => base.kind === "class")?.makes ?? "object"),
  };
  const keywords = new Map(
    statement.bases.flatMap(({ form, name, value }) =>
      form === "keyword" && name !== undefined && name !== "metaclass"
        ? [[name, { value: machine.evaluate(value, frame), range: site.range }] as const]
        : [],
    ),
  );
  // Functions of the body know their class already while it is being made.
  scope.makes = made;
  return decorated(() => madeByMetaclass(made, keywords, site, machine), statement, frame, machine);
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
