import type { Listing } from "../check/rule.js";
import type { FileEntry, Files } from "../ports.js";

/** What lies in folders, for one reading of a file: checks do not wait for a disk, so what is not known yet is fetched for the next look. */
export class FolderListings {
  readonly #known = new Map<string, readonly FileEntry[] | null>();
  readonly #missing = new Set<string>();

  /** @param folder absolute: what paths are relative to */
  constructor(
    private readonly files: Files,
    private readonly folder: string,
  ) {}

  readonly entries: Listing = (path) => {
    const known = this.#known.get(path);
    if (known === undefined) this.#missing.add(path);
    return known;
  };

  /** Fetches what was asked for in vain. False where nothing was. */
  async loadMissing(): Promise<boolean> {
    const wanted = [...this.#missing];
    this.#missing.clear();
    await Promise.all(
      wanted.map(async (path) => {
        this.#known.set(path, (await this.files.list(this.files.join(this.folder, path))) ?? null);
      }),
    );
    return wanted.length > 0;
  }
}
