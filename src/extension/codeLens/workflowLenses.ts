import * as vscode from "vscode";
import { lensPlaces, shiftLine, type LensPlace } from "../../core/index.js";
import type { Contribution, Services } from "../services.js";
import { setting } from "../settings.js";
import { lensTitles, type LensContext } from "./lensCommands.js";

/** Lenses over operators and publications, kept on their lines while the graph of a new text is being read. */
export const workflowLenses: Contribution = (services) => {
  const provider = new WorkflowLenses(services);
  return vscode.Disposable.from(
    provider,
    vscode.languages.registerCodeLensProvider(
      [
        { language: "python", scheme: "file" },
        { language: "python", scheme: "untitled" },
      ],
      provider,
    ),
  );
};

/** Where the lenses of a document stand: of one version, then moved along with its edits. */
interface Placed {
  readonly version: number;
  readonly places: readonly LensPlace[];
}

class WorkflowLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #services: Services;
  readonly #placed = new Map<string, Placed>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly { dispose(): unknown }[];

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    const refresh = (): void => {
      this.#changed.fire();
    };
    this.#subscriptions = [
      this.#changed,
      services.graphs.onDidChange(refresh),
      services.history.onDidChange(refresh),
      services.localRuns.onDidChange(refresh),
      vscode.workspace.onDidGrantWorkspaceTrust(refresh),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("aqueduct.codeLens")) refresh();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.#shift(document, contentChanges);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#placed.delete(uri.toString());
      }),
    ];
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!setting("codeLens.enabled", document.uri) || !this.#services.workflowFiles.has(document.uri)) return [];
    const places = await this.#placesIn(document);
    const context = this.#contextOf(document);
    return places.flatMap((place) => {
      const line = Math.min(place.line, document.lineCount) - 1;
      const range = new vscode.Range(line, 0, line, 0);
      return lensTitles(place, context).map((command) => new vscode.CodeLens(range, command));
    });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Those of the text as it is; while that is being read, those of the text before, moved. */
  async #placesIn(document: vscode.TextDocument): Promise<readonly LensPlace[]> {
    const key = document.uri.toString();
    const before = this.#placed.get(key);
    const graph =
      before === undefined
        ? await this.#services.graphs.graphOf(document.uri)
        : this.#services.graphs.known(document.uri);
    if (graph == null) return before?.places ?? [];
    if (before !== undefined && graph.version !== document.version) return before.places;
    const placed = { version: graph.version, places: lensPlaces(graph) };
    this.#placed.set(key, placed);
    return placed.places;
  }

  #shift(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const key = document.uri.toString();
    const placed = this.#placed.get(key);
    if (placed === undefined || changes.length === 0) return;
    const moved = changes.map(({ range, text }) => ({
      startLine: range.start.line + 1,
      startColumn: range.start.character,
      endLine: range.end.line + 1,
      added: text.split("\n").length - 1,
    }));
    this.#placed.set(key, {
      ...placed,
      places: placed.places.map((place) => ({ ...place, line: shiftLine(place.line, moved) })),
    });
  }

  #contextOf({ uri }: vscode.TextDocument): LensContext {
    const folder = this.#services.graphs.folderOf(uri);
    return {
      uri: uri.toString(),
      folder: folder ?? "",
      isTrusted: vscode.workspace.isTrusted,
      current: this.#services.localRuns.current.filter(({ order }) => order.folder === folder),
      runs: (folder === undefined ? undefined : this.#services.history.folder(folder))?.history.runs ?? [],
    };
  }
}
