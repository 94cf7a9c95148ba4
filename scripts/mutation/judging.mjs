// @ts-check
/** What the outcomes say of each folder. */
import { readFileSync } from "node:fs";

/** @typedef {import("./strykerRun.mjs").Tried} Tried */

/**
 * A mutant that no test can notice, because it changes nothing that anybody sees. Lines move, so it is known by its text.
 *
 * @typedef {object} Equivalent
 * @property {string} file
 * @property {string} line the text of the line where it starts
 * @property {string} original what it replaces, blanks as one, cut after 120 characters
 * @property {string} replacement the same
 * @property {string} reason why it is equivalent
 */

/**
 * @typedef {object} Score
 * @property {string} folder
 * @property {number} mutants
 * @property {number} killed
 * @property {number} timeouts
 * @property {readonly Tried[]} survivors
 * @property {number} equivalent
 * @property {number} percent of those that are not equivalent
 * @property {number} demanded
 */

/** @returns {readonly Equivalent[]} */
export function readEquivalents() {
  return JSON.parse(readFileSync(new URL("./equivalents.json", import.meta.url), "utf8"));
}

/**
 * @param {readonly Tried[]} tried
 * @param {Readonly<Record<string, number>>} demanded percents by folder
 * @param {readonly Equivalent[]} equivalents
 * @returns {Score[]}
 */
export function scoresOf(tried, demanded, equivalents) {
  const listed = new Set(equivalents.map(identityOf));
  return Object.entries(demanded).flatMap(([folder, percent]) => {
    const own = tried.filter((mutant) => mutant.folder === folder);
    if (own.length === 0) return [];
    const alive = own.filter(({ outcome }) => outcome === "survived" || outcome === "not covered");
    const survivors = alive.filter((mutant) => !listed.has(identityOf(mutant)));
    const equivalent = alive.length - survivors.length;
    const counted = own.length - equivalent;
    return [
      {
        folder,
        mutants: own.length,
        killed: own.filter(({ outcome }) => outcome === "killed").length,
        timeouts: own.filter(({ outcome }) => outcome === "timeout").length,
        survivors,
        equivalent,
        percent: counted === 0 ? 100 : (100 * (counted - survivors.length)) / counted,
        demanded: percent,
      },
    ];
  });
}

/** @param {readonly Score[]} scores */
export function tableOf(scores) {
  const rows = [
    ["folder", "mutants", "killed", "timeouts", "survived", "equivalent", "score", "demanded", ""],
    ...scores.map((score) => [
      score.folder,
      String(score.mutants),
      String(score.killed),
      String(score.timeouts),
      String(score.survivors.length),
      String(score.equivalent),
      `${score.percent.toFixed(0)} %`,
      `${score.demanded} %`,
      score.percent < score.demanded ? "missed" : "",
    ]),
  ];
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(10) : cell.padStart(12)))
        .join("")
        .trimEnd(),
    )
    .join("\n");
}

/** @param {Tried} mutant */
export function survivorText(mutant) {
  const { file, start, mutator, outcome, original, replacement } = mutant;
  return `${file}:${start.line}:${start.column + 1} ${mutator}, ${outcome}\n  - ${short(original)}\n  + ${short(replacement)}`;
}

/**
 * How a mutant would stand in equivalents.json.
 *
 * @param {Tried} mutant
 * @returns {Omit<Equivalent, "reason">}
 */
export function entryOf({ file, line, original, replacement }) {
  return { file, line, original: short(original), replacement: short(replacement) };
}

/** @param {{ file: string, line: string, original: string, replacement: string }} mutant */
function identityOf({ file, line, original, replacement }) {
  return JSON.stringify([file, line, short(original), short(replacement)]);
}

/** @param {string} text */
function short(text) {
  const flat = text.replaceAll(/\s+/g, " ").trim();
  return flat.length > 120 ? `${flat.slice(0, 120)}…` : flat;
}
