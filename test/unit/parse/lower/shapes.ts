import type {
  Argument,
  Expression,
  FormattedString,
  Parameter,
  Statement,
} from "../../../../src/core/parse/syntax/syntax.js";

/** A tree as JSON, the same as `shapes.py` prints of Python's own. */
export type Shape = string | number | boolean | null | readonly Shape[];

/** How we read statements. */
export function shapesOf(statements: readonly Statement[]): readonly Shape[] {
  return statements.map(statement);
}

function statement(one: Statement): Shape {
  switch (one.kind) {
    case "function":
      return ["function", one.name, parameters(one.parameters), shapesOf(one.body), one.decorators.map(expression)];
    case "class":
      return ["class", one.name, one.bases.map(argument), shapesOf(one.body), one.decorators.map(expression)];
    case "import":
    case "importFrom":
      return ["import"];
    case "expression":
      return ["expression", expression(one.value)];
    case "assign":
      return ["assign", one.targets.map(expression), maybe(one.value)];
    case "augmented":
      return ["augmented", expression(one.target), one.operator, expression(one.value)];
    case "if":
      return ["if", expression(one.condition), shapesOf(one.then), shapesOf(one.otherwise)];
    case "for":
      return ["for", expression(one.target), expression(one.iterable), shapesOf(one.body), shapesOf(one.otherwise)];
    case "while":
      return ["while", expression(one.condition), shapesOf(one.body), shapesOf(one.otherwise)];
    case "try":
      return [
        "try",
        shapesOf(one.body),
        one.handlers.map(({ type, name, body, group }) => [maybe(type), name ?? null, shapesOf(body), group]),
        shapesOf(one.otherwise),
        shapesOf(one.last),
      ];
    case "with":
      return ["with", one.items.map(({ value, target }) => [expression(value), maybe(target)]), shapesOf(one.body)];
    case "match":
      return ["match", expression(one.subject), one.cases.map(({ guard, body }) => [maybe(guard), shapesOf(body)])];
    case "assert":
      return ["assert", expression(one.condition), maybe(one.message)];
    case "return":
      return ["return", maybe(one.value)];
    case "global":
      return ["global", one.names];
    case "delete":
      return [
        "delete",
        one.targets.flatMap((target) => (target.kind === "tuple" ? target.items : [target])).map(expression),
      ];
    case "leave":
      return ["leave", one.how, one.parts.map(expression)];
    case "otherStatement":
      return ["other"];
  }
}

function maybe(one: Expression | undefined): Shape {
  return one === undefined ? null : expression(one);
}

function expression(one: Expression): Shape {
  switch (one.kind) {
    case "number":
      return ["number"];
    case "string":
      return ["string", one.value];
    case "formatted":
      return ["formatted", ...interpolated(one)];
    case "constant":
      return ["constant", one.value === "ellipsis" ? "…" : one.value];
    case "name":
      return ["name", one.id];
    case "attribute":
      return ["attribute", expression(one.value), one.name];
    case "call":
      return ["call", expression(one.callee), one.arguments.map(argument)];
    case "list":
    case "tuple":
    case "set":
      return [one.kind, one.items.map(expression)];
    case "dictionary":
      return ["dictionary", one.entries.map(({ key, value }) => [maybe(key), expression(value)])];
    case "comprehension":
      return [
        "comprehension",
        one.makes,
        maybe(one.key),
        expression(one.element),
        one.clauses.map((clause) =>
          clause.kind === "if"
            ? ["if", expression(clause.condition)]
            : ["for", expression(clause.target), expression(clause.iterable)],
        ),
      ];
    case "subscript":
      return ["subscript", expression(one.value), expression(one.index)];
    case "slice":
      return ["slice", maybe(one.from), maybe(one.to), maybe(one.step)];
    case "unary":
      return ["unary", one.operator, expression(one.operand)];
    case "binary":
      return /^[&^]$/.test(one.operator)
        ? ["bits", ...bits(one)]
        : ["binary", one.operator, expression(one.left), expression(one.right)];
    case "comparison":
      return ["comparison", one.operators, one.operands.map(expression)];
    case "conditional":
      return ["conditional", expression(one.condition), expression(one.then), expression(one.otherwise)];
    case "lambda":
      return ["lambda", parameters(one.parameters), expression(one.body)];
    case "named":
      return ["named", expression(one.target), expression(one.value)];
    case "yield":
      return ["yield", maybe(one.value), one.from];
    case "await":
      return ["await", expression(one.value)];
    case "starred":
      return ["starred", expression(one.value)];
    case "other":
      return ["other", one.parts.map(expression)];
  }
}

/** The grammar binds `^` more tightly than `&`, Python the other way round; of neither is a value made, so their operands count alone. */
function bits(one: Expression): readonly Shape[] {
  return one.kind === "binary" && /^[&^]$/.test(one.operator)
    ? [...bits(one.left), ...bits(one.right)]
    : [expression(one)];
}

function interpolated({ parts }: FormattedString): readonly Shape[] {
  return parts.flatMap((part) =>
    typeof part === "string"
      ? []
      : [[expression(part.expression), ...(part.format === undefined ? [] : interpolated(part.format))]],
  );
}

function argument(one: Argument): Shape {
  return one.form === "keyword"
    ? ["keyword", one.name ?? "", expression(one.value)]
    : [one.form, expression(one.value)];
}

function parameters(all: readonly Parameter[]): Shape {
  return all.filter(({ name }) => name !== "").map(({ name, form, default: value }) => [name, form, maybe(value)]);
}
