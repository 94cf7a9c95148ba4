/** A stretch of text, offsets in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface UnterminatedString extends Stretch {
  readonly quote: string;
}

export interface Scan {
  /** Where a line begins at column 0 outside of strings, with something that may begin a statement. */
  readonly statementStarts: readonly number[];
  readonly unterminated: readonly UnterminatedString[];
  /** Brackets that are never closed, outermost first. */
  readonly unclosed: readonly { readonly bracket: string; readonly at: number }[];
}

const closing: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Clauses and closing brackets continue the statement of the lines above. */
const continues = /^(?:[)\]}#\s]|(?:else|elif|except|finally|case)\b)/;

/**
 * Reads strings, comments and brackets only, so that it works on text that no parser accepts.
 *
 * A string in single quotes ends with its line at the latest, as Python has it: what follows a missing quote is read again from the next line.
 */
export function scan(text: string): Scan {
  const statementStarts: number[] = [];
  const unterminated: UnterminatedString[] = [];
  const open: { bracket: string; at: number }[] = [];
  const tokens = /\n|\\\n|\\.|#[^\n]*|"""|'''|["']|[()[\]{}]/g;
  const lineBegins = (at: number): void => {
    const line = text.slice(at, at + 10);
    if (line !== "" && !continues.test(line)) {
      statementStarts.push(at);
    }
  };
  lineBegins(0);
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [found] = token;
    if (found === "\n") lineBegins(tokens.lastIndex);
    else if (/^["']/.test(found)) tokens.lastIndex = endOfString(text, token.index, found, unterminated);
    else if ("([{".includes(found)) open.push({ bracket: found, at: token.index });
    else if (closing[found] !== undefined && open.at(-1)?.bracket === closing[found]) open.pop();
  }
  return { statementStarts, unterminated, unclosed: open };
}

function endOfString(text: string, from: number, quote: string, unterminated: UnterminatedString[]): number {
  const long = quote.length === 3;
  for (let at = from + quote.length; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === "\n" && !long) {
      unterminated.push({ from, to: at, quote });
      return at;
    } else if (text.startsWith(quote, at)) return at + quote.length;
  }
  unterminated.push({ from, to: text.length, quote });
  return text.length;
}

/**
 * Cuts text at the statements that begin in the first column; decorators stay with what they decorate.
 *
 * Trailing comments and blank lines belong to no chunk.
 */
export function chunksOf(text: string): Stretch[] {
  const { statementStarts } = scan(text);
  const starts = statementStarts.filter((_, index) => {
    const before = statementStarts[index - 1];
    return before === undefined || text[before] !== "@";
  });
  return starts.map((from, index) => ({
    from,
    to: from + withoutTail(text.slice(from, starts[index + 1] ?? text.length)),
  }));
}

function withoutTail(chunk: string): number {
  const lines = chunk.split("\n");
  while (lines.length > 1 && /^\s*(#.*)?$/.test(lines.at(-1) ?? "")) lines.pop();
  return lines.join("\n").trimEnd().length;
}
