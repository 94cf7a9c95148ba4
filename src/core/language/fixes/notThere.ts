import { type Fix, type Fixer, replacing } from "./fix.js";

/** What takes the place of a name that is not there: another module's, or the one that is probably meant. */
export const notThere: Fixer = ({ lines }, problem) => {
  const text = lines.slice(problem);
  const module = /write `from (\S+) import (\w+)` instead/.exec(problem.message);
  if (module !== null)
    return imported(text, module[1] ?? "", module[2] ?? "", (fixed) =>
      replacing(`Import it from ${module[1] ?? ""}`, problem, fixed),
    );
  const wrong = /has no `(\w+)`/.exec(problem.message)?.[1] ?? /^artifact\.(id)\(/.exec(problem.message)?.[1];
  const meant =
    /Is `(\w+)` meant\?/.exec(problem.message)?.[1] ?? /Write artifact\.(name)\(/.exec(problem.message)?.[1];
  if (wrong === undefined || meant === undefined) return [];
  const fixed = text.replace(new RegExp(`\\b${wrong}\\b(?!.*\\b${wrong}\\b)`, "s"), meant);
  return fixed === text ? [] : [replacing(`Write ${meant}`, problem, fixed)];
};

/** `from old import A, B as C`: all of them are the one class that there is. */
function imported(text: string, module: string, name: string, fix: (fixed: string) => Fix): readonly Fix[] {
  const names = /^from\s+\S+\s+import\s+\(?([\w\s,]+?),?\s*\)?$/.exec(text)?.[1];
  if (names === undefined) return [];
  const aliases = names.split(",").map(
    (one) =>
      one
        .trim()
        .split(/\s+as\s+/)
        .at(-1) ?? "",
  );
  const written = aliases.map((alias) => (alias === name ? name : `${name} as ${alias}`));
  return [fix(`from ${module} import ${written.join(", ")}`)];
}
