import type { Expression, Span } from "../syntax/syntax.js";

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** `x := a if b else c`: the grammar gives the name to `a` alone. */
export function nameOfAll(whole: Of<"conditional">, { target, value }: Of<"named">): Expression {
  return { kind: "named", span: whole.span, target, value: { ...whole, then: value } };
}

/** `await value`; `await a ** b`, where the grammar has it wait for the power, waits for `a`. */
export function awaitOf(value: Expression, isOperation: boolean, span: Span): Expression {
  if (value.kind !== "binary" || !isOperation) return { kind: "await", span, value };
  const { endRow, endColumn } = value.left.span;
  return { ...value, span, left: { kind: "await", span: { ...span, endRow, endColumn }, value: value.left } };
}
