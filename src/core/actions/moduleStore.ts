import type { Problem } from "../model/problem.js";
import type { ParsedModule } from "../parse/analyse.js";
import type { Files, PythonParser } from "../ports.js";

/** Of a module: more is not read by the parser either. */
const mostBytes = 4 * 1024 * 1024;

interface Loaded {
  readonly text: string;
  readonly tree: ReturnType<PythonParser["parse"]>;
}

/**
 * The modules that workflow files import: open files as they are typed, others from disk.
 *
 * Reading the graph does not wait for a disk, so a module that is not there yet counts as none; {@link loadMissing} fetches it for the next time.
 */
export class ModuleStore {
  readonly #files: Files;
  readonly #parser: PythonParser;
  /** The text of an open file; undefined where it is not open. */
  readonly #openText: (path: string) => string | undefined;
  /** By absolute path; null: there is no such file. */
  readonly #loaded = new Map<string, Loaded | null>();
  readonly #missing = new Set<string>();
  /** Why, by absolute path. */
  readonly #unreadable = new Map<string, string>();

  constructor(files: Files, parser: PythonParser, openText: (path: string) => string | undefined) {
    this.#files = files;
    this.#parser = parser;
    this.#openText = openText;
  }

  /** Finds modules as Python does when it runs a file of `beside`; paths are told relative to `folder`. */
  resolver(beside: string, folder: string): (path: string) => ParsedModule | undefined {
    return (dotted) => {
      const parts = dotted.split(".");
      const last = parts.pop() ?? "";
      const candidates = [
        { path: this.#files.join(beside, ...parts, `${last}.py`), isPackage: false },
        { path: this.#files.join(beside, ...parts, last, "__init__.py"), isPackage: true },
      ];
      for (const { path, isPackage } of candidates) {
        const found = this.#find(path);
        if (found !== undefined) return { ...found, file: this.#files.relative(folder, path), isPackage };
      }
      return undefined;
    };
  }

  /**
   * Reads what was asked for in vain. True where anything of it is there.
   *
   * One that can't be read, since it is a pipe, a folder or huge, counts as none until it changes, and keeps no other from being read; {@link problems} tells of it.
   */
  async loadMissing(): Promise<boolean> {
    const wanted = [...this.#missing];
    this.#missing.clear();
    const found = await Promise.all(
      wanted.map(async (path) => {
        this.#keep(path, null);
        try {
          const text = await this.#files.readText(path, mostBytes);
          if (text !== undefined) this.#keep(path, { text, tree: this.#parser.parse(text) });
          return text !== undefined;
        } catch (error) {
          this.#unreadable.set(path, error instanceof Error ? error.message : String(error));
          return false;
        }
      }),
    );
    return found.includes(true);
  }

  /** On the first line of a workflow file: modules beside it that can't be read, which its imports may mean. */
  problems(beside: string, file: string): readonly Problem[] {
    return [...this.#unreadable]
      .filter(([path]) => !this.#files.relative(beside, path).startsWith(".."))
      .map(([, why]) => ({
        code: "module-unreadable",
        severity: "warning",
        message: `The graph is read without a module that this file imports. ${why}`,
        file,
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 2,
      }));
  }

  get hasMissing(): boolean {
    return this.#missing.size > 0;
  }

  /** A file was made, changed or deleted. */
  forget(path: string): void {
    this.#unreadable.delete(path);
    this.#loaded.get(path)?.tree.delete();
    this.#loaded.delete(path);
  }

  dispose(): void {
    for (const path of [...this.#loaded.keys()]) this.forget(path);
  }

  #find(path: string): Loaded | undefined {
    const open = this.#openText(path);
    const loaded = this.#loaded.get(path);
    if (open !== undefined) {
      if (loaded?.text === open) return loaded;
      const parsed = { text: open, tree: this.#parser.parse(open) };
      this.#keep(path, parsed);
      return parsed;
    }
    if (loaded === undefined) this.#missing.add(path);
    return loaded ?? undefined;
  }

  #keep(path: string, loaded: Loaded | null): void {
    this.forget(path);
    this.#loaded.set(path, loaded);
  }
}
