import type { SourceRange } from "../model/source.js";

/** A replacement in a text; lines and columns from 1. */
export interface TextChange extends Omit<SourceRange, "file"> {
  readonly newText: string;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Where what stood in a range stands after edits, each of which counts in the text that the one before it has left; undefined where an edit replaced all of it.
 *
 * What is typed at its first character pushes it on; what is typed behind its last one is not part of it.
 */
export function shiftRange<Range extends Omit<SourceRange, "file">>(
  range: Range,
  changes: readonly TextChange[],
): Range | undefined {
  let shifted: Range | undefined = range;
  for (const change of changes) shifted = shifted && shiftOnce(shifted, change);
  return shifted;
}

function shiftOnce<Range extends Omit<SourceRange, "file">>(range: Range, change: TextChange): Range | undefined {
  const [start, end] = [startOf(range), endOf(range)];
  const isReplaced = !isBefore(start, startOf(change)) && !isBefore(endOf(change), end) && !isEmpty(change);
  if (isReplaced && !isEmpty(range)) return undefined;
  const moved = shiftPlace(start, change);
  // At the end of a range that an insertion touches, the end stays.
  const last = isBefore(startOf(change), end) || isEmpty(range) ? shiftPlace(end, change) : end;
  return {
    ...range,
    ...moved,
    endLine: last.line,
    endColumn: last.column,
  };
}

function shiftPlace(place: Place, change: TextChange): Place {
  if (isBefore(place, startOf(change))) return place;
  if (isBefore(place, endOf(change))) return startOf(change);
  const added = change.newText.split("\n");
  const length = (added.at(-1) ?? "").length;
  const line = place.line + added.length - 1 - (change.endLine - change.line);
  if (place.line > change.endLine) return { line, column: place.column };
  const from = added.length === 1 ? change.column : 1;
  return { line, column: place.column - change.endColumn + from + length };
}

function startOf({ line, column }: Omit<SourceRange, "file">): Place {
  return { line, column };
}

function endOf({ endLine, endColumn }: Omit<SourceRange, "file">): Place {
  return { line: endLine, column: endColumn };
}

function isEmpty(range: Omit<SourceRange, "file">): boolean {
  return range.line === range.endLine && range.column === range.endColumn;
}

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
