// @ts-check
/** The sample workspace of `npm start`: a copy of the examples that belongs to whoever tries them, with its own Python. */
import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "./testbed/cache.mjs";
import { run } from "./testbed/command.mjs";
import { step } from "./testbed/progress.mjs";
import { environmentPython, makeEnvironment } from "./testbed/python.mjs";

/** @typedef {import("./testbed/python.mjs").Interpreter} Interpreter */
/** @typedef {Readonly<Record<string, object>>} Resources as `aqueduct.json` has them, by name */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const requirementsFile = path.join(root, "scripts/sample/requirements.txt");
const madeByUs = ["aqueduct_demo", "lake", "airflow"];

const ownFolder = process.env["AQUEDUCT_SAMPLE"];

export const sampleFolder = path.resolve(ownFolder ?? path.join(root, "sample"));

/** What belongs to the sample but not into a workspace: the database, the window's settings and secrets. */
export const sampleState = ownFolder
  ? `${sampleFolder}-state`
  : path.join(cacheFolder, `sample-state-${createHash("sha256").update(root).digest("hex").slice(0, 8)}`);

export const demoDatabase = path.join(sampleState, "aqueduct_demo.db");

/**
 * Makes what is missing of the sample; what somebody has edited in it stays.
 *
 * @param {Interpreter} base what its environment is made with
 */
export async function makeSample(base) {
  await mkdir(sampleState, { recursive: true, mode: 0o700 });
  await cp(path.join(root, "examples/porting"), sampleFolder, { recursive: true, force: false });
  await ensureSampleEnvironment(base);
  if (!existsSync(demoDatabase))
    await run(base.path, [path.join(root, "examples/demo/make_demo_database.py"), demoDatabase]);
}

/**
 * Writes the demo database and `servers` into the sample's `aqueduct.json`, in place of those of an earlier start.
 *
 * @param {Resources} servers
 */
export async function connectSample(servers) {
  const file = path.join(sampleFolder, "aqueduct.json");
  const before = existsSync(file) ? parse(file, await readFile(file, "utf8")) : {};
  const others = Object.fromEntries(
    Object.entries(before.resources ?? {}).filter(([name]) => !madeByUs.includes(name)),
  );
  const after = {
    ...before,
    project: before.project ?? randomBytes(8).toString("hex"),
    resources: { ...others, aqueduct_demo: { type: "database", url: `sqlite:///${demoDatabase}` }, ...servers },
  };
  await writeFile(file, `${JSON.stringify(after, undefined, 2)}\n`);
}

/** @param {Interpreter} base */
async function ensureSampleEnvironment(base) {
  const environment = path.join(sampleFolder, ".venv");
  const recipe = path.join(environment, ".recipe");
  const wanted = JSON.stringify([base.path, base.fullVersion, await readFile(requirementsFile, "utf8")]);
  if (existsSync(recipe) && (await readFile(recipe, "utf8")) === wanted) return environmentPython(environment);
  await step(`Making the sample's Python environment (${base.fullVersion})`, async () => {
    await rm(environment, { recursive: true, force: true });
    await makeEnvironment(environment, requirementsFile, base);
    await writeFile(recipe, wanted); // last: an environment without it was interrupted and is made anew
  });
  return environmentPython(environment);
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {{ project?: string, resources?: Record<string, object> }}
 */
function parse(file, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `${file} is not plain JSON, so the sample cannot be connected. Mend it, or remove it to get a new one.`,
      { cause: error },
    );
  }
}
