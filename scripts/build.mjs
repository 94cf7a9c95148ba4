// Bundles everything that ships into dist/, and gathers the licences of what went in. `--production` minifies, as `npm run package` does.
import { build } from "esbuild";
import { chmod, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { bundles } from "./build/bundles.mjs";
import { filesUnder } from "./build/filesUnder.mjs";
import { thirdPartyNotices } from "./build/notices.mjs";
import { runtimeFiles, runtimeZip } from "./build/runtimeZip.mjs";
import { wheel } from "./build/wheel.mjs";
import { workerInputs } from "./build/workerText.mjs";

const production = process.argv.includes("--production");
process.chdir(path.join(import.meta.dirname, ".."));
await mkdir("dist", { recursive: true });

/** @typedef {{ inputs: string[], outputs: string[] }} Made  paths relative to the repository */
const made = await Promise.all([
  ...bundles.map(bundle),
  copyGrammar(),
  copyRuntime(),
  makeWheel(),
  copySample(),
  copySchemas(),
]).catch(endWithoutStack);
await chmod("dist/cli.js", 0o755);
await removeAllBut(new Set(made.flatMap(({ outputs }) => outputs)));

await mkdir("out", { recursive: true });
const inputs = [...new Set([...made.flatMap((one) => one.inputs.map((file) => path.resolve(file))), ...workerInputs])];
await writeFile("out/bundled-files.json", JSON.stringify(inputs.sort(), null, 2));
await writeFile("THIRD_PARTY_NOTICES.txt", await thirdPartyNotices(process.cwd(), inputs));

/**
 * @param {import("./build/bundles.mjs").Bundle} options
 * @returns {Promise<Made>}
 */
async function bundle(options) {
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
  return { inputs: Object.keys(metafile.inputs), outputs: Object.keys(metafile.outputs) };
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
  const files = [
    ...(await filesUnder("examples/porting")).map((file) => `examples/porting/${file}`),
    "examples/demo/make_demo_database.py",
  ];
  return copies(
    files.filter((file) => file.endsWith(".py")).map((file) => [file, `dist/sample/${path.basename(file)}`]),
  );
}

/** @returns {Promise<Made>} */
async function copySchemas() {
  return copies((await filesUnder("schemas")).map((file) => [`schemas/${file}`, `dist/schemas/${file}`]));
}

/** @param {(readonly [from: string, to: string])[]} pairs */
async function copies(pairs) {
  for (const [from, to] of pairs) await cp(from, to);
  return { inputs: pairs.map(([from]) => from), outputs: pairs.map(([, to]) => to) };
}

/**
 * What esbuild found in the sources it has already printed, with its place; a stack of its own would only hide it.
 *
 * @param {unknown} error
 * @returns {never}
 */
function endWithoutStack(error) {
  if (error instanceof Error && "errors" in error) process.exit(1);
  throw error;
}

/**
 * What an earlier build left goes last, so that a daemon or a test that runs from dist/ never finds a file missing.
 *
 * @param {ReadonlySet<string>} outputs
 */
async function removeAllBut(outputs) {
  for (const file of await filesUnder("dist")) if (!outputs.has(`dist/${file}`)) await rm(`dist/${file}`);
}
