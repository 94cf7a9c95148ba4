import { canonicalJson } from "../store/json.js";
import { dagOwnerFormat } from "../../formats/publication.js";
import { readText } from "../../formats/reader.js";
import { compileDag, type DagRequest } from "./dag.js";
import { dagText } from "./dagText.js";

/** The DAG file of a build on a target; the same request gives the same bytes. */
export function dagFile(request: DagRequest): string {
  return dagText(canonicalJson(compileDag(request)));
}

/** Whose a DAG file is, as its literal says; undefined where the text is none of ours. */
export function dagFileOwner(
  text: string,
): { readonly project: string; readonly workflow: string; readonly target: string } | undefined {
  const literal = /^SPEC = json\.loads\('(.*)'\)$/m.exec(text)?.[1];
  if (literal === undefined) return undefined;
  // A literal that somebody broke by hand makes the file not ours, rather than an error of ours.
  const owner = readText(dagOwnerFormat, literal.replace(/\\([\\'])/g, "$1"));
  return owner.readable ? owner.value : undefined;
}
