import * as vscode from "vscode";
import type { WorkflowFiles } from "../workflowFiles.js";

/** A command's argument; where it has none and no editor is active, as in the walkthrough, the workflow file that was active last. */
export function argumentOrLatest(workflowFiles: WorkflowFiles, argument: unknown): unknown {
  return argument ?? (vscode.window.activeTextEditor === undefined ? workflowFiles.latest : undefined);
}
