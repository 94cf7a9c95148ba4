import type { SourceRange } from "../../core/model/source.js";
import { everyOperator, type Operator, type OperatorId } from "../../core/model/workflow.js";
import type { GraphOfDocument } from "../../formats/languageServer.js";

/** From 1, columns in UTF-16 units, as ranges in a graph. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Operators that a place in the document belongs to: the innermost call around it, else the calls on its line, else
 * every call of the definition around it. Empty between operators.
 */
export function operatorsAt({ graph, file }: GraphOfDocument, position: TextPosition): readonly OperatorId[] {
  const operators = distinct(everyOperator(graph));
  // Of what nothing calls, the function stands for the call.
  const calls = operators.filter(({ source }) => source.file === file && contains(source, position));
  if (calls.length > 0) return innermost(calls);
  const onLine = operators.filter(
    ({ source }) => source.file === file && source.line <= position.line && position.line <= source.endLine,
  );
  if (onLine.length > 0) return ids(onLine);
  return ids(operators.filter(({ definition }) => definition?.file === file && contains(definition, position)));
}

/** An operator may be part of several workflows. */
function distinct(operators: readonly Operator[]): readonly Operator[] {
  return [...new Map(operators.map((operator) => [operator.id, operator])).values()];
}

function innermost(calls: readonly Operator[]): readonly OperatorId[] {
  const sizes = calls.map(({ source }) => (source.endLine - source.line) * 1e6 + source.endColumn - source.column);
  const least = Math.min(...sizes);
  return ids(calls.filter((_call, index) => sizes[index] === least));
}

function contains(range: SourceRange, { line, column }: TextPosition): boolean {
  if (line < range.line || line > range.endLine) return false;
  return (line > range.line || column >= range.column) && (line < range.endLine || column <= range.endColumn);
}

function ids(operators: readonly Operator[]): readonly OperatorId[] {
  return operators.map(({ id }) => id);
}
