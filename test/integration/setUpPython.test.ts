import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { aqueduct } from "./support/extension.js";
import { environment, TestFolder } from "./support/testFolder.js";

const run = promisify(execFile);
const folder = new TestFolder("set up");

/** In an environment of its own, where nothing has to be asked but what to install. */
describe("Set Up Python", function () {
  this.timeout(180_000);
  const python = folder.at(".venv/bin/python").fsPath;
  const setting = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("aqueduct", folder.uri);
  let earlier: unknown;

  before(async () => {
    await folder.begin();
    await run(environment("AQUEDUCT_TEST_PYTHON"), ["-m", "venv", folder.at(".venv").fsPath]);
    earlier = setting().inspect("python")?.workspaceValue;
    await setting().update("python", python, vscode.ConfigurationTarget.Workspace);
  });

  after(async () => {
    await setting().update("python", earlier, vscode.ConfigurationTarget.Workspace);
    await folder.end();
  });

  it("installs the package that the extension carries, once that is taken from the list", async () => {
    const { context, pythonChanged } = await aqueduct();
    await assert.rejects(run(python, ["-c", "import aqueduct"]));
    let changes = 0;
    const subscription = pythonChanged.event(() => {
      changes += 1;
    });
    await accepting(vscode.commands.executeCommand("aqueduct.setUpPython", folder.at("aqueduct.json")));
    subscription.dispose();
    const { stdout } = await run(python, ["-c", "import importlib.metadata as m; print(m.version('aqueduct'))"], {
      cwd: folder.path,
    });
    assert.equal(stdout.trim(), (context.extension.packageJSON as { readonly version: string }).version);
    assert.equal(changes, 1);
  });

  it("asks nothing where all of it is there", async () => {
    await vscode.commands.executeCommand("aqueduct.setUpPython", folder.at("aqueduct.json"));
  });
});

/** Takes what a list offers as Enter would, until the command is over: VS Code tells nobody when a list opens. */
async function accepting(command: Thenable<unknown>): Promise<void> {
  const over = Promise.resolve(command).then(() => true);
  const pause = (): Promise<boolean> =>
    new Promise((resolve) => {
      setTimeout(() => {
        resolve(false);
      }, 100);
    });
  while (!(await Promise.race([over, pause()])))
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
}
