// Bundles everything that ships into dist/, and gathers the licences of what went in, and the bill of it. `--production` minifies, as `npm run package` does.
import { build } from "esbuild";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { billFile, billOfMaterials } from "./build/billOfMaterials.mjs";
import { bundling } from "./build/bundling.mjs";
import { bundles } from "./build/bundles.mjs";
import { copyAll } from "./build/copied.mjs";
import { filesUnder } from "./build/filesUnder.mjs";
import { thirdPartyNotices } from "./build/notices.mjs";
import { workerInputs } from "./build/workerText.mjs";

/** @typedef {import("./build/copied.mjs").Made} Made */

const production = process.argv.includes("--production");
process.chdir(path.join(import.meta.dirname, ".."));
await mkdir("dist", { recursive: true });

const made = (await Promise.all([Promise.all(bundles.map(bundle)), copyAll()]).catch(endWithoutStack)).flat();
await chmod("dist/cli.js", 0o755);
await removeAllBut(new Set(made.flatMap(({ outputs }) => outputs)));

await mkdir("out", { recursive: true });
const inputs = [...new Set([...made.flatMap((one) => one.inputs.map((file) => path.resolve(file))), ...workerInputs])];
await writeFile("out/bundled-files.json", JSON.stringify(inputs.sort(), null, 2));
await writeFile("THIRD_PARTY_NOTICES.txt", await thirdPartyNotices(process.cwd(), inputs));
await writeFile(billFile, await billOfMaterials(process.cwd(), inputs));

/**
 * @param {import("./build/bundles.mjs").Bundle} options
 * @returns {Promise<Made>}
 */
async function bundle(options) {
  const { metafile } = await build({ ...bundling(options, { production }), logLevel: "warning" });
  return { inputs: Object.keys(metafile.inputs), outputs: Object.keys(metafile.outputs) };
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
