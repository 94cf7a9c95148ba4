import { analyse, checkedGraph, type PythonParser } from "../../../../src/core/index.js";
import type { Graph } from "../../../../src/core/model/workflow.js";
import type { Program } from "./program.js";

/** The graph that is read from a program's text, with its problems. */
export function graphOf({ files }: Pick<Program, "files">, parser: PythonParser): Graph {
  const text = files["workflow.py"] ?? "";
  return checkedGraph(
    analyse({
      file: "workflow.py",
      text,
      tree: parser.parse(text),
      parser,
      modules: (dotted) => {
        const stem = dotted.replaceAll(".", "/");
        const file = [`${stem}.py`, `${stem}/__init__.py`].find((candidate) => Object.hasOwn(files, candidate));
        if (file === undefined) return undefined;
        const found = files[file] ?? "";
        return { file, text: found, tree: parser.parse(found), isPackage: file.endsWith("__init__.py") };
      },
    }),
  );
}
