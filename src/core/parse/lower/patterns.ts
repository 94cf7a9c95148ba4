import type { Node } from "web-tree-sitter";
import type { Case, Expression, Pattern, Statement } from "../syntax/syntax.js";
import { lowerExpression } from "./expressions.js";
import { type Lowering, nameOf, partsOf, spanOf } from "./nodes.js";

/** A `case` with its body. */
export function lowerCase(node: Node, body: readonly Statement[], lowering: Lowering): Case {
  const patterns = partsOf(node).filter((part) => part.type === "case_pattern");
  const guard = partsOf(node).find((part) => part.type === "if_clause");
  const condition = guard && partsOf(guard)[0];
  // `case a, b:` is a sequence without brackets.
  const [only] = patterns;
  return {
    pattern:
      patterns.length === 1 && only !== undefined && !/,\s*(if\b.*)?:/s.test(headOf(node))
        ? lowerPattern(only, lowering)
        : { kind: "sequence", items: patterns.map((pattern) => lowerPattern(pattern, lowering)) },
    guard: condition && lowerExpression(condition, lowering),
    body,
  };
}

/** The text behind the first pattern, up to the body: a comma there makes a sequence of one. */
function headOf(node: Node): string {
  const pattern = node.namedChildren.find((part) => part.type === "case_pattern");
  const block = node.namedChildren.find((part) => part.type === "block");
  if (pattern === undefined) return "";
  return node.text.slice(pattern.endIndex - node.startIndex, block && block.startIndex - node.startIndex);
}

function lowerPattern(node: Node, lowering: Lowering): Pattern {
  const parts = partsOf(node);
  switch (node.type) {
    case "case_pattern": {
      const [only] = parts;
      if (only === undefined) return { kind: "capture", name: undefined };
      // -1 is a sign and a number.
      if (node.children.length > 1) return { kind: "value", value: signed(node, lowering) };
      return lowerPattern(only, lowering);
    }
    case "dotted_name":
      return parts.length === 1
        ? { kind: "capture", name: node.text === "_" ? undefined : nameOf(node) }
        : { kind: "value", value: dotted(node, lowering) };
    case "splat_pattern":
      return { kind: "rest", name: parts[0]?.type === "identifier" ? nameOf(parts[0]) : undefined };
    case "list_pattern":
    case "tuple_pattern":
      return node.type === "tuple_pattern" && parts.length === 1 && !node.text.includes(",")
        ? lowerPattern(parts[0] ?? node, lowering)
        : { kind: "sequence", items: parts.map((part) => lowerPattern(part, lowering)) };
    case "as_pattern": {
      const [inner, name] = parts;
      return inner === undefined
        ? { kind: "capture", name: nameOf(name) }
        : { kind: "capture", name: nameOf(name), inner: lowerPattern(inner, lowering) };
    }
    case "union_pattern":
      return { kind: "either", options: parts.map((part) => lowerPattern(part, lowering)) };
    case "dict_pattern":
      return mapping(parts, lowering);
    case "class_pattern":
      return classPattern(parts, node, lowering);
    default:
      return { kind: "value", value: lowerExpression(node, lowering) };
  }
}

function mapping(parts: readonly Node[], lowering: Lowering): Pattern {
  const entries: { key: Expression; pattern: Pattern }[] = [];
  let key: Node | undefined;
  let rest: string | undefined;
  for (const part of parts) {
    if (part.type === "splat_pattern") rest = nameOf(partsOf(part)[0]);
    else if (part.type === "case_pattern" && key !== undefined) {
      entries.push({ key: lowerExpression(key, lowering), pattern: lowerPattern(part, lowering) });
      key = undefined;
    } else key = part;
  }
  return { kind: "mapping", entries, rest };
}

function classPattern([name, ...rest]: readonly Node[], node: Node, lowering: Lowering): Pattern {
  const positional: Pattern[] = [];
  const keywords: { name: string; pattern: Pattern }[] = [];
  for (const part of rest) {
    const [inner] = partsOf(part);
    if (inner?.type === "keyword_pattern") {
      const [keyword, value] = partsOf(inner);
      keywords.push({
        name: nameOf(keyword) ?? "",
        pattern: value === undefined ? { kind: "capture", name: undefined } : lowerPattern(value, lowering),
      });
    } else positional.push(lowerPattern(part, lowering));
  }
  return { kind: "class", type: dotted(name ?? node, lowering), positional, keywords };
}

function dotted(node: Node, lowering: Lowering): Expression {
  const [first, ...more] = partsOf(node);
  const start: Expression = { kind: "name", span: spanOf(first ?? node, lowering), id: nameOf(first ?? node) };
  return more.reduce<Expression>(
    (value, part) => ({
      kind: "attribute",
      span: spanOf(node, lowering),
      value,
      name: nameOf(part),
      nameSpan: spanOf(part, lowering),
    }),
    start,
  );
}

function signed(node: Node, lowering: Lowering): Expression {
  const span = spanOf(node, lowering);
  const [operand] = partsOf(node);
  return operand === undefined
    ? { kind: "other", span, parts: [] }
    : { kind: "unary", span, operator: node.children[0]?.type ?? "-", operand: lowerExpression(operand, lowering) };
}
