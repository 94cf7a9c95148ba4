import type { Edit, KnownFile } from "../../../src/core/index.js";

/** The text of a file after edits, whose ranges are those of the text before. */
export function applied({ lines }: KnownFile, edits: readonly Edit[]): string {
  const placed = edits.map(({ range, newText }) => ({
    from: lines.offsetAt(range),
    to: lines.offsetAt({ line: range.endLine, column: range.endColumn }),
    newText,
  }));
  return placed
    .sort((one, other) => other.from - one.from)
    .reduce((text, { from, to, newText }) => text.slice(0, from) + newText + text.slice(to), lines.text);
}
