import path from "node:path";

/** What is asked of an open document: VS Code's own fit. */
export interface OpenDocument {
  readonly uri: { readonly scheme: string; toString(): string };
  readonly fileName: string;
  readonly languageId: string;
  readonly isDirty: boolean;
}

/**
 * Which open documents have to be saved before a workflow file is traced, since tracing reads what lies on disk: the file itself, Python that it may import, and
 * `aqueduct.json`, which names its resources. Those of every folder, for an import path may lead anywhere.
 */
export function unsavedOf<T extends OpenDocument>(file: string, documents: readonly T[]): readonly T[] {
  return documents.filter((document) => document.isDirty && (document.uri.toString() === file || mayBeRead(document)));
}

function mayBeRead({ languageId, fileName, uri }: OpenDocument): boolean {
  return uri.scheme === "file" && (languageId === "python" || path.basename(fileName) === "aqueduct.json");
}
