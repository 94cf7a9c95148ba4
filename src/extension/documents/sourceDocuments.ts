import path from "node:path";
import * as vscode from "vscode";
import { readRunSource, shippedText, withShipped, type ShippedFile, type World } from "../../core/index.js";
import type { RunReference } from "../references.js";
import type { RunHistory } from "../runs/runHistory.js";
import { referenceOfUri } from "./documentUri.js";

const sourceScheme = "aqueduct-source";

/** How the code of a run is shown: alone, or made to be compared with the file as it is now. */
export type SourceUse = "read" | "compare";

/** The code that a run ran, as read-only documents. */
export class SourceDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #world: () => Promise<World>;
  readonly #history: RunHistory;
  readonly #subscription: vscode.Disposable;

  constructor(world: () => Promise<World>, history: RunHistory) {
    this.#world = world;
    this.#history = history;
    this.#subscription = vscode.workspace.registerTextDocumentContentProvider(sourceScheme, this);
  }

  /** The files of a run's build. */
  async files(run: RunReference): Promise<readonly ShippedFile[]> {
    const world = await this.#world();
    if (this.#history.run(run) === undefined) await this.#history.look();
    const found = this.#history.run(run);
    const open = this.#history.folder(run.folder)?.open;
    if (found === undefined || open === undefined)
      throw new Error("The run is no longer in the history. Refresh the view Runs, then try again.");
    return readRunSource(world, open, found);
  }

  uri(run: RunReference, file: string, build: string, use: SourceUse): vscode.Uri {
    return vscode.Uri.from({
      scheme: sourceScheme,
      path: `/${build.slice(0, 7)}/${file}`,
      query: JSON.stringify(run),
      fragment: use,
    });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const run = referenceOfUri(uri, "run");
    const name = uri.path.split("/").slice(2).join("/");
    const file = (await this.files(run)).find((candidate) => candidate.file === name);
    if (file === undefined) throw new Error(`The build of this run has no file ${name}.`);
    if (file.kind === "module") return file.text;
    if (uri.fragment !== "compare") return shippedText(file.pieces);
    return withShipped((await vscode.workspace.openTextDocument(currentFile(run, name))).getText(), file.pieces);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

/** The file of the folder that a file of a build came from. */
export function currentFile({ folder }: RunReference, file: string): vscode.Uri {
  return vscode.Uri.file(path.join(folder, file));
}
