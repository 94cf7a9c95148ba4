import type { Node } from "web-tree-sitter";
import type { Span } from "../syntax/syntax.js";
import { scan } from "./scan.js";

/** Why Python cannot read a section. Rows count from the section's first row. */
export type Fault =
  | { readonly kind: "unterminatedString"; readonly span: Span; readonly quote: string; readonly content: string }
  | { readonly kind: "unclosedBracket"; readonly span: Span; readonly bracket: string }
  | { readonly kind: "missing"; readonly span: Span; readonly token: string }
  | { readonly kind: "unreadable"; readonly span: Span; readonly found: string };

/** What is wrong with a section that tree-sitter could not parse: the plainest cause first, and only one kind of cause. */
export function faultsOf(text: string, root: Node): Fault[] {
  const { unterminated, unclosed } = scan(text);
  if (unterminated.length > 0) {
    return unterminated.map(({ from, to, quote }) => ({
      kind: "unterminatedString",
      span: spanBetween(text, from, to),
      quote,
      content: text.slice(from + quote.length, to),
    }));
  }
  const [bracket] = unclosed;
  if (bracket !== undefined)
    return [{ kind: "unclosedBracket", span: spanBetween(text, bracket.at, bracket.at + 1), bracket: bracket.bracket }];
  const node = firstError(root);
  const span = spanBetween(text, node.startIndex, Math.max(node.endIndex, node.startIndex));
  if (node.isMissing) return [{ kind: "missing", span, token: node.type }];
  return [{ kind: "unreadable", span, found: node.text.split("\n")[0] ?? "" }];
}

function firstError(node: Node): Node {
  const wrong = node.children.find((child) => child.isError || child.isMissing || child.hasError);
  return wrong === undefined || wrong.isError || wrong.isMissing ? (wrong ?? node) : firstError(wrong);
}

function spanBetween(text: string, from: number, to: number): Span {
  const start = pointAt(text, from);
  const end = pointAt(text, to);
  return { row: start.row, column: start.column, endRow: end.row, endColumn: end.column };
}

function pointAt(text: string, offset: number): { readonly row: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { row: before.split("\n").length - 1, column: offset - (before.lastIndexOf("\n") + 1) };
}
