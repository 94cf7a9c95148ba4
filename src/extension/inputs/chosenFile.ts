import * as vscode from "vscode";
import { fileArgumentOf } from "../references.js";

/**
 * The file that a command was called for; undefined where its argument names none.
 *
 * @throws WrongArgument where it means to name one and does not
 */
export function chosenFile(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  const file = fileArgumentOf(argument);
  return file && vscode.Uri.parse(file.uri);
}
