import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { Files, PythonParser } from "../core/index.js";
import { pathOfUri } from "../platform/fileUris.js";
import { asked } from "./asked.js";
import { answerQuestions, languageCapabilities } from "./language.js";
import { Session } from "./session.js";

/** Answers an editor over a connection until that ends. `parser` is awaited when the editor says hello. */
export function serve(connection: Connection, files: Files, parser: Promise<PythonParser>): void {
  let session: Session | undefined;
  let watches = false;

  connection.onInitialize(async ({ capabilities, workspaceFolders }): Promise<InitializeResult> => {
    const folders = (workspaceFolders ?? []).flatMap(({ uri }) => pathOfUri(uri) ?? []);
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    session = new Session(connection, files, await parser, folders);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...languageCapabilities,
      },
      serverInfo: { name: "aqueduct" },
    };
  });
  connection.onInitialized(async () => {
    if (!watches) return;
    const watchers = ["**/*.py", "**/aqueduct.json"].map((globPattern) => ({ globPattern }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });

  connection.onDidOpenTextDocument(({ textDocument }) => session?.open(textDocument));
  connection.onDidChangeTextDocument((change) => session?.change(change));
  connection.onDidCloseTextDocument(({ textDocument }) => session?.close(textDocument.uri));
  connection.onDidChangeWatchedFiles(({ changes }) => session?.filesChanged(changes));
  connection.onRequest("aqueduct/graph", async (params: unknown) => {
    const { uri } = asked(connection, "aqueduct/graph", params);
    return (await session?.graphOf(uri)) ?? null;
  });
  answerQuestions(connection, () => session);
  connection.onShutdown(() => session?.dispose());

  connection.listen();
}
