// @ts-check
/** npm's packages of this project. */
import { existsSync } from "node:fs";
import { copyFile, cp, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { ensureCached } from "./cache.mjs";
import { run } from "./command.mjs";
import { step } from "./progress.mjs";

/** @typedef {Record<string, { version?: string, optional?: boolean }>} LockedPackages by path under the project */

/** What decides which packages there are, and how they are installed. */
const ingredients = ["package.json", "package-lock.json", ".npmrc"];
const wayOut = "The packages come from the registry that npm is set up for: is it reachable?";

/**
 * Installs exactly what package-lock.json names, unless it is there already. A new clone gets what an earlier one of this user has installed by the same
 * lock: unpacking it again takes most of a minute.
 */
export async function ensurePackages() {
  const why = await whatIsMissing();
  if (why === undefined) return;
  if (!existsSync("node_modules")) {
    const part = "node_modules.part";
    await rm(part, { recursive: true, force: true });
    await copyTree(path.join(await installedOnce(), "node_modules"), part);
    await rename(part, "node_modules");
    return;
  }
  // Not `ci`, which removes what is there and fetches everything; by the lock file both install the same.
  await step(`Installing npm packages (${why})`, () =>
    run("npm", ["install", "--no-save", "--loglevel=error"], { wayOut }),
  );
}

/** @returns {Promise<string>} folder of the cache with these packages in its `node_modules` */
async function installedOnce() {
  const texts = await Promise.all(ingredients.map((file) => readFile(file, "utf8")));
  return ensureCached("node-packages", [process.version, ...texts], async (folder) => {
    for (const file of ingredients) await copyFile(file, path.join(folder, file));
    await run("npm", ["ci", "--loglevel=error"], { cwd: folder, wayOut });
  });
}

/**
 * A copy, which shares its blocks where the file system can. Not links: npm writes into some files that are there, and would change every clone's.
 *
 * @param {string} from
 * @param {string} to
 */
async function copyTree(from, to) {
  if (process.platform === "linux") await run("cp", ["-a", "--reflink=auto", from, to]);
  else await cp(from, to, { recursive: true, verbatimSymlinks: true });
}

/** @returns {Promise<string | undefined>} undefined: nothing is */
async function whatIsMissing() {
  if (!existsSync("node_modules/.package-lock.json")) return "none are there";
  const wanted = await lockedPackages("package-lock.json");
  const present = await lockedPackages("node_modules/.package-lock.json");
  const different = Object.entries(wanted).find(
    ([folder, { version, optional }]) => folder !== "" && !optional && present[folder]?.version !== version,
  );
  return different && `${different[0].replace(/^.*node_modules\//, "")} is not at ${different[1].version}`;
}

/**
 * @param {string} file
 * @returns {Promise<LockedPackages>}
 */
async function lockedPackages(file) {
  return JSON.parse(await readFile(file, "utf8")).packages;
}
