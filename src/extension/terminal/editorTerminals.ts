import { createHash } from "node:crypto";
import * as vscode from "vscode";
import { listenForOwner, type OwnerSocket } from "../../platform/ownerSocket.js";
import { terminalVariables } from "../../protocol/editorSocket.js";
import type { Contribution, Services } from "../services.js";
import { serveTerminal } from "./editorSocket.js";
import { answerTerminal } from "./terminalRequests.js";

/** Lets workflow files that are run by hand in a terminal of this window reach it: from the first workflow file on, once the folder is trusted. */
export const editorTerminals: Contribution = (services) => {
  const terminals = new EditorTerminals(services);
  return vscode.Disposable.from(
    terminals,
    services.workflowFiles.onDidAdd(() => { terminals.reach(); }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => { if (services.workflowFiles.isAnyOpen) terminals.reach(); }),
  );
};

class EditorTerminals implements vscode.Disposable {
  readonly #services: Services;
  #socket: Promise<OwnerSocket> | undefined;

  constructor(services: Services) {
    this.#services = services;
    // What an earlier window, which was trusted, left for terminals.
    if (!vscode.workspace.isTrusted) services.context.environmentVariableCollection.clear();
  }

  /** Listens, and tells the terminals that open from now on where. */
  reach(): void {
    if (this.#socket !== undefined || !vscode.workspace.isTrusted) return;
    const { context, log } = this.#services;
    const socket = listenForOwner(nameOf(context), (connection) => serveTerminal(connection, answerTerminal));
    this.#socket = socket;
    socket.then(
      ({ address }) => {
        const variables = context.environmentVariableCollection;
        variables.description = "Lets workflow files that you run by hand ask this window to run and publish them.";
        variables.replace(terminalVariables.socket, address);
        variables.replace(terminalVariables.commandLine, context.asAbsolutePath("dist/cli.js"));
        log.info("terminals reach this window", { address });
      },
      (error: unknown) => { log.error("terminals can't reach this window: workflow files that are run there use the command line", error); },
    );
  }

  dispose(): void {
    void this.#socket?.then((socket) => socket.close(), () => undefined);
  }
}

/** The same for the same folders after a reload, so that terminals that stayed find the window again. */
function nameOf({ storageUri, extensionUri }: vscode.ExtensionContext): string {
  return createHash("sha256").update((storageUri ?? extensionUri).toString()).digest("hex").slice(0, 16);
}
