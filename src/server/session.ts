import type { Connection, DidChangeTextDocumentParams, FileEvent, TextDocumentItem } from "vscode-languageserver";
import {
  type Analysis,
  FolderListings,
  KnownFile,
  ModuleStore,
  checkedGraph,
  type Files,
  type ParsedModule,
  placeOfResource,
  projectFile,
  projectText,
  type PythonParser,
} from "../core/index.js";
import type { SourceRange } from "../core/model/source.js";
import { pathOfUri, uriOfPath } from "../platform/fileUris.js";
import type { GraphOfDocument } from "../formats/languageServer.js";
import { diagnosticsOf } from "./diagnostics.js";
import { WorkflowDocument } from "./document.js";
import { type WorkflowFolder, WorkflowFolders } from "./folders.js";

interface OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  readonly document: WorkflowDocument;
  /** Ends when everything that was asked for so far is told. */
  reading: Promise<void>;
  /** Something changed since the last reading. */
  changed: boolean;
  latest: GraphOfDocument | null;
  /** What questions about the text are answered from; made when one is asked, forgotten at the next reading. */
  known: Answerable | undefined;
  facts: Analysis["facts"] | undefined;
}

/** A document as it was read last, ready to be asked about. */
export interface Answerable {
  readonly known: KnownFile;
  readonly uri: string;
  /** The address of a file that the graph names. */
  readonly uriOf: (file: string) => string;
}

/** Where a document stands. */
interface Place {
  /** What graphs call it. */
  readonly file: string;
  readonly folder: WorkflowFolder;
  readonly modules: (path: string) => ParsedModule | undefined;
}

/** Open documents and their graphs: every change is read, and what it gives is told to the editor. */
export class Session {
  readonly #connection: Connection;
  readonly #files: Files;
  readonly #parser: PythonParser;
  readonly #open = new Map<string, OpenDocument>();
  readonly #modules: ModuleStore;
  readonly #folders: WorkflowFolders;

  /** @param workspaceFolders absolute paths */
  constructor(connection: Connection, files: Files, parser: PythonParser, workspaceFolders: readonly string[]) {
    this.#connection = connection;
    this.#files = files;
    this.#parser = parser;
    this.#modules = new ModuleStore(files, parser, (path) => this.#open.get(uriOfPath(path))?.document.text);
    this.#folders = new WorkflowFolders(files, workspaceFolders);
  }

  open({ uri, version, text }: TextDocumentItem): void {
    const opened: OpenDocument = {
      uri,
      document: new WorkflowDocument(normal(uri), version, text, this.#parser),
      reading: Promise.resolve(),
      changed: true,
      latest: null,
      known: undefined,
      facts: undefined,
    };
    this.#open.set(normal(uri), opened);
    this.#read(opened);
  }

  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const opened = this.#open.get(normal(uri));
    if (opened === undefined) return;
    opened.document.change(contentChanges, version);
    this.#read(opened);
    this.#readImporters(normal(uri));
  }

  close(uri: string): void {
    const opened = this.#open.get(normal(uri));
    if (opened === undefined) return;
    this.#open.delete(normal(uri));
    opened.document.dispose();
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    const path = pathOfUri(uri);
    // What was typed and not saved is gone.
    if (path !== undefined) this.#modules.forget(path);
    this.#readImporters(normal(uri));
  }

