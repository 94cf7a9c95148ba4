import type { BuildOperator } from "../model/build.js";
import type { ArtifactType, Json, OperatorId } from "../model/workflow.js";
import { readTyped } from "./parameterText.js";

/** Values for one run, checked, by id of the parameter; or the sentences that say what is wrong with them. */
export type CheckedParameters =
  | { readonly ok: true; readonly values: Readonly<Record<OperatorId, Json>> }
  | { readonly ok: false; readonly errors: readonly string[] };

/** What somebody wrote for a parameter, on a command line say: it is read by the parameter's type, which only the workflow knows. */
export class TypedText {
  constructor(readonly text: string) {}
}

export type GivenParameters = Readonly<Record<string, Json | TypedText>>;

/**
 * Checks the values that somebody gives for a run before anything is started: Airflow would take an unknown name silently, and a value of another type
 * would only fail the first operator that reads it.
 *
 * @param given by id or by name of the parameter
 */
export function checkParameters(operators: readonly BuildOperator[], given: GivenParameters): CheckedParameters {
  const parameters = operators.filter(({ kind }) => kind === "parameter");
  const checked = Object.entries(given).map(([name, value]) => checkOne(parameters, name, value));
  const errors = checked.flatMap((one) => ("error" in one ? [one.error] : []));
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, values: Object.fromEntries(checked.flatMap((one) => ("id" in one ? [[one.id, one.value]] : []))) };
}

function checkOne(
  parameters: readonly BuildOperator[],
  name: string,
  value: Json | TypedText,
): { readonly id: OperatorId; readonly value: Json } | { readonly error: string } {
  const parameter = parameters.find(({ id }) => id === name) ?? parameters.find((candidate) => candidate.name === name);
  if (parameter === undefined) return { error: `There is no parameter ${name}. ${listOf(parameters)}` };
  if (value instanceof TypedText) {
    const read = readTyped(parameter, value.text);
    return read.ok ? { id: parameter.id, value: read.value } : { error: read.error };
  }
  const wanted = parameter.default?.type ?? "unknown";
  const got = typeOfJson(value);
  if (!isWritten(wanted))
    return {
      error: `${name} is a ${wanted}, which cannot be written on a command line. Leave it at its default, or change that in the file.`,
    };
  if (!fits(wanted, got))
    return { error: `${name} is a ${wanted}${byDefault(parameter)}, not a ${got}: ${JSON.stringify(value)}.` };
  return { id: parameter.id, value };
}

function listOf(parameters: readonly BuildOperator[]): string {
  if (parameters.length === 0) return "The workflow has none.";
  return `The workflow has ${parameters.map(({ id }) => id).join(", ")}.`;
}

function typeOfJson(value: Json): ArtifactType {
  if (typeof value === "number") return "numeric";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  if (Array.isArray(value)) return "list";
  return value === null ? "unknown" : "dictionary";
}

function fits(wanted: ArtifactType, got: ArtifactType): boolean {
  return wanted === got || wanted === "unknown" || wanted === "json";
}

/** Whether a value of this type can be given as JSON at all. */
function isWritten(type: ArtifactType): boolean {
  return ["numeric", "string", "boolean", "list", "dictionary", "json", "unknown"].includes(type);
}

function byDefault({ default: value }: BuildOperator): string {
  // NaN, say, has no JSON to show.
  return value?.json === undefined ? "" : ` (by default ${JSON.stringify(value.json)})`;
}
