import * as vscode from "vscode";
import { stepsPanel, type StepsContent, type StepsModel, type StepsPanelBoundary } from "../../formats/stepsPanel.js";
import type { Reporter } from "../report.js";
import { PanelHost } from "./panelHost.js";

export interface StepsPanelParts {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly report: Reporter;
}

/** The host half of one steps panel; lives as long as its tab. What it shows is kept here, so the page may forget everything. */
export class StepsPanel implements vscode.Disposable {
  readonly #host: PanelHost<StepsPanelBoundary>;
  readonly #acted = new vscode.EventEmitter<string>();
  #model: StepsModel | undefined;
  /** When the model came, in milliseconds: running steps have gone on since. */
  #since = 0;

  /** Ids of the buttons that the user presses. */
  readonly onDidAct = this.#acted.event;

  constructor(panel: vscode.WebviewPanel, parts: StepsPanelParts) {
    this.#host = new PanelHost<StepsPanelBoundary>(panel, {
      ...parts,
      boundary: stepsPanel,
      page: { name: "stepsPanel", title: "Steps" },
      icon: { light: "steps-light.svg", dark: "steps-dark.svg" },
      requests: {
        loadContent: {
          answer: () => this.#content(),
          failure: "The steps can't be shown. Close the panel and start again.",
        },
        act: {
          answer: ({ id }) => {
            // One that was pressed while it went away is no longer offered.
            if (this.#model?.actions.some((action) => action.id === id) === true) this.#acted.fire(id);
            return null;
          },
          failure: "The button did nothing. Look at the log.",
        },
      },
      reports: {},
    });
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#host.panel.onDidDispose;
  }

  /** Every message of the page, after it was handled. */
  get onDidReceive(): PanelHost<StepsPanelBoundary>["onDidReceive"] {
    return this.#host.onDidReceive;
  }

  /** What is shown; undefined in a panel that came back after a reload. */
  get model(): StepsModel | undefined {
    return this.#model;
  }

  get visible(): boolean {
    return this.#host.panel.visible;
  }

  show(model: StepsModel): void {
    this.#model = model;
    this.#since = performance.now();
    this.#host.panel.title = model.title;
    this.#host.send("contentChanged", this.#content());
  }

  reveal(): void {
    this.#host.panel.reveal();
  }

  dispose(): void {
    this.#acted.dispose();
    this.#host.dispose();
  }

  #content(): StepsContent {
    if (this.#model === undefined) return { kind: "beforeReload" };
    const passed = (performance.now() - this.#since) / 1000;
    const steps = this.#model.steps.map((step) =>
      step.state === "running" ? { ...step, seconds: (step.seconds ?? 0) + passed } : step,
    );
    return { kind: "steps", model: { ...this.#model, steps } };
  }
}
