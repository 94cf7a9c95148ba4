// @ts-check
// What VS Code loads as the tests: on a quiet host opens a workflow file with its graph, or an empty panel, and waits until it was seen.
const { existsSync, watch, writeFileSync } = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { atRest } = require("./atRest.cjs");

const { AQUEDUCT_BENCH_PANEL: wanted = "", AQUEDUCT_BENCH_FOLDER: folder = "" } = process.env;

/** @returns {Promise<void>} */
exports.run = async function run() {
  await atRest();
  const drawn = fileAppears("drawn");
  writeFileSync(path.join(folder, "start"), String(Date.now()));
  if (wanted === "graph") await openGraph();
  else openEmptyPanel();
  await drawn;
};

async function openGraph() {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  if (!workspace) throw new Error("No folder is open.");
  await vscode.window.showTextDocument(vscode.Uri.joinPath(workspace.uri, "level3.py"));
  await vscode.commands.executeCommand("aqueduct.showGraph");
}

function openEmptyPanel() {
  const panel = vscode.window.createWebviewPanel("aqueductBench", "Empty", vscode.ViewColumn.Beside, {
    enableScripts: true,
  });
  panel.webview.html = '<!DOCTYPE html><body><script>document.body.className = "aqueductBenchEmpty";</script></body>';
}

/**
 * @param {string} name
 * @returns {Promise<void>}
 */
function fileAppears(name) {
  return new Promise((resolve) => {
    const watcher = watch(folder, () => {
      if (!existsSync(path.join(folder, name))) return;
      watcher.close();
      resolve();
    });
  });
}
