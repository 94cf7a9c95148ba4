import path from "node:path";
import type { Files } from "../../src/core/ports.js";

/** Files of a machine that has only these, by absolute path. */
export function inMemoryFiles(
  contents: Readonly<Record<string, string>>,
): Files & { readonly contents: Map<string, string> } {
  const files = new Map(Object.entries(contents));
  const text = (bytes: Uint8Array | string): string =>
    typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes);
  return {
    contents: files,
    read: (file) => Promise.resolve(files.has(file) ? new TextEncoder().encode(files.get(file)) : undefined),
    readOwned: (file) => Promise.resolve(files.get(file)),
    endsSearch: (folder) => Promise.resolve(folder === path.posix.dirname(folder)),
    kindOf: (file) =>
      Promise.resolve(
        files.has(file)
          ? ("file" as const)
          : [...files.keys()].some((one) => one.startsWith(`${file}/`))
            ? ("folder" as const)
            : undefined,
      ),
    readText: (file) => Promise.resolve(files.get(file)),
    writeAtomically: (file, bytes) => Promise.resolve(void files.set(file, text(bytes))),
    list: (folder) => {
      const below = [...files.keys()]
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1));
      const names = [...new Set(below.map((file) => file.split("/", 1)[0] ?? file))];
      const entries = names.map((name) => ({
        name,
        kind: below.includes(name) ? ("file" as const) : ("folder" as const),
      }));
      return Promise.resolve(entries.length === 0 ? undefined : entries);
    },
    remove: (file) => Promise.resolve(void files.delete(file)),
    makeFolder: () => Promise.resolve(),
    makeOwnFolder: () => Promise.resolve(),
    makeTemporaryFolder: () => Promise.resolve("/tmp/aqueduct-scratch"),
    join: (...parts) => path.posix.join(...parts),
    dirname: (file) => path.posix.dirname(file),
    relative: (folder, file) => path.posix.relative(folder, file),
  };
}
