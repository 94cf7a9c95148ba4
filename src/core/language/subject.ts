import type { SourceRange } from "../model/source.js";
import type { ArtifactId, Operator, OperatorId } from "../model/workflow.js";
import type { KnownFile } from "./knowledge.js";
import { contains, isSame, type TextPosition } from "./place.js";
import { tagsOf } from "./tags.js";

/** What a place in the text is about. `range` is the name that stands there. */
export type Subject = { readonly range: SourceRange } & (
  | { readonly kind: "artifact"; readonly name: string; readonly artifacts: readonly ArtifactId[] }
  /** An operator where it is called or defined; none: its function is never called. */
  | {
      readonly kind: "operator";
      readonly name: string;
      readonly operators: readonly OperatorId[];
      readonly definition: SourceRange | null;
    }
  | { readonly kind: "workflow"; readonly name: string }
  /** A resource's name in quotes. */
  | { readonly kind: "resource"; readonly name: string }
);

export function subjectAt(file: KnownFile, position: TextPosition): Subject | undefined {
  return (
    artifactAt(file, position) ??
    tagAt(file, position) ??
    quotedAt(file, position) ??
    calledAt(file, position) ??
    functionAt(file, position)
  );
}

/** The operators that a subject leads to: those of a call or a definition, or the makers of an artifact. */
export function operatorsOf(file: KnownFile, subject: Subject): readonly OperatorId[] {
  if (subject.kind === "operator") return subject.operators;
  if (subject.kind !== "artifact") return [];
  return [...new Set(subject.artifacts.flatMap((id) => file.producer(id)?.id ?? []))];
}

function artifactAt({ known }: KnownFile, position: TextPosition): Subject | undefined {
  const found = known.names.artifacts.find(({ range }) => range.file === known.file && contains(range, position));
  return found && { kind: "artifact", name: found.name, range: found.range, artifacts: found.artifacts };
}

/** `{{ name }}` in a query stands for the parameter of that name. */
function tagAt(file: KnownFile, position: TextPosition): Subject | undefined {
  const found = tagsOf(file).find(({ range }) => contains(range, position));
  return found && { kind: "artifact", name: found.name, range: found.range, artifacts: [found.artifact] };
}

function quotedAt({ known, lines }: KnownFile, position: TextPosition): Subject | undefined {
  const isHere = (range: SourceRange | undefined): range is SourceRange =>
    range?.file === known.file && contains(range, position);
  for (const { name, written } of known.facts.resourceUses) {
    if (name !== undefined && isHere(written.name)) return { kind: "resource", name, range: written.name };
  }
  for (const { name, engine, written } of known.facts.publications) {
    const engineRange = written.flowConfig?.engine ?? written.values.engine;
    if (engine !== null && isHere(engineRange) && isQuoted(lines.slice(engineRange)))
      return { kind: "resource", name: engine, range: engineRange };
    const nameRange = written.values.name;
    if (isHere(nameRange)) return { kind: "workflow", name, range: nameRange };
  }
  return undefined;
}

function isQuoted(text: string): boolean {
  return /^[a-zA-Z]{0,2}["']/.test(text);
}

/** The name that a call is written with, where the call recorded an operator or published a workflow. */
function calledAt({ known, operators }: KnownFile, position: TextPosition): Subject | undefined {
  const called = known.names.calls.find(({ range }) => range.file === known.file && contains(range, position));
  if (called === undefined) return undefined;
  const published = known.facts.publications.find(({ range }) => isSame(range, called.call));
  if (published !== undefined) return { kind: "workflow", name: published.name, range: called.range };
  const recorded = [...operators.values()].filter(
    (operator) => isSame(operator.source, called.call) && !isImplicit(operator),
  );
  const [first] = recorded;
  if (first === undefined) return undefined;
  return {
    kind: "operator",
    name: called.name,
    range: called.range,
    operators: recorded.map(({ id }) => id),
    definition: first.definition,
  };
}

/** The name of an operator's function where it is defined, or where it is not called. */
function functionAt({ known, operators }: KnownFile, position: TextPosition): Subject | undefined {
  const found = [...known.names.definitions, ...known.names.operators].find(
    ({ range }) => range.file === known.file && contains(range, position),
  );
  if (found === undefined) return undefined;
  const calls = [...operators.values()].filter(
    ({ definition }) => definition !== null && isSame(definition, found.definition),
  );
  return {
    kind: "operator",
    name: found.name,
    range: found.range,
    operators: calls.map(({ id }) => id),
    definition: found.definition,
  };
}

/** A parameter that a literal argument made: it is recorded at the operator's call and has no name in the text. */
function isImplicit({ kind, explicit }: Operator): boolean {
  return kind === "parameter" && explicit !== true;
}
