// @ts-check
/** What ships beside the bundles: made from files as they are, without a bundler. Paths are relative to the repository. */
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { filesUnder } from "./filesUnder.mjs";
import { runtimeFiles, runtimeZip } from "./runtimeZip.mjs";
import { wheel } from "./wheel.mjs";

/** @typedef {{ inputs: string[], outputs: string[] }} Made  paths relative to the repository */

/** Folders of which something is copied. */
export const copiedFolders = ["src/runtime", "schemas", "examples"];

/** @returns {Promise<Made[]>} */
export function copyAll() {
  return Promise.all([copyGrammar(), copyRuntime(), makeWheel(), copySample(), copySchemas()]);
}

/** @returns {Promise<Made>} */
async function copyGrammar() {
  const files = ["web-tree-sitter/web-tree-sitter.wasm", "tree-sitter-python/tree-sitter-python.wasm"];
  return copies(files.map((file) => [`node_modules/${file}`, `dist/${path.basename(file)}`]));
}

/** @returns {Promise<Made>} */
async function copyRuntime() {
  const source = "src/runtime";
  const { outputs } = await copies(
    (await runtimeFiles(source)).map((file) => [`${source}/${file}`, `dist/runtime/${file}`]),
  );
  await writeFile("dist/runtime.zip", await runtimeZip(source));
  return { inputs: [], outputs: [...outputs, "dist/runtime.zip"] };
}

/** What *Set Up Python* installs. @returns {Promise<Made>} */
async function makeWheel() {
  const { name, bytes } = await wheel("src/runtime", JSON.parse(await readFile("package.json", "utf8")));
  await mkdir("dist/wheels", { recursive: true });
  await writeFile(`dist/wheels/${name}`, bytes);
  return { inputs: [], outputs: [`dist/wheels/${name}`] };
}

/** What *Open Sample Workflow* copies. @returns {Promise<Made>} */
async function copySample() {
  const files = (await filesUnder("examples/porting")).map((file) => `examples/porting/${file}`);
  return copies(
    files.filter((file) => file.endsWith(".py")).map((file) => [file, `dist/sample/${path.basename(file)}`]),
  );
}

/** @returns {Promise<Made>} */
async function copySchemas() {
  // Of the schemas, only that of the file that people write is the editor's business.
  return copies([["schemas/aqueduct.schema.json", "dist/schemas/aqueduct.schema.json"]]);
}

/** @param {(readonly [from: string, to: string])[]} pairs */
async function copies(pairs) {
  for (const [from, to] of pairs) await cp(from, to);
  return { inputs: pairs.map(([from]) => from), outputs: pairs.map(([, to]) => to) };
}
