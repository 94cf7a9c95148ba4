import path from "node:path";
import * as vscode from "vscode";
import { placeOfWorkflow, readBuild } from "../../core/index.js";
import { chosenOperator } from "../inputs/chosenSubject.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { ids } from "../ids.js";
import { referenceOf, type OperatorRunReference, type RunReference } from "../references.js";
import type { Contribution, Services } from "../services.js";

/** *Show in Graph*: an operator of a file, or a run, or an operator of a run. */
export const showInGraphCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.showInGraph, async (argument?: unknown) => {
    try {
      const run = referenceOf(argument, "run", "operatorRun");
      if (run !== undefined) {
        await showRun(services, run);
        return;
      }
      const chosen = await chosenOperator(services.graphs, argument, () => true);
      if (chosen !== undefined) await showOperator(services, vscode.Uri.parse(chosen.uri), chosen.operator);
    } catch (error) {
      noticeOr(services.report, error, "It can't be shown in the graph.");
    }
  });

async function showOperator({ graphPanels }: Services, uri: vscode.Uri, operator: string): Promise<void> {
  await graphPanels.show(uri);
  graphPanels.panel?.pointAt(operator);
}

async function showRun(services: Services, reference: RunReference | OperatorRunReference): Promise<void> {
  const uri = await fileOf(services, reference);
  await vscode.workspace.openTextDocument(uri); // The server speaks of open documents only.
  if (reference.kind === "operatorRun") await showOperator(services, uri, reference.operator);
  else await services.graphPanels.show(uri);
}

/** The file that a run's workflow was written in, as its build tells. */
async function fileOf({ history, world }: Services, reference: RunReference | OperatorRunReference): Promise<vscode.Uri> {
  const run = history.run(reference);
  const open = history.folder(reference.folder)?.open;
  const build = run?.build == null || open === undefined ? undefined : await readBuild(open.store, placeOfWorkflow(await world(), open.project, run.workflow), run.build);
  const file = build?.operators[0]?.source.file;
  if (file === undefined) throw new Error("Nothing here says which file this run was of: its build is not in this folder's store.");
  return vscode.Uri.file(path.join(reference.folder, file));
}
