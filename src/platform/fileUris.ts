import { fileURLToPath, pathToFileURL } from "node:url";

/** The path that a `file:` URI names; undefined for one of another scheme (an untitled document, a notebook cell). */
export function pathOfUri(uri: string): string | undefined {
  return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path).toString();
}
