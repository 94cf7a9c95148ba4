import { outputBudget } from "../core/model/budgets.js";
import { countOf } from "../core/model/words.js";

/** The beginning and the end of a text of any length, in bounded memory; what was left out between them is counted. */
export class KeptOutput {
  #head = "";
  /** In pieces, so that a new one costs no copy of the old ones. */
  readonly #tail: string[] = [];
  #tailLength = 0;
  #leftOut = 0;

  constructor(private readonly limits: { readonly head: number; readonly tail: number } = outputBudget) {}

  add(text: string): void {
    const room = this.limits.head - this.#head.length;
    // Copied, or a short piece would hold the whole text that it was cut from.
    if (room > 0) this.#head += copied(text.slice(0, room));
    const rest = room > 0 ? text.slice(room) : text;
    if (rest === "") return;
    this.#tail.push(rest);
    this.#tailLength += rest.length;
    while (this.#tailLength > this.limits.tail) {
      const [first = ""] = this.#tail;
      const over = this.#tailLength - this.limits.tail;
      if (first.length <= over) this.#tail.shift();
      else this.#tail[0] = copied(first.slice(over));
      const gone = Math.min(first.length, over);
      this.#tailLength -= gone;
      this.#leftOut += gone;
    }
  }

  text(): string {
    const left = this.#leftOut === 0 ? "" : `\n… ${countOf(this.#leftOut, "character")} left out here …\n`;
    return this.#head + left + this.#tail.join("");
  }
}

function copied(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
