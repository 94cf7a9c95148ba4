// @ts-check
/** npm's packages of this project. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { run } from "./command.mjs";
import { step } from "./progress.mjs";

/** @typedef {Record<string, { version?: string, optional?: boolean }>} LockedPackages by path under the project */

/** Installs exactly what package-lock.json names, unless it is there already. */
export async function ensurePackages() {
  const why = await whatIsMissing();
  if (why === undefined) return;
  // Not `ci`, which removes what is there and fetches everything; by the lock file both install the same.
  await step(`Installing npm packages (${why})`, () =>
    run("npm", ["install", "--no-save", "--loglevel=error"], {
      wayOut: "The packages come from the registry that npm is set up for: is it reachable?",
    }),
  );
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
