import * as vscode from "vscode";

const scheme = "aqueduct-dag";
/** How many diffs keep their texts; an older one that is still open says that it is gone. */
const most = 20;

/** DAG files as they are and as they would be, for VS Code's own diff editor. */
export class DagDiff implements vscode.Disposable, vscode.TextDocumentContentProvider {
  readonly #registration: vscode.Disposable;
  readonly #texts = new Map<string, string>();
  #count = 0;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** @param before undefined: there is none yet */
  async show(fileName: string, before: string | undefined, after: string, airflow: string): Promise<void> {
    this.#count += 1;
    const left = this.#keep(`/${this.#count}/live/${fileName}`, before ?? "");
    const right = this.#keep(`/${this.#count}/new/${fileName}`, after);
    for (const old of [...this.#texts.keys()].slice(0, -2 * most)) this.#texts.delete(old);
    await vscode.commands.executeCommand(
      "vscode.diff",
      left,
      right,
      `${fileName} (${before === undefined ? "none yet" : `live on ${airflow}`} ↔ to be published)`,
      { preview: true },
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#texts.get(uri.path) ??
      "# What stood here was kept for a while only. Publish the workflow again to see what would change.\n"
    );
  }

  dispose(): void {
    this.#registration.dispose();
  }

  #keep(path: string, text: string): vscode.Uri {
    this.#texts.set(path, text);
    return vscode.Uri.from({ scheme, path });
  }
}
