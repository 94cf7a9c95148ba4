import * as vscode from "vscode";
import { panelTypes } from "../ids.js";
import { PreviewMemory } from "./previewMemory.js";
import { PreviewPanel, type PreviewPanelParts } from "./previewPanel.js";
import type { PreviewReference } from "./readPreview.js";

/** The previews of values: one panel that is used again and again, those that were kept open, and all of them back after a reload. */
export class PreviewPanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #parts: PreviewPanelParts;
  readonly #memory: PreviewMemory;
  readonly #serializer: vscode.Disposable;
  #panels: readonly PreviewPanel[] = [];
  #isDisposed = false;

  constructor(parts: PreviewPanelParts, state: vscode.Memento) {
    this.#parts = parts;
    this.#memory = new PreviewMemory(state);
    this.#serializer = vscode.window.registerWebviewPanelSerializer(panelTypes.preview, this);
  }

  /** Every open preview, the newest last. */
  get panels(): readonly PreviewPanel[] {
    return this.#panels;
  }

  /**
   * Shows what an operator of a run gave, beside the editor: in the panel that shows it already, else in the one that is not kept open, else in a new one.
   *
   * @param focus who has the keyboard afterwards
   */
  async show(reference: PreviewReference, focus: "panel" | "editor" = "panel"): Promise<void> {
    const open = this.#panels.find((panel) => isSameOperator(panel.reference, reference)) ?? this.#panels.find(({ isKept }) => !isKept);
    open?.reveal(focus);
    const panel = open ?? this.#own(new PreviewPanel(createPanel(reference, focus), this.#parts, false));
    await panel.show(reference);
  }

  async deserializeWebviewPanel(restored: vscode.WebviewPanel): Promise<void> {
    const remembered = this.#memory.take(restored.title);
    const panel = this.#own(new PreviewPanel(restored, this.#parts, remembered?.isKept ?? false));
    if (remembered !== undefined) await panel.show(remembered.reference);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#serializer.dispose();
    for (const panel of this.#panels) panel.dispose();
  }

  #own(panel: PreviewPanel): PreviewPanel {
    this.#panels = [...this.#panels, panel];
    panel.onDidChange(() => { this.#remember(); });
    panel.onDidDispose(() => {
      this.#panels = this.#panels.filter((other) => other !== panel);
      this.#remember();
    });
    return panel;
  }

  /** What was open when the window closes is what comes back. */
  #remember(): void {
    if (this.#isDisposed) return;
    this.#memory.keep(this.#panels.flatMap(({ title, reference, isKept }) => (reference === undefined ? [] : [{ title, reference, isKept }])));
  }
}

function isSameOperator(shown: PreviewReference | undefined, wanted: PreviewReference): boolean {
  return shown !== undefined && shown.folder === wanted.folder && shown.target === wanted.target && shown.rid === wanted.rid && shown.operator === wanted.operator;
}

function createPanel({ operator }: PreviewReference, focus: "panel" | "editor"): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(panelTypes.preview, `Value: ${operator}`, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: focus === "editor" });
}
