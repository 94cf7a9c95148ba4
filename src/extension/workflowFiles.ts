import * as vscode from "vscode";
import { contextKeys } from "./ids.js";

const namesAqueduct = /\baqueduct\b/;

/**
 * Knows which open Python files name `aqueduct`: the only ones that we have anything to say about.
 *
 * A file that stops naming it counts until it is saved or closed, so that buttons do not flicker while an import is edited.
 */
export class WorkflowFiles implements vscode.Disposable {
  readonly #files = new Map<string, vscode.TextDocument>();
  readonly #added = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: readonly { dispose(): unknown }[];

  readonly onDidAdd = this.#added.event;

  constructor() {
    this.#subscriptions = [
      this.#added,
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#look(document);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.#lookAgain(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#remove(document);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.#moveToEnd(editor.document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Only the lines that changed: this runs at every keystroke in every Python file.
        if (
          isPython(document) &&
          !this.has(document.uri) &&
          contentChanges.some((change) => namesAqueduct.test(touchedText(document, change)))
        )
          this.#add(document);
      }),
    ];
  }

  /** Looks at the files that were open before; apart from the constructor, so that listeners can be there first. */
  start(): void {
    vscode.workspace.textDocuments.forEach((document) => {
      this.#look(document);
    });
  }

  get isAnyOpen(): boolean {
    return this.#files.size > 0;
  }

  /** The open one whose editor was active last, for commands that are called from elsewhere. */
  get latest(): vscode.Uri | undefined {
    return [...this.#files.values()].at(-1)?.uri;
  }

  has(uri: vscode.Uri): boolean {
    return this.#files.has(uri.toString());
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #look(document: vscode.TextDocument): void {
    if (isPython(document) && !this.has(document.uri) && namesAqueduct.test(document.getText())) this.#add(document);
  }

  #lookAgain(document: vscode.TextDocument): void {
    if (this.has(document.uri) && !namesAqueduct.test(document.getText())) this.#remove(document);
    else this.#look(document);
  }

  #add(document: vscode.TextDocument): void {
    this.#files.set(document.uri.toString(), document);
    this.#publish();
    this.#added.fire(document);
  }

  #moveToEnd(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (this.#files.delete(key)) this.#files.set(key, document);
  }

  #remove({ uri }: vscode.TextDocument): void {
    if (this.#files.delete(uri.toString())) this.#publish();
  }

  #publish(): void {
    void vscode.commands.executeCommand(
      "setContext",
      contextKeys.workflowFiles,
      [...this.#files.values()].map(({ uri }) => uri.fsPath),
    );
  }
}

function isPython(document: vscode.TextDocument): boolean {
  return document.languageId === "python" && (document.uri.scheme === "file" || document.uri.scheme === "untitled");
}

function touchedText(document: vscode.TextDocument, { range, text }: vscode.TextDocumentContentChangeEvent): string {
  const last = Math.min(document.lineCount - 1, range.start.line + text.split("\n").length - 1);
  return document.getText(new vscode.Range(range.start.line, 0, last, Number.MAX_SAFE_INTEGER));
}
