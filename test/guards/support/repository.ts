import path from "node:path";

/** Absolute path of the repository. */
export const root = path.resolve(import.meta.dirname, "../../..");

/** A package's own folder in `node_modules`. */
export function packageFolder(name: string): string {
  return path.join(root, "node_modules", name);
}
