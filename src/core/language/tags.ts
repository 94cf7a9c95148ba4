import type { SourceRange } from "../model/source.js";
import type { ArtifactId } from "../model/workflow.js";
import type { KnownFile } from "./knowledge.js";

/** A `{{ name }}` in a query that stands for a parameter. */
export interface Tag {
  readonly name: string;
  /** The name alone. */
  readonly range: SourceRange;
  readonly artifact: ArtifactId;
}

/** The tags in the queries of a file, by where they stand in its text. */
export function tagsOf({ known, operators, artifacts, lines }: KnownFile): readonly Tag[] {
  const found = new Map<string, Tag>();
  for (const { kind, source, inputs, stale } of operators.values()) {
    if (kind !== "extract" || source.file !== known.file || stale === true) continue;
    const byName = new Map(inputs.map((id) => [artifacts.get(id)?.name, id]));
    const from = lines.offsetAt(source);
    for (const { index, 0: tag, 1: name = "" } of lines
      .slice(source)
      .matchAll(/\{\{\s*([^{}\s](?:[^{}]*[^{}\s])?)\s*\}\}/g)) {
      const artifact = byName.get(name);
      if (artifact === undefined) continue;
      const start = from + index + tag.indexOf(name);
      found.set(String(start), { name, artifact, range: lines.range(known.file, start, start + name.length) });
    }
  }
  return [...found.values()];
}
