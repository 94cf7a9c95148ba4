import { exactText, isPlain } from "../model/exactJson.js";
import type { BuildOperator } from "../model/build.js";
import { takesOf } from "../model/takes.js";
import type { Json, OperatorId } from "../model/workflow.js";

/**
 * The values of a run as they stand in Airflow's conf (docs/formats/runs.md). What JSON does not give back exactly stands as text, which the launcher reads by the
 * parameter's type; only where the parameter has none, it is tagged.
 *
 * @param values exact ones, by id
 */
export function confOf(
  operators: readonly BuildOperator[],
  values: Readonly<Record<OperatorId, Json>>,
): Readonly<Record<OperatorId, Json>> {
  const typeless = new Set(operators.filter((operator) => takesOf(operator) === "anything").map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, isPlain(value) || typeless.has(id) ? value : exactText(value)]),
  );
}
