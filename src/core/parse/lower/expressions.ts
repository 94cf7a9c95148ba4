import type { Node } from "web-tree-sitter";
import type {
  Argument,
  ComprehensionClause,
  Expression,
  FormattedPart,
  FormattedString,
  Parameter,
} from "../syntax/syntax.js";
import { numberOf, stringParts } from "./literals.js";
import { endsInComma, field, type Lowering, nameOf, operatorsOf, partsOf, spanOf } from "./nodes.js";
import { awaitOf, nameOfAll } from "./precedence.js";
import { asWritten } from "./specifiers.js";
import { starTakesAll } from "./stars.js";

type Lower = (node: Node, lowering: Lowering) => Expression;

/** Deeper expressions (a sum of a thousand terms, generated text) are no part of a workflow; following them would exhaust the stack. */
const deepest = 400;

/** Turns an expression node into ours; what has no part in a workflow becomes `other` with its parts. */
export function lowerExpression(node: Node, lowering: Lowering): Expression {
  if (lowering.depth >= deepest) return { kind: "other", span: spanOf(node, lowering), parts: [] };
  lowering.depth += 1;
  const expression = (rules[node.type] ?? other)(node, lowering);
  lowering.depth -= 1;
  return starTakesAll(expression);
}

/** Like {@link lowerExpression}; `a, b` without parentheses is a tuple, as is `a,` and `*a` alone. */
export function lowerAll(nodes: readonly Node[], at: Node, lowering: Lowering, isTuple = nodes.length > 1): Expression {
  const items = nodes.map((item) => lowerExpression(item, lowering));
  const [only] = items;
  if (only !== undefined && items.length === 1 && !isTuple && only.kind !== "starred") return only;
  return { kind: "tuple", span: spanOf(at, lowering), items };
}

export function lowerParameters(node: Node | undefined, lowering: Lowering): Parameter[] {
  if (node === undefined) return [];
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  for (const child of partsOf(node)) {
    if (child.type === "positional_separator") {
      for (const [index, parameter] of parameters.entries())
        parameters[index] = { ...parameter, form: "positionalOnly" };
      continue;
    }
    if (child.type === "keyword_separator") {
      keywordOnly = true;
      continue;
    }
    const parameter = lowerParameter(child, lowering);
    parameters.push(keywordOnly && parameter.form === "plain" ? { ...parameter, form: "keywordOnly" } : parameter);
    keywordOnly ||= parameter.form === "star";
  }
  return parameters;
}

export function lowerArguments(node: Node | undefined, lowering: Lowering): Argument[] {
  if (node === undefined) return [];
  // f(x for x in y): the generator stands where the list of arguments would.
  if (node.type === "generator_expression")
    return [{ form: "positional", value: lowerExpression(node, lowering), span: spanOf(node, lowering) }];
  return partsOf(node).map((child) => lowerArgument(child, lowering));
}

function lowerArgument(node: Node, lowering: Lowering): Argument {
  const span = spanOf(node, lowering);
  const [first] = partsOf(node);
  if (node.type === "keyword_argument") {
    const value = field(node, "value");
    return {
      form: "keyword",
      name: nameOf(field(node, "name")) ?? "",
      value: value === undefined ? other(node, lowering) : lowerExpression(value, lowering),
      span,
    };
  }
  if (node.type === "dictionary_splat" && first)
    return { form: "doubleStar", value: lowerExpression(first, lowering), span };
  const value = lowerExpression(node, lowering);
  return value.kind === "starred" ? { form: "star", value: value.value, span } : { form: "positional", value, span };
}

