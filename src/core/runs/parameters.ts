import type { BuildOperator } from "../model/build.js";
import type { Json, OperatorId } from "../model/workflow.js";
import { readTyped } from "./parameterText.js";

/** Values for one run, checked, by id of the parameter; or the sentences that say what is wrong with them. */
export type CheckedParameters =
  | { readonly ok: true; readonly values: Readonly<Record<OperatorId, Json>> }
  | { readonly ok: false; readonly errors: readonly string[] };

/** What somebody wrote, by id or by name of the parameter: it is read by the parameter's type, which only the traced workflow knows. */
export type GivenParameters = Readonly<Record<string, string>>;

/**
 * Reads the values that somebody gives for a run before anything is started: Airflow would take an unknown name silently, and a value of another type
 * would only fail the first operator that reads it.
 */
export function checkParameters(operators: readonly BuildOperator[], given: GivenParameters): CheckedParameters {
  const parameters = operators.filter(({ kind }) => kind === "parameter");
  const checked = Object.entries(given).map(([name, text]) => checkOne(parameters, name, text));
  const errors = checked.flatMap((one) => ("error" in one ? [one.error] : []));
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, values: Object.fromEntries(checked.flatMap((one) => ("id" in one ? [[one.id, one.value]] : []))) };
}

function checkOne(
  parameters: readonly BuildOperator[],
  name: string,
  text: string,
): { readonly id: OperatorId; readonly value: Json } | { readonly error: string } {
  const parameter = parameters.find(({ id }) => id === name) ?? parameters.find((candidate) => candidate.name === name);
  if (parameter === undefined) return { error: `There is no parameter ${name}. ${listOf(parameters)}` };
  const read = readTyped(parameter, text);
  return read.ok ? { id: parameter.id, value: read.value } : { error: read.error };
}

function listOf(parameters: readonly BuildOperator[]): string {
  if (parameters.length === 0) return "The workflow has none.";
  return `The workflow has ${parameters.map(({ id }) => id).join(", ")}.`;
}
