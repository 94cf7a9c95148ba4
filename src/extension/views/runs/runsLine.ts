import type { HistoryNode, NodeReference } from "../../../core/index.js";

/** A line of *Runs*: one object for an id, however often what it says changes, since VS Code tells lines apart by it. Menus hand it to their commands. */
export class RunsLine {
  readonly id: string;
  readonly #find: (id: string) => HistoryNode | undefined;

  constructor(id: string, find: (id: string) => HistoryNode | undefined) {
    this.id = id;
    this.#find = find;
  }

  /** What is shown there now; undefined: the line has gone. */
  get node(): HistoryNode | undefined {
    return this.#find(this.id);
  }

  /** What commands take; see `referenceOf`. */
  get reference(): NodeReference | null {
    return this.node?.reference ?? null;
  }
}