function lowerParameter(node: Node, lowering: Lowering): Parameter {
  const annotationNode = field(node, "type");
  const defaultNode = field(node, "value");
  const annotation = annotationNode && lowerExpression(annotationNode, lowering);
  const target = node.type === "identifier" ? node : (field(node, "name") ?? partsOf(node)[0] ?? node);
  const splat = node.type.endsWith("_pattern") ? node : target.type.endsWith("_pattern") ? target : undefined;
  const form = splat === undefined ? "plain" : splat.type.startsWith("dictionary") ? "doubleStar" : "star";
  const name = nameOf(splat === undefined ? target : partsOf(splat)[0]) ?? "";
  return { name, form, annotation, default: defaultNode && lowerExpression(defaultNode, lowering) };
}

const other: Lower = (node, lowering) => ({
  kind: "other",
  span: spanOf(node, lowering),
  parts: partsOf(node).map((part) => lowerExpression(part, lowering)),
});

const firstPart: Lower = (node, lowering) => {
  const [only] = partsOf(node);
  return only === undefined ? other(node, lowering) : lowerExpression(only, lowering);
};

function sequence(kind: "list" | "tuple" | "set"): Lower {
  return (node, lowering) => ({
    kind,
    span: spanOf(node, lowering),
    items: partsOf(node).map((item) => lowerExpression(item, lowering)),
  });
}

function constant(value: boolean | null | "ellipsis"): Lower {
  return (node, lowering) => ({ kind: "constant", span: spanOf(node, lowering), value });
}

const starred: Lower = (node, lowering) => {
  const [value] = partsOf(node);
  return value === undefined
    ? other(node, lowering)
    : { kind: "starred", span: spanOf(node, lowering), value: lowerExpression(value, lowering) };
};

const number: Lower = (node, lowering) => {
  const literal = numberOf(node.text);
  return literal === undefined ? other(node, lowering) : { kind: "number", span: spanOf(node, lowering), ...literal };
};

const string: Lower = (node, lowering) => {
  const span = spanOf(node, lowering);
  const strings = (node.type === "concatenated_string" ? partsOf(node) : [node]).map(stringParts);
  if (strings.some(({ bytes }) => bytes)) return { kind: "constant", span, value: "bytes" };
  if (strings.some(({ named }) => named))
    return {
      kind: "formatted",
      span,
      parts: [{ expression: other(node, lowering), conversion: undefined, format: undefined }],
    };
  const parts = strings.flatMap((one) => one.parts);
  if (parts.every((part) => typeof part === "string")) return { kind: "string", span, value: parts.join("") };
  return {
    kind: "formatted",
    span,
    parts: parts.flatMap((part) => (typeof part === "string" ? [part] : interpolation(part, lowering))),
  };
};

function interpolation(node: Node, lowering: Lowering): readonly (string | FormattedPart)[] {
  const parts = partsOf(node);
  const [expression = node] = parts;
  const conversion = parts.find((part) => part.type === "type_conversion")?.text.slice(1);
  const specifier = parts.find((part) => part.type === "format_specifier");
  // {x=} writes its own text too, blanks included.
  const named = /^\{(.*=\s*)(![rsa])?(:.*)?\}$/s.exec(node.text)?.[1];
  const isNamed = named !== undefined && node.children.some((child) => child.type === "=");
  return [
    ...(isNamed ? [named] : []),
    {
      expression: parts.length === 0 ? other(node, lowering) : lowerExpression(expression, lowering),
      conversion: conversion ?? (isNamed && specifier === undefined ? "r" : undefined),
      format: specifier && formatOf(specifier, lowering),
    },
  ];
}

function formatOf(node: Node, lowering: Lowering): FormattedString {
  const parts: (string | FormattedPart)[] = [];
  let at = node.startIndex + 1;
  const textUpTo = (end: number): void => {
    if (end > at) parts.push(asWritten(node.text.slice(at - node.startIndex, end - node.startIndex)));
  };
  for (const part of partsOf(node)) {
    textUpTo(part.startIndex);
    parts.push(...interpolation(part, lowering));
    at = part.endIndex;
  }
  textUpTo(node.endIndex);
  return { kind: "formatted", span: spanOf(node, lowering), parts };
}

