import * as vscode from "vscode";
import { isToldByText, shiftRange, type TextChange } from "../../core/index.js";
import type { Problem } from "../../core/model/problem.js";
import { sentence } from "../../core/model/sentence.js";
import { diagnosticSource } from "../../formats/languageServer.js";

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const;

/** A problem that only running tells, on a line of a file. */
export interface RunDiagnostic {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

/** Who has found problems: the runs of a workflow, or the publications of a file. What one found stays until it looks again. */
export type Finder =
  | { readonly kind: "run"; readonly folder: string; readonly workflow: string | null }
  | { readonly kind: "publish"; readonly uri: vscode.Uri };

/** Whether the language server tells the same, as far as it had read the text when that was asked. */
type Told = RunDiagnostic & { readonly isServers: boolean };

interface Found {
  readonly problems: readonly Told[];
  /** By file, what was typed since the finder began to look; undefined once it has ended. */
  readonly typed: Map<string, TextChange[]> | undefined;
}

/**
 * Problems that tracing, running and publishing found. They stay on their text while that is edited; one that several found, or that the language server tells
 * too, stands there once.
 */
export class RunDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection("aqueduct run");
  readonly #found = new Map<string, Found>();
  /** By file, what the language server said when it was last compared. */
  readonly #compared = new Map<string, string>();
  readonly #subscriptions = [
    vscode.workspace.onDidChangeTextDocument(({ document: { uri }, contentChanges }) => {
      if (uri.scheme === "file" && contentChanges.length > 0)
        this.#follow(uri.toString(), contentChanges.map(changeOf));
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) this.#compare(uri);
    }),
  ];

  /** A finder looks at files as they stand now: what it found before is over. */
  begin(finder: Finder): void {
    this.#replace(finder, { problems: [], typed: new Map() });
  }

  /** What a finder found so far, in the files as they stood when it began. */
  found(finder: Finder, problems: readonly RunDiagnostic[]): void {
    const typed = this.#found.get(keyOf(finder))?.typed;
    const told = problems.flatMap((one) => {
      const [moved] = shifted(one, typed?.get(one.uri.toString()) ?? []);
      return moved === undefined ? [] : [{ ...fitted(moved), isServers: isServers(moved) }];
    });
    this.#replace(finder, { problems: told, typed });
  }

  /** What a finder found in all. */
  ended(finder: Finder, problems: readonly RunDiagnostic[]): void {
    this.found(finder, problems);
    this.#replace(finder, { problems: this.#found.get(keyOf(finder))?.problems ?? [], typed: undefined });
  }

  /** Takes problems of a file away that its text has mended. */
  drop(uri: vscode.Uri, isMended: (diagnostic: vscode.Diagnostic) => boolean): void {
    const file = uri.toString();
    this.#change(file, (one) => (isMended(one.diagnostic) ? [] : [one]));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#collection.dispose();
  }

  #follow(file: string, changes: readonly TextChange[]): void {
    for (const { typed } of this.#found.values()) {
      const before = typed?.get(file);
      if (before === undefined) typed?.set(file, [...changes]);
      else before.push(...changes);
    }
    this.#change(file, (one) => shifted(one, changes));
  }

  /** What is typed reaches the server later: until it has said something else, what it said still counts. */
  #compare(uri: vscode.Uri): void {
    const file = uri.toString();
    if (this.#in(file).length === 0) return;
    const said = JSON.stringify(ofServer(uri).map(toldOf));
    if (this.#compared.get(file) === said) return;
    this.#compared.set(file, said);
    this.#change(file, (one) => [{ ...one, isServers: isServers(one) }]);
  }

  #change(file: string, change: (one: Told) => readonly Told[]): void {
    if (this.#in(file).length === 0) return;
    for (const [key, { problems, typed }] of this.#found)
      this.#found.set(key, {
        problems: problems.flatMap((one) => (one.uri.toString() === file ? change(one) : [one])),
        typed,
      });
    this.#show(file);
  }

  #replace(finder: Finder, found: Found): void {
    const key = keyOf(finder);
    const touched = [...(this.#found.get(key)?.problems ?? []), ...found.problems].map(({ uri }) => uri.toString());
    this.#found.set(key, found);
    for (const file of new Set(touched)) this.#show(file);
  }

  #show(file: string): void {
    const uri = vscode.Uri.parse(file);
    const shown = once(this.#in(file).flatMap((one) => (one.isServers ? [] : one.diagnostic)));
    const before = this.#collection.get(uri) ?? [];
    if (shown.length !== before.length || shown.some((one, place) => !isSame(one, before[place])))
      this.#collection.set(uri, shown);
  }

  #in(file: string): readonly Told[] {
    return [...this.#found.values()].flatMap(({ problems }) => problems.filter(({ uri }) => uri.toString() === file));
  }
}

