import { launcherVersion, type BuildLine, type BuildOperator, type BuildRecord } from "../model/build.js";
import type { Checked, Problem } from "../model/problem.js";
import type { SourceRange } from "../model/source.js";
import type { Digest, Shipment, TraceResult } from "../model/trace.js";
import type { Operator, Workflow } from "../model/workflow.js";
import type { Hash } from "../ports.js";
import { readSchedule } from "../airflow/cron/schedule.js";
import type { MayChangeType, Resource } from "../resources/resource.js";
import { nameBuild, type NamedBuild } from "../store/builds.js";
import { mayChangeTypeProblems, workflowProblems } from "./problems.js";
import { originsOf } from "./origins.js";

export interface BuildRequest {
  readonly trace: TraceResult;
  /** One of the trace's workflows. */
  readonly workflow: Workflow;
  /** Project id. */
  readonly project: string;
  readonly resources: ReadonlyMap<string, Resource>;
  /** Left out: none. */
  readonly mayChangeType?: MayChangeType;
  readonly runtime: { readonly version: string; readonly blob: Digest };
  readonly hash: Hash;
}

/**
 * The build of a traced workflow. The same text gives the same build for any user, machine, time and target.
 *
 * The value is undefined where a problem is an error: then there is nothing that could run.
 */
export function compileBuild(request: BuildRequest): Checked<NamedBuild | undefined> {
  const { trace, workflow, hash } = request;
  const problems = workflowProblems(workflow, request.resources);
  const { name } = workflow;
  if (name === null || problems.some(({ severity }) => severity === "error")) return { value: undefined, problems };

  // A file may publish one name several times: each has a shipment of its own, in the same order.
  const ofName = trace.graph.workflows.filter((one) => one.name === name);
  const shipment = trace.shipments.filter((one) => one.workflow === name).at(ofName.indexOf(workflow));
  const shipped = new Map(shipment?.operators.map((operator) => [operator.id, operator]));
  const plain = inGateOrder(workflow.operators).map((operator) => buildOperator(operator, shipped.get(operator.id)));
  const origins = originsOf(plain, request.mayChangeType ?? [], hash);
  const operators = plain.map((operator) => ({ ...operator, ...origins.get(operator.id) }));
  const record: BuildRecord = {
    format: 1,
    project: request.project,
    workflow: name,
    ...(workflow.description === undefined ? {} : { description: workflow.description }),
    schedule: publishedSchedule(workflow.schedule),
    operators,
    artifacts: workflow.artifacts,
    runtime: request.runtime,
    launcher: launcherVersion,
  };
  return {
    value: nameBuild(record, hash),
    problems: [
      ...problems,
      ...changing(workflow, shipped),
      ...mayChangeTypeProblems(workflow, request.mayChangeType ?? []),
    ],
  };
}

/** The form that every version of Airflow reads alike; what is not a valid schedule has been told as a problem. */
function publishedSchedule(schedule: string | null): string | null {
  const read = schedule === null ? undefined : readSchedule(schedule);
  return read === undefined || "fault" in read ? null : read.cron;
}

/** Saves come last: they wait for everything else. */
function inGateOrder(operators: readonly Operator[]): readonly Operator[] {
  return [...operators.filter(({ kind }) => kind !== "save"), ...operators.filter(({ kind }) => kind === "save")];
}

function buildOperator(operator: Operator, shipment: Shipment | undefined): BuildOperator {
  if (shipment === undefined)
    throw new Error(
      `The tracer recorded "${operator.name}" (${operator.id}) but not what to ship of it. This is a fault of Aqueduct: please report it.`,
    );
  // A traced operator is exact: it is neither repeated nor unknown nor stale.
  return {
    ...operator,
    ...shipment,
    source: lineOf(operator.source),
    definition: operator.definition === null ? null : lineOf(operator.definition),
  };
}

function lineOf({ file, line }: SourceRange): BuildLine {
  return { file, line };
}

function changing(workflow: Workflow, shipped: ReadonlyMap<string, Shipment>): readonly Problem[] {
  return workflow.operators
    .filter(({ id }) => shipped.get(id)?.stable === false)
    .map((operator) => ({
      code: "unstable-build",
      severity: "hint",
      message: `What "${operator.name}" ships changes at every publish, because its pickled bytes do. Give it data that has one order, such as a sorted list instead of a set.`,
      ...operator.source,
    }));
}
