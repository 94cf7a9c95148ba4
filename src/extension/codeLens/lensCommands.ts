import type * as vscode from "vscode";
import {
  failedOperator,
  isRunnable,
  isUnderWay,
  localTarget,
  newestOf,
  operatorLine,
  runLine,
  type LensOperator,
  type LensPlace,
  type StateLine,
} from "../../core/index.js";
import type { Run } from "../../core/model/run.js";
import { ids } from "../ids.js";
import type { OperatorReference, OperatorRunReference, RunReference, WorkflowReference } from "../references.js";
import type { CurrentRun } from "../runs/localRuns.js";
import { stateIcon } from "./stateIcon.js";

/** What lenses of a document are made from. */
export interface LensContext {
  readonly uri: string;
  /** Absolute path of the folder that the document belongs to. */
  readonly folder: string;
  readonly isTrusted: boolean;
  /** Runs of this window, those among them that are no runs of the history yet. */
  readonly current: readonly CurrentRun[];
  /** Newest first. */
  readonly runs: readonly Run[];
}

type OperatorsPlace = Extract<LensPlace, { kind: "operators" }>;

/** The lenses over one place, from the left to the right. One whose command is empty only tells something. */
export function lensTitles(place: LensPlace, context: LensContext): readonly vscode.Command[] {
  switch (place.kind) {
    case "neverCalled":
      return [
        told(
          "$(circle-slash) Never called in this file",
          `${place.name} is not part of a workflow until it is called.`,
        ),
      ];
    case "workflow":
      return workflowTitles(place, context);
    case "operators":
      return operatorTitles(place, context);
  }
}

function workflowTitles(
  { workflow, publication }: Extract<LensPlace, { kind: "workflow" }>,
  context: LensContext,
): readonly vscode.Command[] {
  if (workflow === null) return [];
  const reference: WorkflowReference = {
    kind: "workflow",
    uri: context.uri,
    workflow,
    ...(publication !== undefined && { publication }),
  };
  const publish: vscode.Command = {
    title: "$(cloud-upload) Publish",
    tooltip: `Publish ${workflow} to Airflow`,
    command: ids.publish,
    arguments: [reference],
  };
  if (!context.isTrusted) return [untrusted(), publish];
  const run: vscode.Command = {
    title: "$(play) Run workflow",
    tooltip: `Run ${workflow} on this machine`,
    command: ids.runWorkflow,
    arguments: [reference],
  };
  if (isReading(context, workflow, undefined)) return [...reading(reference), publish];
  const newest = runsOf(context, workflow).find(({ only }) => only === undefined);
  if (newest === undefined) return [run, publish];
  const shown = runReference(context, newest);
  if (isUnderWay(newest))
    return [{ title: titleOf(runLine(newest)), command: ids.showInGraph, arguments: [shown] }, cancel(shown), publish];
  return [
    run,
    publish,
    { title: titleOf(runLine(newest)), tooltip: tooltipOf(newest), ...outcomeCommand(shown, newest) },
  ];
}

function operatorTitles(
  { workflow, publication, operators }: OperatorsPlace,
  context: LensContext,
): readonly vscode.Command[] {
  const [only] = operators;
  const show: vscode.Command = {
    title: "Show in graph",
    command: ids.showInGraph,
    arguments: [subjectOf(operators, { workflow, publication }, context)],
  };
  if (workflow === null)
    return [told("$(info) No publish_flow reaches it", "Pass what it gives to client.publish_flow to run it."), show];
  const runnable = operators.filter(isRunnable);
  const states =
    operators.length === 1 && only !== undefined
      ? stateTitles(only, workflow, context)
      : operators.slice(0, 3).flatMap((operator) =>
          stateTitles(operator, workflow, context).map((command) => ({
            ...command,
            title: `${command.title} (${operator.id})`,
          })),
        );
  if (runnable.length === 0) return [show, ...states];
  if (!context.isTrusted) return [untrusted(), show];
  const subject = subjectOf(runnable, { workflow, publication }, context);
  const run: vscode.Command = {
    title: runnable.length === 1 ? "$(play) Run operator" : "$(play) Run operator…",
    tooltip: "Run it with what it needs; nothing is saved",
    command: ids.runOperator,
    arguments: [subject],
  };
  return [run, show, ...states];
}

