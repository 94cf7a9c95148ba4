import type { RunStates } from "../../../src/formats/graphPanel.js";
import { runAnnouncement } from "../announcement.js";
import type { Diagram } from "../diagram.js";
import { countOf } from "../../../src/core/model/words.js";
import { html, setText } from "../../shared/elements.js";

/** The graph as a plain list, for screen readers in browse mode, and a line that says aloud how an edit or a run changed it. */
export class OutlineView {
  readonly #list = html("ol", "");
  readonly #announcement = html("p", "");
  readonly element = html("section", "readAloud", html("h2", "", "Operators in order"), this.#list, this.#announcement);
  #names: ReadonlyMap<string, string> | undefined;
  #run: RunStates | undefined;

  constructor() {
    this.#announcement.setAttribute("role", "status");
  }

  /** @param run whose states the diagram has */
  draw({ nodes }: Diagram, run: RunStates | undefined): void {
    this.#drawList(nodes.map((node) => `${node.name}, ${node.detail}; ${node.description}`));
    const names = new Map(nodes.map(({ id, name }) => [id, name]));
    if (this.#names) this.#announce(this.#names, names);
    this.#say(runAnnouncement(this.#run, run, (id) => names.get(id) ?? id));
    this.#names = names;
    this.#run = run;
  }

  /** Another graph is not a change of this one. */
  forget(): void {
    this.#names = undefined;
    this.#run = undefined;
    setText(this.#announcement, "");
  }

  /** Touches only the lines that changed: this runs at every keystroke. */
  #drawList(lines: readonly string[]): void {
    while (this.#list.children.length > lines.length) this.#list.lastElementChild?.remove();
    lines.forEach((line, index) => {
      const item = this.#list.children[index] ?? this.#list.appendChild(html("li", ""));
      setText(item, line);
    });
  }

  #announce(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): void {
    const added = [...now].filter(([id]) => !before.has(id)).map(([, name]) => name);
    const removed = [...before].filter(([id]) => !now.has(id)).map(([, name]) => name);
    if (added.length === 0 && removed.length === 0) return;
    const changes = [...added.map((name) => `${name} added`), ...removed.map((name) => `${name} removed`)];
    this.#say(`${changes.join(", ")}; ${countOf(now.size, "operator")}.`);
  }

  #say(words: string): void {
    if (words !== "") setText(this.#announcement, words);
  }
}