const attribute: Lower = (node, lowering) => {
  const value = field(node, "object");
  const name = field(node, "attribute");
  if (value === undefined || name === undefined) return other(node, lowering);
  return {
    kind: "attribute",
    span: spanOf(node, lowering),
    value: lowerExpression(value, lowering),
    name: nameOf(name),
    nameSpan: spanOf(name, lowering),
  };
};

const call: Lower = (node, lowering) => {
  const callee = field(node, "function");
  if (callee === undefined) return other(node, lowering);
  return {
    kind: "call",
    span: spanOf(node, lowering),
    callee: lowerExpression(callee, lowering),
    arguments: lowerArguments(field(node, "arguments"), lowering),
  };
};

const dictionary: Lower = (node, lowering) => ({
  kind: "dictionary",
  span: spanOf(node, lowering),
  entries: partsOf(node).flatMap((entry) => {
    const key = field(entry, "key");
    const value = field(entry, "value") ?? partsOf(entry)[0];
    return value === undefined
      ? []
      : [{ key: key && lowerExpression(key, lowering), value: lowerExpression(value, lowering) }];
  }),
});

function comprehension(makes: "list" | "set" | "dictionary" | "generator"): Lower {
  return (node, lowering) => {
    const body = field(node, "body");
    if (body === undefined) return other(node, lowering);
    const key = makes === "dictionary" ? field(body, "key") : undefined;
    const element = makes === "dictionary" ? (field(body, "value") ?? body) : body;
    return {
      kind: "comprehension",
      span: spanOf(node, lowering),
      makes,
      ...(key && { key: lowerExpression(key, lowering) }),
      element: lowerExpression(element, lowering),
      clauses: partsOf(node).flatMap((part) => clause(part, lowering)),
    };
  };
}

function clause(node: Node, lowering: Lowering): ComprehensionClause[] {
  const [first] = partsOf(node);
  if (node.type === "if_clause" && first) return [{ kind: "if", condition: lowerExpression(first, lowering) }];
  const target = field(node, "left");
  const iterable = field(node, "right");
  if (node.type !== "for_in_clause" || !target || !iterable) return [];
  return [{ kind: "for", target: lowerExpression(target, lowering), iterable: lowerExpression(iterable, lowering) }];
}

const subscript: Lower = (node, lowering) => {
  const [value, ...index] = partsOf(node);
  if (value === undefined) return other(node, lowering);
  return {
    kind: "subscript",
    span: spanOf(node, lowering),
    value: lowerExpression(value, lowering),
    index: lowerAll(index, node, lowering, endsInComma(node)),
  };
};

/** `list[int]` where the grammar looks for a type. */
const genericType: Lower = (node, lowering) => {
  const [value, index] = partsOf(node);
  if (value === undefined || index === undefined) return other(node, lowering);
  return {
    kind: "subscript",
    span: spanOf(node, lowering),
    value: lowerExpression(value, lowering),
    index: lowerAll(partsOf(index), index, lowering),
  };
};

const slice: Lower = (node, lowering) => {
  const bounds: (Expression | undefined)[] = [undefined, undefined, undefined];
  let place = 0;
  for (const child of node.children) {
    if (child.type === ":") place += 1;
    else if (child.isNamed && child.type !== "comment") bounds[place] = lowerExpression(child, lowering);
  }
  return { kind: "slice", span: spanOf(node, lowering), from: bounds[0], to: bounds[1], step: bounds[2] };
};

const binary: Lower = (node, lowering) => {
  const left = field(node, "left");
  const right = field(node, "right");
  const operator = field(node, "operator")?.text;
  if (!left || !right || operator === undefined) return other(node, lowering);
  return {
    kind: "binary",
    span: spanOf(node, lowering),
    operator,
    left: lowerExpression(left, lowering),
    right: lowerExpression(right, lowering),
  };
};

