import { readSchedule } from "../airflow/cron/schedule.js";
import type { Problem } from "../model/problem.js";
import { meant } from "../model/nearest.js";
import type { SourceRange } from "../model/source.js";
import type { Operator, Workflow } from "../model/workflow.js";
import { unknownResourceText } from "../resources/unknown.js";
import type { MayChangeType, Resource } from "../resources/resource.js";

/** Why a workflow cannot be built, each on the line that says it. */
export function workflowProblems(workflow: Workflow, resources: ReadonlyMap<string, Resource>): readonly Problem[] {
  return [
    ...namedProblems(workflow),
    ...scheduleProblems(workflow),
    ...workflow.operators.flatMap((operator) => resourceProblems(operator, resources)),
  ];
}

function namedProblems({ name, source, operators }: Workflow): readonly Problem[] {
  const place = source ?? operators.at(-1)?.source;
  if (place === undefined) return [];
  if (source === null)
    return [
      error(
        "workflow-unpublished",
        'No publish_flow reaches these operators. Add client.publish_flow("name", artifacts=[…]).',
        place,
      ),
    ];
  if (name === null || name.trim() === "")
    return [
      error("workflow-unnamed", 'This workflow has no name. Write publish_flow("its name", artifacts=[…]).', place),
    ];
  if (operators.length === 0)
    return [
      error(
        "workflow-empty",
        `Nothing leads to what "${name}" publishes. Name its artifacts: publish_flow("${name}", artifacts=[…]).`,
        place,
      ),
    ];
  return [];
}

function scheduleProblems({ schedule, source }: Workflow): readonly Problem[] {
  const read = schedule === null ? undefined : readSchedule(schedule);
  return read === undefined || source === null || !("fault" in read) ? [] : [error("bad-schedule", read.fault, source)];
}

function resourceProblems(operator: Operator, resources: ReadonlyMap<string, Resource>): readonly Problem[] {
  if (operator.resource === undefined) return [];
  const resource = resources.get(operator.resource);
  if (resource?.kind === "database") return [];
  const message =
    resource === undefined
      ? unknownResourceText(operator.resource, resources)
      : `"${operator.resource}" is not a database, so "${operator.name}" cannot use it. Name one of type "database".`;
  return [error("resource-unknown", message, operator.source)];
}

/**
 * Names of `mayChangeType` by which an operator of this workflow is probably meant.
 *
 * Other names may be of operators of other workflows: nothing is said of them.
 */
export function mayChangeTypeProblems({ operators }: Workflow, names: MayChangeType): readonly Problem[] {
  if (names === "all") return [];
  const held = operators.filter(({ kind, name }) => kind === "function" && !names.includes(name));
  const own = new Set(operators.map(({ name }) => name));
  return names.flatMap((wrong) => {
    const name = own.has(wrong) ? undefined : meant(wrong, [...new Set(held.map((operator) => operator.name))]);
    const operator = held.find((one) => one.name === name);
    if (name === undefined || operator === undefined) return [];
    const message = `"mayChangeType" of aqueduct.json names "${wrong}", as no operator of this workflow is called: is "${name}" meant? Its values keep their types.`;
    return [{ code: "may-change-type", severity: "information", message, ...operator.source }];
  });
}

function error(code: string, message: string, source: SourceRange): Problem {
  return { code, severity: "error", message, ...source };
}
