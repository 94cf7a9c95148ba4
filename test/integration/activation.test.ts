import assert from "node:assert/strict";
import * as vscode from "vscode";
import { aqueduct, eventually, openFile, workflowOf } from "./support/extension.js";

// Files of tests run in the order of their names: nothing has opened a workflow before this one.
describe("activation", () => {
  it("starts no process for a Python file that does not name aqueduct", async () => {
    await openFile("wine_features.py");
    const { languageServer, workflowFiles } = await aqueduct();
    assert.equal(languageServer.state, "off");
    const editor = await openFile("wine_features.py");
    assert.equal(workflowFiles.has(editor.document.uri), false);
  });

  it("starts the language server when a file that names aqueduct opens", async () => {
    const { languageServer, workflowFiles } = await aqueduct();
    const editor = await openFile("level3.py");
    await eventually(workflowFiles.onDidAdd, () => (workflowFiles.has(editor.document.uri) ? true : undefined));
    assert.notEqual(languageServer.state, "off");
    await workflowOf(editor.document.uri, ({ name }) => name === "wine predictions");
    assert.equal(languageServer.state, "running");
  });

  it("starts the language server anew on command, which then tells the graphs again", async () => {
    const { graphs, languageServer } = await aqueduct();
    const told = new Promise<void>((resolve) => {
      const subscription = graphs.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
    await vscode.commands.executeCommand("aqueduct.restartLanguageServer");
    await told;
    assert.equal(languageServer.state, "running");
  });
});
