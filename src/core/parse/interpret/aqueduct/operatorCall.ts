import type { ArtifactType } from "../../../model/workflow.js";
import type { RecordedArtifact } from "../../record/recorded.js";
import type { Expression } from "../../syntax/syntax.js";
import { type Arguments, circumstances, type GivenArgument, isStale, type Machine, type Site } from "../machine.js";
import {
  artifactsIn,
  type FunctionValue,
  listOf,
  type OperatorFunction,
  tupleOf,
  unbound,
  type Value,
} from "../values.js";
import { recordParameter } from "./parameters.js";
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
  const { inputs, certain } = inputsOf(operator, given, site, machine);
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
      definition: operator.function?.definition ?? null,
      details: {
        ...(settings.kind === "check" && { severity: settings.severity }),
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

interface Inputs {
  readonly inputs: readonly RecordedArtifact[];
  readonly certain: boolean;
}

function inputsOf(operator: OperatorFunction, given: Arguments, site: Site, machine: Machine): Inputs {
  const parameters = operator.function && parametersOf(operator.function);
  const values =
    parameters === undefined || isVariadic(operator.function)
      ? given.positional.map(({ value }) => ({ name: undefined, value }))
      : matched(parameters, given);
  let certain = !given.open;
  const inputs = values.flatMap(({ name, value }) => {
    const artifacts = value.kind === "artifact" || value.kind === "choice" ? artifactsIn(value) : [];
    certain &&= value.kind !== "unknown" && !(value.kind === "choice" && artifacts.length > 0);
    if (artifacts.length > 0) return artifacts;
    // A parameter in place of an artifact whose line is being typed would flicker.
    return name === undefined || value === unbound
      ? []
      : [recordParameter(`${operator.name}:${name}`, value, false, site, machine)];
  });
  return { inputs, certain };
}

/** Values in the order of the function's parameters. Keywords count too, though the rules ask for positions. */
function matched(
  parameters: FunctionValue["parameters"],
  given: Arguments,
): { readonly name: string; readonly value: Value }[] {
  return parameters.flatMap((parameter, index) => {
    const value =
      given.positional[index]?.value ??
      given.keywords.get(parameter.name)?.value ??
      (given.open ? undefined : parameter.default);
    return value === undefined ? [] : [{ name: parameter.name, value }];
  });
}

/** What a call gives: a method of an object has its object already. */
function parametersOf({ parameters, self }: FunctionValue): FunctionValue["parameters"] {
  const hasObject = self !== undefined && /^(self|cls)$/.test(parameters[0]?.name ?? "");
  return hasObject ? parameters.slice(1) : parameters;
}

function isVariadic(called: FunctionValue | undefined): boolean {
  return called?.parameters.some(({ form }) => form === "star" || form === "doubleStar") ?? true;
}

function noteCall(operator: OperatorFunction, given: Arguments, site: Site, machine: Machine): void {
  if (isStale(site.frame)) return;
  const parameters = (operator.function === undefined ? [] : parametersOf(operator.function)).filter(
    ({ form }) => form !== "star" && form !== "doubleStar",
  );
  const required = parameters.filter((parameter) => parameter.default === undefined);
  const missing = required.filter(
    (parameter) => !given.keywords.has(parameter.name) && parameters.indexOf(parameter) >= given.positional.length,
  );
  machine.facts.operatorCalls.push({
    range: site.range,
    kind: operator.settings.kind,
    callee: textOfCallee(site.call.callee) ?? operator.name,
    parameters: parameters.map((parameter) => ({ name: parameter.name, required: parameter.default === undefined })),
    variadic: isVariadic(operator.function),
    positional: given.positional.length,
    keywords: [...given.keywords].map(([name, { range }]) => ({ name, range })),
    open: given.open,
    given: [...given.positional, ...given.keywords.values()].flatMap(producersOf),
    atHand: missing.map(({ name }) => name).filter((name) => site.frame.scope.find(name)?.kind === "artifact"),
  });
}

function producersOf({
  value,
  range,
}: GivenArgument): { readonly from: RecordedKind; readonly range: GivenArgument["range"] }[] {
  return value.kind === "artifact" ? [{ from: value.artifact.producer().kind, range }] : [];
}

type RecordedKind = ReturnType<RecordedArtifact["producer"]>["kind"];

function textOfCallee(callee: Expression): string | undefined {
  if (callee.kind === "name") return callee.id;
  if (callee.kind !== "attribute") return undefined;
  const owner = textOfCallee(callee.value);
  return owner === undefined ? undefined : `${owner}.${callee.name}`;
}
