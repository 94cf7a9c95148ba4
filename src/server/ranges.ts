import type { Position, Range } from "vscode-languageserver";
import type { TextPosition } from "../core/index.js";
import type { SourceRange } from "../core/model/source.js";

/** Core counts lines and columns from 1, the Language Server Protocol from 0. */
export function rangeOf({ line, column, endLine, endColumn }: SourceRange): Range {
  return { start: { line: line - 1, character: column - 1 }, end: { line: endLine - 1, character: endColumn - 1 } };
}

export function positionOf({ line, character }: Position): TextPosition {
  return { line: line + 1, column: character + 1 };
}

export function sourceRangeOf({ start, end }: Range, file: string): SourceRange {
  return {
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
