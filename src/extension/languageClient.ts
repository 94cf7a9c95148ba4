import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { languageServer, type GraphOfDocument, type OperatorsAtPlace } from "../formats/languageServer.js";
import type { Schema } from "../formats/schema.js";
import { complaintsTo, taken } from "../protocol/complaint.js";
import type { Reporter } from "./report.js";

/** `off` until the first workflow file opens: activation starts no process. */
export type LanguageServerState = "off" | "starting" | "running" | "failed";

/** Starts, restarts and stops the language server; the only file that talks to it. */
export class LanguageServer implements vscode.Disposable {
  readonly #module: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #report: Reporter;
  readonly #graphs = new vscode.EventEmitter<GraphOfDocument>();
  /** The client once it runs; rejects where it did not start. */
  #client: Promise<LanguageClient> | undefined;
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
    this.#state = "starting";
    const client = this.#startClient();
    this.#client = client;
    client.catch((error: unknown) => {
      if (this.#client === client) this.#state = "failed";
      this.#report.failure(
        "Aqueduct's language server did not start, so graphs and problems are missing. Run “Aqueduct: Restart Language Server”.",
        error,
      );
    });
  }

  /** The graph of an open document; null where the server has nothing to say of it. Starts the server. */
  async graphOf(uri: vscode.Uri): Promise<GraphOfDocument | null> {
    this.start();
    const client = await this.#client;
    if (!client) throw new Error("The language server is not there.");
    const asked = "aqueduct/graph";
    const answer: unknown = await client.sendRequest(asked, { uri: client.code2ProtocolConverter.asUri(uri) });
    return this.#answer(asked, languageServer.requests[asked].result, answer);
  }

  /** The operators that the name at a place stands for; null where it stands for none. */
  async operatorsAt(uri: vscode.Uri, position: vscode.Position): Promise<OperatorsAtPlace | null> {
    const client = await this.#client;
    if (!client) return null;
    const { line, character } = position;
    const asked = "aqueduct/operatorsAt";
    const answer: unknown = await client.sendRequest(asked, {
      uri: client.code2ProtocolConverter.asUri(uri),
      position: { line, character },
    });
    return this.#answer(asked, languageServer.requests[asked].result, answer);
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

  async #startClient(): Promise<LanguageClient> {
    const { createLanguageClient } = await import("./languageServerProcess.js");
    const client = createLanguageClient(this.#module, this.#log, (state) => {
      this.#follow(state);
    });
    const told = "aqueduct/graphChanged";
    client.onNotification(told, (value: unknown) => {
      const found = taken(languageServer, told, languageServer.events[told], value, complaintsTo(this.#log));
      if ("value" in found) this.#graphs.fire(found.value);
    });
    await client.start();
    return client;
  }

  #answer<T>(asked: string, schema: Schema<T>, answer: unknown): T {
    const found = taken(languageServer, asked, schema, answer, complaintsTo(this.#log));
    if ("value" in found) return found.value;
    throw new Error(found.misfit);
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#state = "off";
    // A server that never started has reported so itself; there is nothing left to stop.
    const running = await client?.catch(() => undefined);
    await running?.dispose();
  }

  #follow(state: "running" | "starting" | "stopped"): void {
    if (state !== "stopped") this.#state = state;
    else if (this.#client) this.#state = "failed";
  }
}
