import path from "node:path";
import * as vscode from "vscode";
import type { Interpreter } from "../../core/index.js";
import { forLabel, forTooltip } from "../../platform/shownText.js";
import { ids } from "../ids.js";
import type { Contribution, Services } from "../services.js";
import { createStatusBarItem, type StatusBarItem } from "../shown.js";

/** The Python that runs the active workflow file. It is asked for its version, which starts it: so in trusted folders only. */
export const interpreterStatus: Contribution = (services) => {
  const item = createStatusBarItem("aqueduct.python", vscode.StatusBarAlignment.Right, 100);
  item.name = "Aqueduct Python";
  item.command = ids.selectPython;
  let shown = "";
  const refresh = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (uri === undefined || uri.scheme !== "file" || !services.workflowFiles.has(uri) || !vscode.workspace.isTrusted) {
      shown = "";
      item.hide();
      return;
    }
    shown = uri.toString();
    find(services, uri).then(
      (interpreter) => {
        if (shown === uri.toString()) show(item, interpreter);
      },
      (error: unknown) => {
        if (shown === uri.toString()) showBroken(item, error);
      },
    );
  };
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    services.workflowFiles.onDidAdd(refresh),
    services.pythonChanged.event(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("aqueduct.python")) refresh();
    }),
  );
};

async function find({ world }: Services, uri: vscode.Uri): Promise<Interpreter | undefined> {
  const { interpreters } = await world();
  return interpreters.find(uri.fsPath);
}

function show(item: StatusBarItem, interpreter: Interpreter | undefined): void {
  if (interpreter === undefined) {
    showBroken(item, "There is no Python here. Install Python 3.9 or newer, or select the one to use.");
    return;
  }
  item.text = forLabel(`Python ${interpreter.version}${environmentOf(interpreter)}`);
  item.tooltip = forTooltip(`Aqueduct runs this workflow with ${interpreter.path}\nFound by: ${interpreter.source}`);
  item.backgroundColor = undefined;
  item.show();
}

function showBroken(item: StatusBarItem, error: unknown): void {
  item.text = forLabel("$(warning) No Python");
  item.tooltip = forTooltip(error instanceof Error ? error.message : String(error));
  item.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
  item.show();
}

/** ` (.venv)`: the environment's name, where it is in one. */
function environmentOf({ path: executable }: Interpreter): string {
  const folder = path.dirname(path.dirname(executable));
  return /^\.?v?env/i.test(path.basename(folder)) ? ` (${path.basename(folder)})` : "";
}
