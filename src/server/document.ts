import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { AnalysisCache, analyse, type Analysis, type ParsedModule, type PythonParser } from "../core/index.js";

type Tree = ReturnType<PythonParser["parse"]>;

/** The text of an open file, its syntax tree, and what was last read from it. Disposed when the file is closed. */
export class WorkflowDocument {
  readonly #parser: PythonParser;
  readonly #cache = new AnalysisCache();
  #text: TextDocument;
  #tree: Tree;
  #analysis: Analysis | undefined;

  constructor(uri: string, version: number, text: string, parser: PythonParser) {
    this.#parser = parser;
    this.#text = TextDocument.create(uri, "python", version, text);
    this.#tree = parser.parse(text);
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

  get tree(): Tree {
    return this.#tree;
  }

  /** Whether it may be a workflow file at all. */
  get namesAqueduct(): boolean {
    return this.text.includes("aqueduct");
  }

  /** Applies edits in their order; only what they touch is parsed again. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    let edited = true;
    for (const change of changes) {
      const before = this.#text;
      if (!("range" in change)) {
        edited = false;
        this.#text = TextDocument.update(before, [change], version);
        continue;
      }
      const startIndex = before.offsetAt(change.range.start);
      const oldEndIndex = before.offsetAt(change.range.end);
      const startPosition = pointAt(before, startIndex);
      const oldEndPosition = pointAt(before, oldEndIndex);
      // `update` changes the document in place, so what is asked of the old text is asked before.
      this.#text = TextDocument.update(before, [change], version);
      const newEndIndex = startIndex + change.text.length;
      this.#parser.edit(this.#tree, { startIndex, oldEndIndex, newEndIndex, startPosition, oldEndPosition, newEndPosition: pointAt(this.#text, newEndIndex) });
    }
    const old = this.#tree;
    this.#tree = this.#parser.parse(this.text, edited ? old : undefined);
    old.delete();
  }

  /** Reads the text as it is now. `file` is what the graph calls it. */
  analyse(file: string, modules: (path: string) => ParsedModule | undefined): Analysis {
    const previous = this.#analysis;
    this.#analysis = analyse({ file, text: this.text, tree: this.#tree, parser: this.#parser, modules, cache: this.#cache, ...(previous && { previous }) });
    return this.#analysis;
  }

  dispose(): void {
    this.#tree.delete();
  }
}

function pointAt(text: TextDocument, offset: number): { readonly row: number; readonly column: number } {
  const { line, character } = text.positionAt(offset);
  return { row: line, column: character };
}
