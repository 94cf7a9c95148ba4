import * as vscode from "vscode";
import { interpreterFor } from "../../core/index.js";
import { ids } from "../ids.js";
import { offerFolder, offerToMend } from "../python/offerToMend.js";
import { setUpPython, type SetUpRequest } from "../python/setUpPython.js";
import type { Contribution, Services } from "../services.js";
import { isTrustedFor } from "../trust.js";

/** *Set Up Python*: for the file or folder that it is called with, else the active file, else the window's folder. */
export const setUpPythonCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.setUpPython, async (argument?: unknown) => {
    if (!isTrustedFor("Setting up Python")) return;
    const { uri, packages } = subjectOf(argument);
    const folder =
      uri === undefined ? vscode.workspace.workspaceFolders?.[0] : vscode.workspace.getWorkspaceFolder(uri);
    if (folder === undefined) {
      offerFolder(services.report, "Setting up Python");
      return;
    }
    await setUp(services, folder, uri?.path.endsWith(".py") === true ? uri : services.workflowFiles.latest, packages);
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
  if (argument instanceof vscode.Uri) return { uri: argument, packages: [] };
  if (isRequest(argument)) return { uri: vscode.Uri.parse(argument.uri), packages: argument.packages };
  const active = vscode.window.activeTextEditor?.document.uri;
  return {
    uri: active !== undefined && vscode.workspace.getWorkspaceFolder(active) !== undefined ? active : undefined,
    packages: [],
  };
}

function isRequest(value: unknown): value is SetUpRequest {
  if (typeof value !== "object" || value === null || !("uri" in value) || !("packages" in value)) return false;
  return (
    typeof value.uri === "string" &&
    Array.isArray(value.packages) &&
    value.packages.every((one) => typeof one === "string")
  );
}
