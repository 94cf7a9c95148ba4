import { html } from "../../shared/elements.js";
import { actionButton, toggleButton } from "./actions.js";
import type { ValueHost, ValueView } from "./valueView.js";
import { countOf } from "../../../src/core/model/words.js";

/** A text as it is, in the editor's font. */
export class TextView implements ValueView {
  readonly element = html("div", "textView");
  readonly actions: readonly HTMLElement[];
  readonly #text;

  /** @param note what of the value is not here; undefined: nothing is left out */
  constructor(label: string, text: string, note: string | undefined, status: HTMLElement, host: ValueHost) {
    this.#text = html("pre", "text wrapped", text);
    this.#text.tabIndex = 0;
    this.#text.setAttribute("role", "document");
    this.#text.setAttribute("aria-label", label);
    const wrap = toggleButton(
      { on: "word-wrap", off: "word-wrap" },
      "Wrap Lines",
      { on: "Show each line in one", off: "Wrap long lines" },
      () => {
        wrap.show(this.#text.classList.toggle("wrapped") ? "on" : "off");
      },
    );
    wrap.show("on");
    this.actions = [
      wrap.element,
      actionButton("copy", "Copy", "Copy the text", () => {
        host.copy(text, "the text");
      }),
    ];
    this.element.append(
      this.#text,
      html("footer", "footer", html("span", "count", note ?? linesOf(text)), html("span", "space"), status),
    );
  }

  focus(): void {
    this.#text.focus();
  }

  dispose(): void {
    // It holds nothing.
  }
}

function linesOf(text: string): string {
  const lines = text.split("\n").length;
  return `${countOf(lines, "line")}, ${countOf(text.length, "character")}`;
}
