import * as vscode from "vscode";
import { scheduleWords } from "../../core/index.js";
import type { ParamsOf } from "../../formats/boundary.js";
import {
  graphPanel,
  type Caret,
  type GraphPanelBoundary,
  type PanelContent,
  type Picked,
  type RunStates,
} from "../../formats/graphPanel.js";
import type { GraphOfDocument } from "../../formats/languageServer.js";
import type { OperatorRunReference } from "../references.js";
import type { Reporter } from "../report.js";
import { openers } from "./openers.js";
import type { WorkflowGraphs } from "../workflowGraphs.js";
import { operatorsAt } from "./operatorsAt.js";
import { PanelHost } from "./panelHost.js";
import { revealOperator } from "./revealOperator.js";
import { ShownStates, type ShownStatesParts } from "./shownStates.js";
import type { ViewMemory } from "./viewMemory.js";

export interface GraphPanelParts extends ShownStatesParts {
  readonly extensionUri: vscode.Uri;
  readonly graphs: WorkflowGraphs;
  readonly memory: ViewMemory;
  readonly report: Reporter;
}

/** What of a file is known: everything that the page shows is made from it, so the page may forget everything. */
type Subject =
  | { readonly kind: "noFile" }
  | { readonly kind: "loading"; readonly uri: vscode.Uri }
  | { readonly kind: "failed"; readonly uri: vscode.Uri; readonly message: string }
  | { readonly kind: "graph"; readonly uri: vscode.Uri; readonly graph: GraphOfDocument };

/** The host half of one graph panel; lives as long as its tab. */
export class GraphPanel implements vscode.Disposable {
  readonly #parts: GraphPanelParts;
  readonly #host: PanelHost<GraphPanelBoundary>;
  readonly #states: ShownStates;
  readonly #subscriptions: { dispose(): unknown }[];
  #subject: Subject = { kind: "noFile" };
  #caret: Caret = { operators: [] };
  /** Kept until the page says that it shows it: it may have to be loaded first. */
  #picked: Picked | null = null;

