import { strToU8, zipSync } from "fflate";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const ignored = new Set(["__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"]);

/**
 * Files of the Python package that ship, as sorted paths with `/`, relative to `folder`.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function runtimeFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((file) => !file.split("/").some((part) => ignored.has(part)) && !file.endsWith(".pyc"))
    .sort(byCodeUnit);
}

/**
 * The runtime as a zip whose bytes depend on the files' names and contents alone: names sorted, one date, one mode.
 * Its digest is part of every build record, so the machine that packed it must not show.
 *
 * @param {string} folder
 * @returns {Promise<Uint8Array>}
 */
export async function runtimeZip(folder) {
  const files = await runtimeFiles(folder);
  const contents = await Promise.all(files.map((file) => readFile(path.join(folder, file))));
  const entries = Object.fromEntries(files.map((file, index) => [file, new Uint8Array(contents[index] ?? strToU8(""))]));
  // Zip dates are local time without a zone and fflate takes them from local getters: a date made from local parts is the same text everywhere.
  return zipSync(entries, { level: 9, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 });
}

function byCodeUnit(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}
