import path from "node:path";
import * as vscode from "vscode";
import {
  freeWorkflowFile,
  newWorkflowText,
  objectionToWorkflowFile,
  workflowFileName,
  type Files,
} from "../../core/index.js";
import { ids } from "../ids.js";
import type { Contribution } from "../services.js";
import { showInputBox } from "../shown.js";

const title = "New Workflow";

/** *New Workflow*: a file that runs as it is, in the folder that is open. Nothing is run for it, so it needs no trust. */
export const newWorkflowCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.newWorkflow, async () => {
    try {
      const { files } = await services.world();
      const uri = await chooseFile(files);
      if (uri === undefined) return;
      await files.writeAtomically(uri.fsPath, newWorkflowText(path.basename(uri.fsPath)));
      await vscode.window.showTextDocument(uri, { preview: false });
    } catch (error) {
      services.report.failure("The new workflow could not be written. The log says why.", error);
    }
  });

async function chooseFile(files: Files): Promise<vscode.Uri | undefined> {
  const folder = await chooseFolder();
  if (folder === "none") return vscode.window.showSaveDialog({ title, saveLabel: title, filters: { Python: ["py"] } });
  if (folder === undefined) return undefined;
  const taken = new Set((await files.list(folder.fsPath))?.map(({ name }) => name));
  const value = await freeWorkflowFile(files, folder.fsPath);
  const typed = await showInputBox({
    title,
    prompt: `Name of the file, in ${vscode.workspace.asRelativePath(folder, true)}`,
    value,
    valueSelection: [0, value.length - ".py".length],
    ignoreFocusOut: true,
    validateInput: (name) => objectionToWorkflowFile(name, taken),
  });
  return typed === undefined ? undefined : vscode.Uri.joinPath(folder, workflowFileName(typed));
}

/** The folder of the active file, else the window's, asked for where there are several; undefined where somebody pressed Escape. */
async function chooseFolder(): Promise<vscode.Uri | "none" | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return "none";
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active?.scheme === "file" && vscode.workspace.getWorkspaceFolder(active) !== undefined)
    return vscode.Uri.joinPath(active, "..");
  if (folders.length === 1) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: "The folder for the new workflow" }))?.uri;
}
