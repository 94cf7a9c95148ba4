import { stripVTControlCharacters } from "node:util";
import { countOf } from "../core/model/words.js";

declare const place: unique symbol;

/**
 * Text that was made safe for the place where it is shown. Any plain `string` may hold text of others until then: an exception's message, a value, a name, what a server answered.
 *
 * The doors to these places take nothing else: `extension/shown.ts` to the editor, `cli/terminal.ts` to the terminal. Lint forbids to go past them.
 */
export type Shown<Place extends string> = string & { readonly [place]: Place };

/** As many characters of a message does VS Code show; it drops the rest without a word. */
const messageLength = 1_000;
/** A label is one line of a view. */
const labelLength = 300;
/** Traces and values are long, and a terminal scrolls. */
const terminalLength = 100_000;

/** For notifications, progress and prompts of VS Code, which make a link of `[label](command:…)` that runs any command at a click. */
export function forMessage(text: string): Shown<"message"> {
  return withoutLinks(shortened(plain(text), messageLength)) as Shown<"message">;
}

/** For labels in lists, trees and the status bar: one line. VS Code makes no links there. */
export function forLabel(text: string): Shown<"label"> {
  return shortened(plain(text).replace(/\s*\n\s*/g, " "), labelLength) as Shown<"label">;
}

/** For what is shown when the pointer rests: several lines. */
export function forTooltip(text: string): Shown<"tooltip"> {
  return withoutLinks(shortened(plain(text), messageLength)) as Shown<"tooltip">;
}

/** For a terminal, which obeys control sequences: they set its title, wipe it, write to the clipboard. */
export function forTerminal(text: string): Shown<"terminal"> {
  return shortened(plain(text), terminalLength) as Shown<"terminal">;
}

/** JSON for a terminal or a script: the same value, its control characters spelled as JSON spells them. */
export function jsonForTerminal(value: unknown): Shown<"terminal"> {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f]|\p{Bidi_Control}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  ) as Shown<"terminal">;
}

/**
 * What operators print, as it comes: colours and the return to the line's beginning stay, every other sequence goes.
 *
 * A sequence may come in two pieces, so its beginning waits for the rest.
 */
export class OperatorOutput {
  #waiting = "";

  /** @returns what can be shown by now */
  next(text: string): Shown<"terminal"> {
    const all = this.#waiting + text;
    const begun =
      /(?:\u001b(?:\[[\d;:?]{0,30}|\](?:[^\u0007\u001b\n]{0,4000})|)|[\u0090\u009b\u009d][\d;]{0,30})$/.exec(all);
    this.#waiting = begun?.[0] ?? "";
    return coloured(begun === null ? all : all.slice(0, begun.index)) as Shown<"terminal">;
  }
}

/** The same for output that is there as a whole. */
export function colouredForTerminal(text: string): Shown<"terminal"> {
  return shortened(coloured(text), terminalLength) as Shown<"terminal">;
}

function coloured(text: string): string {
  return text
    .split(/(\u001b\[[\d;:]*m|\r)/)
    .map((part, index) => (index % 2 === 1 ? part : plain(part)))
    .join("");
}

/** Without control sequences, control characters but line ends and tabs, and characters that turn the order of others. */
function plain(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Bidi_Control}/gu, "");
}

/** A zero-width space between label and address: the text reads as before, and is no link any more. */
function withoutLinks(text: string): string {
  return text.replaceAll("](", "]\u200b(");
}

/** What is left out is said. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length - 40).replace(/[\ud800-\udbff]$/, "");
  return `${kept} … (${countOf(text.length - kept.length, "more character")})`;
}
