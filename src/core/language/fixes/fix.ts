import type { Problem } from "../../model/problem.js";
import type { SourceRange } from "../../model/source.js";
import type { KnownFile } from "../knowledge.js";

/** Puts `newText` in place of what stands in a range; an empty range inserts. */
export interface Edit {
  readonly range: SourceRange;
  readonly newText: string;
}

/** A way to mend a problem. All of its edits are made, or none. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one that is most probably meant. */
  readonly isPreferred: boolean;
}

/** The ways to mend one kind of problem; none where what to write cannot be told. */
export type Fixer = (file: KnownFile, problem: Problem) => readonly Fix[];

export function replacing(title: string, range: SourceRange, newText: string): Fix {
  return { title, edits: [{ range, newText }], isPreferred: true };
}

/** Inserts at an offset of the text. */
export function insertion({ lines, known }: KnownFile, offset: number, newText: string): Edit {
  return { range: lines.range(known.file, offset, offset), newText };
}

/** Appends to what stands in the brackets at the end of a range; a comma is written where something stands there. */
export function appending(file: KnownFile, range: SourceRange, item: string): Edit {
  const inside = file.lines.slice(range).slice(0, -1).trimEnd();
  const comma = /[([{,]$/.test(inside) ? (inside.endsWith(",") ? " " : "") : ", ";
  return insertion(file, file.lines.offsetAt(range) + inside.length, `${comma}${item}`);
}
