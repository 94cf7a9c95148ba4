import type * as vscode from "vscode";
import type { PreviewedRun } from "../../formats/preview.js";
import type { Run } from "../../core/model/run.js";
import type { RunHistory } from "../runs/runHistory.js";
import type { PreviewReference } from "./readPreview.js";

/** Looks after a run that is under way, and says when there is more of it to show. */
export class PreviewFollower implements vscode.Disposable {
  readonly #history: RunHistory;
  readonly #onMore: () => void;
  #held: { readonly hold: vscode.Disposable; readonly changes: vscode.Disposable } | undefined;

  constructor(history: RunHistory, onMore: () => void) {
    this.#history = history;
    this.#onMore = onMore;
  }

  /** Follows the run until it is over, or another one is followed. */
  follow(reference: PreviewReference, run: PreviewedRun): void {
    this.dispose();
    if (run.state !== "queued" && run.state !== "running") return;
    let before = signatureOf(this.#history.run(reference));
    this.#held = {
      changes: this.#history.onDidChange(({ folder }) => {
        const now = signatureOf(this.#history.run(reference));
        if (folder !== reference.folder || now === before) return;
        before = now;
        this.#onMore();
      }),
      hold: this.#history.hold(),
    };
  }

  dispose(): void {
    this.#held?.hold.dispose();
    this.#held?.changes.dispose();
    this.#held = undefined;
  }
}

function signatureOf(run: Run | undefined): string {
  return JSON.stringify([
    run?.state,
    run?.operators.map(({ operator, state, tryNumber }) => [operator, state, tryNumber]),
  ]);
}
