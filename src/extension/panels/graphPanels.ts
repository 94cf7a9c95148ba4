import * as vscode from "vscode";
import type { Picked } from "../../formats/graphPanel.js";
import { panelTypes } from "../ids.js";
import { setting } from "../settings.js";
import type { WorkflowFiles } from "../workflowFiles.js";
import { GraphPanel, type GraphPanelParts } from "./graphPanel.js";

/** The one graph panel: it follows the active workflow file, as previews do, and comes back after a reload. */
export class GraphPanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #parts: GraphPanelParts;
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #shown = new vscode.EventEmitter<vscode.Uri>();
  #panel: GraphPanel | undefined;

  /** A file's graph was asked for and is shown. */
  readonly onDidShow = this.#shown.event;

  constructor(parts: GraphPanelParts, files: WorkflowFiles) {
    this.#parts = parts;
    this.#subscriptions = [
      vscode.window.registerWebviewPanelSerializer(panelTypes.graph, this),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#follow(editor, files);
      }),
    ];
  }

  /** The open panel. */
  get panel(): GraphPanel | undefined {
    return this.#panel;
  }

  /** Whether it is open and in front. */
  get visible(): boolean {
    return this.#panel?.visible ?? false;
  }

  /** Brings the panel to the front and gives it the keyboard. */
  focus(): void {
    this.#panel?.reveal("taken");
  }

  /** Shows a file's graph beside the editor; the keyboard stays where it is. */
  async show(uri: vscode.Uri): Promise<void> {
    this.#panel ??= this.#own(new GraphPanel(createPanel(), this.#parts));
    this.#panel.reveal("left");
    await this.#panel.show(uri);
    this.#shown.fire(uri);
  }

  /** Shows a workflow of a file that may not be open. */
  async open(uri: vscode.Uri, picked: Picked): Promise<void> {
    // The server speaks of open documents only.
    const { uri: opened } = await vscode.workspace.openTextDocument(uri);
    const shown = this.show(opened);
    this.#panel?.pick(picked);
    await shown;
  }

  async deserializeWebviewPanel(restored: vscode.WebviewPanel): Promise<void> {
    this.#panel?.dispose();
    const panel = this.#own(new GraphPanel(restored, this.#parts));
    const shown = this.#parts.memory.shown;
    if (shown === null) return;
    const uri = vscode.Uri.parse(shown);
    // The server speaks of open documents only, and no editor may be showing this one.
    await vscode.workspace.openTextDocument(uri).then(
      () => panel.show(uri),
      (error: unknown) => {
        this.#parts.log.warn("the file of the graph panel is gone", { uri: shown, cause: String(error) });
      },
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel?.dispose();
    this.#shown.dispose();
  }

  #own(panel: GraphPanel): GraphPanel {
    this.#panel = panel;
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    return panel;
  }

  #follow(editor: vscode.TextEditor | undefined, files: WorkflowFiles): void {
    if (!editor || !this.#panel || !files.has(editor.document.uri) || !setting("graph.followActiveFile")) return;
    this.#panel.show(editor.document.uri).catch((error: unknown) => {
      this.#parts.report.failure(
        "The workflow graph can't follow the active file. Close the panel and open it again.",
        error,
      );
    });
  }
}

function createPanel(): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(panelTypes.graph, "Graph", {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
  });
}
