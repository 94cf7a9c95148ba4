import { PassThrough } from "node:stream";
import { createConnection } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type Range,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { type GraphOfDocument, languageServer } from "../../../src/formats/languageServer.js";
import { read, valueOf } from "../../../src/formats/reader.js";
import { serve } from "../../../src/server/serve.js";
import { inMemoryFiles } from "../../fakes/inMemoryFiles.js";

/** The server behind a real connection of the Language Server Protocol, and an editor's side of it. */
export async function startEditor(contents: Readonly<Record<string, string>>, workspaceFolder = "/project") {
  const files = inMemoryFiles(contents);
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  serve(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor)),
    files,
    loadPythonParser(),
  );
  const connection = createProtocolConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));

  const graphs: GraphOfDocument[] = [];
  const diagnostics: PublishDiagnosticsParams[] = [];
  const watched: unknown[] = [];
  let notify: () => void = () => undefined;
  connection.onNotification("aqueduct/graphChanged", (value: unknown) => {
    const schema = languageServer.events["aqueduct/graphChanged"];
    graphs.push(valueOf(read({ name: "a graph", schema }, value), "the server's graph"));
    notify();
  });
  connection.onNotification(PublishDiagnosticsNotification.type, (value) => {
    diagnostics.push(value);
    notify();
  });
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    watched.push(...registrations);
    notify();
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.method, {
    processId: null,
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    workspaceFolders: [{ uri: `file://${workspaceFolder}`, name: "work" }],
  });
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    files,
    graphs,
    diagnostics,
    watched,
    async open(uri: string, text: string): Promise<void> {
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: "python", version: 1, text },
      });
    },
    async type(uri: string, version: number, range: Range, text: string): Promise<void> {
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      });
    },
    async close(uri: string): Promise<void> {
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    },
    async fileChanged(uri: string): Promise<void> {
      await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri, type: FileChangeType.Changed }],
      });
    },
    /** Asks a question of the Language Server Protocol about a place. */
    async ask(method: string, uri: string, more: object): Promise<unknown> {
      return connection.sendRequest(method, { textDocument: { uri }, ...more });
    },
    async request(method: string, params: object): Promise<unknown> {
      return connection.sendRequest(method, params);
    },
    async graph(uri: string): Promise<GraphOfDocument | null> {
      const answer: unknown = await connection.sendRequest("aqueduct/graph", { uri });
      const schema = languageServer.requests["aqueduct/graph"].result;
      return valueOf(read({ name: "a graph", schema }, answer), "the server's graph");
    },
    /** Waits for a state of what has arrived; the test's own limit ends the wait. */
    async until(reached: () => boolean): Promise<void> {
      while (!reached()) await new Promise<void>((resolve) => (notify = resolve));
    },
    stop(): void {
      connection.dispose();
    },
  };
}

export type Editor = Awaited<ReturnType<typeof startEditor>>;
