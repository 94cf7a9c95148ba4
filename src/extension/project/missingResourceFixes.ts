import * as vscode from "vscode";
import { ids } from "../ids.js";
import type { Mending } from "../python/offerToMend.js";
import type { Contribution } from "../services.js";

const named = /(?:no resource|names no engine) "([^"]+)"/;

/** Quick fixes for names that `aqueduct.json` does not know: they ask for what is missing and write it there. */
export const missingResourceFixes: Contribution = () =>
  vscode.languages.registerCodeActionsProvider(
    { language: "python" },
    {
      provideCodeActions: (_document, _range, { diagnostics }) =>
        diagnostics.flatMap((diagnostic) => fixOf(diagnostic) ?? []),
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );

/** The same as buttons, where a run or a publication was refused for it. @param message of a problem */
export function mendingsOfResource(message: string): readonly Mending[] {
  const name = /no resource "([^"]+)"/.exec(message)?.[1];
  return name === undefined
    ? []
    : [{ label: "Add Database…", mend: () => vscode.commands.executeCommand(ids.addDatabase, name) }];
}

function fixOf(diagnostic: vscode.Diagnostic): vscode.CodeAction | undefined {
  const name = named.exec(diagnostic.message)?.[1];
  if (diagnostic.source !== "aqueduct" || name === undefined) return undefined;
  const command =
    diagnostic.code === "unknown-resource"
      ? { title: `Add database "${name}" to aqueduct.json…`, command: ids.addDatabase, arguments: [name] }
      : diagnostic.code === "unknown-engine"
        ? { title: `Connect to Airflow as "${name}"…`, command: ids.connectAirflow, arguments: [name] }
        : undefined;
  if (command === undefined) return undefined;
  const action = new vscode.CodeAction(command.title, vscode.CodeActionKind.QuickFix);
  action.command = command;
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}