/** A problem as a diagnostic of its file; one that names a place without length stands on the whole line. */
export function diagnosticOf(folder: string, problem: Problem): RunDiagnostic {
  const uri = vscode.Uri.joinPath(vscode.Uri.file(folder), problem.file);
  const isPlace = problem.line === problem.endLine && problem.column === problem.endColumn;
  const range = isPlace ? wholeLine(problem.line) : rangeOf(problem);
  const diagnostic = new vscode.Diagnostic(range, sentence(problem.message), severities[problem.severity]);
  diagnostic.source = "aqueduct run";
  diagnostic.code = problem.code;
  return { uri, diagnostic };
}

/** The text of a line, whose length need not be known. @param line from 1 */
export function wholeLine(line: number): vscode.Range {
  return new vscode.Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
}

/** A line whose text is known, without its indentation. */
function fitted(one: RunDiagnostic): RunDiagnostic {
  const { start, end } = one.diagnostic.range;
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === one.uri.toString());
  // What was typed in the line since has moved its end.
  const isWhole = end.character > Number.MAX_SAFE_INTEGER / 2;
  if (!isWhole || document === undefined || start.line >= document.lineCount) return one;
  const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(start.line);
  one.diagnostic.range = range.with(range.start.translate(0, firstNonWhitespaceCharacterIndex));
  return one;
}

function keyOf(finder: Finder): string {
  return JSON.stringify(
    finder.kind === "run" ? [finder.folder, finder.workflow] : [finder.uri.toString(), "publication"],
  );
}

/** Workflows of one file have its problems in common, and a publication finds what a run found. */
function once(told: readonly vscode.Diagnostic[]): readonly vscode.Diagnostic[] {
  return told.filter(
    (one, place) =>
      told.findIndex((other) => one.message === other.message && one.range.start.line === other.range.start.line) ===
      place,
  );
}

/** The server tells it too, and knows the place better. */
function isServers({ uri, diagnostic }: RunDiagnostic): boolean {
  return isToldByText(toldOf(diagnostic), ofServer(uri).map(toldOf));
}

function toldOf({ code, message, severity, range }: vscode.Diagnostic): Parameters<typeof isToldByText>[0] {
  return {
    code: typeof code === "string" ? code : "",
    message,
    isError: severity === vscode.DiagnosticSeverity.Error,
    line: range.start.line,
    endLine: range.end.line,
  };
}

function ofServer(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === diagnosticSource);
}

function isSame(one: vscode.Diagnostic, other: vscode.Diagnostic | undefined): boolean {
  return (
    other !== undefined &&
    one.message === other.message &&
    one.source === other.source &&
    one.range.isEqual(other.range)
  );
}

function changeOf({ range, text }: vscode.TextDocumentContentChangeEvent): TextChange {
  return { ...placeOf(range), newText: text.replaceAll("\r\n", "\n") };
}

function shifted<One extends RunDiagnostic>(one: One, changes: readonly TextChange[]): readonly One[] {
  if (changes.length === 0) return [one];
  const { range, message, severity, source, code, relatedInformation } = one.diagnostic;
  const place = shiftRange(placeOf(range), changes);
  if (place === undefined) return [];
  const moved = new vscode.Diagnostic(rangeOf(place), message, severity);
  if (source !== undefined) moved.source = source;
  if (code !== undefined) moved.code = code;
  if (relatedInformation !== undefined) moved.relatedInformation = relatedInformation;
  return [{ ...one, diagnostic: moved }];
}

function placeOf({ start, end }: vscode.Range): Omit<TextChange, "newText"> {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function rangeOf({ line, column, endLine, endColumn }: Omit<TextChange, "newText">): vscode.Range {
  return new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
}
