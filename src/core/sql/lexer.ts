import type { Dialect } from "./dialect.js";

/** A piece of a query. Broken SQL has tokens too: it is for the database to refuse it. `queries/lexer.py` gives the same. */
export interface Token {
  readonly kind: "word" | "number" | "text" | "name" | "comment" | "placeholder" | "previous" | "sign";
  readonly start: number;
  readonly end: number;
  /** Of `text` and `name`: where the contents stand, and what is around them. */
  readonly inner?: Inner;
  /** It stands in a comment that MySQL carries out; the signs around that are comments of their own. */
  readonly executed?: true;
}

export interface Inner {
  readonly start: number;
  readonly end: number;
  /** `'`, `"`, a backtick, `[`, or the tag of a dollar quote. */
  readonly quote: string;
  /** The letter before a literal, a capital; empty: none. */
  readonly prefix: string;
  readonly closed: boolean;
}

/** `$1`, or `{{ name }}`. */
export const placeholderPattern = /\$(?<number>\d+)|\{\{\s*(?<name>[^{}\s](?:[^{}]*[^{}\s])?)\s*\}\}/g;

const blank = /\s+/y;
const placeholder = new RegExp(placeholderPattern.source, "y");
const line = /[^\n]*/y;
const lineToReturn = /[^\r\n]*/y;
const executedOpening = /\/\*M?!(?:\d{5,6})?/y;
const commentEdge = /\/\*|\*\//g;
const dollarQuote = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const prefixed = /(?<prefix>[EeNnBbXx]|[Uu]&)?'/y;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const word = /[\p{L}_][\p{L}\p{N}_$]*/uy;

/** All tokens, comments included, blanks left out. */
export function tokensOf(text: string, dialect: Dialect): readonly Token[] {
  const found: Token[] = [];
  let place = 0;
  let executed = false;
  while (place < text.length) {
    const behind = endOf(blank, text, place);
    if (behind !== undefined) {
      place = behind;
      continue;
    }
    const opened = dialect.executedComments && !executed ? endOf(executedOpening, text, place) : undefined;
    const closes: boolean = executed && text.startsWith("*/", place);
    if (opened !== undefined || closes) {
      executed = !closes;
      found.push({ kind: "comment", start: place, end: opened ?? place + 2 });
    } else found.push({ ...tokenAt(text, place, dialect), ...(executed ? { executed: true } : {}) });
    place = found.at(-1)?.end ?? text.length;
  }
  return found;
}

function tokenAt(text: string, place: number, dialect: Dialect): Token {
  return (
    comment(text, place, dialect) ??
    dollar(text, place, dialect) ??
    quoted(text, place, dialect) ??
    plainToken(text, place)
  );
}

function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

function endOf(pattern: RegExp, text: string, place: number): number | undefined {
  const found = matchAt(pattern, text, place);
  return found === null ? undefined : found.index + found[0].length;
}

function comment(text: string, place: number, dialect: Dialect): Token | undefined {
  if (text.startsWith("/*", place)) return block(text, place, dialect);
  const dashes = text.startsWith("--", place) && !(dialect.dashesNeedBlank && !isBlankOrEnd(text[place + 2]));
  if (!dashes && !(dialect.hashComments && text[place] === "#")) return undefined;
  const end = endOf(dialect.returnEndsComments ? lineToReturn : line, text, place);
  return { kind: "comment", start: place, end: end ?? text.length };
}

/** What MySQL takes for a blank behind dashes: control characters, too. */
function isBlankOrEnd(sign: string | undefined): boolean {
  return sign === undefined || sign <= " " || sign === "\u007f";
}

function block(text: string, place: number, { nestedComments }: Dialect): Token {
  let depth = 1;
  let at = place + 2;
  for (;;) {
    const edge = matchAt(commentEdge, text, at);
    if (edge === null) return { kind: "comment", start: place, end: text.length };
    at = edge.index + 2;
    if (edge[0] === "*/") depth--;
    else if (nestedComments) depth++;
    if (depth === 0) return { kind: "comment", start: place, end: at };
  }
}

function dollar(text: string, place: number, { dollarQuotes }: Dialect): Token | undefined {
  if (text[place] !== "$" && text[place] !== "{") return undefined;
  const opened = dollarQuotes ? endOf(dollarQuote, text, place) : undefined;
  if (opened !== undefined) {
    const quote = text.slice(place, opened);
    const closing = text.indexOf(quote, opened);
    const closed = closing >= 0;
    const end = closed ? closing : text.length;
    return {
      kind: "text",
      start: place,
      end: closed ? end + quote.length : end,
      inner: { start: opened, end, quote, prefix: "", closed },
    };
  }
  const named = endOf(placeholder, text, place);
  if (named !== undefined) return { kind: "placeholder", start: place, end: named };
  return text[place] === "$" ? { kind: "previous", start: place, end: place + 1 } : undefined;
}

function quoted(text: string, place: number, dialect: Dialect): Token | undefined {
  const begun = matchAt(prefixed, text, place);
  if (begun !== null) {
    const prefix = (begun.groups?.["prefix"] ?? "").toUpperCase();
    const backslashes = dialect.backslashes || prefix === "E";
    if (prefix !== "E" || dialect.escapeText)
      return until(text, place, place + begun[0].length, { kind: "text", quote: "'", prefix, backslashes });
  }
  const quote = text[place] ?? "";
  if (quote === '"') {
    const kind = dialect.doubleQuotedText ? "text" : "name";
    const backslashes = dialect.backslashes && kind === "text";
    return until(text, place, place + 1, { kind, quote, prefix: "", backslashes });
  }
  const opens = (quote === "`" && dialect.backticks) || (quote === "[" && dialect.brackets);
  return opens ? until(text, place, place + 1, { kind: "name", quote, prefix: "", backslashes: false }) : undefined;
}

interface Quoting {
  readonly kind: "text" | "name";
  readonly quote: string;
  readonly prefix: string;
  readonly backslashes: boolean;
}

function until(text: string, start: number, innerStart: number, quoting: Quoting): Token {
  const { kind, quote, prefix, backslashes } = quoting;
  const closing = quote === "[" ? "]" : quote;
  let at = innerStart;
  while (at < text.length) {
    if (backslashes && text[at] === "\\") at += 2;
    else if (text[at] !== closing) at++;
    else if (text[at + 1] === closing && quote !== "[") at += 2;
    else return { kind, start, end: at + 1, inner: { start: innerStart, end: at, quote, prefix, closed: true } };
  }
  const end = text.length;
  return { kind, start, end, inner: { start: innerStart, end, quote, prefix, closed: false } };
}

function plainToken(text: string, start: number): Token {
  const wordEnd = endOf(word, text, start);
  if (wordEnd !== undefined) return { kind: "word", start, end: wordEnd };
  const numberEnd = endOf(number, text, start);
  if (numberEnd !== undefined) return { kind: "number", start, end: numberEnd };
  const isTwoUnits = (text.codePointAt(start) ?? 0) > 0xffff;
  return { kind: "sign", start, end: start + (isTwoUnits || text.startsWith("::", start) ? 2 : 1) };
}
