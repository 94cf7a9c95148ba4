// @ts-check
/** `test/long/result.json`: how every long table went when it was run last, and of what. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { digestOf } from "./digest.mjs";

/** @typedef {import("./tables.mjs").LongTable} LongTable */
/** @typedef {Pick<LongTable, "name" | "covers">} Covering */

/**
 * @typedef {object} Entry
 * @property {string} commit that was checked out
 * @property {string} ranAt
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} minutes
 * @property {string} covered digest of what the table covers
 */

/** @typedef {Readonly<Record<string, Entry>>} LongResult by the table's name */

/** @param {string} root */
function resultFile(root) {
  return path.join(root, "test/long/result.json");
}

/**
 * @param {string} root
 * @returns {Promise<LongResult>}
 */
export async function readResult(root) {
  try {
    return JSON.parse(await readFile(resultFile(root), "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
}

/**
 * Tables that there are no longer leave the file with the next writing.
 *
 * @param {string} root
 * @param {readonly Covering[]} tables
 * @param {LongResult} result
 */
export async function writeResult(root, tables, result) {
  const kept = tables.flatMap(({ name }) => (result[name] === undefined ? [] : [[name, result[name]]]));
  await mkdir(path.dirname(resultFile(root)), { recursive: true });
  await writeFile(resultFile(root), `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

/**
 * Sentences that say which tables must be run, and by which command.
 *
 * @param {string} root
 * @param {readonly Covering[]} tables
 * @param {LongResult} result
 * @returns {Promise<readonly string[]>}
 */
export async function complaints(root, tables, result) {
  const found = [];
  for (const { name, covers } of tables) {
    const why = whyRun(result[name], await digestOf(root, covers), covers);
    if (why !== undefined) found.push(`The long table "${name}" ${why}. Run: npm run test:long -- ${name}`);
  }
  const gone = Object.keys(result).filter((name) => !tables.some((table) => table.name === name));
  for (const name of gone)
    found.push(`There is no long table "${name}", which test/long/result.json lists. Run: npm run test:long`);
  return found;
}

/**
 * @param {Entry | undefined} entry
 * @param {string} now
 * @param {readonly string[]} covers
 * @returns {string | undefined}
 */
function whyRun(entry, now, covers) {
  if (entry === undefined) return "was never run";
  if (entry.covered !== now) return `was run before something of this changed: ${covers.join(", ")}`;
  if (entry.failed > 0) return `had ${entry.failed} failed when it was run last`;
  if (entry.skipped > 0) return `left ${entry.skipped} out on the machine where it was run last`;
  return undefined;
}
