import type { Node } from "web-tree-sitter";
import type { Span } from "../syntax/syntax.js";

/** What lowering passes along: where the section begins, and where it reports a block without a statement. */
export interface Lowering {
  readonly firstRow: number;
  /** Compound statements whose block is empty: Python refuses them, tree-sitter does not. */
  readonly emptyBlocks: EmptyBlock[];
  /** How deep in an expression lowering is. */
  depth: number;
}

export interface EmptyBlock {
  /** From the statement's first word to the colon. */
  readonly span: Span;
  readonly statement: string;
}

export function spanOf(node: Node, { firstRow }: Lowering): Span {
  const start = node.startPosition;
  const end = node.endPosition;
  return { row: start.row - firstRow, column: start.column, endRow: end.row - firstRow, endColumn: end.column };
}

/** The name that an identifier writes; Python takes names that only look different, such as those with either micro sign, for one (PEP 3131). */
export function nameOf(node: Node): string;
export function nameOf(node: Node | undefined): string | undefined;
export function nameOf(node: Node | undefined): string | undefined {
  return node?.text.normalize("NFKC");
}

/** The named children without comments, which tree-sitter puts anywhere. */
export function partsOf(node: Node): Node[] {
  return node.namedChildren.filter((child) => child.type !== "comment" && child.type !== "line_continuation");
}

/** The first child under a field name. */
export function field(node: Node, name: string): Node | undefined {
  return node.childForFieldName(name) ?? undefined;
}

/** Whether a comma stands behind the last part of a node. */
export function endsInComma(node: Node): boolean {
  return (
    node.children.filter(({ type }) => !["comment", "line_continuation", "]", ")"].includes(type)).at(-1)?.type === ","
  );
}

/** Those of a comparison, one behind each operand but the last: `not in` and `is not` may be two words. */
export function operatorsOf(node: Node): string[] {
  const operators: string[] = [];
  let operand = -1;
  for (const child of node.children) {
    if (child.type === "comment" || child.type === "line_continuation") continue;
    if (child.isNamed) operand += 1;
    else operators[operand] = [operators[operand], child.text.replace(/\s+/g, " ")].filter(Boolean).join(" ");
  }
  return operators;
}
