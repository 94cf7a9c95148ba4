/** What to do so that a path ships; the runtime says the same. @param named as `file_dependencies` names it, from the folder of the operator's file */
export function dependencyAdvice(named: string): string {
  return `add file_dependencies=[${quotedInPython(named)}] to its decorator`;
}

/** The path in a message that ends with {@link dependencyAdvice}: problems of runs come back from the editor as text alone. */
export function advisedPath(message: string): string | undefined {
  const found = /add file_dependencies=\[(['"])((?:\\.|(?!\1).)+)\1\] to its decorator/.exec(message)?.[2];
  return found?.replaceAll(/\\(.)/g, "$1");
}

/** As Python writes a text of printable characters. */
export function quotedInPython(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`) + quote;
}
