import type { Node, Tree } from "web-tree-sitter";
import type { PythonParser } from "../../ports.js";
import type { EmptyBlock, Lowering } from "../lower/nodes.js";
import { withSpecifiers } from "../lower/specifiers.js";
import { lowerStatement } from "../lower/statements.js";
import type { Statement } from "../syntax/syntax.js";
import { faultsOf, type Fault } from "./faults.js";
import { chunksOf } from "./scan.js";

/** What a stretch of text was lowered to; positions count from its first row, so it holds wherever the text stands. */
export interface Lowered {
  /** Undefined: the text cannot be parsed. */
  readonly statements: readonly Statement[] | undefined;
  readonly emptyBlocks: readonly EmptyBlock[];
  readonly faults: readonly Fault[];
}

/** A top-level statement, or what stands in a statement's place and cannot be parsed. */
export interface Section extends Lowered {
  readonly text: string;
  readonly firstRow: number;
}

/** Remembers what texts were lowered to, for as long as they occur. One per open document. */
export class LoweringCache {
  #recent = new Map<string, Lowered>();
  #older = new Map<string, Lowered>();

  /** Called at the start of an analysis: what neither this nor the last one asks for is forgotten. */
  turnPage(): void {
    this.#older = this.#recent;
    this.#recent = new Map();
  }

  get(key: string, make: () => Lowered): Lowered {
    const found = this.#recent.get(key) ?? this.#older.get(key) ?? make();
    this.#recent.set(key, found);
    return found;
  }
}

/**
 * Splits a file into its top-level statements.
 *
 * Where the tree has an error its statements cannot be relied upon (one missing bracket takes the lines below with it), so each statement
 * is parsed on its own then: only the broken ones are lost.
 */
export function sectionsOf(text: string, tree: Tree, parser: PythonParser, cache: LoweringCache): Section[] {
  cache.turnPage();
  const other = withSpecifiers(text, tree, parser);
  const { rootNode } = other ?? tree;
  const sections = rootNode.hasError ? rescued(text, parser, cache) : whole(text, rootNode, cache);
  other?.delete();
  return sections;
}

function whole(text: string, root: Node, cache: LoweringCache): Section[] {
  return root.namedChildren.flatMap((node) => {
    if (node.type === "comment") return [];
    const { row, column } = node.startPosition;
    const own = text.slice(node.startIndex, node.endIndex);
    const lowered = cache.get(column === 0 ? own : `${column}:${own}`, () => {
      const lowering: Lowering = { firstRow: row, emptyBlocks: [], depth: 0 };
      return { statements: [lowerStatement(node, lowering)], emptyBlocks: lowering.emptyBlocks, faults: [] };
    });
    return [{ ...lowered, text: own, firstRow: row }];
  });
}

function rescued(text: string, parser: PythonParser, cache: LoweringCache): Section[] {
  let row = 0;
  let counted = 0;
  return chunksOf(text).map(({ from, to }) => {
    for (let at = text.indexOf("\n", counted); at !== -1 && at < from; at = text.indexOf("\n", at + 1)) row += 1;
    counted = from;
    const own = text.slice(from, to);
    return { ...cache.get(own, () => lowerAlone(own, parser)), text: own, firstRow: row };
  });
}

function lowerAlone(text: string, parser: PythonParser): Lowered {
  const tree = parser.parse(text);
  const other = withSpecifiers(text, tree, parser);
  try {
    const root = (other ?? tree).rootNode;
    if (root.hasError) return { statements: undefined, emptyBlocks: [], faults: faultsOf(text, root) };
    const lowering: Lowering = { firstRow: 0, emptyBlocks: [], depth: 0 };
    const statements = root.namedChildren
      .filter((node) => node.type !== "comment")
      .map((node) => lowerStatement(node, lowering));
    return { statements, emptyBlocks: lowering.emptyBlocks, faults: [] };
  } finally {
    other?.delete();
    tree.delete();
  }
}
