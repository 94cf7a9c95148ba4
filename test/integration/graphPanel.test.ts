import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { PolicyViolation } from "../../src/formats/panel.js";
import { edited, eventually, graphPanel, openFile, panelReport, placeOf, workflowOf } from "./support/extension.js";

describe("the workflow graph", () => {
  const violations: PolicyViolation[] = [];
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await openFile("level3.py");
    await vscode.commands.executeCommand("aqueduct.showGraph");
    (await graphPanel()).onDidReceive((message) => {
      if (message.type === "report" && message.report === "policyViolated") violations.push(message.data);
    });
  });

  after(async () => {
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    assert.deepEqual(violations, []);
  });

  it("opens beside the editor under the file's name, and leaves the keyboard there", async () => {
    const panel = await graphPanel();
    assert.equal(panel.title, "Graph: level3.py");
    assert.equal(panel.uri?.toString(), editor.document.uri.toString());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
  });

  it("has an operator for every call", async () => {
    const workflow = await workflowOf(editor.document.uri, ({ name }) => name === "wine predictions");
    assert.deepEqual(workflow.operators.map(({ name, kind }) => `${kind} ${name}`).sort(), [
      "check every_wine_is_judged",
      "check less than 2.5",
      "extract aqueduct_demo query",
      "function clean_data",
      "function featurize_data",
      "function predict",
      "metric mean_error",
      "parameter quality_floor",
      "save save to aqueduct_demo",
    ]);
  });

  it("is not covered by a file that is opened while it has the keyboard", async () => {
    await vscode.commands.executeCommand("workbench.action.focusRightGroup");
    await vscode.commands.executeCommand(
      "vscode.open",
      vscode.Uri.joinPath(editor.document.uri, "..", "wine_features.py"),
    );
    const group = vscode.window.tabGroups.all.find(({ tabs }) =>
      tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
    );
    assert.ok(group?.activeTab?.input instanceof vscode.TabInputWebview, "the graph is still what its group shows");
    // The other file took the place of the preview that ours was in.
    editor = await openFile("level3.py");
  });

  it("shows the operator at the caret", async () => {
    const caret = placeOf(editor.document, "mean_error(predictions)\n");
    await panelReport(
      "viewChanged",
      ({ selected }) => selected === "mean_error",
      () => {
        editor.selection = new vscode.Selection(caret, caret);
      },
    );
  });

  it("shows the calls of the definition at the caret", async () => {
    const caret = placeOf(editor.document, "return add_ratios");
    await panelReport(
      "viewChanged",
      ({ selected }) => selected === "featurize_data",
      () => {
        editor.selection = new vscode.Selection(caret, caret);
      },
    );
  });

  it("follows typing", async () => {
    const line = placeOf(editor.document, "predictions.save(");
    await edited(editor, (edit) => {
      edit.insert(line, "mean_error(features)\n");
    });
    await workflowOf(editor.document.uri, ({ operators }) => operators.some(({ id }) => id === "mean_error_2"));
    await vscode.commands.executeCommand("undo");
    await workflowOf(editor.document.uri, ({ operators }) => !operators.some(({ id }) => id === "mean_error_2"));
  });

  it("puts problems into the Problems view and takes them out again, while the rest of the graph stays", async () => {
    const line = placeOf(editor.document, "predictions.save(");
    await edited(editor, (edit) => {
      edit.insert(line, "broken = 'never closed\n");
    });
    const errors = (): vscode.Diagnostic[] =>
      vscode.languages
        .getDiagnostics(editor.document.uri)
        .filter(({ source, severity }) => source === "aqueduct" && severity === vscode.DiagnosticSeverity.Error);
    const [problem] = await eventually(vscode.languages.onDidChangeDiagnostics, () =>
      errors().length > 0 ? errors() : undefined,
    );
    assert.equal(problem?.range.start.line, line.line);
    const workflow = await workflowOf(editor.document.uri, ({ name }) => name === "wine predictions");
    assert.ok(workflow.operators.length >= 8);
    await vscode.commands.executeCommand("undo");
    await eventually(vscode.languages.onDidChangeDiagnostics, () => (errors().length > 0 ? undefined : true));
  });

  it("follows the active workflow file, and no other", async () => {
    const panel = await graphPanel();
    const isTitled = (title: string): Promise<true> =>
      eventually(vscode.window.onDidChangeActiveTextEditor, () => panel.title === title || undefined);
    await openFile("wine_features.py");
    const other = await vscode.workspace.openTextDocument({ language: "python", content: "from aqueduct import op\n" });
    await vscode.window.showTextDocument(other, vscode.ViewColumn.One);
    await isTitled(`Graph: ${other.uri.path}`);
    editor = await openFile("level3.py");
    await isTitled("Graph: level3.py");
  });

  it("comes back as it was left when its tab was hidden", async () => {
    const panel = await graphPanel();
    const caret = placeOf(editor.document, "predict(features, quality_floor)\n\nerror");
    await panelReport(
      "viewChanged",
      ({ selected }) => selected === "predict",
      () => {
        editor.selection = new vscode.Selection(caret, caret);
      },
    );
    const column = vscode.ViewColumn.Two;
    const cover = await vscode.workspace.openTextDocument({ content: "in front of the panel" });
    await vscode.window.showTextDocument(cover, { viewColumn: column, preserveFocus: true });
    assert.equal(panel.visible, false);
    const loaded = new Promise<void>((resolve) => {
      panel.onDidReceive((message) => {
        if (message.type === "request" && message.method === "loadContent") resolve();
      });
    });
    await vscode.commands.executeCommand("aqueduct.showGraph");
    await loaded;
  });
});
