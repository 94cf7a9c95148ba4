import * as vscode from "vscode";
import { interpreterFor } from "../../core/index.js";
import { ids } from "../ids.js";
import { chosenFile } from "../inputs/chosenFile.js";
import { offerFolder, offerToMend } from "../python/offerToMend.js";
import { setUpPython } from "../python/setUpPython.js";
import { fileArgumentOf } from "../references.js";
import type { Contribution, Services } from "../services.js";
import { isTrustedFor } from "../trust.js";

/** *Set Up Python*: for the file or folder that it is called with, else the active file, else the window's folder. */
export const setUpPythonCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.setUpPython, async (argument?: unknown) => {
    if (!isTrustedFor("Setting up Python")) return;
    try {
      const { uri, packages } = subjectOf(argument);
      const folder =
        uri === undefined ? vscode.workspace.workspaceFolders?.[0] : vscode.workspace.getWorkspaceFolder(uri);
      if (folder === undefined) {
        offerFolder(services.report, "Setting up Python");
        return;
      }
      const file = uri?.path.endsWith(".py") === true ? uri : services.workflowFiles.latest;
      await setUp(services, folder, file, packages);
    } catch (error) {
      services.report.failure("Python can't be set up.", error);
    }
  });

async function setUp(
  services: Services,
  folder: vscode.WorkspaceFolder,
  file: vscode.Uri | undefined,
  packages: readonly string[],
): Promise<void> {
  const inFolder = file !== undefined && vscode.workspace.getWorkspaceFolder(file) === folder ? file : undefined;
  const around = inFolder ?? vscode.Uri.joinPath(folder.uri, "aqueduct.json");
  try {
    const interpreter = await interpreterFor(await services.world(), around.fsPath);
    const outcome = await setUpPython(services, folder, inFolder, packages, interpreter);
    if (outcome === undefined) return;
    services.pythonChanged.fire();
    services.report.notice(outcome);
  } catch (error) {
    if (offerToMend(services.report, error, around)) return;
    services.report.failure(error instanceof Error ? error.message : "Python can't be set up.", error);
  }
}

function subjectOf(argument: unknown): { readonly uri: vscode.Uri | undefined; readonly packages: readonly string[] } {
  const given = chosenFile(argument);
  if (given !== undefined) return { uri: given, packages: fileArgumentOf(argument)?.packages ?? [] };
  const active = vscode.window.activeTextEditor?.document.uri;
  return {
    uri: active !== undefined && vscode.workspace.getWorkspaceFolder(active) !== undefined ? active : undefined,
    packages: [],
  };
}
