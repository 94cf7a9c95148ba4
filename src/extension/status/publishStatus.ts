import path from "node:path";
import * as vscode from "vscode";
import { publishedState, textDigest } from "../../core/index.js";
import type { LiveWorkflow } from "../../core/model/run.js";
import { nodeHash } from "../../platform/hash.js";
import { forLabel, forTooltip } from "../../platform/shownText.js";
import { ids } from "../ids.js";
import type { KeptPublication } from "../publish/publishMemory.js";
import type { Contribution, Services } from "../services.js";
import { publicationWords, type KnownPublication } from "./publicationWords.js";
import { createStatusBarItem } from "../shown.js";

/** Milliseconds of rest after an edit before the files are compared with what was published. */
const rest = 300;

/** Status-bar item of the active workflow file: target, published build, and whether the file was edited since. Asks nobody for it. */
export const publishStatus: Contribution = (services) => {
  const status = new PublishStatus(services);
  return new vscode.Disposable(() => {
    status.dispose();
  });
};

class PublishStatus {
  readonly #services: Services;
  readonly #item = createStatusBarItem("aqueduct.publication", vscode.StatusBarAlignment.Left, 10);
  readonly #subscriptions: readonly { dispose(): unknown }[];
  /** The workflow file that was active last: it counts while a panel has the keyboard. */
  #uri: vscode.Uri | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looks = 0;

  constructor(services: Services) {
    this.#services = services;
    this.#item.name = "Aqueduct Publication";
    this.#item.command = ids.showPublication;
    const { workflowFiles, graphs, publishing, history } = services;
    this.#subscriptions = [
      this.#item,
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#follow(editor);
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#lookSoon();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#isPartOf(document)) this.#lookSoon();
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (this.#isPartOf(document)) this.#lookSoon();
      }),
      workflowFiles.onDidAdd(() => {
        this.#follow(vscode.window.activeTextEditor);
      }),
      graphs.onDidChange((uri) => {
        if (uri.toString() === this.#uri?.toString()) this.#lookSoon();
      }),
      publishing.onDidPublish(() => {
        this.#lookSoon();
      }),
      history.onDidChange(() => {
        this.#lookSoon();
      }),
    ];
    this.#follow(vscode.window.activeTextEditor);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor) this.#uri = this.#services.workflowFiles.has(editor.document.uri) ? editor.document.uri : undefined;
    this.#look().catch((error: unknown) => {
      this.#services.log.error(
        "the publication of a file can't be told",
        error instanceof Error ? error : String(error),
      );
    });
  }

  #lookSoon(): void {
    clearTimeout(this.#timer);
    if (this.#uri)
      this.#timer = setTimeout(() => {
        this.#follow(vscode.window.activeTextEditor);
      }, rest);
  }

  async #look(): Promise<void> {
    this.#looks += 1;
    const look = this.#looks;
    const uri = this.#uri;
    const known = uri && (await this.#knownOf(uri));
    if (look !== this.#looks) return;
    if (!known) {
      this.#item.hide();
      return;
    }
    const { text, tooltip, label } = publicationWords(known, (time) => new Date(time).toLocaleString());
    this.#item.text = forLabel(text);
    this.#item.tooltip = forTooltip(tooltip);
    this.#item.accessibilityInformation = { label, role: "button" };
    this.#item.show();
  }

  /** Undefined: there is nothing to publish. */
  async #knownOf(uri: vscode.Uri): Promise<KnownPublication | undefined> {
    const kept = this.#services.publishing.memory.publicationsOf(uri).at(-1);
    if (kept) {
      const live = this.#liveIn(kept.folder).find(
        ({ workflow, target }) => workflow === kept.workflow && target === kept.target,
      );
      // Another window may have read it before this one published.
      const isNewer = live !== undefined && live.publishedAt > kept.publishedAt;
      return {
        kind: "kept",
        kept,
        state: publishedState(kept, await textsNow(kept), isNewer ? live.build : undefined),
        live,
      };
    }
    const names = this.#services.graphs.known(uri)?.graph.workflows.flatMap(({ name }) => name ?? []) ?? [];
    const [first] = names;
    if (first === undefined) return undefined;
    const live = this.#services.history.folders
      .filter(({ folder }) => uri.fsPath.startsWith(folder + path.sep))
      .flatMap(({ folder }) => this.#liveIn(folder))
      .find(({ workflow }) => names.includes(workflow));
    return live ? { kind: "seen", live } : { kind: "none", workflow: first };
  }

  #liveIn(folder: string): readonly LiveWorkflow[] {
    return this.#services.history.folder(folder)?.history.workflows ?? [];
  }

  #isPartOf(document: vscode.TextDocument): boolean {
    if (!this.#uri) return false;
    if (document.uri.toString() === this.#uri.toString()) return true;
    const kept = this.#services.publishing.memory.publicationsOf(this.#uri).at(-1);
    return (
      kept !== undefined && Object.keys(kept.files).some((file) => path.join(kept.folder, file) === document.uri.fsPath)
    );
  }
}

/** Digests of the files' text: what is in an editor counts, saved or not. */
async function textsNow({ folder, files }: KeptPublication): Promise<ReadonlyMap<string, string | undefined>> {
  const texts = await Promise.all(
    Object.keys(files).map(async (file) => [file, await textOf(vscode.Uri.file(path.join(folder, file)))] as const),
  );
  return new Map(texts.map(([file, text]) => [file, text === undefined ? undefined : textDigest(text, nodeHash)]));
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.fsPath === uri.fsPath && document.uri.scheme === "file",
  );
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return undefined;
    throw error;
  }
}