  constructor(panel: vscode.WebviewPanel, parts: GraphPanelParts) {
    this.#parts = parts;
    this.#states = new ShownStates(parts);
    this.#subscriptions = [
      this.#states,
      panel.onDidDispose(() => {
        this.dispose();
      }),
      panel.onDidChangeViewState(() => {
        this.#states.setVisible(panel.visible ? "visible" : "hidden");
      }),
      this.#states.onDidChange((states) => {
        this.#host.send("statesChanged", { states });
      }),
      parts.graphs.onDidChange((uri) => {
        this.#followGraph(uri);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        this.#followCaret(textEditor.document, selections[0]);
      }),
    ];
    this.#host = new PanelHost<GraphPanelBoundary>(panel, {
      ...parts,
      boundary: graphPanel,
      page: { name: "graphPanel", title: "Workflow graph" },
      icon: { light: "graph-light.svg", dark: "graph-dark.svg" },
      requests: {
        loadContent: {
          answer: () => this.#content(),
          failure: "The workflow graph can't be shown. Close the panel and open it again.",
        },
        revealOperator: {
          answer: async ({ id, focus }) => {
            if (this.#subject.kind === "graph") await revealOperator(this.#subject.graph, id, focus);
            return null;
          },
          failure: "The operator's line can't be shown: its file may have been moved or deleted.",
        },
        openOperator: {
          answer: (params) => this.#openOperator(params),
          failure: "What the run has of this operator can't be opened.",
        },
        clearRun: {
          answer: ({ workflow }) => {
            this.#states.clear(workflow);
            return null;
          },
          failure: "The run can't be cleared from the graph.",
        },
        showProblems: {
          answer: async () => {
            await vscode.commands.executeCommand("workbench.actions.view.problems");
            return null;
          },
          failure: "The Problems view can't be opened.",
        },
      },
      reports: {
        viewChanged: (view) => {
          parts.memory.keepView(view);
          this.#picked = null;
        },
      },
    });
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#host.panel.onDidDispose;
  }

  /** Every message of the page, after it was handled. */
  get onDidReceive(): PanelHost<GraphPanelBoundary>["onDidReceive"] {
    return this.#host.onDidReceive;
  }

  get uri(): vscode.Uri | undefined {
    return this.#subject.kind === "noFile" ? undefined : this.#subject.uri;
  }

  get visible(): boolean {
    return this.#host.panel.visible;
  }

  get title(): string {
    return this.#host.panel.title;
  }

  /** What the page shows of runs. */
  get states(): readonly RunStates[] {
    return this.#states.states;
  }

  /** After every change of {@link states}. */
  get onDidChangeStates(): vscode.Event<readonly RunStates[]> {
    return this.#states.onDidChange;
  }

  /** @param keyboard whether the panel gets it, or it stays where it is */
  reveal(keyboard: "taken" | "left"): void {
    this.#host.panel.reveal(undefined, keyboard === "left");
  }

  /** Shows the graph of a file. What goes wrong is shown in the panel's place of the graph. */
  async show(uri: vscode.Uri): Promise<void> {
    if (this.uri?.toString() === uri.toString() && this.#subject.kind !== "failed") return;
    this.#parts.memory.keepShown(uri.toString());
    this.#host.panel.title = `Graph: ${fileName(uri)}`;
    const known = this.#parts.graphs.known(uri);
    this.#become(known ? { kind: "graph", uri, graph: known } : { kind: "loading", uri });
    if (known) return;
    const subject = await this.#load(uri);
    // Another file, or a newer graph of this one, may have come meanwhile.
    if (this.#subject.kind === "loading" && this.uri?.toString() === uri.toString()) this.#become(subject);
  }

  /** Shows a workflow of the file, and selects an operator of it. */
  pick(picked: Picked): void {
    this.#picked = picked;
    this.#host.send("picked", picked);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
    this.#host.dispose();
  }

  async #load(uri: vscode.Uri): Promise<Subject> {
    try {
      const graph = await this.#parts.graphs.graphOf(uri);
      return { kind: "graph", uri, graph: graph ?? nothingIn(uri) };
    } catch (error) {
      this.#parts.log.error("no graph", { uri: uri.toString(), cause: String(error) });
      return {
        kind: "failed",
        uri,
        message:
          "The language server did not answer. Run “Aqueduct: Restart Language Server”, then open the graph again.",
      };
    }
  }

  #become(subject: Subject): void {
    this.#subject = subject;
    this.#states.of(subject.kind === "graph" ? subject.graph : undefined);
    this.#caret = subject.kind === "graph" ? caretIn(subject.graph, subject.uri) : { operators: [] };
    this.#host.send("contentChanged", this.#content());
  }

  #followGraph(uri: vscode.Uri): void {
    if (uri.toString() !== this.uri?.toString()) return;
    const graph = this.#parts.graphs.known(uri);
    if (graph) this.#become({ kind: "graph", uri, graph });
  }

  #followCaret(document: vscode.TextDocument, selection: vscode.Selection | undefined): void {
    if (this.#subject.kind !== "graph" || !selection || document.uri.toString() !== this.#subject.uri.toString())
      return;
    const caret = caretAt(this.#subject.graph, selection.active);
    if (caret.operators.join() === this.#caret.operators.join()) return;
    this.#caret = caret;
    this.#host.send("caretMoved", caret);
  }

  async #openOperator({ workflow, operator, what }: ParamsOf<GraphPanelBoundary, "openOperator">): Promise<null> {
    const shown = this.#states.runOf(workflow);
    if (shown === undefined) return null; // Cleared meanwhile: the page is about to take the button away.
    const {
      folder,
      run: { target, rid },
    } = shown;
    const reference: OperatorRunReference = { kind: "operatorRun", folder, target, rid, operator };
    await vscode.commands.executeCommand(openers[what], reference);
    return null;
  }

  #content(): PanelContent {
    const subject = this.#subject;
    if (subject.kind === "noFile") return subject;
    const file = { uri: subject.uri.toString(), fileName: fileName(subject.uri) };
    switch (subject.kind) {
      case "loading":
        return { kind: "loading", ...file };
      case "failed":
        return { kind: "failed", ...file, message: subject.message };
      case "graph":
        return {
          kind: "graph",
          ...file,
          graph: subject.graph.graph,
          schedules: subject.graph.graph.workflows.map(({ schedule }) =>
            schedule === null ? null : scheduleWords(schedule),
          ),
          caret: this.#caret,
          states: this.states,
          picked: this.#picked,
          view: this.#parts.memory.viewOf(file.uri),
        };
    }
  }
}

function caretIn(graph: GraphOfDocument, uri: vscode.Uri): Caret {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return editor ? caretAt(graph, editor.selection.active) : { operators: [] };
}

function caretAt(graph: GraphOfDocument, position: vscode.Position): Caret {
  return { operators: operatorsAt(graph, { line: position.line + 1, column: position.character + 1 }) };
}

/** A file that names no `aqueduct` has no workflow: that is its graph, not a failure. */
function nothingIn(uri: vscode.Uri): GraphOfDocument {
  return {
    uri: uri.toString(),
    version: 0,
    file: fileName(uri),
    folder: vscode.Uri.joinPath(uri, "..").toString(),
    graph: { format: 1, workflows: [], problems: [] },
    definitions: [],
  };
}

function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
