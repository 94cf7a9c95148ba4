import * as vscode from "vscode";
import { publicationOf } from "../../core/index.js";
import type { Operator } from "../../core/model/workflow.js";
import type { GraphOfDocument } from "../../formats/languageServer.js";
import { operatorsAt } from "../panels/operatorsAt.js";
import { fileArgumentOf, referenceOf, type OperatorReference, type WorkflowReference } from "../references.js";
import { firstSteps, type Offer } from "../report.js";
import type { WorkflowGraphs } from "../workflowGraphs.js";
import { chosenFile } from "./chosenFile.js";
import { operatorItem, workflowItem } from "./subjectItems.js";
import { showQuickPick } from "../shown.js";

/** Why a command has nothing to work on, for the user; no failure. */
export class NothingChosen extends Error {
  override readonly name = "NothingChosen";

  /** @param offers what to do instead */
  constructor(
    message: string,
    readonly offers: readonly Offer[] = [],
  ) {
    super(message);
  }
}

/**
 * The workflow that a command is for: its argument, else one of the file that was clicked or is active. Asks where the file has several.
 *
 * @throws NothingChosen where there is none
 * @returns undefined where somebody pressed Escape
 */
export async function chosenWorkflow(
  graphs: WorkflowGraphs,
  argument: unknown,
): Promise<WorkflowReference | undefined> {
  const given = referenceOf(argument, "workflow", "operator");
  if (given !== undefined)
    return {
      kind: "workflow",
      uri: given.uri,
      workflow: given.workflow,
      ...(given.publication !== undefined && { publication: given.publication }),
    };
  const { uri, graph } = await graphOf(graphs, argument);
  const published = graph.graph.workflows.filter(({ name }) => name !== null);
  const workflows = published.length > 0 ? published : graph.graph.workflows;
  if (workflows.length === 0)
    throw new NothingChosen(
      'This file has no workflow yet: call an operator, and publish what it gives with client.publish_flow("name", artifacts=[…]).',
    );
  const chosen = workflows.length === 1 ? workflows[0] : await pick("Which workflow?", workflows, workflowItem);
  return (
    chosen && {
      kind: "workflow",
      uri: uri.toString(),
      workflow: chosen.name,
      ...publicationOf(graph.graph, chosen),
    }
  );
}

/**
 * The operator that a command is for: its argument, else the one at the caret. Asks where the place stands for several or none.
 *
 * @throws NothingChosen where there is none
 * @returns undefined where somebody pressed Escape
 */
export async function chosenOperator(
  graphs: WorkflowGraphs,
  argument: unknown,
  fits: (operator: Operator) => boolean,
): Promise<OperatorReference | undefined> {
  const given = referenceOf(argument, "operator");
  if (given !== undefined) return given;
  const { uri, graph } = await graphOf(graphs, argument);
  const known = operatorsOf(graph).filter(({ operator }) => fits(operator));
  if (known.length === 0)
    throw new NothingChosen("This file calls no operator yet: define a function with @op, and call it.");
  const named = [...(fileArgumentOf(argument)?.operators ?? []), ...idsAtCaret(uri, graph)];
  const candidates = known.filter(({ operator }) => named.includes(operator.id));
  const [only] = candidates;
  const chosen =
    candidates.length === 1
      ? only
      : await pick("Which operator?", candidates.length === 0 ? known : candidates, operatorItem);
  return chosen && { kind: "operator", uri: uri.toString(), workflow: chosen.workflow, operator: chosen.operator.id };
}

interface Candidate {
  readonly workflow: string | null;
  readonly operator: Operator;
}

/** Each once, as part of the first workflow that has it. */
function operatorsOf({ graph }: GraphOfDocument): readonly Candidate[] {
  const workflows = [
    ...graph.workflows.filter(({ name }) => name !== null),
    ...graph.workflows.filter(({ name }) => name === null),
  ];
  const all = workflows.flatMap(({ name, operators }) =>
    operators.map((operator) => [operator.id, { workflow: name, operator }] as const),
  );
  return [...new Map(all.reverse()).values()].reverse();
}

async function graphOf(
  graphs: WorkflowGraphs,
  argument: unknown,
): Promise<{ readonly uri: vscode.Uri; readonly graph: GraphOfDocument }> {
  const uri = chosenFile(argument) ?? vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) throw new NothingChosen("Open the Python file of a workflow first.", firstSteps);
  const document = await vscode.workspace.openTextDocument(uri);
  const graph = document.languageId === "python" ? await graphs.graphOf(document.uri) : null;
  if (graph === null)
    throw new NothingChosen(
      "This file is not a workflow: workflows are written in Python, in a file that imports aqueduct.",
      firstSteps,
    );
  return { uri: document.uri, graph };
}

function idsAtCaret(uri: vscode.Uri, graph: GraphOfDocument): readonly string[] {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString()) return [];
  const { line, character } = editor.selection.active;
  return operatorsAt(graph, { line: line + 1, column: character + 1 });
}

async function pick<T>(
  placeHolder: string,
  choices: readonly T[],
  itemOf: (choice: T) => vscode.QuickPickItem,
): Promise<T | undefined> {
  const items = choices.map((choice) => ({ ...itemOf(choice), choice }));
  return (await showQuickPick(items, { placeHolder, matchOnDescription: true }))?.choice;
}
