import type { Argument, Expression, FormattedString, Parameter, Pattern, Statement } from "../syntax/syntax.js";

/** The expressions directly in an expression that are evaluated in the same scope; lambdas and comprehensions have their own. */
export function partsOfExpression(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "formatted":
      return partsOfText(expression);
    case "attribute":
    case "await":
    case "starred":
      return [expression.value];
    case "call":
      return [expression.callee, ...values(expression.arguments)];
    case "list":
    case "tuple":
    case "set":
      return expression.items;
    case "dictionary":
      return expression.entries.flatMap(({ key, value }) => (key === undefined ? [value] : [key, value]));
    case "subscript":
      return [expression.value, expression.index];
    case "slice":
      return [expression.from, expression.to, expression.step].filter((bound) => bound !== undefined);
    case "unary":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "comparison":
      return expression.operands;
    case "yield":
      return expression.value === undefined ? [] : [expression.value];
    case "conditional":
      return [expression.condition, expression.then, expression.otherwise];
    case "named":
      return [expression.value];
    case "other":
      return expression.parts;
    default:
      return [];
  }
}

function partsOfText({ parts }: FormattedString): readonly Expression[] {
  return parts.flatMap((part) =>
    typeof part === "string" ? [] : [part.expression, ...(part.format === undefined ? [] : partsOfText(part.format))],
  );
}

/** The expressions directly in a statement, those of its blocks and of functions in it left out. */
export function partsOfStatement(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case "expression":
      return [statement.value];
    case "assign":
      return [
        ...statement.targets.filter(({ kind }) => kind !== "name"),
        ...(statement.value === undefined ? [] : [statement.value]),
      ];
    case "augmented":
      return [statement.target, statement.value];
    case "function":
      return [...statement.decorators, ...defaults(statement.parameters)];
    case "class":
      return [...statement.decorators, ...values(statement.bases)];
    case "if":
    case "while":
      return [statement.condition];
    case "for":
      return [statement.iterable];
    case "with":
      return statement.items.map(({ value }) => value);
    case "match":
      return [
        statement.subject,
        ...statement.cases.flatMap(({ pattern, guard }) => [
          ...expressionsOf(pattern),
          ...(guard === undefined ? [] : [guard]),
        ]),
      ];
    case "assert":
      return [statement.condition, ...(statement.message === undefined ? [] : [statement.message])];
    case "return":
      return statement.value === undefined ? [] : [statement.value];
    case "try":
      return statement.handlers.flatMap(({ type }) => type ?? []);
    case "leave":
    case "otherStatement":
      return statement.parts;
    default:
      return [];
  }
}

/** The blocks of a statement that run in the same scope. */
export function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case "if":
      return [statement.then, statement.otherwise];
    case "for":
    case "while":
      return [statement.body, statement.otherwise];
    case "with":
      return [statement.body];
    case "try":
      return [statement.body, ...statement.handlers.map(({ body }) => body), statement.otherwise, statement.last];
    case "match":
      return statement.cases.map(({ body }) => body);
    default:
      return [];
  }
}

/** The patterns directly in a pattern. */
function innerPatterns(pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case "capture":
      return pattern.inner === undefined ? [] : [pattern.inner];
    case "sequence":
      return pattern.items;
    case "mapping":
      return pattern.entries.map((entry) => entry.pattern);
    case "class":
      return [...pattern.positional, ...pattern.keywords.map((keyword) => keyword.pattern)];
    case "either":
      return pattern.options;
    default:
      return [];
  }
}

/** The names that a pattern binds. */
export function capturesOf(pattern: Pattern): readonly string[] {
  const own =
    pattern.kind === "capture" || pattern.kind === "rest"
      ? [pattern.name]
      : pattern.kind === "mapping"
        ? [pattern.rest]
        : [];
  return [...own.filter((name) => name !== undefined), ...innerPatterns(pattern).flatMap(capturesOf)];
}

function expressionsOf(pattern: Pattern): readonly Expression[] {
  const own =
    pattern.kind === "value"
      ? [pattern.value]
      : pattern.kind === "mapping"
        ? pattern.entries.map(({ key }) => key)
        : pattern.kind === "class"
          ? [pattern.type]
          : [];
  return [...own, ...innerPatterns(pattern).flatMap(expressionsOf)];
}

function values(list: readonly Argument[]): readonly Expression[] {
  return list.map(({ value }) => value);
}

export function defaults(parameters: readonly Parameter[]): readonly Expression[] {
  return parameters.flatMap((parameter) => parameter.default ?? []);
}
