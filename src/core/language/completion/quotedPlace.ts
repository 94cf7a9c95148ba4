/** A caret inside of a string, as far as the text around it tells. Offsets in UTF-16 units. */
export interface QuotedPlace {
  /** What stands in the quotes before the caret. */
  readonly before: string;
  /** Behind the opening quote. */
  readonly from: number;
  readonly caret: number;
  readonly quote: string;
  /** The argument that the string is, where it is all of one. */
  readonly argument: QuotedArgument | undefined;
}

interface QuotedArgument {
  /** What is called, as it is written: `client.resource`. */
  readonly callee: string;
  /** A keyword, a position from 0, or the key of a dictionary that is the only argument. */
  readonly place: string | number;
}

interface Frame {
  readonly bracket: string;
  readonly callee: string;
  commas: number;
  /** Where the part behind the last comma begins. */
  partFrom: number;
}

const closing: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
const token = /\n|\\.|#[^\n]*|"""|'''|["']|[()[\]{},]/g;

/**
 * The string around a caret. It reads quotes, brackets and commas alone, because a name that is being typed makes text that no parser reads.
 *
 * Undefined outside of strings, in comments and in f-strings, whose braces are Python.
 */
export function quotedPlaceAt(text: string, caret: number): QuotedPlace | undefined {
  const frames: Frame[] = [];
  const tokens = new RegExp(token);
  for (let found = tokens.exec(text); found !== null && found.index < caret; found = tokens.exec(text)) {
    const [what] = found;
    const { index } = found;
    const top = frames.at(-1);
    if (what === "\n") {
      // A statement that begins in the first column ends whatever was left open above.
      if (/[^\s)\]}#]/.test(text[index + 1] ?? " ")) frames.length = 0;
    } else if (/^["']/.test(what)) {
      const end = endOfString(text, index, what);
      if (caret >= index + what.length && caret <= end.to)
        return placeIn(text, { opening: index, quote: what, caret, frames });
      tokens.lastIndex = end.next;
    } else if ("([{".includes(what))
      frames.push({
        bracket: what,
        callee: what === "(" ? calleeBefore(text, index) : "",
        commas: 0,
        partFrom: index + 1,
      });
    else if (closing[what] !== undefined) {
      if (top?.bracket === closing[what]) frames.pop();
    } else if (what === "," && top !== undefined) {
      top.commas += 1;
      top.partFrom = index + 1;
    }
  }
  return undefined;
}

/** `to`: behind the last character inside; `next`: behind the string. */
function endOfString(text: string, from: number, quote: string): { readonly to: number; readonly next: number } {
  for (let at = from + quote.length; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text.startsWith(quote, at)) return { to: at, next: at + quote.length };
    else if (text[at] === "\n" && quote.length === 1) return { to: at, next: at };
  }
  return { to: text.length, next: text.length };
}

function placeIn(
  text: string,
  { opening, quote, caret, frames }: { opening: number; quote: string; caret: number; frames: readonly Frame[] },
): QuotedPlace | undefined {
  const prefix = /(?<![\w"'])[a-zA-Z]{1,2}$/.exec(text.slice(Math.max(0, opening - 3), opening))?.[0] ?? "";
  if (/[fbt]/i.test(prefix)) return undefined;
  const from = opening + quote.length;
  return {
    before: text.slice(from, caret),
    from,
    caret,
    quote,
    argument: argumentOf(text, opening - prefix.length, frames),
  };
}

function argumentOf(text: string, opening: number, frames: readonly Frame[]): QuotedArgument | undefined {
  const frame = frames.at(-1);
  if (frame === undefined) return undefined;
  const part = text.slice(frame.partFrom, opening).replace(/#[^\n]*/g, "");
  if (frame.bracket === "(") {
    const keyword = /^\s*(\w+)\s*=\s*$/.exec(part)?.[1];
    return keyword === undefined && part.trim() !== ""
      ? undefined
      : { callee: frame.callee, place: keyword ?? frame.commas };
  }
  const outer = frames.at(-2);
  if (outer?.bracket !== "(") return undefined;
  const key = /^\s*["'](\w+)["']\s*:\s*$/.exec(part)?.[1];
  if (frame.bracket === "{") return key === undefined ? undefined : { callee: outer.callee, place: key };
  // An item of a list stands for the list itself, as in db.sql([…]).
  const listed = /^\s*(?:(\w+)\s*=\s*)?\[/.exec(text.slice(outer.partFrom));
  return part.trim() !== "" || listed === null ? undefined : { callee: outer.callee, place: listed[1] ?? outer.commas };
}

function calleeBefore(text: string, bracket: number): string {
  return /(?:[\w.]|\(\s*\))+$/.exec(text.slice(Math.max(0, bracket - 120), bracket).trimEnd())?.[0] ?? "";
}