const comparison: Lower = (node, lowering) => {
  const operators = operatorsOf(node);
  const operands = partsOf(node).map((part) => lowerExpression(part, lowering));
  const [left, right, ...more] = operands;
  if (!left || !right) return other(node, lowering);
  const span = spanOf(node, lowering);
  return more.length > 0
    ? { kind: "comparison", span, operands, operators }
    : { kind: "binary", span, operator: operators[0] ?? "", left, right };
};

const unary: Lower = (node, lowering) => {
  const operand = field(node, "argument");
  const operator = node.type === "not_operator" ? "not" : field(node, "operator")?.text;
  if (!operand || operator === undefined) return other(node, lowering);
  return { kind: "unary", span: spanOf(node, lowering), operator, operand: lowerExpression(operand, lowering) };
};

const conditional: Lower = (node, lowering) => {
  const [then, condition, otherwise] = partsOf(node).map((part) => lowerExpression(part, lowering));
  if (!then || !condition || !otherwise) return other(node, lowering);
  const whole = { kind: "conditional", span: spanOf(node, lowering), condition, then, otherwise } as const;
  return then.kind === "named" && partsOf(node)[0]?.type === "named_expression" ? nameOfAll(whole, then) : whole;
};

const lambda: Lower = (node, lowering) => {
  const body = field(node, "body");
  if (body === undefined) return other(node, lowering);
  return {
    kind: "lambda",
    span: spanOf(node, lowering),
    parameters: lowerParameters(field(node, "parameters"), lowering),
    body: lowerExpression(body, lowering),
  };
};

const named: Lower = (node, lowering) => {
  const target = field(node, "name");
  const value = field(node, "value");
  if (!target || !value) return other(node, lowering);
  return {
    kind: "named",
    span: spanOf(node, lowering),
    target: { kind: "name", span: spanOf(target, lowering), id: nameOf(target) },
    value: lowerExpression(value, lowering),
  };
};

const rules: Readonly<Partial<Record<string, Lower>>> = {
  identifier: (node, lowering) => ({ kind: "name", span: spanOf(node, lowering), id: nameOf(node) }),
  integer: number,
  float: number,
  string,
  concatenated_string: string,
  true: constant(true),
  false: constant(false),
  none: constant(null),
  ellipsis: constant("ellipsis"),
  attribute,
  call,
  list: sequence("list"),
  list_pattern: sequence("list"),
  tuple: sequence("tuple"),
  tuple_pattern: (node, lowering) => {
    const [only, ...more] = partsOf(node);
    const isOne = only !== undefined && more.length === 0 && !endsInComma(node); // (a) = 1
    return isOne ? lowerExpression(only, lowering) : sequence("tuple")(node, lowering);
  },
  pattern_list: sequence("tuple"),
  expression_list: sequence("tuple"),
  set: sequence("set"),
  dictionary,
  list_comprehension: comprehension("list"),
  set_comprehension: comprehension("set"),
  dictionary_comprehension: comprehension("dictionary"),
  generator_expression: comprehension("generator"),
  subscript,
  generic_type: genericType,
  slice,
  binary_operator: binary,
  boolean_operator: binary,
  comparison_operator: comparison,
  not_operator: unary,
  unary_operator: unary,
  conditional_expression: conditional,
  lambda,
  named_expression: named,
  yield: (node, lowering) => {
    const parts = partsOf(node);
    return {
      kind: "yield",
      span: spanOf(node, lowering),
      value: parts.length === 0 ? undefined : lowerAll(parts, node, lowering),
      from: node.children[1]?.type === "from",
    };
  },
  list_splat: starred,
  list_splat_pattern: starred,
  parenthesized_expression: firstPart,
  // Its name is told by the statement that it stands in.
  as_pattern: firstPart,
  await: (node, lowering) => {
    const [part] = partsOf(node);
    if (part === undefined) return other(node, lowering);
    return awaitOf(lowerExpression(part, lowering), part.type === "binary_operator", spanOf(node, lowering));
  },
  type: firstPart,
};
