import * as vscode from "vscode";
import { showWarningMessage } from "./shown.js";

/**
 * Whether code of the workspace may run. Where not, says why `what` waits and offers the way to trust.
 *
 * Every command that runs code asks this itself: VS Code runs a command whose enablement is false all the same when it is called by its id.
 *
 * @param what begins a sentence, such as `Running a workflow`
 * @param why goes on with it
 */
export function isTrustedFor(what: string, why = "executes code of this folder"): boolean {
  if (vscode.workspace.isTrusted) return true;
  const manage = "Manage Workspace Trust";
  void showWarningMessage(
    `${what} ${why}, so it waits until you trust the folder. The graph and its problems need no trust.`,
    manage,
  ).then((choice) => {
    if (choice === manage) void vscode.commands.executeCommand("workbench.trust.manage");
  });
  return false;
}
