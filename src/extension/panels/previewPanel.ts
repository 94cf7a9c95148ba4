import * as vscode from "vscode";
import type { World } from "../../core/index.js";
import type { OperatorPreview } from "../../formats/preview.js";
import { isTableSample, type TableSample } from "../../core/model/sample.js";
import type { ArtifactId } from "../../core/model/workflow.js";
import {
  previewPanel,
  type OpenedBeside,
  type PreviewContent,
  type PreviewPanelBoundary,
} from "../../formats/previewPanel.js";
import { ids } from "../ids.js";
import type { OperatorRunReference } from "../references.js";
import type { Reporter } from "../report.js";
import type { RunHistory } from "../runs/runHistory.js";
import { exportCsv } from "./exportCsv.js";
import { PanelHost } from "./panelHost.js";
import { PreviewFollower } from "./previewFollower.js";
import { readPreview, type PreviewReference } from "./readPreview.js";

export interface PreviewPanelParts {
  readonly extensionUri: vscode.Uri;
  readonly world: () => Promise<World>;
  readonly history: RunHistory;
  readonly log: vscode.LogOutputChannel;
  readonly report: Reporter;
}

/** What is known of a value: everything that the page shows is made from it, so the page may forget everything. */
type Subject =
  | { readonly kind: "nothing" }
  | { readonly kind: "loading"; readonly reference: PreviewReference }
  | { readonly kind: "failed"; readonly reference: PreviewReference; readonly message: string }
  | { readonly kind: "operator"; readonly reference: PreviewReference; readonly preview: OperatorPreview };

const beside: Readonly<Record<OpenedBeside, string>> = { trace: ids.openTrace, log: ids.openLog };

/** The host half of one preview; lives as long as its tab. */
export class PreviewPanel implements vscode.Disposable {
  readonly #parts: PreviewPanelParts;
  readonly #host: PanelHost<PreviewPanelBoundary>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #follower: PreviewFollower;
  readonly #subscriptions: { dispose(): unknown }[];
  #subject: Subject = { kind: "nothing" };
  #shown: ArtifactId | null = null;
  #isKept: boolean;
  #reading = new AbortController();

  /** What it shows, its title or whether it is kept has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(panel: vscode.WebviewPanel, parts: PreviewPanelParts, isKept: boolean) {
    this.#parts = parts;
    this.#isKept = isKept;
    this.#follower = new PreviewFollower(parts.history, () => {
      void this.#readAgain();
    });
    this.#subscriptions = [
      this.#changed,
      this.#follower,
      panel.onDidDispose(() => {
        this.dispose();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        if (this.#subject.kind === "failed") void this.#readAgain();
      }),
    ];
    this.#host = new PanelHost<PreviewPanelBoundary>(panel, {
      ...parts,
      boundary: previewPanel,
      page: { name: "previewPanel", title: "Value" },
      icon: { light: "value-light.svg", dark: "value-dark.svg" },
      requests: {
        loadContent: {
          answer: () => this.#content(),
          failure: "The value can't be shown. Close the panel and open it again.",
        },
        copy: {
          answer: async ({ text }) => this.#copy(text),
          failure: "Nothing was copied: the clipboard can't be reached.",
        },
        exportCsv: {
          answer: async ({ artifact }) => this.#export(artifact),
          failure: "The CSV file was not written. Choose another place for it; the log says why.",
        },
        open: { answer: async ({ what }) => this.#open(what), failure: "It can't be opened. The log says why." },
        keepOpen: {
          answer: ({ isKept: keeps }) => this.#keep(keeps ? "open" : "reused"),
          failure: "The panel can't be kept.",
        },
      },
      reports: {
        artifactShown: ({ artifact }) => {
          this.#show(artifact);
        },
      },
    });
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#host.panel.onDidDispose;
  }

  /** Every message of the page, after it was handled. */
  get onDidReceive(): PanelHost<PreviewPanelBoundary>["onDidReceive"] {
    return this.#host.onDidReceive;
  }

