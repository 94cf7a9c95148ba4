import type { Problem, Severity } from "../model/problem.js";

/** Finds lines and columns of offsets, and makes problems of them. */
export interface Locator {
  problem(code: string, severity: Severity, message: string, offset: number, length: number): Problem;
}

/** @param file as problems name it: relative to the folder */
export function locator(text: string, file: string): Locator {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const place = (offset: number): { readonly line: number; readonly column: number } => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  return {
    problem: (code, severity, message, offset, length) => {
      const end = place(offset + length);
      return { code, severity, message, file, ...place(offset), endLine: end.line, endColumn: end.column };
    },
  };
}
