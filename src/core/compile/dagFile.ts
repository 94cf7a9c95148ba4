import { areStrings, isObject } from "../store/guards.js";
import { canonicalJson } from "../store/json.js";
import { compileDag, type DagRequest } from "./dag.js";
import { dagText } from "./dagText.js";

/** The DAG file of a build on a target; the same request gives the same bytes. */
export function dagFile(request: DagRequest): string {
  return dagText(canonicalJson(compileDag(request)));
}

/** In 1, tasks and parameters were lists. Whose a file is stands in both alike. */
const readable: readonly unknown[] = [1, 2];

/**
 * Whose a DAG file is, as its literal says.
 *
 * @returns undefined where the text is none of ours; `newer` where it is of a format that this version does not know
 */
export function dagFileOwner(
  text: string,
): { readonly project: string; readonly workflow: string; readonly target: string } | "newer" | undefined {
  const literal = /^SPEC = json\.loads\('(.*)'\)$/m.exec(text)?.[1];
  if (literal === undefined) return undefined;
  const spec = parsed(literal.replace(/\\([\\'])/g, "$1"));
  if (!isObject(spec)) return undefined;
  const { format } = spec;
  if (typeof format === "number" && format > 2) return "newer";
  return readable.includes(format) && areStrings(spec, ["project", "workflow", "target"]) ? spec : undefined;
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
