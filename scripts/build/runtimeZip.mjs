import { zipSync } from "fflate";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { filesUnder } from "./filesUnder.mjs";

const ignored = new Set(["__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"]);

/** Text of the bundles: no Python ever imports it. */
const bundled = "aqueduct/launcher/dag_template.py";

/**
 * Files of the Python package that ship, as sorted paths with `/`, relative to `folder`.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function runtimeFiles(folder) {
  const files = await filesUnder(folder);
  return files.filter(
    (file) => file !== bundled && !file.endsWith(".pyc") && !file.split("/").some((part) => ignored.has(part)),
  );
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
  const contents = await Promise.all(
    files.map(async (file) => /** @type {const} */ ([file, new Uint8Array(await readFile(path.join(folder, file)))])),
  );
  // Zip dates are local time without a zone and fflate takes them from local getters: a date made from local parts is the same text everywhere.
  return zipSync(Object.fromEntries(contents), { level: 9, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 });
}
