import * as vscode from "vscode";
import { ids } from "../ids.js";
import { chosenFile } from "../inputs/chosenFile.js";
import { firstSteps } from "../report.js";
import type { Contribution } from "../services.js";

/** *Show Workflow Graph*: of the file that was clicked, else of the active one, else of the one that was active last. */
export const showGraphCommand: Contribution = ({ graphPanels, workflowFiles, report }) =>
  vscode.commands.registerCommand(ids.showGraph, async (clicked?: unknown) => {
    try {
      const uri = chosenFile(clicked) ?? vscode.window.activeTextEditor?.document.uri ?? workflowFiles.latest;
      if (!uri) {
        report.notice("Open the Python file of a workflow first, then show its graph.", ...firstSteps);
        return;
      }
      const document = await vscode.workspace.openTextDocument(uri);
      if (document.languageId === "python") await graphPanels.show(document.uri);
      else report.notice("Workflows are written in Python: open a .py file first, then show its graph.", ...firstSteps);
    } catch (error) {
      report.failure("The workflow graph can't be shown: its file can't be opened.", error);
    }
  });
