import type { Frame } from "./frame.js";

/** Notes which modules a module imports where it runs, and which names of the workflow file came so. */
export class ImportNotes {
  readonly #imports = new Map<string, Set<string>>();
  /** Modules by the global names of the workflow file that they gave. */
  readonly names = new Map<string, string>();

  imported(path: string, { origin: { module } }: Frame): void {
    const known = this.#imports.get(module) ?? new Set();
    this.#imports.set(module, known.add(path));
  }

  named(name: string, path: string, { scope, origin }: Frame): void {
    if (origin.module === "__main__" && scope.holderOf(name).parent === undefined) this.names.set(name, path);
  }

  /** The modules that run once some of them are imported, the packages around each included; the workflow file itself does not run again. */
  running(modules: Iterable<string>): ReadonlySet<string> {
    const all = new Set<string>();
    const add = (path: string): void => {
      if (all.has(path)) return;
      all.add(path);
      if (path === "__main__") return;
      const dot = path.lastIndexOf(".");
      if (dot !== -1) add(path.slice(0, dot));
      for (const inner of this.#imports.get(path) ?? []) add(inner);
    };
    for (const path of modules) add(path);
    return all;
  }
}
