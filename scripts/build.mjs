// Bundles everything that ships into dist/. `--production` minifies, as `npm run package` does.
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundles } from "./build/bundles.mjs";
import { runtimeFiles, runtimeZip } from "./build/runtimeZip.mjs";
import { workerInputs } from "./build/workerText.mjs";

const production = process.argv.includes("--production");
process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), ".."));

// A production build starts clean, for the package; others overwrite, so that a running daemon or test keeps its files.
if (production) await rm("dist", { recursive: true, force: true });
await mkdir("dist/webview", { recursive: true });

const inputs = await Promise.all([...bundles.map(bundle), copyGrammar(), copyRuntime(), copySchemas()]);
await mkdir("out", { recursive: true });
await writeFile("out/bundled-files.json", JSON.stringify([...new Set([...inputs.flat(), ...workerInputs])].sort(), null, 2));
await chmod("dist/cli.js", 0o755).catch(missing("dist/cli.js"));

/** @returns {Promise<string[]>} absolute paths of the files that went in */
async function bundle(options) {
  const [entry] = options.entryPoints;
  if (!existsSync(entry)) {
    console.log(`build: ${entry} does not exist yet, skipped`);
    return [];
  }
  const { metafile } = await build({
    ...options,
    bundle: true,
    metafile: true,
    minify: production,
    keepNames: production,
    sourcemap: true,
    legalComments: "none",
    logLevel: "warning",
  });
  return Object.keys(metafile.inputs).map((file) => path.resolve(file));
}

async function copyGrammar() {
  const files = ["web-tree-sitter/web-tree-sitter.wasm", "tree-sitter-python/tree-sitter-python.wasm"];
  await Promise.all(files.map((file) => cp(`node_modules/${file}`, `dist/${path.basename(file)}`)));
  return files.map((file) => path.resolve("node_modules", file));
}

async function copyRuntime() {
  const source = "src/runtime";
  if (!existsSync(source)) {
    console.log(`build: ${source} does not exist yet, skipped`);
    return [];
  }
  const files = await runtimeFiles(source);
  const stale = existsSync("dist/runtime") ? (await runtimeFiles("dist/runtime")).filter((file) => !files.includes(file)) : [];
  for (const file of stale) await rm(`dist/runtime/${file}`);
  for (const file of files) await cp(`${source}/${file}`, `dist/runtime/${file}`);
  await writeFile("dist/runtime.zip", await runtimeZip(source));
  return [];
}

async function copySchemas() {
  if (existsSync("schemas")) await cp("schemas", "dist/schemas", { recursive: true });
  return [];
}

function missing(file) {
  return (error) => {
    if (error.code !== "ENOENT") throw error;
    console.log(`build: ${file} does not exist yet, skipped`);
  };
}
