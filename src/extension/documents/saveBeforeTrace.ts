import path from "node:path";
import * as vscode from "vscode";
import type { Reporter } from "../report.js";
import { NotSaved } from "./notSaved.js";
import { holdsUp, readFromDisk } from "./readFromDisk.js";
import { saveDocument } from "./saveDocument.js";

/**
 * Saves a workflow file with everything that tracing it may read from disk, without a question, as when VS Code starts to debug. A run and a publication begin with it.
 *
 * @throws NotSaved where the file or its `aqueduct.json` could not be saved; of other files it is told, and no more
 */
export async function saveBeforeTrace(uri: vscode.Uri, report: Reporter): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const file = document.uri.toString();
  const read = readFromDisk(file, vscode.workspace.textDocuments);
  const isSaved = await Promise.all(read.map(saveDocument));
  const unsaved = read.filter((_, index) => isSaved[index] !== true);
  const needed = unsaved.filter((one) => holdsUp(file, one));
  const [first] = needed;
  if (first !== undefined) throw new NotSaved(first.uri.toString(), needed.map(nameOf));
  for (const one of unsaved)
    report.notice(`${nameOf(one)} could not be saved. If the workflow imports it, it is read as it lies on disk.`, {
      label: `Open ${path.basename(one.fileName)}`,
      command: "vscode.open",
      argument: one.uri,
    });
}

function nameOf({ uri }: vscode.TextDocument): string {
  return vscode.workspace.asRelativePath(uri);
}

/**
 * The file of a document: where it has no name yet, the one that VS Code asks for.
 *
 * @returns undefined where it was not saved; that is told
 */
export async function namedFile(uri: vscode.Uri, report: Reporter): Promise<vscode.Uri | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (!document.isUntitled) return document.uri;
  await vscode.window.showTextDocument(document); // VS Code saves only what an editor shows
  const file = await vscode.workspace.save(document.uri);
  if (file === undefined)
    report.notice(
      `${nameOf(document)} was not saved, so nothing has begun: workflows are read from files. Save it, then try again.`,
    );
  return file;
}
