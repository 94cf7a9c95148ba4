import * as vscode from "vscode";
import type { OperatorId } from "../core/model/workflow.js";
import type { GraphOfDocument } from "../formats/languageServer.js";
import type { LanguageServer } from "./languageClient.js";

/** The newest graph of every open workflow file, as the language server gives it. */
export class WorkflowGraphs implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #graphs = new Map<string, GraphOfDocument>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: readonly { dispose(): unknown }[];

  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#subscriptions = [
      this.#changed,
      server.onDidChangeGraph((graph) => {
        this.#keep(graph);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#graphs.delete(uri.toString());
      }),
    ];
  }

  /** What is known without asking. */
  known(uri: vscode.Uri): GraphOfDocument | undefined {
    return this.#graphs.get(uri.toString());
  }

  /** Absolute path of the folder that a known file belongs to: the one with its `aqueduct.json`, else the workspace's. */
  folderOf(uri: vscode.Uri): string | undefined {
    const known = this.known(uri);
    const folder = known === undefined ? undefined : vscode.Uri.parse(known.folder);
    return folder?.scheme === "file" ? folder.fsPath : undefined;
  }

  /** An operator's name as people know it; its id where the file is not known. */
  nameOf(uri: vscode.Uri, operator: OperatorId): string {
    const operators = this.known(uri)?.graph.workflows.flatMap((workflow) => workflow.operators) ?? [];
    return operators.find(({ id }) => id === operator)?.name ?? operator;
  }

  /** Asks the server where nothing is known; null for a file that names no `aqueduct`. */
  async graphOf(uri: vscode.Uri): Promise<GraphOfDocument | null> {
    const known = this.known(uri);
    if (known) return known;
    const answer = await this.#server.graphOf(uri);
    if (answer && !this.known(uri)) this.#keep(answer);
    return this.known(uri) ?? answer;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #keep(graph: GraphOfDocument): void {
    const uri = vscode.Uri.parse(graph.uri);
    this.#graphs.set(uri.toString(), graph);
    this.#changed.fire(uri);
  }
}
