import * as vscode from "vscode";
import { chosenOperator } from "../inputs/chosenSubject.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { ids } from "../ids.js";
import { referenceOf } from "../references.js";
import type { Contribution } from "../services.js";

/** *Show in Graph*: an operator of a file, or the states of a run, or an operator of a run. */
export const showInGraphCommand: Contribution = ({ graphs, graphPanels, shownRuns, report }) =>
  vscode.commands.registerCommand(ids.showInGraph, async (argument?: unknown) => {
    try {
      const run = referenceOf(argument, "run", "operatorRun");
      if (run !== undefined) {
        shownRuns.show(run);
        return;
      }
      const chosen = await chosenOperator(graphs, argument, () => true);
      if (chosen !== undefined)
        await graphPanels.open(vscode.Uri.parse(chosen.uri), { workflow: chosen.workflow, operator: chosen.operator });
    } catch (error) {
      noticeOr(report, error, "It can't be shown in the graph.");
    }
  });
