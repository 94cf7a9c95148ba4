import type { Node } from "web-tree-sitter";
import type { Import, ImportFrom } from "../syntax/syntax.js";
import { field, type Lowering, nameOf, partsOf, spanOf } from "./nodes.js";

export function lowerImport(node: Node, lowering: Lowering): Import {
  const modules = partsOf(node).map((part) => {
    const { name, alias } = importedName(part);
    return { path: name, alias };
  });
  return { kind: "import", span: spanOf(node, lowering), modules };
}

export function lowerImportFrom(node: Node, lowering: Lowering): ImportFrom {
  const [from, ...names] = partsOf(node);
  const relative = from?.type === "relative_import" ? from : undefined;
  const path =
    relative === undefined
      ? (nameOf(from) ?? "")
      : (nameOf(partsOf(relative).find((part) => part.type === "dotted_name")) ?? "");
  return {
    kind: "importFrom",
    span: spanOf(node, lowering),
    level: relative === undefined ? 0 : (/^\.+/.exec(relative.text)?.[0].length ?? 0),
    path: path.replace(/\s/g, ""),
    names: names.some((name) => name.type === "wildcard_import") ? "all" : names.map(importedName),
  };
}

export function lowerFutureImport(node: Node, lowering: Lowering): ImportFrom {
  return {
    kind: "importFrom",
    span: spanOf(node, lowering),
    level: 0,
    path: "__future__",
    names: partsOf(node).map(importedName),
  };
}

function importedName(node: Node): { readonly name: string; readonly alias: string | undefined } {
  const name = node.type === "aliased_import" ? field(node, "name") : node;
  return { name: (nameOf(name) ?? "").replace(/\s/g, ""), alias: nameOf(field(node, "alias")) };
}
