import path from "node:path";
import * as vscode from "vscode";
import { firstSteps } from "./report.js";
import type { Contribution } from "./services.js";

const importsAqueduct = /^\s*(?:from|import)\s+aqueduct\b/m;

/** Says of each notebook that imports `aqueduct`, when it is opened, that workflows are read from Python files: there are no lenses and no graph. */
export const notebookNotice: Contribution = ({ report }) => {
  const look = (notebook: vscode.NotebookDocument): void => {
    const cells = notebook.getCells().map(({ document }) => document);
    if (!cells.some((cell) => cell.languageId === "python" && importsAqueduct.test(cell.getText()))) return;
    report.notice(
      `${path.basename(notebook.uri.path)} is a notebook, and workflows are read from Python files: export it as a Python script to see, run or publish it. Notebooks come in a later version.`,
      ...firstSteps,
    );
  };
  vscode.workspace.notebookDocuments.forEach(look);
  return vscode.workspace.onDidOpenNotebookDocument(look);
};
