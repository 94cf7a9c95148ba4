import type { Problem, Severity } from "../model/problem.js";
import type { SourceRange } from "../model/source.js";

/** Finds lines and columns of offsets, and makes problems of them. */
export interface Locator {
  range(offset: number, length: number): SourceRange;
  problem(code: string, severity: Severity, message: string, offset: number, length: number): Problem;
}

/** @param file as problems name it: relative to the folder */
export function locator(text: string, file: string): Locator {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const place = (offset: number): { readonly line: number; readonly column: number } => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  const range: Locator["range"] = (offset, length) => {
    const end = place(offset + length);
    return { file, ...place(offset), endLine: end.line, endColumn: end.column };
  };
  return {
    range,
    problem: (code, severity, message, offset, length) => ({ code, severity, message, ...range(offset, length) }),
  };
}
