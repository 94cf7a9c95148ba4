import type * as vscode from "vscode";
import type { PanelView } from "../../formats/graphPanel.js";
import { keptGraphsFormat, keptViewFormat, readEach } from "../../formats/memory.js";
import { read } from "../../formats/reader.js";
import { stateKeys } from "../ids.js";

/** How many files' views are remembered over a reload; the oldest go first. */
const most = 50;

interface Memory {
  readonly shown: string | null;
  readonly views: readonly PanelView[];
}

/**
 * Which file the panel shows and where each file's graph was left, kept by the extension: what a webview stores of
 * itself does not reliably survive a reload of the window.
 */
export class ViewMemory {
  readonly #state: vscode.Memento;
  #memory: Memory;

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#memory = readMemory(state.get<unknown>(stateKeys.graphPanel));
  }

  /** The file that was shown last. */
  get shown(): string | null {
    return this.#memory.shown;
  }

  viewOf(uri: string): PanelView | null {
    return this.#memory.views.findLast((view) => view.uri === uri) ?? null;
  }

  keepShown(uri: string | null): void {
    if (uri !== this.shown) this.#keep({ ...this.#memory, shown: uri });
  }

  keepView(view: PanelView): void {
    this.#keep({
      ...this.#memory,
      views: [...this.#memory.views.filter(({ uri }) => uri !== view.uri), view].slice(-most),
    });
  }

  #keep(memory: Memory): void {
    this.#memory = memory;
    void this.#state.update(stateKeys.graphPanel, memory);
  }
}

/** An older version may have kept something else. */
function readMemory(value: unknown): Memory {
  const kept = read(keptGraphsFormat, value);
  if (!kept.readable) return { shown: null, views: [] };
  return { shown: kept.value.shown, views: readEach(keptViewFormat, kept.value.views) };
}
