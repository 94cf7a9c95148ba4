import * as vscode from "vscode";
import { readText } from "../../formats/reader.js";
import { referenceFormats, type Reference } from "../../formats/references.js";

/** The address of a document of ours: what it shows stands in it, so that it can be opened again after a reload. */
export function documentUri(scheme: string, title: string, reference: Reference): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${title.replaceAll("/", "_")}`, query: JSON.stringify(reference) });
}

/** Throws where the address is none that {@link documentUri} made. */
export function referenceOfUri<Kind extends Reference["kind"]>(
  { query }: vscode.Uri,
  kind: Kind,
): Extract<Reference, { kind: Kind }> {
  const found = readText<unknown>(referenceFormats[kind], query);
  if (!found.readable) throw new Error("This document cannot be read again. Open it from the view Runs.");
  return found.value as Extract<Reference, { kind: Kind }>;
}
