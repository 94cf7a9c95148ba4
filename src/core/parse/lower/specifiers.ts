import type { Tree } from "web-tree-sitter";
import type { PythonParser } from "../../ports.js";

/** Stands where a format specifier begins with `=`, for as long as the grammar reads the text. */
const standIn = "\uE000";

/**
 * The tree of a text in which `f"{name:=^10}"` has a format specifier, as in Python; the grammar reads `name := …` there.
 *
 * The new tree is of a text of the same length; undefined where `tree` is right.
 */
export function withSpecifiers(text: string, tree: Tree, parser: PythonParser): Tree | undefined {
  if (!/\{[^{}:"']+:=/.test(text)) return undefined;
  const signs = tree.rootNode
    .descendantsOfType("named_expression")
    .filter(({ parent }) => parent !== null && ["interpolation", "format_expression"].includes(parent.type))
    .flatMap((node) => node.children.filter(({ type }) => type === ":="));
  if (signs.length === 0) return undefined;
  let written = "";
  let at = 0;
  for (const { endIndex } of signs) {
    written += `${text.slice(at, endIndex - 1)}${standIn}`;
    at = endIndex;
  }
  return parser.parse(written + text.slice(at));
}

/** The text of a format specifier as the file has it. */
export function asWritten(specifier: string): string {
  return specifier.replaceAll(standIn, "=");
}
