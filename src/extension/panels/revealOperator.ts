import * as vscode from "vscode";
import { everyOperator } from "../../core/model/workflow.js";
import type { GraphOfDocument } from "../../formats/languageServer.js";

/**
 * Puts the caret on an operator's call, in the editor that shows its file, else in a new one.
 *
 * @throws Error when the file can't be opened
 */
export async function revealOperator(
  { uri, graph, file, folder }: GraphOfDocument,
  id: string,
  focus: "graph" | "editor",
): Promise<void> {
  const source = everyOperator(graph).find((operator) => operator.id === id)?.source;
  // The text may just have lost it: then there is no line to go to.
  if (!source) return;
  const target =
    source.file === file ? vscode.Uri.parse(uri) : vscode.Uri.joinPath(vscode.Uri.parse(folder), source.file);
  const start = new vscode.Position(source.line - 1, source.column - 1);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
  await vscode.window.showTextDocument(target, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    preserveFocus: focus === "graph",
    selection: new vscode.Range(start, start),
  });
}