  /** What it was opened for, with the artifact whose tab is chosen. */
  get reference(): PreviewReference | undefined {
    if (this.#subject.kind === "nothing") return undefined;
    const { reference } = this.#subject;
    return this.#shown === null ? reference : { ...operatorOf(reference), kind: "artifact", artifact: this.#shown };
  }

  /** What is shown; undefined while it is read, and where that failed. */
  get preview(): OperatorPreview | undefined {
    return this.#subject.kind === "operator" ? this.#subject.preview : undefined;
  }

  /** The sentence that stands in the value's place where it could not be read. */
  get failure(): string | undefined {
    return this.#subject.kind === "failed" ? this.#subject.message : undefined;
  }

  /** Whether it stays with its value when another one is opened. */
  get isKept(): boolean {
    return this.#isKept;
  }

  get title(): string {
    return this.#host.panel.title;
  }

  reveal(): void {
    this.#host.panel.reveal();
  }

  /** Shows what an operator of a run gave. What goes wrong is shown in the value's place. */
  async show(reference: PreviewReference): Promise<void> {
    this.#shown = reference.kind === "artifact" ? reference.artifact : null;
    this.#host.panel.title = `Value: ${reference.operator}`;
    this.#become({ kind: "loading", reference });
    await this.#read(reference);
  }

  /** The rows of a table's sample; undefined where the artifact is no table. */
  tableOf(artifact: ArtifactId): TableSample | undefined {
    const sample = this.preview?.values.find((value) => value.artifact === artifact)?.sample;
    return sample != null && isTableSample(sample) ? sample : undefined;
  }

  dispose(): void {
    this.#reading.abort(new vscode.CancellationError());
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
    this.#host.dispose();
  }

  async #readAgain(): Promise<void> {
    if (this.#subject.kind !== "nothing") await this.#read(this.#subject.reference);
  }

  /** A newer read, or the end of the panel, ends this one. */
  async #read(reference: PreviewReference): Promise<void> {
    this.#reading.abort(new vscode.CancellationError());
    const { signal } = (this.#reading = new AbortController());
    try {
      const preview = await readPreview(await this.#parts.world(), this.#parts.history, reference, signal);
      if (!signal.aborted) this.#become({ kind: "operator", reference, preview });
    } catch (error) {
      if (signal.aborted) return;
      this.#parts.log.error("no preview", { reference, cause: String(error) });
      this.#become({ kind: "failed", reference, message: error instanceof Error ? error.message : String(error) });
    }
  }

  #become(subject: Subject): void {
    this.#subject = subject;
    if (subject.kind === "operator") {
      const { operator, values } = subject.preview;
      this.#host.panel.title = `Value: ${operator.name}`;
      if (!values.some(({ artifact }) => artifact === this.#shown)) this.#shown = values[0]?.artifact ?? null;
      this.#follower.follow(subject.reference, subject.preview.run);
    }
    this.#host.send("contentChanged", this.#content());
    this.#changed.fire(undefined);
  }

  #content(): PreviewContent {
    const subject = this.#subject;
    switch (subject.kind) {
      case "nothing":
        return subject;
      case "loading":
        return { kind: "loading", name: subject.reference.operator };
      case "failed":
        return { kind: "failed", name: subject.reference.operator, message: subject.message };
      case "operator":
        return { kind: "operator", preview: subject.preview, shown: this.#shown, isKept: this.#isKept };
    }
  }

  #show(artifact: ArtifactId): void {
    this.#shown = artifact;
    this.#changed.fire(undefined);
  }

  #keep(how: "open" | "reused"): null {
    this.#isKept = how === "open";
    this.#changed.fire(undefined);
    return null;
  }

  async #copy(text: string): Promise<null> {
    await vscode.env.clipboard.writeText(text);
    return null;
  }

  async #open(what: OpenedBeside): Promise<null> {
    if (this.#subject.kind !== "nothing")
      await vscode.commands.executeCommand(beside[what], operatorOf(this.#subject.reference));
    return null;
  }

  async #export(artifact: ArtifactId): Promise<boolean> {
    const value = this.preview?.values.find((one) => one.artifact === artifact);
    const sample = this.tableOf(artifact);
    return (
      value !== undefined &&
      sample !== undefined &&
      this.#subject.kind !== "nothing" &&
      exportCsv(value, sample, this.#subject.reference.folder)
    );
  }
}

function operatorOf({ folder, target, rid, operator }: PreviewReference): OperatorRunReference {
  return { kind: "operatorRun", folder, target, rid, operator };
}
