import * as vscode from "vscode";
import { panelTypes } from "../ids.js";
import { PreviewMemory } from "./previewMemory.js";
import { PreviewPanel, type PreviewPanelParts } from "./previewPanel.js";
import type { PreviewReference } from "./readPreview.js";

/** What previews ask of the graph panel. */
export interface GraphPlace {
  readonly visible: boolean;
  /** Brings it to the front and gives it the keyboard. */
  focus(): void;
}

/** The previews of values: one panel that is used again and again, those that were kept open, and all of them back after a reload. */
export class PreviewPanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #parts: PreviewPanelParts;
  readonly #memory: PreviewMemory;
  readonly #serializer: vscode.Disposable;
  readonly #graph: GraphPlace;
  #panels: readonly PreviewPanel[] = [];
  /** One panel is made at a time: a second value that is asked for meanwhile goes into it. */
  #making: Promise<PreviewPanel> | undefined;
  #isDisposed = false;

  /** @param graph where the graph panel is */
  constructor(parts: PreviewPanelParts, state: vscode.Memento, graph: GraphPlace) {
    this.#parts = parts;
    this.#graph = graph;
    this.#memory = new PreviewMemory(state);
    this.#serializer = vscode.window.registerWebviewPanelSerializer(panelTypes.preview, this);
  }

  /** Every open preview, the newest last. */
  get panels(): readonly PreviewPanel[] {
    return this.#panels;
  }

  /** Shows what an operator of a run gave: in the panel that shows it already, else in the one that is not kept open, else in a new one. It gets the keyboard. */
  async show(reference: PreviewReference): Promise<void> {
    const open =
      this.#panels.find((panel) => isSameOperator(panel.reference, reference)) ??
      this.#panels.find(({ isKept }) => !isKept);
    open?.reveal();
    const panel = open ?? (await (this.#making ??= this.#make(reference)));
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

  async #make(reference: PreviewReference): Promise<PreviewPanel> {
    try {
      const column = await this.#column();
      return this.#own(new PreviewPanel(createPanel(reference, column), this.#parts, false));
    } finally {
      this.#making = undefined;
    }
  }

  /** Under the graph where that is to be seen, since three columns leave none of them room; else beside the editor. */
  async #column(): Promise<vscode.ViewColumn> {
    if (!this.#graph.visible) return vscode.ViewColumn.Beside;
    this.#graph.focus();
    await vscode.commands.executeCommand("workbench.action.newGroupBelow");
    return vscode.ViewColumn.Active;
  }

  #own(panel: PreviewPanel): PreviewPanel {
    this.#panels = [...this.#panels, panel];
    panel.onDidChange(() => {
      this.#remember();
    });
    panel.onDidDispose(() => {
      this.#panels = this.#panels.filter((other) => other !== panel);
      this.#remember();
    });
    return panel;
  }

  /** What was open when the window closes is what comes back. */
  #remember(): void {
    if (this.#isDisposed) return;
    this.#memory.keep(
      this.#panels.flatMap(({ title, reference, isKept }) =>
        reference === undefined ? [] : [{ title, reference, isKept }],
      ),
    );
  }
}

function isSameOperator(shown: PreviewReference | undefined, wanted: PreviewReference): boolean {
  return (
    shown !== undefined &&
    shown.folder === wanted.folder &&
    shown.target === wanted.target &&
    shown.rid === wanted.rid &&
    shown.operator === wanted.operator
  );
}

function createPanel({ operator }: PreviewReference, column: vscode.ViewColumn): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(panelTypes.preview, `Value: ${operator}`, column);
}
