// @ts-check
/** A lock between processes of this machine, which the death of its holder releases. */
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "./processes.mjs";

const retryMilliseconds = 250;

/**
 * Runs `action` while no other process runs one under the same lock file.
 *
 * @template T
 * @param {string} file holds the process id of whoever has the lock
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withFileLock(file, action) {
  while (!(await tryToTake(file))) await pause(retryMilliseconds);
  try {
    return await action();
  } finally {
    await rm(file, { force: true });
  }
}

/** @param {string} file */
async function tryToTake(file) {
  try {
    await writeFile(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  }
  const holder = Number(await readFile(file, "utf8").catch(() => "")); // "": released just now, or being written
  if (holder && !isAlive(holder)) {
    // Renamed rather than removed: of several that wait, one gets it, and none removes a successor's lock by its name.
    await rename(file, `${file}.${process.pid}`).catch(() => undefined);
    await rm(`${file}.${process.pid}`, { force: true });
  }
  return false;
}
