import type { SourceRange } from "../model/source.js";
import type { ArtifactId } from "../model/workflow.js";
import type { KnownFile } from "./knowledge.js";
import { isSame, type TextPosition } from "./place.js";
import { type Subject, subjectAt } from "./subject.js";
import { tagsOf } from "./tags.js";

/**
 * Where what stands at a position is named: an artifact under any of its names, those in queries among them.
 *
 * @param declarations "include": where it gets its name too
 */
export function referencesAt(
  file: KnownFile,
  position: TextPosition,
  declarations: "include" | "leaveOut",
): readonly SourceRange[] {
  const subject = subjectAt(file, position);
  if (subject === undefined) return [];
  const { reads, declared } = namesOf(file, subject);
  return declarations === "include" ? [...declared, ...reads] : reads;
}

interface Named {
  readonly declared: readonly SourceRange[];
  readonly reads: readonly SourceRange[];
}

function namesOf(file: KnownFile, subject: Subject): Named {
  const { facts, names } = file.known;
  switch (subject.kind) {
    case "artifact":
      return artifactNames(file, subject.artifacts);
    case "operator": {
      const { definition } = subject;
      if (definition === null)
        return artifactNames(
          file,
          subject.operators.flatMap((id) => file.operators.get(id)?.outputs ?? []),
        );
      const isOurs = (one: { readonly definition: SourceRange }): boolean => isSame(one.definition, definition);
      return {
        declared: names.definitions.filter(isOurs).map(({ range }) => range),
        reads: names.operators.filter(isOurs).map(({ range }) => range),
      };
    }
    case "workflow":
      return {
        declared: facts.publications
          .filter(({ name }) => name === subject.name)
          .flatMap(({ written }) => written.values.name ?? []),
        reads: [],
      };
    case "resource":
      return {
        declared: [],
        reads: [
          ...facts.resourceUses
            .filter(({ name }) => name === subject.name)
            .flatMap(({ written }) => written.name ?? []),
          ...facts.publications
            .filter(({ engine }) => engine === subject.name)
            .flatMap(({ written }) => written.flowConfig?.engine ?? written.values.engine ?? []),
        ],
      };
  }
}

function artifactNames(file: KnownFile, artifacts: readonly ArtifactId[]): Named {
  const ours = file.known.names.artifacts.filter((one) => one.artifacts.some((id) => artifacts.includes(id)));
  return {
    declared: ours.filter(({ role }) => role === "binds").map(({ range }) => range),
    reads: [
      ...ours.filter(({ role }) => role === "reads").map(({ range }) => range),
      ...tagsOf(file)
        .filter(({ artifact }) => artifacts.includes(artifact))
        .map(({ range }) => range),
    ],
  };
}
