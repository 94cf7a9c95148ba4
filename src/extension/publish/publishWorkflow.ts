import path from "node:path";
import * as vscode from "vscode";
import {
  findFolder,
  loadResources,
  publicationOf,
  scheduleWords,
  targetChoice,
  type AirflowResource,
} from "../../core/index.js";
import type { Workflow } from "../../core/model/workflow.js";
import { namedFile } from "../documents/saveBeforeTrace.js";
import { chosenFile } from "../inputs/chosenFile.js";
import { firstSteps } from "../report.js";
import { referenceOf, type WorkflowReference } from "../references.js";
import type { Services } from "../services.js";
import { isTrustedFor } from "../trust.js";
import { ids } from "../ids.js";
import type { PublishOpening } from "./publishRun.js";
import { showErrorMessage, showInformationMessage, showQuickPick } from "../shown.js";

/**
 * Publishes what a command was called for: a workflow, a file, or the active one. Asks only what nothing tells.
 *
 * @param called the command's argument
 */
export async function publishWorkflow(services: Services, called: unknown, opening: PublishOpening): Promise<void> {
  // First of all: the rest speaks to a server that the folder names, and runs its code.
  if (!isTrustedFor("Publishing a workflow")) return;
  const reference = referenceOf(called, "workflow");
  const asked = reference ? vscode.Uri.parse(reference.uri) : (chosenFile(called) ?? activeFile(services));
  if (asked === undefined || (await vscode.workspace.openTextDocument(asked)).languageId !== "python") {
    services.report.notice("Open the Python file of a workflow first, then publish it.", ...firstSteps);
    return;
  }
  const uri = await namedFile(asked, services.report);
  if (uri === undefined) return;

  const workflow = await chooseWorkflow(services, uri, reference);
  if (!workflow) return;
  const airflow = await chooseAirflow(services, uri, workflow.chosen);
  if (!airflow) return;
  await services.publishing.publish(
    {
      uri,
      name: workflow.chosen?.name ?? undefined,
      isOneOfSeveral: workflow.isOneOfSeveral,
      ...(workflow.publication !== undefined && { publication: workflow.publication }),
      folder: airflow.folder,
      airflow: airflow.resource.name,
      url: airflow.resource.url,
      engine: workflow.chosen?.engine ?? null,
    },
    opening,
  );
}

/** That of the active editor; while a panel is active, the one that the panel is about. */
export function activeFile({ workflowFiles, graphPanels, publishing }: Services): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && workflowFiles.has(active)) return active;
  return active ?? publishing.last ?? graphPanels.panel?.uri;
}

interface ChosenWorkflow {
  /** Undefined where only tracing can tell, as with a computed name. */
  readonly chosen: Workflow | undefined;
  readonly isOneOfSeveral: boolean;
  /** The line of its `publish_flow`, where the file publishes the name again below it. */
  readonly publication?: number;
}

/** Undefined: the user chose none, or was told that there is none. */
async function chooseWorkflow(
  { graphs, report }: Services,
  uri: vscode.Uri,
  reference: WorkflowReference | undefined,
): Promise<ChosenWorkflow | undefined> {
  const name = reference?.workflow ?? undefined;
  const graph = (await graphs.graphOf(uri))?.graph;
  const workflows = graph?.workflows ?? [];
  if (workflows.every(({ operators }) => operators.length === 0)) {
    report.notice(
      `${path.basename(uri.path)} has no workflow yet: call an operator, and publish what it gives with client.publish_flow("name", artifacts=[…]).`,
    );
    return undefined;
  }
  const named = workflows.filter((workflow) => workflow.name !== null);
  const publication = (workflow: Workflow): Pick<ChosenWorkflow, "publication"> =>
    (graph && publicationOf(graph, workflow)) ?? {};
  const called = named.findLast(
    (workflow) =>
      workflow.name === name &&
      (reference?.publication === undefined || workflow.source?.line === reference.publication),
  );
  if (called) return { chosen: called, isOneOfSeveral: named.length > 1, ...publication(called) };
  if (named.length <= 1) return { chosen: named[0], isOneOfSeveral: false };
  const items = named.map((workflow) => ({
    label: workflow.name ?? "",
    description: [
      scheduleOf(workflow),
      ...(publication(workflow).publication === undefined ? [] : [`line ${publication(workflow).publication ?? ""}`]),
    ]
      .filter((part) => part !== "")
      .join(", "),
    workflow,
  }));
  const picked = await showQuickPick(items, {
    title: "Publish Workflow",
    placeHolder: "Which workflow of this file?",
  });
  return picked && { chosen: picked.workflow, isOneOfSeveral: true, ...publication(picked.workflow) };
}

function scheduleOf({ schedule, unknownSchedule }: Workflow): string {
  if (unknownSchedule === true) return "its schedule is computed";
  return schedule === null ? "" : scheduleWords(schedule);
}

interface ChosenAirflow {
  readonly resource: AirflowResource;
  readonly folder: string;
}

async function chooseAirflow(
  { world, publishing }: Services,
  uri: vscode.Uri,
  workflow: Workflow | undefined,
): Promise<ChosenAirflow | undefined> {
  const { files, workspaceFolderOf } = await world();
  const folder = await findFolder(files, uri.fsPath, workspaceFolderOf?.(uri.fsPath));
  const { value, problems } = await loadResources(files, folder);
  const broken = problems.find(({ severity }) => severity === "error");
  if (broken) return tellBroken(folder, broken.line, broken.message);
  const airflows = [...value.resources.values()].filter((resource) => resource.kind === "airflow");
  const name = workflow?.name ?? "";
  const choice = targetChoice(
    workflow?.engine ?? null,
    airflows.map((resource) => resource.name),
    publishing.memory.targetOf(uri, name),
  );
  if (choice.kind === "connect") return offerConnect();
  const target = choice.kind === "take" ? choice.target : await askTarget(choice, airflows);
  const resource = airflows.find((one) => one.name === target);
  if (!resource) return undefined;
  await publishing.memory.keepTarget(uri, name, { engine: workflow?.engine ?? null, target: resource.name });
  return { resource, folder };
}

async function askTarget(
  { targets, question }: { readonly targets: readonly string[]; readonly question: string },
  airflows: readonly AirflowResource[],
): Promise<string | undefined> {
  const items = targets.map((label) => ({
    label,
    description: airflows.find(({ name }) => name === label)?.url ?? "",
  }));
  return (await showQuickPick(items, { title: "Publish Workflow", placeHolder: question }))?.label;
}

async function offerConnect(): Promise<undefined> {
  const connect = "Connect to Airflow…";
  const choice = await showInformationMessage(
    "No Airflow is connected yet: aqueduct.json names none to publish to.",
    connect,
  );
  if (choice === connect) await vscode.commands.executeCommand(ids.connectAirflow);
  return undefined;
}

async function tellBroken(folder: string, line: number, message: string): Promise<undefined> {
  const open = "Open aqueduct.json";
  const choice = await showErrorMessage(`aqueduct.json has an error on line ${line}: ${message}`, open);
  if (choice !== open) return undefined;
  const start = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(vscode.Uri.file(folder), "aqueduct.json"), {
    selection: new vscode.Range(start, start),
  });
  return undefined;
}
