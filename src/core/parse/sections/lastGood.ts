import type { Statement } from "../syntax/syntax.js";
import type { Section } from "./sections.js";

/** A section as it is interpreted: where its text is broken, by the last text there that was not. */
export interface ReadableSection {
  readonly text: string;
  readonly firstRow: number;
  /** Rows that the section has now; older positions beyond are held to it. */
  readonly rows: number;
  readonly statements: readonly Statement[];
  readonly stale: boolean;
}

/**
 * Puts the last good text in place of what is broken now.
 *
 * Old and new sections that are equal hold the two files together; between two such places a broken section stands for the old one
 * that begins like it, or for all old ones there when nothing else is left. A broken section without an older one is dropped.
 */
export function withLastGood(sections: readonly Section[], previous: readonly ReadableSection[]): ReadableSection[] {
  if (sections.every(isReadable)) return sections.map(fresh);
  const gaps = align(sections, previous);
  return sections.flatMap((section, index) => {
    if (isReadable(section)) return [fresh(section)];
    return (gaps.get(index) ?? []).map((old) => ({
      ...old,
      firstRow: section.firstRow,
      rows: rowsOf(section.text),
      stale: true,
    }));
  });
}

function isReadable(section: Section): section is Section & { readonly statements: readonly Statement[] } {
  return section.statements !== undefined;
}

function fresh(section: Section): ReadableSection {
  return {
    text: section.text,
    firstRow: section.firstRow,
    rows: rowsOf(section.text),
    statements: section.statements ?? [],
    stale: false,
  };
}

function rowsOf(text: string): number {
  return text.split("\n").length;
}

/** For each broken section the old ones that it stands for. */
function align(
  sections: readonly Section[],
  previous: readonly ReadableSection[],
): Map<number, readonly ReadableSection[]> {
  const result = new Map<number, readonly ReadableSection[]>();
  const places = new Map<string, number[]>();
  for (const [at, { text }] of previous.entries()) places.set(text, [...(places.get(text) ?? []), at]);
  let oldFrom = 0;
  let gap: number[] = [];
  const close = (oldTo: number): void => {
    assign(gap, sections, previous.slice(oldFrom, oldTo), result);
    gap = [];
  };
  for (const [index, section] of sections.entries()) {
    const match = isReadable(section) ? places.get(section.text)?.find((at) => at >= oldFrom) : undefined;
    if (match === undefined) gap.push(index);
    else {
      close(match);
      oldFrom = match + 1;
    }
  }
  close(previous.length);
  return result;
}

function assign(
  gap: readonly number[],
  sections: readonly Section[],
  old: readonly ReadableSection[],
  result: Map<number, readonly ReadableSection[]>,
): void {
  let rest = [...old];
  const alone: number[] = [];
  for (const index of gap) {
    const section = sections[index];
    if (section === undefined) continue;
    const twin = rest.findIndex(({ text }) => beginAlike(text, section.text));
    if (twin === -1) {
      if (!isReadable(section)) alone.push(index);
      continue;
    }
    if (!isReadable(section)) result.set(index, rest.slice(twin, twin + 1));
    rest = rest.slice(twin + 1);
  }
  const [first] = alone;
  // One broken section in place of several: it has swallowed them, as an open triple quote does.
  if (first !== undefined && rest.length > 0) result.set(first, rest);
  else swallow(gap, sections, rest, result);
}

function swallow(
  gap: readonly number[],
  sections: readonly Section[],
  rest: readonly ReadableSection[],
  result: Map<number, readonly ReadableSection[]>,
): void {
  const last = gap.at(-1);
  if (last === undefined || rest.length === 0) return;
  const section = sections[last];
  if (section !== undefined && !isReadable(section) && rowsOf(section.text) > 1)
    result.set(last, [...(result.get(last) ?? []), ...rest]);
}

/** The same function, class or target, or at least the same first word. */
function beginAlike(one: string, other: string): boolean {
  return headOf(one) === headOf(other);
}

function headOf(text: string): string {
  const definition = /^(?:@.*\n)*\s*(?:async\s+)?(def|class)\s+(\w+)/.exec(text);
  if (definition) return `${definition[1] ?? ""} ${definition[2] ?? ""}`;
  return /^[^=(\n]*[=(]?/.exec(text)?.[0] ?? text;
}
