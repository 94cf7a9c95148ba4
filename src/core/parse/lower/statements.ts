import type { Node } from "web-tree-sitter";
import type { Expression, FunctionDefinition, Handler, Statement } from "../syntax/syntax.js";
import { lowerAll, lowerArguments, lowerExpression, lowerParameters } from "./expressions.js";
import { lowerFutureImport, lowerImport, lowerImportFrom } from "./imports.js";
import { lowerCase } from "./patterns.js";
import { endsInComma, field, type Lowering, nameOf, partsOf, spanOf } from "./nodes.js";

type Lower = (node: Node, lowering: Lowering) => Statement;

/** Turns a statement node into ours. */
export function lowerStatement(node: Node, lowering: Lowering): Statement {
  return (rules[node.type] ?? other)(node, lowering);
}

const other: Lower = (node, lowering) => ({
  kind: "otherStatement",
  span: spanOf(node, lowering),
  parts: expressions(node, lowering),
});

function expressions(node: Node, lowering: Lowering): Expression[] {
  return partsOf(node).map((part) => lowerExpression(part, lowering));
}

/** The statements of the block of `owner` (or of its clause `clauseOf`); an empty one is noted. */
function block(owner: Node, name: string, lowering: Lowering): Statement[] {
  const node = field(owner, name) ?? partsOf(owner).find((part) => part.type === "block");
  if (node === undefined) return [];
  const statements = partsOf(node);
  if (statements.length === 0) noteEmpty(owner, lowering);
  return statements.map((statement) => lowerStatement(statement, lowering));
}

function noteEmpty(owner: Node, lowering: Lowering): void {
  const { row, column } = spanOf(owner, lowering);
  const colon = owner.children.find((child) => child.type === ":");
  const end = spanOf(colon ?? owner, lowering);
  lowering.emptyBlocks.push({
    span: { row, column, endRow: end.endRow, endColumn: end.endColumn },
    statement: owner.type,
  });
}

/** `else` of an `if`, a loop or a `try`. */
function otherwise(node: Node, lowering: Lowering): Statement[] {
  const clause = partsOf(node).find((part) => part.type === "else_clause");
  return clause === undefined ? [] : block(clause, "body", lowering);
}

const expressionStatement: Lower = (node, lowering) => {
  const span = spanOf(node, lowering);
  const parts = partsOf(node);
  const [only] = parts;
  if (parts.length === 1 && only?.type === "assignment") return assignment(only, span, lowering);
  if (parts.length === 1 && only?.type === "augmented_assignment") return augmented(only, span, lowering);
  return { kind: "expression", span, value: lowerAll(parts, node, lowering, parts.length > 1 || endsInComma(node)) };
};

function assignment(node: Node, span: Statement["span"], lowering: Lowering): Statement {
  const targets: Expression[] = [];
  let current: Node | undefined = node;
  let annotation: Node | undefined;
  // a = b = c: the right side is an assignment again.
  while (current?.type === "assignment") {
    const left = field(current, "left");
    if (left !== undefined) targets.push(lowerExpression(left, lowering));
    annotation ??= field(current, "type");
    current = field(current, "right");
  }
  return {
    kind: "assign",
    span,
    targets,
    value: current && lowerExpression(current, lowering),
    annotation: annotation && lowerExpression(annotation, lowering),
  };
}

function augmented(node: Node, span: Statement["span"], lowering: Lowering): Statement {
  const target = field(node, "left");
  const value = field(node, "right");
  if (!target || !value) return other(node, lowering);
  return {
    kind: "augmented",
    span,
    target: lowerExpression(target, lowering),
    operator: (field(node, "operator")?.text ?? "").replace("=", ""),
    value: lowerExpression(value, lowering),
  };
}

/** `decorated` is the statement with its decorators, of which the range is the definition's. */
function functionDefinition(node: Node, decorated: Node, lowering: Lowering): Statement {
  const name = field(node, "name");
  const body = block(node, "body", lowering);
  const returned = field(node, "return_type");
  return {
    kind: "function",
    span: spanOf(decorated, lowering),
    name: nameOf(name) ?? "",
    nameSpan: spanOf(name ?? node, lowering),
    parameters: lowerParameters(field(node, "parameters"), lowering),
    ...(returned !== undefined && { returns: lowerExpression(returned, lowering) }),
    body,
    decorators: decorators(decorated, lowering),
    runs: yields(node) ? "as a generator" : node.children[0]?.type === "async" ? "as a coroutine" : "now",
  } satisfies FunctionDefinition;
}

function classDefinition(node: Node, decorated: Node, lowering: Lowering): Statement {
  return {
    kind: "class",
    span: spanOf(decorated, lowering),
    name: nameOf(field(node, "name")) ?? "",
    bases: lowerArguments(field(node, "superclasses"), lowering),
    body: block(node, "body", lowering),
    decorators: decorators(decorated, lowering),
  };
}

