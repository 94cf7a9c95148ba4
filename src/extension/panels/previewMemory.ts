import type * as vscode from "vscode";
import { keptPreviewFormat, readEach, type KeptPreview } from "../../formats/memory.js";
import { stateKeys } from "../ids.js";

/** As many panels are remembered over a reload; the oldest go first. */
const most = 20;

/** What the open previews show, kept by the extension: what a webview stores of itself does not reliably survive a reload of the window. */
export class PreviewMemory {
  readonly #state: vscode.Memento;
  /** Panels of the last session that have not come back: one in the background does so when its tab is shown. */
  #awaited: readonly KeptPreview[];

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#awaited = readEach(keptPreviewFormat, state.get<unknown>(stateKeys.previewPanels));
  }

  /** What the panel with this title showed; each is given back once. */
  take(title: string): KeptPreview | undefined {
    const found = this.#awaited.findLast((one) => one.title === title) ?? this.#awaited.at(-1);
    this.#awaited = this.#awaited.filter((one) => one !== found);
    return found;
  }

  keep(open: readonly KeptPreview[]): void {
    void this.#state.update(stateKeys.previewPanels, [...this.#awaited, ...open].slice(-most));
  }
}
