import type { Problem, Severity } from "../../src/core/model/problem.js";
import type { SourceRange } from "../../src/core/model/source.js";
import type { Operator } from "../../src/core/model/workflow.js";

const order: readonly Severity[] = ["error", "warning", "information", "hint"];

/** Without hints: the Problems view leaves them out too, and the editor shows them as mere dots. */
export function withoutHints(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity !== "hint");
}

/** Problems that lie in an operator's call or definition, the gravest first. */
export function problemsOf(operator: Operator, problems: readonly Problem[]): readonly Problem[] {
  const ranges = operator.definition ? [operator.source, operator.definition] : [operator.source];
  return inGravity(problems.filter((problem) => ranges.some((range) => beginsIn(range, problem))));
}

/** The gravest first. */
export function inGravity(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}

function beginsIn(range: SourceRange, { file, line, column }: Problem): boolean {
  if (file !== range.file || line < range.line || line > range.endLine) return false;
  return (line > range.line || column >= range.column) && (line < range.endLine || column <= range.endColumn);
}
