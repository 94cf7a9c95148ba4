import { readdir } from "node:fs/promises";
import path from "node:path";

/**
 * Every file below a folder, as sorted paths with `/`, relative to it. The order is that of code units, the same for
 * every locale.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}
