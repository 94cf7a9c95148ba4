import type { ArtifactType } from "../../../model/workflow.js";
import type { RecordedArtifact } from "../../record/recorded.js";
import type { Expression } from "../../syntax/syntax.js";
import { type Arguments, circumstances, type GivenArgument, isStale, type Machine, type Site } from "../machine.js";
import { artifactsIn, type FunctionValue, listOf, type OperatorFunction, tupleOf, type Value } from "../values.js";
import { representation } from "../library/textCalls.js";
import { boundCall, holdsArtifact, wrongKeysIn } from "./callShape.js";
import { noteReplaced } from "./replaced.js";

const types: Readonly<Record<OperatorFunction["settings"]["kind"], ArtifactType>> = {
  function: "unknown",
  metric: "numeric",
  check: "boolean",
};

/**
 * Records the call of an operator and gives its artifact, or a tuple of them.
 *
 * Arguments that are no artifacts and defaults that are used become parameters just before it. What is wrong with the call is a fact for the
 * rules; the operator is recorded all the same.
 */
export function callOperator(operator: OperatorFunction, given: Arguments, site: Site, machine: Machine): Value {
  const { settings } = operator;
  noteCall(operator, given, site, machine);
  machine.calledOperators.add(operator);
  const parameters = operator.function && parametersOf(operator.function);
  const { inputs, call, certain } = boundCall(operator.name, parameters, given, site, machine);
  const isKnown = certain && settings.known;
  const outputs = machine.recorder.record(
    {
      name: operator.name,
      isKnown,
      kind: settings.kind,
      inputs,
      outputs: settings.outputs.map((name) => ({
        name: name?.trim() ?? `${operator.name} artifact`,
        isExplicit: name !== undefined,
        type: types[settings.kind],
      })),
      source: site.range,
      definition: operator.isObject === true ? null : (operator.function?.definition ?? null),
      details: {
        ...(settings.kind === "check" && { severity: settings.severity }),
        ...(call && { call }),
        ...circumstances(machine, site.frame, !isKnown),
      },
    },
    noteReplaced(site, machine),
  );
  const artifacts = outputs.map((artifact): Value => ({ kind: "artifact", artifact }));
  const [only] = artifacts;
  if (!settings.known && only !== undefined) return listOf([...artifacts], true);
  return artifacts.length === 1 && only !== undefined ? only : tupleOf(artifacts);
}

/**
 * What a call gives, as `inspect.signature` tells it: the parameters of the function that another one wraps.
 *
 * A method of an object has its object already.
 */
export function parametersOf(called: FunctionValue): FunctionValue["parameters"] {
  const { parameters } = unwrapped(called);
  const hasObject = called.self !== undefined && /^(self|cls)$/.test(parameters[0]?.name ?? "");
  return hasObject ? parameters.slice(1) : parameters;
}

function unwrapped(called: FunctionValue, depth = 0): FunctionValue {
  const inner = called.attributes.get("__wrapped__");
  return inner?.kind === "function" && depth < mostWrappers ? unwrapped(inner, depth + 1) : called;
}

const mostWrappers = 20;

function noteCall(operator: OperatorFunction, given: Arguments, site: Site, machine: Machine): void {
  if (isStale(site.frame)) return;
  const isOneOfSeveral = site.isOneOfSeveral === true;
  const all = operator.function && parametersOf(operator.function);
  const parameters = (all ?? []).filter(({ form }) => form !== "star" && form !== "doubleStar");
  const has = (wanted: "star" | "doubleStar"): boolean => all?.some(({ form }) => form === wanted) ?? true;
  const called = parameters.map((parameter, index) => ({
    name: parameter.name,
    required: parameter.default === undefined,
    byName: parameter.form !== "positionalOnly",
    byPlace: index < given.positional.length && !(parameter.form === "keywordOnly" && has("star")),
  }));
  const missing = called.filter(
    ({ name, required, byName, byPlace }) => required && !byPlace && !(byName && given.keywords.has(name)),
  );
  const arguments_ = [...given.positional, ...given.keywords.values()];
  machine.facts.operatorCalls.push({
    range: site.range,
    kind: operator.settings.kind,
    callee: textOfCallee(site.call.callee) ?? operator.name,
    parameters: called,
    // The arguments may be those of another that is called here instead.
    takesAnyPlace: isOneOfSeveral || has("star"),
    takesAnyName: isOneOfSeveral || has("doubleStar"),
    positional: given.positional.length,
    keywords: [...given.keywords].map(([name, { range }]) => ({ name, range })),
    open: given.open || isOneOfSeveral,
    given: arguments_.flatMap(producersOf),
    sets: arguments_
      .filter(({ value }) => value.kind === "set" && artifactsIn(value).length > 0)
      .map(({ range }) => range),
    wrongKeys: arguments_.flatMap(({ value, range }) =>
      wrongKeysIn(value).map((key) => ({ shown: shownKey(key), range })),
    ),
    yields: operator.function?.runs === "as a generator",
    name: operator.name,
    atHand: missing.map(({ name }) => name).filter((name) => site.frame.scope.find(name)?.kind === "artifact"),
  });
}

/** As Python shows it; what a name stands for is not shown. */
function shownKey(key: Value): string | undefined {
  const shown = representation(key);
  return shown?.includes("…") === true ? undefined : shown;
}

function producersOf({
  value,
  range,
}: GivenArgument): { readonly from: RecordedKind; readonly range: GivenArgument["range"] }[] {
  const artifacts = holdsArtifact(value) ? artifactsIn(value) : [];
  return artifacts.map((artifact) => ({ from: artifact.producer().kind, range }));
}

type RecordedKind = ReturnType<RecordedArtifact["producer"]>["kind"];

function textOfCallee(callee: Expression): string | undefined {
  if (callee.kind === "name") return callee.id;
  if (callee.kind !== "attribute") return undefined;
  const owner = textOfCallee(callee.value);
  return owner === undefined ? undefined : `${owner}.${callee.name}`;
}
