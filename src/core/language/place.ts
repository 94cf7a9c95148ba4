import type { SourceRange } from "../model/source.js";

/** Line and column from 1, columns in UTF-16 units, as everywhere in core. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Whether a position lies in a range; its end counts, because the caret behind a word is at that word. */
export function contains(range: SourceRange, { line, column }: TextPosition): boolean {
  if (line < range.line || line > range.endLine) return false;
  return (line > range.line || column >= range.column) && (line < range.endLine || column <= range.endColumn);
}

/** Whether a range lies in another one, or is it. */
export function within(inner: SourceRange, outer: SourceRange): boolean {
  return (
    inner.file === outer.file &&
    contains(outer, inner) &&
    contains(outer, { line: inner.endLine, column: inner.endColumn })
  );
}

export function isSame(one: SourceRange, other: SourceRange): boolean {
  return (
    one.file === other.file &&
    one.line === other.line &&
    one.column === other.column &&
    one.endLine === other.endLine &&
    one.endColumn === other.endColumn
  );
}

/** Whether ranges share more than an end. */
export function overlap(one: SourceRange, other: SourceRange): boolean {
  return (
    isBefore(one, { line: other.endLine, column: other.endColumn }) &&
    isBefore(other, { line: one.endLine, column: one.endColumn })
  );
}

function isBefore({ line, column }: TextPosition, other: TextPosition): boolean {
  return line < other.line || (line === other.line && column < other.column);
}

/** A text by lines, for offsets and what stands in a range. */
export class TextLines {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  }

  offsetAt({ line, column }: TextPosition): number {
    return Math.min((this.#starts[line - 1] ?? this.text.length) + column - 1, this.text.length);
  }

  positionAt(offset: number): TextPosition {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  slice(range: SourceRange): string {
    return this.text.slice(this.offsetAt(range), this.offsetAt({ line: range.endLine, column: range.endColumn }));
  }

  range(file: string, from: number, to: number): SourceRange {
    const end = this.positionAt(to);
    return { file, ...this.positionAt(from), endLine: end.line, endColumn: end.column };
  }
}
