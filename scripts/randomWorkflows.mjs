// Writes random workflow files with the graphs that are read from their text, for whoever compares: one folder each.
//   node scripts/randomWorkflows.mjs SEED COUNT FOLDER
import { build } from "esbuild";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [seed, count, folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Write: node scripts/randomWorkflows.mjs SEED COUNT FOLDER");

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
await mkdir(path.join(root, "out"), { recursive: true });
// Two folders below the root, so that the parser finds its grammar in node_modules as in src/platform.
const bundled = await mkdtemp(path.join(root, "out", "random-"));
try {
  await build({
    stdin: {
      contents: `export { randomWorkflows } from "./test/unit/parse/randomWorkflows.ts";
export { analyse } from "./src/core/index.ts";
export { loadPythonParser } from "./src/platform/pythonParser.ts";`,
      resolveDir: root,
    },
    outfile: path.join(bundled, "random.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
  const { randomWorkflows, analyse, loadPythonParser } = await import(
    pathToFileURL(path.join(bundled, "random.mjs")).href
  );
  const parser = await loadPythonParser();
  for (const { name, text } of randomWorkflows(Number(seed), Number(count))) {
    const { graph } = analyse({
      file: "workflow.py",
      text,
      tree: parser.parse(text),
      parser,
      modules: () => undefined,
    });
    const place = path.join(folder, name);
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, "workflow.py"), text);
    await writeFile(path.join(place, "graph.json"), `${JSON.stringify(graph, null, 1)}\n`);
  }
} finally {
  await rm(bundled, { recursive: true });
}
