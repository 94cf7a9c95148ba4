import type { Comprehension } from "../syntax/syntax.js";
import { iteratorOver, itemsOf } from "./iterating.js";
import { type Frame, type Machine, siteOf } from "./machine.js";
import { distinctEntries } from "./operations.js";
import { Scope } from "./scope.js";
import { truthIn } from "./truth.js";
import { type DictionaryValue, type IteratorValue, listOf, tupleOf, unknown, type Value } from "./values.js";

/** What a comprehension gives; a generator expression makes its items when they are asked for. */
export function comprehension(expression: Comprehension, frame: Frame, machine: Machine): Value {
  const steps = comprehensionSteps(expression, frame, machine);
  if (expression.makes === "generator") return steps;
  const { items, open } = itemsOf(steps);
  if (expression.makes === "dictionary")
    return {
      kind: "dictionary",
      entries: distinct(items),
      open,
    };
  return expression.makes === "set" ? { kind: "set", items: [...items], open } : listOf([...items], open);
}

/** Pairs of a key and a value; the last value of a key counts. */
function distinct(pairs: readonly Value[]): DictionaryValue["entries"] {
  return distinctEntries(
    pairs.map((pair) => {
      const [key = unknown, value = unknown] = pair.kind === "tuple" ? pair.items : [];
      return { key, value };
    }),
  );
}

/** The items of a comprehension as they are asked for, as Python makes them. */
function comprehensionSteps(expression: Comprehension, frame: Frame, machine: Machine): IteratorValue {
  const { makes, key, element, clauses } = expression;
  const scope = new Scope(frame.scope);
  scope.isComprehension = true;
  const inner: Frame = { ...frame, scope };
  let isOpen = false;
  // Python evaluates what the first loop goes over at once.
  const [outermost] = clauses;
  const first =
    outermost?.kind === "for"
      ? iteratorOver(machine.evaluate(outermost.iterable, frame), siteOf(outermost.iterable, frame, machine), machine)
      : undefined;
  function* run(at: number): Generator<Value, undefined> {
    const clause = clauses[at];
    if (clause === undefined) {
      const named = key && machine.evaluate(key, inner);
      const value = machine.evaluate(element, inner);
      yield makes === "dictionary" ? tupleOf([named ?? unknown, value]) : value;
    } else if (clause.kind === "for") {
      const over =
        at === 0 && first !== undefined
          ? first
          : iteratorOver(machine.evaluate(clause.iterable, inner), siteOf(clause.iterable, inner, machine), machine);
      for (let item = over.next(); item !== undefined; item = over.next()) {
        const more = over.open();
        isOpen ||= more;
        machine.assign(clause.target, item, inner);
        yield* doubted(run(at + 1), more, "repeated", machine);
      }
      isOpen ||= over.open();
    } else {
      const known = truthIn(
        machine.evaluate(clause.condition, inner),
        siteOf(clause.condition, inner, machine),
        machine,
      );
      if (known === false) return undefined;
      isOpen ||= known === undefined;
      yield* doubted(run(at + 1), known === undefined, "unknown", machine);
    }
    return undefined;
  }
  const running = run(0);
  return {
    kind: "iterator",
    next: () => {
      const step = running.next();
      return step.done === true ? undefined : step.value;
    },
    open: () => isOpen,
  };
}

/** Steps that may be made or not, or more often; what runs between them is as certain as it was. */
function* doubted(
  steps: Generator<Value, undefined>,
  isDoubtful: boolean,
  how: "repeated" | "unknown",
  { certainty }: Machine,
): Generator<Value, undefined> {
  for (;;) {
    certainty[how] += Number(isDoubtful);
    const step = steps.next();
    certainty[how] -= Number(isDoubtful);
    if (step.done === true) return undefined;
    yield step.value;
  }
}
