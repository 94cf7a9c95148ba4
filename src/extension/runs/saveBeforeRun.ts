import path from "node:path";
import * as vscode from "vscode";

/**
 * Saves the file with everything that it may read: a run reads what lies on disk. Silent, as when VS Code starts to debug.
 *
 * @returns false where the file was not saved: it has no name yet and nobody gave it one
 */
export async function saveBeforeRun(uri: vscode.Uri): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isUntitled) {
    await document.save();
    return false; // What was saved is another document, which has a lens and a button of its own.
  }
  const dirty = vscode.workspace.textDocuments.filter((one) => one.isDirty && (one === document || mayBeRead(one)));
  const saved = await Promise.all(dirty.map(async (one) => one.save()));
  return saved.every((isSaved) => isSaved);
}

function mayBeRead({ languageId, fileName, uri }: vscode.TextDocument): boolean {
  return uri.scheme === "file" && (languageId === "python" || path.basename(fileName) === "aqueduct.json");
}
