// @ts-check
/** The mutations that Stryker knows of in our sources, as its own instrumenter lists them. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";

/**
 * Lines count from 1, columns from 0.
 *
 * @typedef {object} Mutant
 * @property {string} folder below src/core
 * @property {string} file relative to the repository
 * @property {string} mutator Stryker's name of the kind of change
 * @property {{ line: number, column: number }} start
 * @property {{ line: number, column: number }} end
 * @property {string} line the text of the line where it starts, without blanks around
 * @property {string} original the text that it replaces
 * @property {string} replacement
 */

const silent = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {} };

/**
 * @param {string} folder below src/core
 * @returns {string[]} TypeScript files, relative to the repository
 */
export function filesOf(folder) {
  const root = `src/core/${folder}`;
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => path.posix.join(root, name.replaceAll("\\", "/")))
    .sort();
}

/**
 * @param {string} text
 * @returns {number} lines that are neither empty nor a comment
 */
export function linesOfCode(text) {
  return text.split("\n").filter((line) => !/^\s*($|\/\/|\/\*|\*)/.test(line)).length;
}

/**
 * @param {string} folder below src/core
 * @param {string} file
 * @returns {Promise<Mutant[]>}
 */
export async function mutantsOf(folder, file) {
  const content = readFileSync(file, "utf8");
  // The logger's type wants ten methods, of which these four are called.
  const instrumenter = new Instrumenter(/** @type {any} */ (silent));
  const { mutants } = await instrumenter.instrument([{ name: file, content, mutate: true }], {
    plugins: [],
    excludedMutations: [],
    ignorers: [],
    noHeader: true,
  });
  const lines = content.split("\n");
  return mutants.map(({ location: { start, end }, mutatorName, replacement }) => ({
    folder,
    file,
    mutator: mutatorName,
    start: { line: start.line + 1, column: start.column },
    end: { line: end.line + 1, column: end.column },
    line: (lines[start.line] ?? "").trim(),
    original: content.slice(offsetOf(lines, start), offsetOf(lines, end)),
    replacement,
  }));
}

/**
 * Names one mutant among all, for as long as the sources stay as they are.
 *
 * @param {Pick<Mutant, "file" | "mutator" | "start" | "end" | "replacement">} mutant
 */
export function keyOf({ file, mutator, start, end, replacement }) {
  return `${rangeOf({ file, start, end })} ${mutator} ${replacement}`;
}

/**
 * What Stryker takes in `mutate`.
 *
 * @param {Pick<Mutant, "file" | "start" | "end">} mutant
 */
export function rangeOf({ file, start, end }) {
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column}`;
}

/**
 * @param {readonly string[]} lines
 * @param {{ line: number, column: number }} position its line from 0
 */
function offsetOf(lines, { line, column }) {
  return lines.slice(0, line).reduce((total, text) => total + text.length + 1, 0) + column;
}
