import type { Tree } from "web-tree-sitter";
import type { Definition } from "../model/definition.js";
import type { FileFacts, GlobalRead } from "../model/facts.js";
import type { FileNames } from "../model/names.js";
import { slugOf } from "../model/slug.js";
import type { Graph, Operator, Workflow } from "../model/workflow.js";
import type { PythonParser } from "../ports.js";
import { mostCharacters } from "./boundedParser.js";
import { Interpreter, type ReadableModule } from "./interpret/interpreter.js";
import type { OperatorDefinition } from "./interpret/machine.js";
import { NameCollector } from "./interpret/names.js";
import { rangeOf } from "./interpret/scope.js";
import { artifactsIn } from "./interpret/values.js";
import { globalReadsOf } from "./reads/globalReads.js";
import { whatTravels } from "./reads/whatTravels.js";
import { identitiesOf } from "./record/identities.js";
import { workflowsOf } from "./record/workflows.js";
import { type ReadableSection, withLastGood } from "./sections/lastGood.js";
import { LoweringCache, type Section, sectionsOf } from "./sections/sections.js";

/** Text and tree of one file. The tree must be of this very text. */
interface ParsedFile {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly tree: Tree;
}

export interface ParsedModule extends ParsedFile {
  /** It is the `__init__.py` of a package. */
  readonly isPackage: boolean;
}

export interface AnalysisRequest extends ParsedFile {
  /** For what has to be parsed on its own because the text around it is broken. */
  readonly parser: PythonParser;
  /** A module of the folder by its dotted name, as seen from the workflow file; undefined where there is none. */
  readonly modules: (path: string) => ParsedModule | undefined;
  /** What the same file said before, for text that is broken now. */
  readonly previous?: Analysis;
  /** Makes the next analysis of the same file cheap. */
  readonly cache?: AnalysisCache;
}

export interface Analysis {
  /** Without problems: rules find these in the facts. */
  readonly graph: Graph;
  readonly facts: FileFacts;
  /** Operators' functions of the file itself, in the order of their lines. */
  readonly definitions: readonly Definition[];
  /** What was read, for the next analysis. */
  readonly sections: readonly ReadableSection[];
}

/** What does not change between two analyses of a file. One per open document. */
export class AnalysisCache {
  readonly statements = new LoweringCache();
  readonly #modules = new WeakMap<Tree, ReadableModule>();

  module(tree: Tree, read: () => ReadableModule): ReadableModule {
    const known = this.#modules.get(tree) ?? read();
    this.#modules.set(tree, known);
    return known;
  }
}

/**
 * Reads a workflow file: its statements are interpreted in order on abstract values, none of its code is run.
 *
 * Where the text is broken, what stood there in `previous` is taken, and its operators are marked stale.
 */
export function analyse(request: AnalysisRequest): Analysis {
  const { file, text, tree, parser, previous, cache = new AnalysisCache() } = request;
  const sections = sectionsOf(text, tree, parser, cache.statements);
  const readable = withLastGood(sections, previous?.sections ?? []);
  const interpreter = new Interpreter(moduleReader(request, cache));
  interpreter.runMain({ file, isPackage: false, sections: readable });
  const facts: FileFacts = {
    file,
    ...syntaxFacts(sections, file),
    ...interpreter.facts,
    cutShort: [...tooLong(text, file), ...interpreter.facts.cutShort],
    globalReads: artifactReads(interpreter.definitions),
    ...whatTravels(interpreter, file),
  };
  const workflows = workflowsOf(interpreter.recorder);
  const definitions = definitionsOf(interpreter, workflows, file);
  const own = interpreter.definitions.filter(({ origin }) => origin.file === file);
  const names = new Map(own.map(({ name, definition, origin }) => [rangeOf(definition.span, origin).line, name]));
  const neverCalled = neverCalledOf(definitions, names, workflows);
  return {
    graph: { format: 1, workflows, ...(neverCalled.length > 0 && { neverCalled }), problems: [] },
    facts,
    definitions,
    sections: readable,
  };
}

/** A file of which nothing is read (`boundedParser.ts`), on its first line. */
function tooLong(text: string, file: string): FileFacts["cutShort"] {
  if (text.length <= mostCharacters) return [];
  const range = { file, line: 1, column: 1, endLine: 1, endColumn: Math.max(2, text.split("\n", 1)[0]?.length ?? 0) };
  return [{ range, isRest: true, isTooLong: true }];
}

