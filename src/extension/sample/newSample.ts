import path from "node:path";
import * as vscode from "vscode";
import { interpreterFor, sampleWorkflow, surveyPython, takeSampleMarker } from "../../core/index.js";
import { ids } from "../ids.js";
import { offerToMend, showWithMendings } from "../python/offerToMend.js";
import type { Contribution, Services } from "../services.js";

/** A sample that was just made is shown when its folder opens, and what it still needs is said. */
export const newSample: Contribution = (services) => {
  const look = (folders: readonly vscode.WorkspaceFolder[]): void => {
    for (const { uri } of folders)
      if (uri.scheme === "file")
        show(services, uri).catch((error: unknown) => {
          services.log.error("the sample can't be shown", error instanceof Error ? error : String(error));
        });
  };
  look(vscode.workspace.workspaceFolders ?? []);
  return vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => {
    look(added);
  });
};

async function show(services: Services, folder: vscode.Uri): Promise<void> {
  // Looked for without the world, which activation does not load.
  if (!(await isThere(vscode.Uri.joinPath(folder, ".aqueduct", "new-sample")))) return;
  if (!(await takeSampleMarker(await services.world(), folder.fsPath))) return;
  const file = vscode.Uri.joinPath(folder, sampleWorkflow);
  await vscode.window.showTextDocument(file);
  if (vscode.workspace.isTrusted) await sayWhatIsMissing(services, file);
  else {
    const granted = vscode.workspace.onDidGrantWorkspaceTrust(() => {
      granted.dispose();
      void sayWhatIsMissing(services, file);
    });
    services.context.subscriptions.push(granted);
  }
}

async function sayWhatIsMissing(services: Services, file: vscode.Uri): Promise<void> {
  try {
    const world = await services.world();
    const { lacking } = await surveyPython(world, await interpreterFor(world, file.fsPath), file.fsPath);
    if (lacking.length === 0) return;
    const setUp = { label: "Set Up Python…", mend: () => vscode.commands.executeCommand(ids.setUpPython, file) };
    showWithMendings(
      services.report,
      `${path.basename(file.fsPath)} needs ${lacking.join(", ")} to run, which the Python here does not have. Its graph needs nothing.`,
      [setUp],
    );
  } catch (error) {
    if (!offerToMend(services.report, error, file))
      services.report.failure(error instanceof Error ? error.message : "The Python here can't be looked at.", error);
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
