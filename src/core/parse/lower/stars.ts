import type { Expression, Span } from "../syntax/syntax.js";

/**
 * What a star takes: in Python all that follows it, `*(f(x))`. The grammar binds a star that opens a list, a set or a tuple without brackets to the first
 * name behind it, as if `[*f(x)]` were `[(*f)(x)]`. Called for each expression from the inside out, so it needs to look at one operand alone.
 */
export function starTakesAll(expression: Expression): Expression {
  const star = leftmost(expression);
  if (star?.kind !== "starred") return expression;
  const { span, value } = star;
  return { kind: "starred", span: { ...expression.span, ...startOf(span) }, value: withLeftmost(expression, value) };
}

/** The operand with which the text of an expression begins, where that may be taken apart. */
function leftmost(expression: Expression): Expression | undefined {
  switch (expression.kind) {
    case "attribute":
    case "subscript":
      return expression.value;
    case "call":
      return expression.callee;
    case "binary":
      return expression.left;
    case "comparison":
      return expression.operands[0];
    case "conditional":
      return expression.then;
    default:
      return undefined;
  }
}

function withLeftmost(expression: Expression, first: Expression): Expression {
  const span = { ...expression.span, ...startOf(first.span) };
  switch (expression.kind) {
    case "attribute":
    case "subscript":
      return { ...expression, span, value: first };
    case "call":
      return { ...expression, span, callee: first };
    case "binary":
      return { ...expression, span, left: first };
    case "comparison":
      return { ...expression, span, operands: [first, ...expression.operands.slice(1)] };
    case "conditional":
      return { ...expression, span, then: first };
    default:
      return expression;
  }
}

function startOf({ row, column }: Span): Pick<Span, "row" | "column"> {
  return { row, column };
}
