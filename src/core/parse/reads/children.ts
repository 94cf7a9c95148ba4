import type { Argument, Expression, Parameter, Statement } from "../syntax/syntax.js";

/** The expressions directly in an expression that are evaluated in the same scope; lambdas and comprehensions have their own. */
export function partsOfExpression(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "formatted":
      return expression.parts.flatMap((part) => (typeof part === "string" ? [] : [part.expression]));
    case "attribute":
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
      return [statement.subject];
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
      return statement.cases;
    default:
      return [];
  }
}

function values(list: readonly Argument[]): readonly Expression[] {
  return list.map(({ value }) => value);
}

export function defaults(parameters: readonly Parameter[]): readonly Expression[] {
  return parameters.flatMap((parameter) => parameter.default ?? []);
}
