import type { Failure } from "../model/manifest.js";

/** What Python's fault handler wrote of a crash: its one line, and the user's own frames, outermost first. */
export interface Crash {
  readonly words: string;
  readonly trace: Failure["trace"];
}

/**
 * Reads a crash from the last words of a process; words that tell of none are given back as they are.
 *
 * @param folder what the user's files lie under
 */
export function crashOf(lastWords: string, folder: string): Crash {
  const fatal = /^Fatal Python error: .*$/m.exec(lastWords);
  if (fatal === null) return { words: lastWords, trace: [] };
  const current = /^Current thread .*\n((?: {2}File .*(?:\n|$))*)/m.exec(lastWords)?.[1] ?? "";
  const frames = [...current.matchAll(/^ {2}File "(.+)", line (\d+) in (.+)$/gm)].map(
    ([, file = "", line = "1", name = ""]) => ({ file, line: Number(line), function: name, text: "" }),
  );
  const own = frames.filter(
    ({ file }) => file.startsWith(`${folder}/`) && !/\/(site-packages|\.air-executor)\//.test(file),
  );
  return {
    words: `${fatal[0]}.`,
    trace: own.map((frame) => ({ ...frame, file: frame.file.slice(folder.length + 1) })).reverse(),
  };
}
