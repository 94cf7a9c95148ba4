import { access } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import type { Begun, EditorSocketRequest } from "../../protocol/editorSocket.js";
import type { WorkflowReference } from "../references.js";

/** Does what a terminal asks, by the commands that people use; throws the sentence for the terminal where it is refused. */
export async function answerTerminal({ method, params: { file, workflow } }: EditorSocketRequest): Promise<Begun> {
  const reference: WorkflowReference = { kind: "workflow", uri: (await fileOfWindow(file)).toString(), workflow };
  switch (method) {
    case "run":
      await vscode.commands.executeCommand("aqueduct.runWorkflow", reference);
      return { message: `The editor runs “${workflow}”. Its run stands in Runs, in the side bar of Aqueduct.` };
    case "publish":
      await vscode.commands.executeCommand("aqueduct.publish", reference);
      return { message: `The editor publishes “${workflow}” once you confirm it there.` };
  }
}

/** Only what lies in the window's folders, which were trusted. */
async function fileOfWindow(file: string): Promise<vscode.Uri> {
  if (!vscode.workspace.isTrusted) throw new Error("The editor runs nothing of this folder until you trust it: choose “Manage Workspace Trust” there.");
  const uri = vscode.Uri.file(file);
  if (!path.isAbsolute(file) || vscode.workspace.getWorkspaceFolder(uri) === undefined) throw new Error(`${file} lies in no folder of the editor's window. Open its folder there.`);
  await access(file);
  return uri;
}
