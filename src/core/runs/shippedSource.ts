/** A piece of a definitions blob (docs/formats/definitions.md) that has a text: an import or a definition. */
export interface ShippedPiece {
  readonly kind: string;
  readonly names: readonly string[];
  /** From 1, in the file as it was. */
  readonly line: number;
  /** Whole lines. */
  readonly text: string;
}

/** The pieces of a file on the lines where they stood, with empty lines for what was not shipped. */
export function shippedText(pieces: readonly ShippedPiece[]): string {
  const lines: string[] = [];
  for (const { line, text } of ordered(pieces)) {
    while (lines.length < line - 1) lines.push("");
    lines.push(...text.replace(/\n$/, "").split("\n"));
  }
  return `${lines.join("\n")}\n`;
}

/**
 * The file as it is now, with each definition as it was shipped: beside the file itself it shows what changed of the code that ran, and nothing else, since the
 * rest of a file is not shipped.
 */
export function withShipped(current: string, pieces: readonly ShippedPiece[]): string {
  const lines = current.split("\n");
  for (const piece of [...ordered(pieces)].reverse()) {
    const shipped = piece.text.replace(/\n$/, "").split("\n");
    const [name] = piece.names;
    if (piece.kind !== "definition" || name === undefined || /^\s/.test(piece.text)) continue;
    const found = blockOf(lines, name);
    if (found === undefined) lines.splice(Math.min(piece.line - 1, lines.length), 0, ...shipped);
    else lines.splice(found.start, found.end - found.start, ...shipped);
  }
  return lines.join("\n");
}

function ordered(pieces: readonly ShippedPiece[]): readonly ShippedPiece[] {
  const different = new Map(pieces.map((piece) => [`${piece.line}\0${piece.text}`, piece]));
  return [...different.values()].sort((left, right) => left.line - right.line);
}

/** The lines of a function, class or assignment at the left edge, its decorators included. */
function blockOf(lines: readonly string[], name: string): { readonly start: number; readonly end: number } | undefined {
  const head = new RegExp(
    `^(?:(?:async\\s+)?def\\s+${escaped(name)}\\b|class\\s+${escaped(name)}\\b|${escaped(name)}\\s*(?::[^=]*)?=(?!=))`,
  );
  const at = lines.findIndex((line) => head.test(line));
  if (at < 0) return undefined;
  let end = at + 1;
  // A closing bracket at the left edge belongs to what it closes.
  while (end < lines.length && (/^\s/.test(lines[end] ?? "") || lines[end] === "" || /^[)\]}]/.test(lines[end] ?? "")))
    end += 1;
  while (end > at + 1 && (lines[end - 1] ?? "").trim() === "") end -= 1;
  return { start: decoratorsAbove(lines, at), end };
}

function decoratorsAbove(lines: readonly string[], at: number): number {
  let start = at;
  for (let above = at - 1; above >= 0; above -= 1) {
    const line = lines[above] ?? "";
    if (line.startsWith("@")) start = above;
    else if (!/^(?:\s|[)\]}]|#)/.test(line)) break;
  }
  return start;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