function stateTitles(operator: LensOperator, workflow: string, context: LensContext): readonly vscode.Command[] {
  if (isReading(context, workflow, operator.id))
    return reading({ kind: "operator", uri: context.uri, workflow, operator: operator.id });
  const newest = newestOf(runsOf(context, workflow), operator.id);
  if (newest === undefined) return [];
  const shown: OperatorRunReference = {
    ...runReference(context, newest.run),
    kind: "operatorRun",
    operator: operator.id,
  };
  const title = titleOf(operatorLine(newest.operator));
  const { state } = newest.operator;
  if (state === "running" || state === "queued")
    return [{ title, command: ids.openLog, arguments: [shown] }, cancel(runReference(context, newest.run))];
  if (state === "failed")
    return [{ title, tooltip: tooltipOf(newest.run), command: ids.openTrace, arguments: [shown] }];
  if (newest.operator.manifest?.artifacts.length)
    return [{ title, tooltip: tooltipOf(newest.run), command: ids.openValue, arguments: [shown] }];
  return [{ title, tooltip: tooltipOf(newest.run), command: ids.showInGraph, arguments: [shown] }];
}

/** Whether the file is being read for a run that this lens ordered. */
function isReading({ current }: LensContext, workflow: string, only: string | undefined): boolean {
  return current.some(({ order, rid }) => rid === undefined && order.workflow === workflow && order.only === only);
}

function reading(reference: WorkflowReference | OperatorReference): readonly vscode.Command[] {
  return [
    told("$(sync~spin) Reading the file…", "The file is read with every operator recorded and none executed."),
    { title: "Cancel", command: ids.cancelLocalRun, arguments: [reference] },
  ];
}

function runsOf({ runs }: LensContext, workflow: string): readonly Run[] {
  return runs.filter((run) => run.target === localTarget && run.workflow === workflow);
}

function runReference({ folder }: LensContext, { target, rid }: Run): RunReference {
  return { kind: "run", folder, target, rid };
}

/** A failed run leads to its trace, any other to the graph. */
function outcomeCommand(shown: RunReference, run: Run): Pick<vscode.Command, "command" | "arguments"> {
  const failed = run.state === "failed" ? failedOperator(run) : undefined;
  if (failed === undefined) return { command: ids.showInGraph, arguments: [shown] };
  const operator: OperatorRunReference = { ...shown, kind: "operatorRun", operator: failed.operator };
  return { command: ids.openTrace, arguments: [operator] };
}

function subjectOf(
  operators: readonly LensOperator[],
  { workflow, publication }: Pick<OperatorsPlace, "workflow"> & { readonly publication: number | undefined },
  { uri }: LensContext,
): OperatorReference | { readonly uri: string; readonly operators: readonly string[] } {
  const [only] = operators;
  return operators.length === 1 && only !== undefined
    ? { kind: "operator", uri, workflow, ...(publication !== undefined && { publication }), operator: only.id }
    : { uri, operators: operators.map(({ id }) => id) };
}

function cancel(reference: RunReference): vscode.Command {
  return { title: "Cancel", tooltip: "Cancel this run", command: ids.cancelLocalRun, arguments: [reference] };
}

function untrusted(): vscode.Command {
  return {
    title: "$(workspace-untrusted) Running waits for trust",
    tooltip: "Running executes code of this folder, so it waits until you trust the folder.",
    command: "workbench.trust.manage",
  };
}

function told(title: string, tooltip: string): vscode.Command {
  return { title, tooltip, command: "" };
}

function titleOf(line: StateLine): string {
  return `$(${stateIcon(line.state)}) ${line.text}`;
}

function tooltipOf({ startedAt, rid }: Run): string {
  return startedAt === null
    ? `Run ${rid.slice(0, 6)}`
    : `Run ${rid.slice(0, 6)}, ${new Date(startedAt).toLocaleString()}`;
}
