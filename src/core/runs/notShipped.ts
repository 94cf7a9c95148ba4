import type { BuildOperator } from "../model/build.js";
import { dependencyAdvice } from "../model/dependencyAdvice.js";
import type { FolderUse, Manifest } from "../model/manifest.js";
import type { Problem } from "../model/problem.js";

const notShippedCode = "not-shipped";

/** Whether a problem tells of a file that does not ship, whoever found that: a run, or the trace. */
export function isShippingProblem(code: string): boolean {
  return code === notShippedCode || code === "path-of-workspace";
}

/** What an operator was seen to use here and will not find on a worker: warnings on its line. */
export function notShippedProblems(operator: BuildOperator, manifest: Manifest | null): readonly Problem[] {
  const { file, line } = operator.definition ?? operator.source;
  const at = { file, line, column: 1, endLine: line, endColumn: 1 };
  // A failed import has said it already.
  const isTold = ({ path, use }: FolderUse): boolean =>
    use === "imported" && manifest?.failure?.message.includes(path) === true;
  return (manifest?.notShipped ?? [])
    .filter((one) => !isTold(one))
    .map((one): Problem => {
      const said = isMadeByRun(one, manifest?.life)
        ? madeByRun(one)
        : `${words(one)}: ${way(one, operator.code?.file ?? file)}.`;
      const message = `\`${operator.name}\` ${said}`;
      return { code: notShippedCode, severity: "warning", message, ...at };
    });
}

/** Another operator of the run has written it: shipped, it would be what an earlier run wrote. @param life the start of the run */
function isMadeByRun({ changedAt, use }: FolderUse, life: string | undefined): boolean {
  return use !== "imported" && changedAt !== undefined && life !== undefined && changedAt.replace(/[-:]/g, "") >= life;
}

function madeByRun({ path, use }: FolderUse): string {
  const what =
    use === "listed"
      ? `listed ${path === "." ? "the folder" : path}, whose files were`
      : `${verb(use)} ${path}, which was`;
  return `${what} written during the run: on a worker each operator has a folder of its own. Return what is needed from the operator that writes it, and pass that as an argument.`;
}

function verb(use: FolderUse["use"]): string {
  return use === "read" ? "read" : "looked for";
}

function words({ path, use }: FolderUse): string {
  const lacks = "which does not ship with it, so a worker does not have it";
  if (use === "listed")
    return `listed ${path === "." ? "the folder" : path}, not all of which ships with it, so a worker finds less`;
  if (use === "imported") return `asked for the module ${path}, ${lacks}`;
  return `${verb(use)} ${path}, ${lacks}`;
}

function way({ path, use }: FolderUse, ownFile: string): string {
  const named = namedFrom(path, ownFile);
  if (named === undefined)
    return `move it into the folder of ${ownFile}, and add file_dependencies=[…] to its decorator`;
  if (named === "") return "name what it needs in file_dependencies=[…] of its decorator";
  // A module is imported from its package, which ships as a whole.
  return dependencyAdvice(use === "imported" ? named.replace(/\/.*$/s, "") : named);
}

/** A path of the folder as `file_dependencies` of an operator in `ownFile` names it; undefined for what lies above that. */
function namedFrom(path: string, ownFile: string): string | undefined {
  const beside = ownFile.split("/").slice(0, -1);
  const parts = path === "." ? [] : path.split("/");
  return beside.every((part, index) => parts[index] === part) ? parts.slice(beside.length).join("/") : undefined;
}
