import type * as vscode from "vscode";
import { stateKeys } from "../ids.js";
import { referenceOf } from "../references.js";
import type { PreviewReference } from "./readPreview.js";

/** As many panels are remembered over a reload; the oldest go first. */
const most = 20;

/** What an open panel shows. */
export interface RememberedPreview {
  /** Of its tab: by it a panel that comes back is told from others. */
  readonly title: string;
  readonly reference: PreviewReference;
  readonly isKept: boolean;
}

/** What the open previews show, kept by the extension: what a webview stores of itself does not reliably survive a reload of the window. */
export class PreviewMemory {
  readonly #state: vscode.Memento;
  /** Panels of the last session that have not come back: one in the background does so when its tab is shown. */
  #awaited: readonly RememberedPreview[];

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#awaited = read(state.get<unknown>(stateKeys.previewPanels));
  }

  /** What the panel with this title showed; each is given back once. */
  take(title: string): RememberedPreview | undefined {
    const found = this.#awaited.findLast((one) => one.title === title) ?? this.#awaited.at(-1);
    this.#awaited = this.#awaited.filter((one) => one !== found);
    return found;
  }

  keep(open: readonly RememberedPreview[]): void {
    void this.#state.update(stateKeys.previewPanels, [...this.#awaited, ...open].slice(-most));
  }
}

/** An older version may have kept something else. */
function read(value: unknown): readonly RememberedPreview[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((entry) => {
    if (typeof entry !== "object" || entry === null || !("title" in entry) || typeof entry.title !== "string")
      return [];
    const reference = referenceOf(entry, "artifact", "operatorRun");
    return reference === undefined
      ? []
      : [{ title: entry.title, reference, isKept: "isKept" in entry && entry.isKept === true }];
  });
}
