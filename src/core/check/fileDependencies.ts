import { quotedInPython } from "../model/dependencyAdvice.js";
import { findDependency } from "./dependency.js";
import { problem, type Rule } from "./rule.js";

/** Paths of `file_dependencies` that cannot ship. The runtime says the same in `shipping/dependencies.py`. */
export const fileDependencies: Rule = ({ facts, listing }) =>
  facts.fileDependencies.flatMap(({ range, isText, paths }) => {
    const told = (message: string) => [problem("file-dependencies", "error", `${message}.`, range)];
    if (isText) {
      const [path] = paths;
      const shown = path === undefined ? "…" : quotedInPython(path);
      return told(`file_dependencies= takes a list: file_dependencies=[${shown}]`);
    }
    if (listing === undefined) return [];
    const beside = range.file.split("/").slice(0, -1);
    return paths.flatMap((path) => {
      const wrong = words[findDependency(path, beside, listing)];
      return wrong === undefined ? [] : told(`${quotedInPython(path)} ${wrong}`);
    });
  });

const words: Readonly<Record<ReturnType<typeof findDependency>, string | undefined>> = {
  there: undefined,
  unknown: undefined,
  outside: "does not lie in the folder of the operator's file: move the file there",
  missing: "is not there: correct the path",
  noMatch: "finds no file: correct the pattern",
  empty: "is a folder without files that ship: correct the path",
  leftOut: "belongs to an environment, a cache or Aqueduct itself, which do not ship: take it off the list",
};
