import { access } from "node:fs/promises";
import path from "node:path";
import { Edit, Language, Parser } from "web-tree-sitter";
import { boundedParser, type PythonParser } from "../core/index.js";

const runtime = { package: "web-tree-sitter", file: "web-tree-sitter.wasm" };
const grammar = { package: "tree-sitter-python", file: "tree-sitter-python.wasm" };

/**
 * Loads tree-sitter with its Python grammar, some 20 ms.
 *
 * Both WebAssembly files lie beside the bundle; a checkout that is not bundled has them in `node_modules`.
 * Rejects with a sentence where one is missing.
 */
export async function loadPythonParser(): Promise<PythonParser> {
  const [runtimeFile, grammarFile] = await Promise.all([locate(runtime), locate(grammar)]);
  await Parser.init({ locateFile: () => runtimeFile });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammarFile));
  return boundedParser({
    parse(text, previous) {
      const tree = parser.parse(text, previous);
      if (tree === null) throw new Error("The Python parser gave no tree: it was used before its grammar was set.");
      return tree;
    },
    edit(tree, edit) {
      tree.edit(new Edit(edit));
    },
  });
}

async function locate(wanted: typeof runtime): Promise<string> {
  const places = [
    path.join(import.meta.dirname, wanted.file),
    path.join(import.meta.dirname, "..", "..", "node_modules", wanted.package, wanted.file),
  ];
  for (const place of places) {
    if (await exists(place)) return place;
  }
  throw new Error(
    `${wanted.file} lies neither in ${places.map((place) => path.dirname(place)).join(" nor in ")}: install the extension again, or run npm ci.`,
  );
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
