import * as vscode from "vscode";
import { unsavedOf } from "./readFromDisk.js";

/**
 * Saves a workflow file with everything that tracing it may read from disk. Silent, as when VS Code starts to debug. A run and a publication begin with it.
 *
 * @returns the documents that could not be saved; a file without a name is one of them, since what is saved under a name is another document
 */
export async function saveBeforeTrace(uri: vscode.Uri): Promise<readonly vscode.TextDocument[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isUntitled) {
    await document.save();
    return [document]; // What was saved has a lens and a button of its own.
  }
  const unsaved = unsavedOf(document.uri.toString(), vscode.workspace.textDocuments);
  const isSaved = await Promise.all(unsaved.map(async (one) => one.save()));
  return unsaved.filter((_, index) => isSaved[index] !== true);
}
