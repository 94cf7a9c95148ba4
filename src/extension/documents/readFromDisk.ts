import path from "node:path";
import { projectFile } from "../../core/index.js";

/** What is asked of an open document: VS Code's own fit. */
export interface OpenDocument {
  readonly uri: { readonly scheme: string; toString(): string };
  readonly fileName: string;
  readonly languageId: string;
}

/**
 * Which open documents have to be on disk before a workflow file is traced: the file itself, Python that it may import, and `aqueduct.json`, which names its
 * resources. Those of every folder, for an import path may lead anywhere; and those that seem to be saved, for VS Code says so of some that are not.
 */
export function readFromDisk<T extends OpenDocument>(file: string, documents: readonly T[]): readonly T[] {
  return documents.filter((document) => document.uri.toString() === file || mayBeRead(document));
}

/**
 * Whether nothing begins where a document can't be saved: the file itself, and an `aqueduct.json` of a folder that it lies in. Whether other Python is read at all only
 * Python knows: that one could not be saved is told, and the file is traced all the same, as VS Code begins to debug.
 */
export function holdsUp(file: string, { uri, fileName }: OpenDocument): boolean {
  const document = uri.toString();
  return (
    document === file ||
    (path.basename(fileName) === projectFile && file.startsWith(document.slice(0, -projectFile.length)))
  );
}

function mayBeRead({ languageId, fileName, uri }: OpenDocument): boolean {
  return uri.scheme === "file" && (languageId === "python" || path.basename(fileName) === projectFile);
}
