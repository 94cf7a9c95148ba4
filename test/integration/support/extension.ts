import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Workflow } from "../../../src/core/model/workflow.js";
import type { ExtensionApi } from "../../../src/extension/extension.js";
import type { GraphPanel } from "../../../src/extension/panels/graphPanel.js";
import type { ReportData, ReportOf } from "../../../src/formats/boundary.js";
import type { GraphPanelBoundary } from "../../../src/formats/graphPanel.js";
import type { PanelMessage } from "../../../src/formats/panel.js";

/** The installed extension, activated. */
export async function aqueduct(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>("aqueduct.aqueduct");
  assert.ok(extension, "the extension is not installed");
  return extension.activate();
}

/** The open graph panel. */
export async function graphPanel(): Promise<GraphPanel> {
  const { panel } = (await aqueduct()).graphPanels;
  assert.ok(panel, "the graph panel is not open");
  return panel;
}

/** A file of the workspace, shown in an editor. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name), { viewColumn: vscode.ViewColumn.One });
}

/** Edits a document. VS Code refuses where the document has changed meanwhile, and only its answer says so: a test would then wait for what nobody did. */
export async function edited(editor: vscode.TextEditor, change: (edit: vscode.TextEditorEdit) => void): Promise<void> {
  assert.ok(await editor.edit(change), `${editor.document.fileName} changed while it was edited`);
}

/** Waits until `look` finds something, looking now and after every event; mocha's time limit ends a wait for nothing. */
export async function eventually<T>(event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const subscription = event(() => {
      tell();
    });
    const tell = (): void => {
      const found = look();
      if (found === undefined) return;
      subscription.dispose();
      resolve(found);
    };
    tell();
  });
}

/** The first workflow of a file, once it fits. */
export async function workflowOf(uri: vscode.Uri, fits: (workflow: Workflow) => boolean): Promise<Workflow> {
  const { graphs } = await aqueduct();
  return eventually(graphs.onDidChange, () => graphs.known(uri)?.graph.workflows.find(fits));
}

/** Waits for a report of the page in the graph panel; `act` is what should cause it. */
export async function panelReport<R extends ReportOf<GraphPanelBoundary>>(
  report: R,
  fits: (data: ReportData<GraphPanelBoundary, R>) => boolean,
  act: () => unknown,
): Promise<void> {
  const panel = await graphPanel();
  const seen = new Promise<void>((resolve) => {
    const subscription = panel.onDidReceive((message: PanelMessage<GraphPanelBoundary>) => {
      if (message.type !== "report" || message.report !== report || !fits(message.data)) return;
      subscription.dispose();
      resolve();
    });
  });
  await act();
  await seen;
}

/** Position of the first occurrence of `text`. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `there is no ${text} in ${document.fileName}`);
  return document.positionAt(offset);
}
