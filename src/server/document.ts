import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { AnalysisCache, analyse, namesIn, type Analysis, type ParsedModule, type PythonParser } from "../core/index.js";

type Tree = ReturnType<PythonParser["parse"]>;

/** The text of an open file, its syntax tree, and what was last read from it. Disposed when the file is closed. */
export class WorkflowDocument {
  readonly #parser: PythonParser;
  readonly #cache = new AnalysisCache();
  #text: TextDocument;
  /** Undefined where the text has not been parsed, or was replaced as a whole. */
  #tree: Tree | undefined;
  /** The tree knows of edits that were not parsed yet. */
  #edited = false;
  #analysis: Analysis | undefined;

  constructor(uri: string, version: number, text: string, parser: PythonParser) {
    this.#parser = parser;
    this.#text = TextDocument.create(uri, "python", version, text);
  }

  get uri(): string {
    return this.#text.uri;
  }

  get version(): number {
    return this.#text.version;
  }

  get text(): string {
    return this.#text.getText();
  }

  /** Parsed when it is asked for: most Python files are no workflows. */
  get tree(): Tree {
    if (this.#tree !== undefined && !this.#edited) return this.#tree;
    const old = this.#tree;
    this.#tree = this.#parser.parse(this.text, old);
    this.#edited = false;
    old?.delete();
    return this.#tree;
  }

  /** Whether it may be a workflow file at all. */
  get namesAqueduct(): boolean {
    return this.text.includes("aqueduct");
  }

  /** Applies edits in their order; only what they touch will be parsed again. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const before = this.#text;
      if (!("range" in change)) {
        this.#text = TextDocument.update(before, [change], version);
        this.dispose();
        continue;
      }
      const startIndex = before.offsetAt(change.range.start);
      const oldEndIndex = before.offsetAt(change.range.end);
      const startPosition = pointAt(before, startIndex);
      const oldEndPosition = pointAt(before, oldEndIndex);
      // `update` changes the document in place, so what is asked of the old text is asked before.
      this.#text = TextDocument.update(before, [change], version);
      const newEndIndex = startIndex + change.text.length;
      if (this.#tree === undefined) continue;
      this.#parser.edit(this.#tree, {
        startIndex,
        oldEndIndex,
        newEndIndex,
        startPosition,
        oldEndPosition,
        newEndPosition: pointAt(this.#text, newEndIndex),
      });
      this.#edited = true;
    }
  }

  /** Reads the text as it is now. `file` is what the graph calls it. */
  analyse(file: string, modules: (path: string) => ParsedModule | undefined): Analysis {
    const previous = this.#analysis;
    this.#analysis = analyse({
      file,
      text: this.text,
      tree: this.tree,
      parser: this.#parser,
      modules,
      cache: this.#cache,
      ...(previous && { previous }),
    });
    return this.#analysis;
  }

  /** Where the text as it was read last names artifacts and operators. */
  names(file: string, modules: (path: string) => ParsedModule | undefined): ReturnType<typeof namesIn> | undefined {
    return this.#analysis && namesIn(this.#analysis, { file, parser: this.#parser, modules, cache: this.#cache });
  }

  /** Gives the tree's memory back. */
  dispose(): void {
    this.#tree?.delete();
    this.#tree = undefined;
    this.#edited = false;
  }
}

function pointAt(text: TextDocument, offset: number): { readonly row: number; readonly column: number } {
  const { line, character } = text.positionAt(offset);
  return { row: line, column: character };
}
