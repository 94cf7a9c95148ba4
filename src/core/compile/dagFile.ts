import { dagOwnerFormat, type DagOwner } from "../../formats/dag.js";
import { readText } from "../../formats/reader.js";
import { canonicalJson } from "../store/json.js";
import { compileDag, type DagRequest } from "./dag.js";
import { dagText } from "./dagText.js";

/** The DAG file of a build on a target; the same request gives the same bytes. */
export function dagFile(request: DagRequest): string {
  return dagText(canonicalJson(compileDag(request)));
}

/**
 * Whose a DAG file is, as its literal says.
 *
 * @returns undefined where the text is none of ours; `newer` where it is of a format that this version does not know
 */
export function dagFileOwner(text: string): DagOwner | "newer" | undefined {
  const literal = /^SPEC = json\.loads\('(.*)'\)$/m.exec(text)?.[1];
  if (literal === undefined) return undefined;
  // A literal that somebody broke by hand makes the file not ours, rather than an error of ours.
  const owner = readText(dagOwnerFormat, literal.replace(/\\([\\'])/g, "$1"));
  if (owner.readable) return owner.value;
  return owner.newer === undefined ? undefined : "newer";
}