function decorators(node: Node, lowering: Lowering): Expression[] {
  return partsOf(node).flatMap((part) =>
    part.type === "decorator" ? partsOf(part).map((expression) => lowerExpression(expression, lowering)) : [],
  );
}

function yields(node: Node): boolean {
  return /\byield\b/.test(node.text) && node.descendantsOfType("yield").some((found) => ownerOf(found)?.id === node.id);
}

function ownerOf(node: Node): Node | undefined {
  let current = node.parent;
  while (current !== null && current.type !== "function_definition" && current.type !== "lambda")
    current = current.parent;
  return current ?? undefined;
}

const decorated: Lower = (node, lowering) => {
  const definition = field(node, "definition");
  if (definition?.type === "function_definition") return functionDefinition(definition, node, lowering);
  if (definition?.type === "class_definition") return classDefinition(definition, node, lowering);
  return other(node, lowering);
};

/** They nest, and whoever walks them needs stack: of more, what they do is not known. */
const mostClauses = 250;

const ifStatement: Lower = (node, lowering) => {
  const condition = field(node, "condition");
  if (condition === undefined) return other(node, lowering);
  // elif clauses nest, last one innermost.
  const all = partsOf(node).filter((part) => part.type === "elif_clause");
  const clauses = all.slice(0, mostClauses);
  const [beyond] = all.slice(mostClauses);
  const last = clauses.reduceRight<Statement[]>(
    (rest, clause) => {
      const test = field(clause, "condition");
      if (test === undefined) return rest;
      return [
        {
          kind: "if",
          span: spanOf(clause, lowering),
          condition: lowerExpression(test, lowering),
          then: block(clause, "consequence", lowering),
          otherwise: rest,
        },
      ];
    },
    beyond === undefined ? otherwise(node, lowering) : [other(beyond, lowering)],
  );
  return {
    kind: "if",
    span: spanOf(node, lowering),
    condition: lowerExpression(condition, lowering),
    then: block(node, "consequence", lowering),
    otherwise: last,
  };
};

const forStatement: Lower = (node, lowering) => {
  const target = field(node, "left");
  const iterable = field(node, "right");
  if (!target || !iterable) return other(node, lowering);
  return {
    kind: "for",
    span: spanOf(node, lowering),
    target: lowerExpression(target, lowering),
    iterable: lowerExpression(iterable, lowering),
    body: block(node, "body", lowering),
    otherwise: otherwise(node, lowering),
  };
};

const whileStatement: Lower = (node, lowering) => {
  const condition = field(node, "condition");
  if (condition === undefined) return other(node, lowering);
  return {
    kind: "while",
    span: spanOf(node, lowering),
    condition: lowerExpression(condition, lowering),
    body: block(node, "body", lowering),
    otherwise: otherwise(node, lowering),
  };
};

const tryStatement: Lower = (node, lowering) => {
  const last = partsOf(node).find((part) => part.type === "finally_clause");
  return {
    kind: "try",
    span: spanOf(node, lowering),
    body: block(node, "body", lowering),
    handlers: partsOf(node)
      .filter((part) => part.type.startsWith("except"))
      .map((clause) => handler(clause, lowering)),
    otherwise: otherwise(node, lowering),
    last: last === undefined ? [] : block(last, "body", lowering),
  };
};

function handler(clause: Node, lowering: Lowering): Handler {
  const caught = partsOf(clause).find((part) => part.type !== "block");
  const [type, name] = caught?.type === "as_pattern" ? partsOf(caught) : [caught];
  return {
    type: type && lowerExpression(type, lowering),
    name: nameOf(name),
    body: block(clause, "body", lowering),
    group: clause.children[1]?.type === "*" || clause.type === "except_group_clause",
  };
}

const withStatement: Lower = (node, lowering) => ({
  kind: "with",
  span: spanOf(node, lowering),
  items: node.descendantsOfType("with_item").flatMap((item) => (belongs(item, node) ? withItem(item, lowering) : [])),
  body: block(node, "body", lowering),
});

function belongs(item: Node, statement: Node): boolean {
  return item.parent?.parent?.id === statement.id;
}

function withItem(
  item: Node,
  lowering: Lowering,
): { readonly value: Expression; readonly target: Expression | undefined }[] {
  const written = field(item, "value") ?? partsOf(item)[0];
  const [inside, ...more] = written === undefined ? [] : partsOf(written);
  // with (open(path) as file): the grammar puts a single item into an expression of its own.
  const isInBrackets = more.length === 0 && ["parenthesized_expression", "tuple"].includes(written?.type ?? "");
  const value = isInBrackets && inside && namedAtEnd(inside) ? inside : written;
  if (value === undefined) return [];
  const named = namedAtEnd(value);
  const target = named && partsOf(named)[1];
  const name = target && partsOf(target)[0];
  return [{ value: lowerExpression(value, lowering), target: name && lowerExpression(name, lowering) }];
}

