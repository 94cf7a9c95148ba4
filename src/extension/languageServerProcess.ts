import type * as vscode from "vscode";
import {
  LanguageClient,
  State,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from "vscode-languageclient/node";
import { diagnosticSource } from "../formats/languageServer.js";

/**
 * A client of the bundled server that is not started yet. The client's package is large, so this file is loaded when the first workflow opens.
 *
 * @param module path of the bundled server
 * @param onState gets every change: whether the server runs, starts or has stopped
 */
export function createLanguageClient(
  module: string,
  log: vscode.LogOutputChannel,
  onState: (state: "running" | "starting" | "stopped") => void,
): LanguageClient {
  const client = new LanguageClient("aqueduct", "Aqueduct", serverOptions(module), clientOptions(log));
  client.onDidChangeState(({ newState }) => {
    onState(newState === State.Running ? "running" : newState === State.Starting ? "starting" : "stopped");
  });
  return client;
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
