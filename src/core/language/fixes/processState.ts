import type { OperatorBody } from "../../model/facts.js";
import type { SourceRange } from "../../model/source.js";
import type { KnownFile } from "../knowledge.js";
import { isSame } from "../place.js";
import { type Edit, type Fixer, insertion } from "./fix.js";

/** A statement that sets state of the process, moved to the top of the operators that need it. */
export const processState: Fixer = (file, problem) => {
  const move = file.known.facts.processStates.find(({ range }) => isSame(range, problem))?.move;
  const lines = move && movedLines(file, move.statement);
  const insertions = lines && move.into.map((body) => insertionsAt(file, body, lines.moved));
  if (lines === undefined || insertions === undefined || insertions.includes(undefined)) return [];
  return [
    {
      title: "Move into the operators that need it",
      edits: [removal(file, lines), ...insertions.flatMap((edits) => edits ?? [])],
      isPreferred: true,
    },
  ];
};

interface MovedLines {
  /** Without the indentation that all of them have. */
  readonly moved: readonly string[];
  /** Of the text, from 0; the end is exclusive. */
  readonly from: number;
  readonly to: number;
}

/** The lines of a statement, with the comments that belong to it; undefined where something else stands on them, or would be changed by another indentation. */
function movedLines(
  { lines: { text } }: KnownFile,
  { line, column, endLine, endColumn }: SourceRange,
): MovedLines | undefined {
  const all = linesOf(text);
  const to = endLine;
  const own = all.slice(line - 1, to);
  const indentation = own[0]?.slice(0, column - 1) ?? "";
  const isAlone = indentation.trim() === "" && /^\s*(#.*)?$/.test(all[to - 1]?.slice(endColumn - 1) ?? "");
  if (!isAlone || (own.length > 1 && /"""|'''|\\$/m.test(own.join("\n")))) return undefined;
  if (column > 1 && !hasNeighbour(all, line - 1, to, indentation)) return undefined;
  const from = firstComment(all, line - 1, to, indentation);
  const moved = all
    .slice(from, to)
    .map((one) => (one.startsWith(indentation) ? one.slice(indentation.length) : one.trimStart()));
  return { moved, from, to };
}

/** Comments above a statement belong to it where no other statement stands with it between blank lines. */
function firstComment(all: readonly string[], from: number, to: number, indentation: string): number {
  if (!isBlank(all[to])) return from;
  let first = from;
  while (all[first - 1]?.startsWith(`${indentation}#`) === true) first -= 1;
  return first === 0 || isBlank(all[first - 1]) ? first : from;
}

/** Whether a block has another statement, so that it can lose one. */
function hasNeighbour(all: readonly string[], from: number, to: number, indentation: string): boolean {
  const isCode = (line: string): boolean => !isBlank(line) && !line.trimStart().startsWith("#");
  const before = all.slice(0, from).findLast(isCode);
  const after = all.slice(to).find(isCode);
  return [before, after].some((line) => line !== undefined && /^\s*/.exec(line)?.[0] === indentation);
}

/** Takes the lines out, and of the blank lines around them the fewer. */
function removal(file: KnownFile, { from, to }: MovedLines): Edit {
  const all = linesOf(file.lines.text);
  let [first, end] = [from, to];
  while (first > 0 && isBlank(all[first - 1])) first -= 1;
  while (end < all.length && isBlank(all[end])) end += 1;
  const [above, below] = [from - first, end - to];
  if (above > 0 && below > 0) [first, end] = above <= below ? [first, to] : [from, end];
  else [first, end] = [from, to];
  const start = file.lines.offsetAt({ line: first + 1, column: 1 });
  const stop = end >= all.length ? file.lines.text.length : file.lines.offsetAt({ line: end + 1, column: 1 });
  return { range: file.lines.range(file.known.file, start, stop), newText: "" };
}

/** The edits that put lines at the top of a body, behind its docstring; undefined where what stands there cannot be parted. */
function insertionsAt(
  file: KnownFile,
  { definition, first, isDocstring }: OperatorBody,
  moved: readonly string[],
): readonly Edit[] | undefined {
  const { text } = file.lines;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const all = linesOf(text);
  const before = all[first.line - 1]?.slice(0, first.column - 1) ?? "";
  const isInline = before.trim() !== "";
  const outer = all[definition.line - 1]?.slice(0, definition.column - 1) ?? "";
  const indentation = isInline ? outer + (outer.includes("\t") ? "\t" : "    ") : before;
  const lines = moved.map((line) => (isBlank(line) ? "" : indentation + line)).join(end);
  const start = file.lines.offsetAt(first);
  const edits: Edit[] = [];
  if (isInline) {
    const gap = before.length - before.trimEnd().length;
    const newText = isDocstring ? `${end}${indentation}` : `${end}${lines}${end}${indentation}`;
    edits.push({ range: file.lines.range(file.known.file, start - gap, start), newText });
  } else if (!isDocstring) edits.push(insertion(file, start - before.length, `${lines}${end}`));
  if (isDocstring) {
    const behind = all[first.endLine - 1]?.slice(first.endColumn - 1) ?? "";
    if (!/^\s*(#.*)?$/.test(behind)) return undefined;
    const at = file.lines.offsetAt({ line: first.endLine, column: first.endColumn }) + behind.length;
    edits.push(insertion(file, at, `${end}${lines}`));
  }
  return edits;
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}

/** Without their ends. */
function linesOf(text: string): readonly string[] {
  return text.split("\n").map((line) => line.replace(/\r$/, ""));
}