/** `as name` at the end of what a `with` enters: the grammar gives it to the last part of `a if b else c as name`. */
function namedAtEnd(node: Node): Node | undefined {
  if (node.type === "as_pattern") return node;
  const last = ["conditional_expression", "lambda"].includes(node.type) ? partsOf(node).at(-1) : undefined;
  return last && namedAtEnd(last);
}

const matchStatement: Lower = (node, lowering) => {
  const subjects = node.childrenForFieldName("subject").filter((part) => part.isNamed);
  const isTuple = subjects.length > 1 || node.children.some(({ type }) => type === ","); // match x,:
  return {
    kind: "match",
    span: spanOf(node, lowering),
    subject: lowerAll(subjects, node, lowering, isTuple),
    cases: partsOf(field(node, "body") ?? node)
      .filter((part) => part.type === "case_clause")
      .map((clause) => lowerCase(clause, block(clause, "consequence", lowering), lowering)),
  };
};

const assertStatement: Lower = (node, lowering) => {
  const [condition, message] = expressions(node, lowering);
  return condition === undefined
    ? other(node, lowering)
    : { kind: "assert", span: spanOf(node, lowering), condition, message };
};

function leave(how: "break" | "continue" | "raise"): Lower {
  return (node, lowering) => ({ kind: "leave", span: spanOf(node, lowering), how, parts: expressions(node, lowering) });
}

function scope(of: "module" | "enclosing"): Lower {
  return (node, lowering) => ({
    kind: "global",
    span: spanOf(node, lowering),
    names: partsOf(node).map((name) => nameOf(name)),
    scope: of,
  });
}

/** `type(self).x = value`, which the grammar takes for `type X = …`: where a bracket follows the word, Python calls `type`. */
const typeAlias: Lower = (node, lowering) => {
  const [left, right] = partsOf(node).map((part) => partsOf(part)[0]);
  const target = left && assignedToType(left, lowering);
  if (target === undefined || right === undefined) return other(node, lowering);
  return {
    kind: "assign",
    span: spanOf(node, lowering),
    targets: [target],
    value: lowerExpression(right, lowering),
    annotation: undefined,
  };
};

/** The target, with the call of `type` with which it begins; undefined where none does. */
function assignedToType(node: Node, lowering: Lowering): Expression | undefined {
  const [first] = partsOf(node);
  if (first === undefined) return undefined;
  // type(x).y: int = z
  if (node.type === "constrained_type" || node.type === "type") return assignedToType(first, lowering);
  if (node.type === "parenthesized_expression" || node.type === "tuple") {
    const span = spanOf(node, lowering);
    const given = partsOf(node).map((part) => ({
      form: "positional" as const,
      value: lowerExpression(part, lowering),
      span: spanOf(part, lowering),
    }));
    return { kind: "call", span, callee: { kind: "name", span, id: "type" }, arguments: given };
  }
  if (node.type !== "attribute" && node.type !== "subscript") return undefined;
  const value = assignedToType(first, lowering);
  const lowered = lowerExpression(node, lowering);
  const isPlaced = lowered.kind === "attribute" || lowered.kind === "subscript";
  return value !== undefined && isPlaced ? { ...lowered, value } : undefined;
}

const rules: Readonly<Partial<Record<string, Lower>>> = {
  expression_statement: expressionStatement,
  type_alias_statement: typeAlias,
  function_definition: (node, lowering) => functionDefinition(node, node, lowering),
  class_definition: (node, lowering) => classDefinition(node, node, lowering),
  decorated_definition: decorated,
  import_statement: lowerImport,
  import_from_statement: lowerImportFrom,
  future_import_statement: lowerFutureImport,
  if_statement: ifStatement,
  for_statement: forStatement,
  while_statement: whileStatement,
  try_statement: tryStatement,
  with_statement: withStatement,
  assert_statement: assertStatement,
  match_statement: matchStatement,
  return_statement: (node, lowering) => {
    const parts = partsOf(node);
    return {
      kind: "return",
      span: spanOf(node, lowering),
      value: parts.length === 0 ? undefined : lowerAll(parts, node, lowering),
    };
  },
  break_statement: leave("break"),
  continue_statement: leave("continue"),
  raise_statement: leave("raise"),
  global_statement: scope("module"),
  nonlocal_statement: scope("enclosing"),
  delete_statement: (node, lowering) => ({
    kind: "delete",
    span: spanOf(node, lowering),
    targets: expressions(node, lowering),
  }),
};
