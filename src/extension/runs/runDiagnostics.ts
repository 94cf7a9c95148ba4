import * as vscode from "vscode";
import type { Problem } from "../../core/model/problem.js";

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const;

/** A problem of a run, on a line of a file. */
export interface RunDiagnostic {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

/** Problems that runs found, by the workflow that ran; they stay until the next run of it. */
export class RunDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection("aqueduct run");
  readonly #found = new Map<string, readonly RunDiagnostic[]>();

  set(folder: string, workflow: string | null, found: readonly RunDiagnostic[]): void {
    const key = JSON.stringify([folder, workflow]);
    const touched = new Set([...(this.#found.get(key) ?? []), ...found].map(({ uri }) => uri.toString()));
    this.#found.set(key, found);
    for (const uri of touched) this.#show(uri);
  }

  /** Takes problems of a file away that its text has mended. */
  drop(uri: vscode.Uri, isMended: (diagnostic: vscode.Diagnostic) => boolean): void {
    const file = uri.toString();
    const isOver = (one: RunDiagnostic): boolean => one.uri.toString() === file && isMended(one.diagnostic);
    let isChanged = false;
    for (const [key, found] of this.#found) {
      const left = found.filter((one) => !isOver(one));
      isChanged ||= left.length < found.length;
      this.#found.set(key, left);
    }
    if (isChanged) this.#show(file);
  }

  #show(file: string): void {
    const all = [...this.#found.values()].flat();
    this.#collection.set(vscode.Uri.parse(file), once(all.filter(({ uri }) => uri.toString() === file)));
  }

  dispose(): void {
    this.#collection.dispose();
  }
}

/** Workflows of one file have its problems in common. */
function once(found: readonly RunDiagnostic[]): readonly vscode.Diagnostic[] {
  const told = found.map(({ diagnostic }) => diagnostic);
  return told.filter((one, place) => told.findIndex((other) => isSame(one, other)) === place);
}

function isSame(one: vscode.Diagnostic, other: vscode.Diagnostic): boolean {
  return one.message === other.message && one.range.isEqual(other.range);
}

/** A problem as a diagnostic of its file; undefined where the language server says the same there already. */
export function diagnosticOf(folder: string, problem: Problem): RunDiagnostic | undefined {
  const uri = vscode.Uri.joinPath(vscode.Uri.file(folder), problem.file);
  const range = new vscode.Range(problem.line - 1, problem.column - 1, problem.endLine - 1, problem.endColumn - 1);
  const isKnown = vscode.languages
    .getDiagnostics(uri)
    .some(
      ({ source, message, code, range: at }) =>
        source === "aqueduct" &&
        (message === problem.message || code === problem.code) &&
        at.start.line === range.start.line,
    );
  if (isKnown) return undefined;
  const diagnostic = new vscode.Diagnostic(range, problem.message, severities[problem.severity]);
  diagnostic.source = "aqueduct run";
  diagnostic.code = problem.code;
  return { uri, diagnostic };
}
