import { createHash } from "node:crypto";
import path from "node:path";
import * as vscode from "vscode";
import type { OwnerSocket } from "../../platform/ownerSocket.js";
import { trustVariable } from "../../platform/trustedFolders.js";
import { editorSocket, terminalVariables, type Begun } from "../../formats/editorSocket.js";
import { complaintsTo } from "../../protocol/complaint.js";
import type { Contribution } from "../services.js";
import type { TerminalRequest } from "./editorSocket.js";
import { answerTerminal } from "./terminalRequests.js";

/** Lets workflow files that are run by hand in a terminal of this window reach it: from the first workflow file on, once the folder is trusted. */
export const editorTerminals: Contribution = (services) => {
  const { terminals, workflowFiles } = services;
  const open = (): void => {
    terminals.open((request) => answerTerminal(services, request));
  };
  return vscode.Disposable.from(
    workflowFiles.onDidAdd(open),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (workflowFiles.isAnyOpen) open();
    }),
  );
};

/** The window's side of its terminals. */
export class EditorTerminals implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  readonly #opened = new vscode.EventEmitter<void>();
  #socket: Promise<OwnerSocket> | undefined;
  #isOpen = false;

  /** Terminals that are made from now on reach this window. */
  readonly onDidOpen = this.#opened.event;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#log = log;
    // What an earlier window, which was trusted, left for terminals.
    if (!vscode.workspace.isTrusted) context.environmentVariableCollection.clear();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Listens, and tells the terminals that are made from now on where. */
  open(answer: (request: TerminalRequest) => Promise<Begun>): void {
    if (this.#socket !== undefined || !vscode.workspace.isTrusted) return;
    this.#socket = this.#listen(answer);
    this.#socket.then(
      ({ address }) => {
        this.#tell(address);
      },
      (error: unknown) => {
        this.#log.error(
          "terminals can't reach this window: workflow files that are run there use the command line",
          error,
        );
      },
    );
  }

  dispose(): void {
    this.#opened.dispose();
    void this.#socket?.then(
      (socket) => socket.close(),
      () => undefined,
    );
  }

  /** JSON-RPC is loaded here, since activation needs none. */
  async #listen(answer: (request: TerminalRequest) => Promise<Begun>): Promise<OwnerSocket> {
    const [{ listenForOwner }, { serveTerminal }] = await Promise.all([
      import("../../platform/ownerSocket.js"),
      import("./editorSocket.js"),
    ]);
    const complain = complaintsTo(this.#log);
    return listenForOwner(nameOf(this.#context), { boundary: editorSocket, complain }, (connection) => {
      serveTerminal(connection, answer, complain);
    });
  }

  #tell(address: string): void {
    const variables = this.#context.environmentVariableCollection;
    variables.description = "Lets workflow files that you run by hand ask this window to run and publish them.";
    variables.replace(terminalVariables.socket, address);
    variables.replace(terminalVariables.commandLine, this.#context.asAbsolutePath("dist/cli.js"));
    // Who has trusted the workspace is not asked again by its terminals.
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
    variables.append(trustVariable, folders.map(({ uri }) => `${path.delimiter}${uri.fsPath}`).join(""));
    this.#log.info("terminals reach this window", { address });
    this.#isOpen = true;
    this.#opened.fire();
  }
}

/** The same for the same folders after a reload, so that terminals that stayed find the window again. */
function nameOf({ storageUri, extensionUri }: vscode.ExtensionContext): string {
  return createHash("sha256")
    .update((storageUri ?? extensionUri).toString())
    .digest("hex")
    .slice(0, 16);
}
