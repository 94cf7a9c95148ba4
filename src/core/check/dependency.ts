import type { FileEntry } from "../ports.js";
import type { Listing } from "./rule.js";

/** What becomes of one path of `file_dependencies`. */
export type Dependency = "there" | "unknown" | "outside" | "missing" | "noMatch" | "empty" | "leftOut";

/** Of a folder or a pattern that leads to more folders than this, nothing is said before the file is traced. */
const mostFolders = 200;

const notShipped = new Set([
  "site-packages",
  "dist-packages",
  ".aqueduct",
  ".air-executor",
  "__pycache__",
  "node_modules",
  ".git",
  ".hg",
  ".svn",
  ".ipynb_checkpoints",
  ".mypy_cache",
  ".pytest_cache",
  ".ruff_cache",
]);
const marksOfEnvironments = new Set(["pyvenv.cfg", "conda-meta"]);

/** @param beside the folder of the operator's own file, in parts from the workspace's folder */
export function findDependency(path: string, beside: readonly string[], listing: Listing): Dependency {
  if (/^([/\\]|[A-Za-z]:)/.test(path)) return "unknown";
  const parts = joined(beside, path);
  if (parts === undefined) return "outside";
  const look = new Look(listing);
  const exact = look.at(parts);
  const found = exact === "missing" && /[*?[]/.test(path) ? look.matching(beside, parts.slice(beside.length)) : exact;
  return look.isIncomplete ? "unknown" : found;
}

/** The parts of a path below `beside`; undefined where it leads out. */
function joined(beside: readonly string[], path: string): readonly string[] | undefined {
  const below: string[] = [];
  for (const part of path.split(/[/\\]/)) {
    if (part === "..") {
      if (below.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") below.push(part);
  }
  return [...beside, ...below];
}

class Look {
  readonly #listing: Listing;
  #folders = 0;
  /** Not everything that was asked for is known. */
  isIncomplete = false;

  constructor(listing: Listing) {
    this.#listing = listing;
  }

  /** What lies at a path. */
  at(parts: readonly string[]): Dependency {
    if (parts.some((part) => notShipped.has(part)) || this.#isInEnvironment(parts)) return "leftOut";
    const name = parts.at(-1);
    const kind =
      name === undefined ? "folder" : this.#entries(parts.slice(0, -1)).find((one) => one.name === name)?.kind;
    if (kind === undefined) return "missing";
    if (kind === "folder") return this.#holdsFile(parts) ? "there" : "empty";
    return kind === "file" ? "there" : "unknown";
  }

  /** Whether a pattern, in parts below a folder, finds anything that ships. */
  matching(folder: readonly string[], [first, ...others]: readonly string[]): "there" | "noMatch" {
    if (first === undefined) return "noMatch";
    const entries = this.#shipping(folder);
    if (first === "**") {
      const rest = others.length === 0 ? ["*"] : others;
      if (this.matching(folder, rest) === "there") return "there";
      const below = entries.filter(({ kind, name }) => kind === "folder" && !name.startsWith("."));
      return this.#any(below, ({ name }) => this.matching([...folder, name], [first, ...others]) === "there");
    }
    const pattern = expressionOf(first);
    const found = entries.filter(({ name }) => pattern.test(name) && (first.startsWith(".") || !name.startsWith(".")));
    return this.#any(found, ({ name, kind }) => {
      const place = [...folder, name];
      if (others.length > 0) return kind === "folder" && this.matching(place, others) === "there";
      return kind === "folder" ? this.#holdsFile(place) : true;
    });
  }

  #any(entries: readonly FileEntry[], isFound: (entry: FileEntry) => boolean): "there" | "noMatch" {
    return entries.some(isFound) ? "there" : "noMatch";
  }

  #holdsFile(folder: readonly string[]): boolean {
    const entries = this.#shipping(folder);
    return (
      entries.some(({ kind }) => kind !== "folder") ||
      entries.some(({ kind, name }) => kind === "folder" && this.#holdsFile([...folder, name]))
    );
  }

  /** What ships of a folder. */
  #shipping(folder: readonly string[]): readonly FileEntry[] {
    const entries = this.#entries(folder);
    if (folder.length > 0 && entries.some(({ name }) => marksOfEnvironments.has(name))) return [];
    return entries.filter(({ name }) => !notShipped.has(name));
  }

  #isInEnvironment(parts: readonly string[]): boolean {
    return parts.some((_, index) => {
      const folder = parts.slice(0, index + 1);
      const above = this.#entries(parts.slice(0, index));
      const isFolder = above.some(({ name, kind }) => name === parts[index] && kind === "folder");
      return isFolder && this.#entries(folder).some(({ name }) => marksOfEnvironments.has(name));
    });
  }

  #entries(folder: readonly string[]): readonly FileEntry[] {
    this.#folders += 1;
    const entries = this.#folders > mostFolders ? undefined : this.#listing(folder.join("/"));
    if (entries === undefined) this.isIncomplete = true;
    return entries ?? [];
  }
}

/** A pattern of Python's `glob` for one name. */
function expressionOf(pattern: string): RegExp {
  const text = pattern.replaceAll(
    /\[(!?)(\]?[^\]]*)\]|[\s\S]/g,
    (found: string, not: string | undefined, set: string | undefined) => {
      if (set !== undefined && set !== "")
        return `[${not === "!" ? "^" : ""}${set.replaceAll(/[\\\]^]/g, String.raw`\$&`)}]`;
      if (found === "*") return ".*";
      return found === "?" ? "." : found.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
    },
  );
  return new RegExp(`^${text}$`, "s");
}
