import type { Tree } from "web-tree-sitter";
import type { PythonParser } from "../ports.js";
import { scan } from "./sections/scan.js";

/** Characters of a file that is read; of a longer one nothing is, which is told. */
export const mostCharacters = 400_000;
/** Comment lines in a row that the parser is given; it reads each of a block's as often as lines follow it. */
const mostComments = 30;
/** Characters of a text without an end that the parser is given, which it would try to repair in every way. */
const mostUnterminated = 10_000;

/** The parser, given no text that would cost it much more than it tells: what it is not given is blank for it, so that all positions hold. */
export function boundedParser(parser: PythonParser): PythonParser {
  const bounded = new WeakSet<Tree>();
  return {
    parse: (text, previous) => {
      const given = boundedText(text);
      // Another part of the text may be blank now than was in the tree before, which says nothing of that.
      const isSame = given === text && (previous === undefined || !bounded.has(previous));
      const tree = isSame ? parser.parse(text, previous) : parser.parse(given);
      if (given !== text) bounded.add(tree);
      return tree;
    },
    edit: (tree, edit) => {
      if (!bounded.has(tree)) parser.edit(tree, edit);
    },
  };
}

/** What the parser is given of a text: as long as it, but for one that is too long, of which it is given nothing. */
export function boundedText(text: string): string {
  if (text.length > mostCharacters) return "";
  const closed = text.length > mostUnterminated ? withoutOpenText(text) : text;
  return withoutLongComments(closed);
}

/** A text that is never closed takes all that follows; the bracket in its place is never closed either, so that it stays a fault. */
function withoutOpenText(text: string): string {
  const open = scan(text).unterminated.find(({ from, to }) => to - from > mostUnterminated);
  return open === undefined ? text : `${text.slice(0, open.from)}(${blank(text.slice(open.from + 1))}`;
}

const longRun = new RegExp(`(?:^[ \\t]*#[^\\n]*\\n){${mostComments}}`, "m");

/** Comments after the first lines of a long block of them. */
function withoutLongComments(text: string): string {
  if (!longRun.test(text)) return text;
  const inTexts = textsIn(text);
  const parts: string[] = [];
  let run = 0;
  let at = 0;
  let next = 0;
  for (const line of text.split(/(?<=\n)/)) {
    while (inTexts[next] !== undefined && (inTexts[next]?.to ?? 0) <= at) next += 1;
    const isInText = (inTexts[next]?.from ?? Number.POSITIVE_INFINITY) < at;
    run = !isInText && /^[ \t]*#/.test(line) ? run + 1 : 0;
    parts.push(run > mostComments ? blank(line) : line);
    at += line.length;
  }
  return parts.join("");
}

/** Where the texts in three quotes stand. */
function textsIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  const tokens = /#[^\n]*|("""|''')(?:\\[^]|(?!\1)[^])*(?:\1|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?/g;
  return [...text.matchAll(tokens)].flatMap(({ index, 0: found, 1: quotes }) =>
    quotes === undefined ? [] : [{ from: index, to: index + found.length }],
  );
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
