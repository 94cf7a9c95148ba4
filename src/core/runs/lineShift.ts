/** A replacement in a text: lines from 0, `start` and `end` of what was there, `added` lines in its place beyond the first. */
export interface LineChange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly added: number;
}

/**
 * Where a line stands after edits that nobody has analysed yet.
 *
 * Text inserted before a line's first character pushes it down; a line inside of what was replaced stays at the start of it.
 */
export function shiftLine(line: number, changes: readonly LineChange[]): number {
  return changes.reduce((at, { startLine, startColumn, endLine, added }) => {
    const isBefore = startLine < at || (startLine === at && startColumn === 0 && endLine === at);
    if (!isBefore) return at;
    return endLine <= at ? at + added - (endLine - startLine) : startLine;
  }, line);
}
