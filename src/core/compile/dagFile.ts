import { canonicalJson } from "../store/json.js";
import { isFormat1, areStrings } from "../store/guards.js";
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
  const spec = parsed(literal.replace(/\\([\\'])/g, "$1"));
  if (!isFormat1(spec) || !areStrings(spec, ["project", "workflow", "target"])) return undefined;
  return spec;
}

/** A literal that somebody broke by hand makes the file not ours, rather than an error of ours. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
