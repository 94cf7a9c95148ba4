// @ts-check
/** How large what ships is, beside the last release. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { filesUnder } from "../build/filesUnder.mjs";

/** @typedef {{ readonly bytes: number, readonly gzipped: number }} Size */
/** @typedef {Readonly<Record<string, Size>>} Sizes by file, as people call it */
/** @typedef {{ readonly version: string, readonly sizes: Sizes }} ReleasedSizes */

const file = path.join(import.meta.dirname, "sizes.json");

/** @returns {Promise<ReleasedSizes>} */
export async function lastReleased() {
  return JSON.parse(await readFile(file, "utf8"));
}

/**
 * The sizes of what a build for production has left.
 *
 * @param {string} root
 * @returns {Promise<Sizes>}
 */
export async function measured(root) {
  const shipped = (await filesUnder(path.join(root, "dist"))).filter((name) => /\.(js|css|wasm|zip|whl)$/.test(name));
  const files = [
    ...shipped.map((name) => /** @type {const} */ ([withoutVersion(`dist/${name}`), path.join(root, "dist", name)])),
    /** @type {const} */ (["out/aqueduct.vsix", path.join(root, "out/aqueduct.vsix")]),
  ];
  return Object.fromEntries(await Promise.all(files.map(async ([name, from]) => [name, await size(from)])));
}

/**
 * A table: now, then, and the difference of each file, the largest first.
 *
 * @param {Sizes} now
 * @param {ReleasedSizes} then
 * @returns {string}
 */
export function sizeTable(now, { version, sizes }) {
  const names = [...new Set([...Object.keys(now), ...Object.keys(sizes)])];
  names.sort((a, b) => (now[b]?.bytes ?? 0) - (now[a]?.bytes ?? 0) || (a < b ? -1 : 1));
  const rows = [
    ["", "bytes", `in ${version}`, "", "gzipped", `in ${version}`, ""],
    ...names.map((name) => [
      name,
      ...compared(now[name]?.bytes, sizes[name]?.bytes),
      ...compared(now[name]?.gzipped, sizes[name]?.gzipped),
    ]),
  ];
  /** @param {number} column */
  const width = (column) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column)))).join("  "),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}

/**
 * @param {ReleasedSizes} released
 * @returns {string} what sizes.json holds
 */
export function sizesText(released) {
  return `${JSON.stringify(released, undefined, 2)}\n`;
}

/**
 * @param {number | undefined} now
 * @param {number | undefined} then
 */
function compared(now, then) {
  if (now === undefined) return ["gone", number(then ?? 0), ""];
  if (then === undefined) return [number(now), "new", ""];
  return [number(now), number(then), now === then ? "=" : `${now > then ? "+" : "−"}${number(Math.abs(now - then))}`];
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString("en-US");
}

/**
 * @param {string} from
 * @returns {Promise<Size>}
 */
async function size(from) {
  const [{ size: bytes }, { length: gzipped }] = await Promise.all([
    stat(from),
    readFile(from).then((content) => promisify(gzip)(content, { level: 9 })),
  ]);
  return { bytes, gzipped };
}

/** A wheel's name changes with every release. @param {string} name */
function withoutVersion(name) {
  return name.replace(/aqueduct-[^-]+-py3/, "aqueduct-py3");
}
