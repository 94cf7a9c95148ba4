import path from "node:path";
import * as vscode from "vscode";
import { findFolder, projectFile, type Files } from "../../core/index.js";
import { showInformationMessage } from "../shown.js";

/** The folder that a command without an argument is about: that of the active file, else the window's, asked for where there are several. */
export async function chooseProjectFolder(files: Files): Promise<string | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const around = active?.scheme === "file" ? vscode.workspace.getWorkspaceFolder(active) : undefined;
  if (active !== undefined && around !== undefined) return findFolder(files, active.fsPath, around.uri.fsPath);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    offerFolder();
    return undefined;
  }
  const chosen =
    folders.length === 1
      ? folders[0]
      : await vscode.window.showWorkspaceFolderPick({ placeHolder: "The folder whose aqueduct.json this is about" });
  return chosen && findFolder(files, path.join(chosen.uri.fsPath, projectFile), chosen.uri.fsPath);
}

function offerFolder(): void {
  const open = "Open Folder";
  void showInformationMessage(
    "Databases, stores and Airflow servers stand in the aqueduct.json of a folder: open a folder first.",
    open,
  ).then((choice) => {
    if (choice === open) void vscode.commands.executeCommand("vscode.openFolder");
  });
}
