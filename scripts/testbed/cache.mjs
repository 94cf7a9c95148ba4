// @ts-check
/**
 * A folder of this user for what is dear to install: Python environments, VS Code servers, Node 24.
 *
 * Every entry is named by a digest of all that went into it, so an entry is never changed, only made or left behind.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { withFileLock } from "./fileLock.mjs";
import { step } from "./progress.mjs";

export const cacheFolder = path.resolve(
  process.env["AQUEDUCT_DEV_CACHE"] ?? path.join(homedir(), ".cache", "aqueduct-dev"),
);

const marker = ".complete";
const keptUnusedDays = 30;

/**
 * The folder `<name>-<digest of ingredients>` of the cache; `make` fills it where it is not there yet.
 *
 * Python environments hold absolute paths and cannot be renamed into place, so an entry counts only once its marker is
 * written: what an interrupted `make` left is removed and made anew.
 *
 * @param {string} name what it is, as shown to people
 * @param {readonly string[]} ingredients everything that the content depends on
 * @param {(folder: string) => Promise<void>} make fills an empty folder
 * @returns {Promise<string>} its absolute path
 */
export async function ensureCached(name, ingredients, make) {
  const digest = createHash("sha256")
    .update(JSON.stringify([process.platform, process.arch, ...ingredients]))
    .digest("hex");
  const folder = path.join(cacheFolder, `${name}-${digest.slice(0, 12)}`);
  if (!existsSync(path.join(folder, marker))) {
    await mkdir(cacheFolder, { recursive: true });
    await withFileLock(`${folder}.lock`, async () => {
      if (existsSync(path.join(folder, marker))) return; // another process made it while we waited
      await step(`Installing ${name} (once, in ${cacheFolder})`, async () => {
        await rm(folder, { recursive: true, force: true });
        await mkdir(folder, { recursive: true });
        await make(folder);
        await writeFile(path.join(folder, marker), "");
      });
      await removeForgotten();
    });
  }
  const now = new Date();
  await utimes(path.join(folder, marker), now, now);
  return folder;
}

/** Removes entries that nothing has asked for in a month: older versions of what the project needs today. */
async function removeForgotten() {
  const oldest = Date.now() - keptUnusedDays * 24 * 3600 * 1000;
  for (const entry of await readdir(cacheFolder)) {
    const used = await stat(path.join(cacheFolder, entry, marker)).catch((error) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined; // a lock, or still being made
      throw error;
    });
    if (used && used.mtimeMs < oldest) await rm(path.join(cacheFolder, entry), { recursive: true, force: true });
  }
}
