import * as vscode from "vscode";
import { ids } from "../ids.js";
import type { Services } from "../services.js";

/** Whether there is a Python for a file. Where there is none, says so with the ways to mend it. */
export async function requirePython({ world, report }: Pick<Services, "world" | "report">, uri: vscode.Uri): Promise<boolean> {
  const { interpreters } = await world();
  if ((await interpreters.find(uri.fsPath)) !== undefined) return true;
  const setUp = "Set Up Python";
  const select = "Select Python…";
  void vscode.window.showErrorMessage("Nothing can run yet: there is no Python here. Install Python 3.9 or newer, or select the one to use.", setUp, select).then((choice) => {
    if (choice === undefined) return;
    vscode.commands.executeCommand(choice === setUp ? "aqueduct.setUpPython" : ids.selectPython, uri).then(undefined, (error: unknown) => { report.failure("Python can't be set up.", error); });
  });
  return false;
}
