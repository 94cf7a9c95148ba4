// @ts-check
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

/**
 * What folders and files hold, in one word: names and bytes, whatever the commit is called, so that it is the same in a shallow clone and before a commit.
 *
 * @param {string} root
 * @param {readonly string[]} covers relative to `root`
 * @returns {Promise<string>}
 */
export async function digestOf(root, covers) {
  const hash = createHash("sha256");
  for (const file of (await Promise.all(covers.map((cover) => filesOf(root, cover)))).flat().sort()) {
    const bytes = await readFile(path.join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string} cover
 * @returns {Promise<readonly string[]>}
 */
async function filesOf(root, cover) {
  const place = path.join(root, cover);
  if ((await stat(place)).isFile()) return [cover];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !isCache(entry.parentPath))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}

/** @param {string} folder */
function isCache(folder) {
  return folder.split(path.sep).includes("__pycache__");
}
