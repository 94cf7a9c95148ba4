import * as vscode from "vscode";
import type { PublishResult } from "../../core/index.js";
import { DagDiff } from "./dagDiff.js";
import { PublishDiagnostics } from "./publishDiagnostics.js";
import type { PublishingParts, PublishingServices } from "./publishingParts.js";
import { PublishMemory, type KeptPublication } from "./publishMemory.js";
import { PublishRun, type PublishOpening, type PublishSubject } from "./publishRun.js";

/** All publications of this window, and what is remembered of them. */
export class Publishing implements vscode.Disposable {
  readonly memory: PublishMemory;
  readonly #parts: PublishingParts;
  readonly #running = new Map<string, PublishRun>();
  readonly #published = new vscode.EventEmitter<KeptPublication>();

  #last: vscode.Uri | undefined;

  /** A build of a file is live. */
  readonly onDidPublish = this.#published.event;

  constructor(services: PublishingServices) {
    this.memory = new PublishMemory(services.state);
    this.#parts = {
      ...services,
      problems: new PublishDiagnostics(services.runDiagnostics),
      diffs: new DagDiff(),
      published: (kept, result) => this.#keep(kept, result),
    };
  }

  /** The file that was published last in this window, or is just being published: its panel has no editor of its own. */
  get last(): vscode.Uri | undefined {
    return this.#last;
  }

  /** Publishes, followed in a panel; shows the panel where the same is being published already. */
  async publish(subject: PublishSubject, opening: PublishOpening): Promise<void> {
    this.#last = subject.uri;
    const key = JSON.stringify([subject.uri.toString(), subject.name, subject.airflow]);
    const running = this.#running.get(key);
    if (running) {
      running.reveal();
      return;
    }
    const run = new PublishRun(this.#parts, subject, opening);
    this.#running.set(key, run);
    try {
      await run.run();
    } finally {
      this.#running.delete(key);
    }
  }

  dispose(): void {
    this.#parts.diffs.dispose();
    this.#published.dispose();
  }

  async #keep(kept: Omit<KeptPublication, "publishedAt">, { outcome }: PublishResult): Promise<void> {
    if (outcome === "waiting") return;
    const known = this.memory
      .publicationsOf(vscode.Uri.parse(kept.uri))
      .find(
        ({ workflow, target, build }) => workflow === kept.workflow && target === kept.target && build === kept.build,
      );
    const publishedAt = outcome === "unchanged" && known ? known.publishedAt : new Date().toISOString();
    const publication = { ...kept, publishedAt };
    await this.memory.keepPublication(publication);
    this.#published.fire(publication);
    // A history that cannot be read now says so itself, where it is shown.
    this.#parts.history.reopen(kept.folder).catch((error: unknown) => {
      this.#parts.log.warn("the history could not be read after a publication", { cause: String(error) });
    });
  }
}
