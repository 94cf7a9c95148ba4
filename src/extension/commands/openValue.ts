import * as vscode from "vscode";
import { findFolder, findOpenFolder, localTarget, newestLocalRunOf } from "../../core/index.js";
import { ids } from "../ids.js";
import { operatorsAt } from "../panels/operatorsAt.js";
import { referenceOf, type OperatorReference, type OperatorRunReference } from "../references.js";
import type { Contribution, Services } from "../services.js";
import { showQuickPick } from "../shown.js";

/** *Open Value*: of the artifact or operator run that it is called with, else of the operator at the caret in its newest run on this machine. */
export const openValueCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.openValue, async (given?: unknown) => {
    try {
      const reference = referenceOf(given, "artifact", "operatorRun", "operator") ?? (await operatorAtCaret(services));
      const found = reference?.kind === "operator" ? await newestRunOf(services, reference) : reference;
      if (found !== undefined) await services.previews.show(found);
    } catch (error) {
      services.report.failure("The value can't be opened. Run the operator again, then open its value.", error);
    }
  });

/** Where the caret is on several operators, as in a function that is called twice, the user chooses. */
async function operatorAtCaret({ graphs, report }: Services): Promise<OperatorReference | undefined> {
  const editor = vscode.window.activeTextEditor;
  const graph = editor === undefined ? undefined : await graphs.graphOf(editor.document.uri);
  const place = editor?.selection.active;
  const found =
    graph == null || place === undefined
      ? []
      : operatorsAt(graph, { line: place.line + 1, column: place.character + 1 });
  const uri = editor?.document.uri.toString() ?? "";
  const choices = (graph?.graph.workflows ?? []).flatMap(({ name, operators }) =>
    operators
      .filter(({ id }) => found.includes(id))
      .map((operator) => ({
        label: operator.name,
        description: name ?? "not published",
        detail: `Called on line ${operator.source.line}`,
        reference: { kind: "operator", uri, workflow: name, operator: operator.id } as const,
      })),
  );
  if (choices.length === 0) {
    report.notice("Put the caret on an operator that has run, then open its value.");
    return undefined;
  }
  const chosen =
    choices.length === 1
      ? choices[0]
      : await showQuickPick(choices, { title: "Open Value", placeHolder: "Which operator's value?" });
  return chosen?.reference;
}

async function newestRunOf(
  { world: getWorld, report, graphs }: Services,
  reference: OperatorReference,
): Promise<OperatorRunReference | undefined> {
  const { uri, workflow, operator } = reference;
  const world = await getWorld();
  const file = vscode.Uri.parse(uri).fsPath;
  const open = await findOpenFolder(world, await findFolder(world.files, file, world.workspaceFolderOf?.(file)));
  const run =
    open === undefined || workflow === null ? undefined : await newestLocalRunOf(world, open, workflow, operator);
  if (open !== undefined && run !== undefined)
    return { kind: "operatorRun", folder: open.folder, target: localTarget, rid: run.rid, operator };
  report.notice(`“${graphs.nameOf(vscode.Uri.parse(uri), operator)}” has not run on this machine yet.`, {
    label: "Run Operator",
    command: ids.runOperator,
    argument: reference,
  });
  return undefined;
}
