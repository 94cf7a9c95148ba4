import type { ArtifactName } from "../model/names.js";
import type { SourceRange } from "../model/source.js";
import type { KnownFile } from "./knowledge.js";
import { isSame, type TextPosition } from "./place.js";
import { subjectAt } from "./subject.js";

/** Where something is defined: a place in the folder's Python files, or a resource of `aqueduct.json`. */
export type Destination =
  | { readonly kind: "range"; readonly range: SourceRange }
  | { readonly kind: "resource"; readonly name: string };

/**
 * Where the name at a position is defined.
 *
 * For Python's names this is the very range that a Python language server gives, so that the editor shows both answers as one; names in quotes have ours alone.
 */
export function definitionsAt(file: KnownFile, position: TextPosition): readonly Destination[] {
  const subject = subjectAt(file, position);
  switch (subject?.kind) {
    case "artifact":
      return ranges(
        subject.artifacts.flatMap((artifact) => bindingOf(file, subject.range, subject.name, artifact) ?? []),
      );
    case "operator":
      return ranges(definitionName(file, subject.definition));
    case "workflow":
      return ranges(
        file.known.facts.publications
          .filter(({ name }) => name === subject.name)
          .flatMap(({ written }) => written.values.name ?? []),
      );
    case "resource":
      return [{ kind: "resource", name: subject.name }];
    case undefined:
      return [];
  }
}

/** The functions behind the name at a position: of an artifact, those of the operators that made it. */
export function implementationsAt(file: KnownFile, position: TextPosition): readonly SourceRange[] {
  const subject = subjectAt(file, position);
  if (subject?.kind === "operator") return definitionName(file, subject.definition);
  if (subject?.kind !== "artifact") return [];
  return distinct(
    subject.artifacts.flatMap((id) => {
      const producer = file.producer(id);
      return producer === undefined
        ? []
        : producer.definition === null
          ? [producer.source]
          : definitionName(file, producer.definition);
    }),
  );
}

/** Where a variable that stands for an artifact got it; for a name in quotes, where the artifact has its first name. */
function bindingOf(file: KnownFile, at: SourceRange, name: string, artifact: string): SourceRange | undefined {
  const { artifacts } = file.known.names;
  const index = artifacts.findIndex(({ range }) => isSame(range, at));
  const binds = (one: ArtifactName): boolean => one.role === "binds" && one.artifacts.includes(artifact);
  const before =
    index === -1 ? undefined : artifacts.slice(0, index + 1).findLast((one) => binds(one) && one.name === name);
  return (before ?? artifacts.find(binds))?.range ?? file.producer(artifact)?.source;
}

/** The name in a definition; the whole of it where the definition has none that we know of. */
function definitionName({ known }: KnownFile, definition: SourceRange | null): readonly SourceRange[] {
  if (definition === null) return [];
  return [known.names.definitions.find((one) => isSame(one.definition, definition))?.range ?? definition];
}

function ranges(found: readonly SourceRange[]): readonly Destination[] {
  return distinct(found).map((range) => ({ kind: "range", range }));
}

function distinct(found: readonly SourceRange[]): readonly SourceRange[] {
  return found.filter((range, index) => found.findIndex((other) => isSame(range, other)) === index);
}