  /** Files changed on disk. */
  filesChanged(changes: readonly FileEvent[]): void {
    const paths = changes.flatMap(({ uri }) => pathOfUri(uri) ?? []);
    for (const path of paths) this.#modules.forget(path);
    if (paths.some((path) => path.endsWith(projectFile))) this.#folders.forget();
    for (const opened of this.#open.values()) this.#read(opened);
  }

  /** The graph of the last text that was received; null for a file that is not open or names no `aqueduct`. */
  async graphOf(uri: string): Promise<GraphOfDocument | null> {
    const opened = this.#open.get(normal(uri));
    if (opened === undefined) return null;
    await opened.reading;
    return opened.latest;
  }

  /** A document that questions can be asked about; undefined for one that is not open or names no `aqueduct`. */
  async ask(uri: string): Promise<Answerable | undefined> {
    const opened = this.#open.get(normal(uri));
    if (opened === undefined) return undefined;
    const place = await this.#placeOf(opened.uri);
    // Typing goes on while a reading is waited for.
    let awaited: Promise<void> | undefined;
    while (awaited !== opened.reading) {
      awaited = opened.reading;
      await awaited;
    }
    const { latest, facts, document } = opened;
    if (latest === null || facts === undefined) return undefined;
    const names = opened.known === undefined ? document.names(place.file, place.modules) : undefined;
    if (names !== undefined) {
      const known = new KnownFile({
        file: place.file,
        text: document.text,
        graph: latest.graph,
        facts,
        names,
        resources: place.folder.resources,
      });
      opened.known = {
        known,
        uri: opened.uri,
        uriOf: (file) => (file === place.file ? opened.uri : uriOfPath(this.#files.join(place.folder.path, file))),
      };
    }
    return opened.known;
  }

  /** Where the `aqueduct.json` of a document names a resource. */
  async resourcePlace(
    uri: string,
    name: string,
  ): Promise<{ readonly uri: string; readonly range: SourceRange } | undefined> {
    const { folder } = await this.#placeOf(uri);
    const path = this.#files.join(folder.path, projectFile);
    const text = await projectText(this.#files, folder.path);
    const range = text === undefined ? undefined : placeOfResource(text, name);
    return range && { uri: uriOfPath(path), range };
  }

  dispose(): void {
    for (const { document } of this.#open.values()) document.dispose();
    this.#open.clear();
    this.#modules.dispose();
  }

  /** Reads one after the other, so that graphs are told in the order of the changes. */
  #read(opened: OpenDocument): void {
    opened.changed = true;
    opened.reading = opened.reading
      .then(() => this.#readNow(opened))
      .catch((error: unknown) => {
        this.#connection.console.error(
          `The graph of ${opened.uri} could not be read: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      });
  }

  async #readNow(opened: OpenDocument): Promise<void> {
    const { document, uri } = opened;
    const place = await this.#placeOf(uri);
    const isOpen = (): boolean => this.#open.get(document.uri) === opened;
    // A reading that waited may find its text read by the one before it.
    if (!isOpen() || !opened.changed || (!document.namesAqueduct && opened.latest === null)) return;
    opened.changed = false;
    if (!document.namesAqueduct) {
      opened.latest = null;
      opened.known = undefined;
      await this.#tell({
        uri,
        version: document.version,
        graph: { format: 1, workflows: [], problems: [] },
        definitions: [],
        file: place.file,
        folder: uriOfPath(place.folder.path),
      });
      return;
    }
    let analysis = document.analyse(place.file, place.modules);
    while (this.#modules.hasMissing && (await this.#modules.loadMissing())) {
      if (!isOpen()) return;
      analysis = document.analyse(place.file, place.modules);
    }
    const { version } = document;
    const folders = new FolderListings(this.#files, place.folder.path);
    const listing = pathOfUri(uri) === undefined ? undefined : folders.entries;
    let graph = checkedGraph(analysis, place.folder.resources, listing, place.folder.lost);
    while (await folders.loadMissing()) {
      if (!isOpen()) return;
      graph = checkedGraph(analysis, place.folder.resources, listing, place.folder.lost);
    }
    const beside = pathOfUri(uri);
    const lost = beside === undefined ? [] : this.#modules.problems(this.#files.dirname(beside), place.file);
    graph = { ...graph, problems: [...graph.problems, ...lost] };
    opened.known = undefined;
    opened.facts = analysis.facts;
    opened.latest = {
      uri,
      version,
      graph,
      definitions: analysis.definitions,
      file: place.file,
      folder: uriOfPath(place.folder.path),
    };
    await this.#tell(opened.latest);
  }

  async #tell(told: GraphOfDocument): Promise<void> {
    await this.#connection.sendDiagnostics({
      uri: told.uri,
      version: told.version,
      diagnostics: diagnosticsOf(told.graph.problems, told.file),
    });
    await this.#connection.sendNotification("aqueduct/graphChanged", told);
  }

  async #placeOf(uri: string): Promise<Place> {
    const path = pathOfUri(uri);
    // A document that was never saved lies in no folder and has nothing beside it.
    if (path === undefined) return { file: uri, folder: this.#folders.withoutFile(), modules: () => undefined };
    const folder = await this.#folders.of(path);
    return {
      file: this.#files.relative(folder.path, path),
      folder,
      modules: this.#modules.resolver(this.#files.dirname(path), folder.path),
    };
  }

  /** A module that is typed in changes the graphs of the files that may import it. */
  #readImporters(changed: string): void {
    for (const [uri, opened] of this.#open) if (uri !== changed && opened.latest !== null) this.#read(opened);
  }
}

/** One spelling of a URI: editors and Node escape differently. */
function normal(uri: string): string {
  const path = pathOfUri(uri);
  return path === undefined ? uri : uriOfPath(path);
}
