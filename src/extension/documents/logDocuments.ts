import * as vscode from "vscode";
import { followLog, type World } from "../../core/index.js";
import type { OperatorRunReference } from "../references.js";
import type { RunHistory } from "../runs/runHistory.js";
import { documentUri, referenceOfUri } from "./documentUri.js";

const logScheme = "aqueduct-log";

/** Logs of operators as documents that grow while their operators run. */
export class LogDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #world: () => Promise<World>;
  readonly #history: RunHistory;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #followed = new Map<string, FollowedLog>();
  readonly #subscriptions: readonly { dispose(): unknown }[];

  readonly onDidChange = this.#changed.event;

  constructor(world: () => Promise<World>, history: RunHistory) {
    this.#world = world;
    this.#history = history;
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(logScheme, this),
      // VS Code passes over changes of a document that it is only opening: what the log grew by meanwhile is read once it is open.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (this.#followed.has(uri.toString())) this.#changed.fire(uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#close(uri);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.uri.scheme === logScheme && contentChanges.length > 0) keepEndInView(document, contentChanges);
      }),
    ];
  }

  /** Opens the log at its end, as terminals stand. */
  async show(reference: OperatorRunReference, name: string): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument(documentUri(logScheme, `${name} log.log`, reference));
    const editor = await vscode.window.showTextDocument(document, { preview: true });
    reveal(editor);
    return editor;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const key = uri.toString();
    const followed = this.#followed.get(key) ?? this.#follow(uri);
    await followed.first;
    return followed.text;
  }

  dispose(): void {
    for (const followed of this.#followed.values()) followed.end.abort();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow(uri: vscode.Uri): FollowedLog {
    const end = new AbortController();
    let resolve = (): void => undefined;
    const first = new Promise<void>((shown) => {
      resolve = shown;
    });
    const followed: FollowedLog = { end, first, text: "" };
    this.#followed.set(uri.toString(), followed);
    const hold = this.#history.hold();
    this.#read(uri, followed, () => {
      resolve();
    })
      .catch((error: unknown) => {
        if (end.signal.aborted) return;
        followed.text = withNote(followed.text, error instanceof Error ? error.message : String(error));
        this.#changed.fire(uri);
      })
      .finally(() => {
        resolve();
        hold.dispose();
      });
    return followed;
  }

  async #read(uri: vscode.Uri, followed: FollowedLog, shown: () => void): Promise<void> {
    const reference = referenceOfUri(uri, "operatorRun");
    const world = await this.#world();
    if (this.#history.run(reference) === undefined) await this.#history.look();
    const open = this.#history.folder(reference.folder)?.open;
    if (open === undefined)
      throw new Error("The run's folder is not open in this window. Open it, then open the log again.");
    const { signal } = followed.end;
    for await (const { text, note } of followLog(world, open, {
      run: () => this.#history.run(reference),
      operator: reference.operator,
      signal,
    })) {
      followed.text = note === "" ? text : withNote(text, note);
      shown();
      this.#changed.fire(uri);
    }
  }

  #close(uri: vscode.Uri): void {
    this.#followed.get(uri.toString())?.end.abort();
    this.#followed.delete(uri.toString());
  }
}

interface FollowedLog {
  readonly end: AbortController;
  /** Resolves once there is something to show. */
  readonly first: Promise<void>;
  text: string;
}

function withNote(text: string, note: string): string {
  return text === "" ? `${note}\n` : `${text}${text.endsWith("\n") ? "" : "\n"}\n${note}\n`;
}

/** Whoever looks at the end goes on seeing it; whoever has scrolled up stays there. */
function keepEndInView(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
  const grown = changes.reduce(
    (lines, { range, text }) => lines + text.split("\n").length - 1 - (range.end.line - range.start.line),
    0,
  );
  const lastBefore = document.lineCount - 1 - grown;
  for (const editor of vscode.window.visibleTextEditors) {
    if (editor.document === document && editor.visibleRanges.some(({ end }) => end.line >= lastBefore - 1))
      reveal(editor);
  }
}

function reveal(editor: vscode.TextEditor): void {
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(new vscode.Range(end, end));
}
