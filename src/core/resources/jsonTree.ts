import { createScanner, parseTree, type Node, type ParseError } from "jsonc-parser";

/** How deep objects and lists may lie in one another in `aqueduct.json`, which needs four levels. The parser and all who walk its tree go by the stack. */
export const mostProjectLevels = 100;

/** `SyntaxKind` of jsonc-parser, a const enum that isolated modules cannot read. */
const kinds = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 } as const;

/** Where a text opens one level too many; undefined where it does not. */
export function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let kind: number = scanner.scan(); kind !== kinds.end; kind = scanner.scan()) {
    if (kind === kinds.closeBrace || kind === kinds.closeBracket) depth = Math.max(0, depth - 1);
    if (kind !== kinds.openBrace && kind !== kinds.openBracket) continue;
    depth += 1;
    if (depth > mostProjectLevels) return scanner.getTokenOffset();
  }
  return undefined;
}

/** The tree of a text with comments and trailing commas; undefined where there is none, or it is nested too deep. */
export function treeOf(text: string, errors: ParseError[] = []): Node | undefined {
  return tooDeepAt(text) === undefined ? parseTree(text, errors, { allowTrailingComma: true }) : undefined;
}
