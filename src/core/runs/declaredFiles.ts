/** Whether the operator that a line of a text belongs to, from 1, lists a path in its `file_dependencies`: by its name, by a folder or by a pattern. */
export function declares(text: string, line: number, path: string): boolean {
  const decorators = decoratorsOf(text.split(/\r?\n/), line - 1);
  // An operator that is made by a call has none: then it may be any of the file.
  const lists = (decorators ?? text).matchAll(
    /file_dependencies\s*=\s*[[(]((?:[\s,]|#[^\n]*|(['"])(?:\\.|(?!\2).)*\2)*)/g,
  );
  return [...lists].some(([, listed = ""]) =>
    [...listed.matchAll(/#[^\n]*|(['"])((?:\\.|(?!\1).)*)\1/g)].some(
      ([, , one]) => one !== undefined && bringsAlong(one.replaceAll(/\\(.)/g, "$1"), path),
    ),
  );
}

/** The decorators above the function that a line stands in or decorates; undefined where it has none. */
function decoratorsOf(lines: readonly string[], at: number): string | undefined {
  const own = lines[at] ?? "";
  const indentation = indentationOf(own);
  const head = /^\s*@/.test(own)
    ? lines.findIndex((line, index) => index > at && isHead(line) && indentationOf(line) === indentation)
    : lines.findLastIndex(
        (line, index) => index <= at && isHead(line) && (index === at || indentationOf(line) < indentation),
      );
  if (head < 0) return undefined;
  let first = head;
  for (let above = head - 1; above >= 0; above -= 1) {
    const line = lines[above] ?? "";
    const isDeeper = indentationOf(line) > indentationOf(lines[head] ?? "");
    if (/^\s*@/.test(line) && !isDeeper) first = above;
    else if (!isDeeper && !/^\s*[)\]}#]/.test(line)) break;
  }
  return first === head ? undefined : lines.slice(first, head).join("\n");
}

function isHead(line: string): boolean {
  return /^\s*(?:async\s+)?(?:def|class)\b/.test(line);
}

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether what `file_dependencies` lists brings a path along, both from the same folder. */
export function bringsAlong(listed: string, path: string): boolean {
  const parts = listed.split(/[/\\]/).filter((part) => part !== "" && part !== ".");
  const place = parts.join("/");
  if (place === path || place === "" || path.startsWith(`${place}/`)) return true;
  return /[*?[]/.test(place) && new RegExp(`^${parts.map(expressionOf).join("")}$`, "s").test(`/${path}`);
}

/** One part of a pattern of Python's `glob`. */
function expressionOf(part: string): string {
  if (part === "**") return "(?:/[^/]+)*";
  const text = part.replaceAll(/\[(!?)([^\]]+)\]|[\\^$.*+?()[\]{}|]/g, (found, not?: string, set?: string) => {
    if (set !== undefined) return `[${not === "!" ? "^" : ""}${set.replaceAll(/[\\^]/g, String.raw`\$&`)}]`;
    return found === "*" ? "[^/]*" : found === "?" ? "[^/]" : `\\${found}`;
  });
  return `/${text}`;
}
