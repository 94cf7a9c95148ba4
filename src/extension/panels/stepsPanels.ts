import * as vscode from "vscode";
import type { StepsModel } from "../../formats/stepsPanel.js";
import { panelTypes } from "../ids.js";
import { StepsPanel, type StepsPanelParts } from "./stepsPanel.js";

/** One thing that is followed in a panel, from its first step until its panel is closed or taken for the next. */
export interface StepsSession {
  update(model: StepsModel): void;
  /** Whether the user sees it now. */
  readonly isVisible: boolean;
  /** Whether its panel is there, seen or not. */
  readonly isOpen: boolean;
  /** Id of the action whose button was pressed. */
  readonly onDidAct: vscode.Event<string>;
  /** The user closed the tab, or it was taken for something else after the outcome. */
  readonly onDidClose: vscode.Event<void>;
  reveal(): void;
  /** Ends the session and closes its tab. */
  dispose(): void;
}

/** The panels that show steps. One whose steps have an outcome is taken again for what comes next, so that tabs don't pile up. */
export class StepsPanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #parts: StepsPanelParts;
  readonly #serializer: vscode.Disposable;
  readonly #panels = new Set<StepsPanel>();
  readonly #sessions = new Map<StepsPanel, Session>();

  constructor(parts: StepsPanelParts) {
    this.#parts = parts;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(panelTypes.steps, this);
  }

  /** The open panels, the newest last. */
  get panels(): readonly StepsPanel[] {
    return [...this.#panels];
  }

  /** Shows steps in a panel of their own, with the keyboard in it. */
  open(model: StepsModel): StepsSession {
    const panel = this.#free() ?? this.#own(new StepsPanel(createPanel(model.title), this.#parts));
    this.#sessions.get(panel)?.close();
    const session = new Session(panel);
    this.#sessions.set(panel, session);
    session.update(model);
    panel.reveal();
    return session;
  }

  /** What the panel followed has ended with the window; it says so. */
  deserializeWebviewPanel(restored: vscode.WebviewPanel): Promise<void> {
    this.#own(new StepsPanel(restored, this.#parts));
    return Promise.resolve();
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.panels) panel.dispose();
  }

  #free(): StepsPanel | undefined {
    return this.panels.findLast(({ model }) => model === undefined || model.outcome !== null);
  }

  #own(panel: StepsPanel): StepsPanel {
    this.#panels.add(panel);
    panel.onDidDispose(() => {
      this.#panels.delete(panel);
      this.#sessions.get(panel)?.close();
      this.#sessions.delete(panel);
      panel.dispose();
    });
    return panel;
  }
}

class Session implements StepsSession {
  readonly #panel: StepsPanel;
  readonly #acted = new vscode.EventEmitter<string>();
  readonly #closed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #isOpen = true;

  readonly onDidAct = this.#acted.event;
  readonly onDidClose = this.#closed.event;

  constructor(panel: StepsPanel) {
    this.#panel = panel;
    this.#subscription = panel.onDidAct((id) => {
      this.#acted.fire(id);
    });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isVisible(): boolean {
    return this.#isOpen && this.#panel.visible;
  }

  update(model: StepsModel): void {
    if (this.#isOpen) this.#panel.show(model);
  }

  reveal(): void {
    if (this.#isOpen) this.#panel.reveal();
  }

  /** Takes the session off its panel, which stays or goes by itself. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#closed.fire();
    this.#subscription.dispose();
    this.#acted.dispose();
    this.#closed.dispose();
  }

  dispose(): void {
    if (this.#isOpen) this.#panel.dispose();
  }
}

function createPanel(title: string): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(panelTypes.steps, title, vscode.ViewColumn.Active);
}
