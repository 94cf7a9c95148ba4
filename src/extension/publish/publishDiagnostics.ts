import type * as vscode from "vscode";
import type { Problem } from "../../core/model/problem.js";
import { diagnosticOf, type RunDiagnostic, type RunDiagnostics } from "../runs/runDiagnostics.js";

/** What a publication said about lines of its file and of others: there until the next one of the same file. */
export class PublishDiagnostics {
  readonly #shown: RunDiagnostics;

  constructor(shown: RunDiagnostics) {
    this.#shown = shown;
  }

  /** A file is going to be read. */
  begin(published: vscode.Uri): void {
    this.#shown.begin({ kind: "publish", uri: published });
  }

  /** @param folder that the problems' files are relative to */
  found(published: vscode.Uri, folder: string, problems: readonly Problem[]): void {
    this.#shown.found({ kind: "publish", uri: published }, diagnosticsOf(folder, problems));
  }

  /** All that was found in the end. */
  ended(published: vscode.Uri, folder: string, problems: readonly Problem[]): void {
    this.#shown.ended({ kind: "publish", uri: published }, diagnosticsOf(folder, problems));
  }
}

function diagnosticsOf(folder: string, problems: readonly Problem[]): readonly RunDiagnostic[] {
  return problems.map((problem) => {
    const { uri, diagnostic } = diagnosticOf(folder, problem);
    diagnostic.source = "aqueduct publish";
    return { uri, diagnostic };
  });
}