/**
 * Where a file names artifacts and operators: what it said is interpreted once more, with every name noted.
 *
 * Apart from {@link analyse}, because each keystroke waits for that and only questions need this.
 */
export function namesIn(
  { sections }: Analysis,
  request: Pick<AnalysisRequest, "file" | "parser" | "modules" | "cache">,
): FileNames {
  const collector = new NameCollector();
  const interpreter = new Interpreter(moduleReader(request, request.cache ?? new AnalysisCache()), collector);
  const scope = interpreter.runMain({ file: request.file, isPackage: false, sections });
  const { artifacts } = identitiesOf(interpreter.recorder.recorded);
  return collector.names(interpreter.definitions, scope, (artifact) => artifacts.get(artifact));
}

function moduleReader(
  { modules, parser }: Pick<AnalysisRequest, "modules" | "parser">,
  cache: AnalysisCache,
): (path: string) => ReadableModule | undefined {
  return (path) => {
    const found = modules(path);
    return found && cache.module(found.tree, () => readModule(found, parser));
  };
}

function readModule({ file, text, tree, isPackage }: ParsedModule, parser: PythonParser): ReadableModule {
  return { file, isPackage, sections: withLastGood(sectionsOf(text, tree, parser, new LoweringCache()), []) };
}

function syntaxFacts(sections: readonly Section[], file: string): Pick<FileFacts, "faults" | "emptyBodies"> {
  const inFile = (section: Section): Parameters<typeof rangeOf>[1] => ({
    file,
    module: "__main__",
    isPackage: false,
    firstRow: section.firstRow,
    rows: 0,
    stale: false,
  });
  return {
    faults: sections.flatMap((section) =>
      section.faults.map(({ span, ...fault }) => ({ ...fault, range: rangeOf(span, inFile(section)) })),
    ),
    emptyBodies: sections.flatMap((section) =>
      section.emptyBlocks.map(({ span, statement }) => ({ statement, range: rangeOf(span, inFile(section)) })),
    ),
  };
}

/** A definition that runs several times, as in a helper, is one. */
function definitionsOf(
  { definitions, calledOperators, facts }: Interpreter,
  workflows: readonly Workflow[],
  file: string,
): readonly Definition[] {
  const calls = [
    ...workflows.flatMap(({ operators }) => operators.map(({ definition }) => definition)),
    // What takes an operator that cannot be followed may call it.
    ...[...calledOperators].map((operator) => operator.function?.definition),
  ];
  const called = new Set(calls.flatMap((definition) => (definition?.file === file ? [definition.line] : [])));
  const byLine = new Map<number, Definition>();
  for (const { definition, kind, origin } of definitions) {
    if (origin.file !== file) continue;
    const range = rangeOf(definition.span, origin);
    // What is not followed may call it.
    const isCalled = called.has(range.line) || facts.cutShort.length > 0;
    byLine.set(range.line, { name: definition.name, kind, range, isCalled });
  }
  return [...byLine.values()].sort((left, right) => left.range.line - right.range.line);
}

/** What nothing calls, as it would be drawn; its id begins as no other of the file does. */
function neverCalledOf(
  definitions: readonly Definition[],
  names: ReadonlyMap<number, string>,
  workflows: readonly Workflow[],
): readonly Operator[] {
  const taken = new Set(workflows.flatMap(({ operators }) => operators.map(({ id }) => id)));
  return definitions
    .filter(({ isCalled }) => !isCalled)
    .map(({ name: ofFunction, kind, range }) => {
      const name = names.get(range.line) ?? ofFunction;
      let id = `never_called_${slugOf(name, kind)}`;
      while (taken.has(id)) id += "_";
      taken.add(id);
      return { id, name, kind, inputs: [], outputs: [], source: range, definition: range };
    });
}

/** Where operators read, as globals, names that hold artifacts once the file has run. */
function artifactReads(definitions: readonly OperatorDefinition[]): GlobalRead[] {
  return definitions
    .filter(({ origin }) => !origin.stale)
    .flatMap(({ definition, origin, scope }) =>
      globalReadsOf(definition)
        .filter(({ id }) => {
          const value = scope.find(id);
          return (
            value !== undefined &&
            (value.kind === "artifact" || value.kind === "choice") &&
            artifactsIn(value).length > 0
          );
        })
        .map(({ id, span }) => ({ name: id, function: definition.name, range: rangeOf(span, origin) })),
    );
}
