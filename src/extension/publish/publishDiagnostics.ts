import * as vscode from "vscode";
import type { Problem } from "../../core/model/problem.js";
import { diagnosticOf } from "../runs/runDiagnostics.js";

/** What a publication said about lines of its file and of others: there until the next one of the same file. */
export class PublishDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection("aqueduct publish");
  /** Files that a publication of the first has marked. */
  readonly #marked = new Map<string, readonly vscode.Uri[]>();

  /** @param folder that the problems' files are relative to */
  show(published: vscode.Uri, folder: string, problems: readonly Problem[]): void {
    this.clear(published);
    const found = problems.flatMap((problem) => diagnosticOf(folder, problem) ?? []);
    const uris = [...new Map(found.map(({ uri }) => [uri.toString(), uri])).values()];
    for (const uri of uris)
      this.#collection.set(
        uri,
        found.filter((one) => one.uri.toString() === uri.toString()).map(({ diagnostic }) => asPublishing(diagnostic)),
      );
    this.#marked.set(published.toString(), uris);
  }

  clear(published: vscode.Uri): void {
    for (const uri of this.#marked.get(published.toString()) ?? []) this.#collection.delete(uri);
    this.#marked.delete(published.toString());
  }

  dispose(): void {
    this.#collection.dispose();
  }
}

function asPublishing(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  diagnostic.source = "aqueduct publish";
  return diagnostic;
}
