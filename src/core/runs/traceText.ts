import type { Failure } from "../model/manifest.js";

/** Where a line of a trace leads. Lines and columns of the text count from 0. */
export interface TraceLink {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** As the frame names it: relative to the folder, or absolute. */
  readonly file: string;
  /** From 1. */
  readonly target: number;
  /** What stood on that line when it ran. */
  readonly code: string;
}

export interface TraceText {
  readonly text: string;
  readonly links: readonly TraceLink[];
}

/** A failure for people: what failed and what to do on top, then the frames of the user's own code, outermost first. */
export function traceText(operator: string, { message, tip, trace }: Failure): TraceText {
  const lines = [`${operator} failed`, "", ...message.split("\n"), ...(tip === "" ? [] : ["", ...tip.split("\n")])];
  const links: TraceLink[] = [];
  lines.push("", trace.length === 0 ? "None of your own lines were under way." : "Your lines, the failing one last:");
  for (const { file, line, function: name, text } of trace) {
    const place = `${file}:${line}`;
    links.push({ line: lines.length + 1, start: 2, end: 2 + place.length, file, target: line, code: text });
    lines.push("", `  ${place}, in ${name}`, `      ${text.trim()}`);
  }
  return { text: `${lines.join("\n")}\n`, links };
}

/**
 * The line where `code` stands now: that of the trace where it still is, else the nearest one with the same text. From 1.
 *
 * @param lines of the file as it is now
 * @param line where it stood when it ran, from 1
 */
export function nearestLine(lines: readonly string[], line: number, code: string): number {
  const wanted = code.trim();
  if (wanted === "" || lines[line - 1]?.trim() === wanted) return line;
  const same = lines.flatMap((text, index) => (text.trim() === wanted ? [index + 1] : []));
  return same.reduce(
    (nearest, candidate) => (Math.abs(candidate - line) < Math.abs(nearest - line) ? candidate : nearest),
    same[0] ?? line,
  );
}
