import { createScanner, type Node } from "jsonc-parser";

/** How a file is written, so that what is put into it looks like the rest. */
export interface Layout {
  /** One step of indentation. */
  readonly unit: string;
  readonly eol: string;
}

/** `SyntaxKind` of jsonc-parser, a const enum that isolated modules cannot read. */
const kinds = { comma: 5, lineComment: 12, blockComment: 13, lineBreak: 14, space: 15 } as const;

export function layoutOf(text: string): Layout {
  return { unit: /^([ \t]+)\S/m.exec(text)?.[1] ?? "  ", eol: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** A JSON value as text, whose first line stands behind something that is indented by `indentation`. */
export function valueText(value: unknown, indentation: string, { unit, eol }: Layout): string {
  return JSON.stringify(value, undefined, unit).split("\n").join(`${eol}${indentation}`);
}

/** The text with a member added at the end of an object; comments stay beside what they were written for. */
export function insertMember(text: string, object: Node, name: string, value: unknown, layout: Layout): string {
  const last = object.children?.at(-1);
  return last === undefined
    ? insertFirst(text, object, name, value, layout)
    : insertBehind(text, object, last, name, value, layout);
}

function insertFirst(text: string, object: Node, name: string, value: unknown, layout: Layout): string {
  const { unit, eol } = layout;
  const outer = indentationAt(text, object.offset);
  const member = memberText(name, value, outer + unit, layout);
  const end = object.offset + object.length - 1;
  // What stands in an object without members are comments.
  const inside = text.slice(object.offset + 1, end).trimEnd();
  return `${text.slice(0, object.offset + 1)}${inside}${eol}${outer}${unit}${member}${eol}${outer}${text.slice(end)}`;
}

function insertBehind(text: string, object: Node, last: Node, name: string, value: unknown, layout: Layout): string {
  const end = last.offset + last.length;
  const { commaEnd, lineEnd } = trailOf(text, end);
  if (!text.slice(object.offset, last.offset).includes("\n")) {
    const inline = `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    return commaEnd === undefined
      ? `${text.slice(0, end)}, ${inline}${text.slice(end)}`
      : `${text.slice(0, commaEnd)} ${inline}${text.slice(commaEnd)}`;
  }
  const indentation = indentationAt(text, last.offset);
  const member = `${layout.eol}${indentation}${memberText(name, value, indentation, layout)}`;
  // A file that ends its last members with a comma goes on doing so.
  if (commaEnd !== undefined) return `${text.slice(0, lineEnd)}${member},${text.slice(lineEnd)}`;
  return `${text.slice(0, end)},${text.slice(end, lineEnd)}${member}${text.slice(lineEnd)}`;
}

/** What follows a member: the end of its comma where it has one, and of the comments on its line. */
function trailOf(text: string, end: number): { readonly commaEnd: number | undefined; readonly lineEnd: number } {
  const scanner = createScanner(text);
  scanner.setPosition(end);
  let commaEnd: number | undefined;
  let lineEnd = end;
  let isOnLine = true;
  for (;;) {
    const kind: number = scanner.scan();
    const tokenEnd = scanner.getTokenOffset() + scanner.getTokenLength();
    if (kind === kinds.comma && commaEnd === undefined) {
      commaEnd = lineEnd = tokenEnd;
      isOnLine = true;
    } else if (kind === kinds.lineComment || kind === kinds.blockComment) {
      if (isOnLine) lineEnd = tokenEnd;
    } else if (kind === kinds.lineBreak) isOnLine = false;
    else if (kind !== kinds.space) return { commaEnd, lineEnd };
  }
}

function memberText(name: string, value: unknown, indentation: string, layout: Layout): string {
  return `${JSON.stringify(name)}: ${valueText(value, indentation, layout)}`;
}

/** What the line of an offset begins with. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
}
