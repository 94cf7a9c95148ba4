import * as vscode from "vscode";
import { LanguageClient, State, TransportKind, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";
import { diagnosticSource, graphChangedNotification, graphRequest, isGraphAnswer, isGraphOfDocument, type GraphOfDocument } from "../protocol/languageServer.js";
import type { Reporter } from "./report.js";

/** `off` until the first workflow file opens: activation starts no process. */
export type LanguageServerState = "off" | "starting" | "running" | "failed";

/** Starts, restarts and stops the language server; the only file that talks to it. */
export class LanguageServer implements vscode.Disposable {
  readonly #module: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #report: Reporter;
  readonly #graphs = new vscode.EventEmitter<GraphOfDocument>();
  #client: { readonly client: LanguageClient; readonly started: Promise<void> } | undefined;
  #state: LanguageServerState = "off";

  /** After every change of a graph, in the order of the changes. */
  readonly onDidChangeGraph = this.#graphs.event;

  /** @param module path of the bundled server */
  constructor(module: string, log: vscode.LogOutputChannel, report: Reporter) {
    this.#module = module;
    this.#log = log;
    this.#report = report;
  }

  get state(): LanguageServerState {
    return this.#state;
  }

  /** Starts the server where it is not running. What keeps it from starting is reported here. */
  start(): void {
    if (this.#client) return;
    const client = new LanguageClient("aqueduct", "Aqueduct", serverOptions(this.#module), clientOptions(this.#log));
    client.onDidChangeState(({ newState }) => { this.#follow(newState); });
    client.onNotification(graphChangedNotification, (value: unknown) => {
      if (isGraphOfDocument(value)) this.#graphs.fire(value);
      else this.#log.error("ignored a graph that does not have the agreed form", value);
    });
    this.#state = "starting";
    const started = client.start();
    this.#client = { client, started };
    started.catch((error: unknown) => {
      this.#state = "failed";
      this.#report.failure("Aqueduct's language server did not start, so graphs and problems are missing. Run “Aqueduct: Restart Language Server”.", error);
    });
  }

  /** The graph of an open document; null where the server has nothing to say of it. Starts the server. */
  async graphOf(uri: vscode.Uri): Promise<GraphOfDocument | null> {
    this.start();
    if (!this.#client) throw new Error("The language server is not there.");
    const { client, started } = this.#client;
    await started;
    const answer: unknown = await client.sendRequest(graphRequest, { uri: client.code2ProtocolConverter.asUri(uri) });
    if (!isGraphAnswer(answer)) throw new Error("The language server answered with a graph that does not have the agreed form.");
    return answer;
  }

  /** Resolves when the old server is gone; how the new one starts is told by `state`. */
  async restart(): Promise<void> {
    await this.#stop();
    this.start();
  }

  dispose(): void {
    this.#graphs.dispose();
    void this.#stop();
  }

  async #stop(): Promise<void> {
    const running = this.#client;
    this.#client = undefined;
    this.#state = "off";
    if (!running) return;
    // A server that never started has reported so itself; there is nothing left to stop.
    const isRunning = await running.started.then(() => true, () => false);
    if (isRunning) await running.client.dispose();
  }

  #follow(state: State): void {
    if (state === State.Running) this.#state = "running";
    else if (state === State.Starting) this.#state = "starting";
    else if (this.#client) this.#state = "failed";
  }
}

function serverOptions(module: string): ServerOptions {
  return {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
}

function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [
      { language: "python", scheme: "file" },
      { language: "python", scheme: "untitled" },
    ],
    diagnosticCollectionName: diagnosticSource,
    outputChannel: log,
  };
}
