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
    const all = [...this.#found.values()].flat();
    for (const uri of touched)
      this.#collection.set(
        vscode.Uri.parse(uri),
        all.filter((one) => one.uri.toString() === uri).map(({ diagnostic }) => diagnostic),
      );
  }

  dispose(): void {
    this.#collection.dispose();
  }
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
