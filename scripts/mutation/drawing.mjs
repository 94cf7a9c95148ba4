// @ts-check
/** Which mutants are tried: drawn by lines, so that each folder has its share whatever Stryker finds to change in it. */
import { readFileSync } from "node:fs";
import { filesOf, linesOfCode, mutantsOf } from "./mutants.mjs";
import { randomFrom } from "./random.mjs";

/** @typedef {import("./mutants.mjs").Mutant} Mutant */

/** Fewer than this many tell nothing of a folder. */
const fewest = 12;

/**
 * @typedef {object} Drawn
 * @property {readonly Mutant[]} mutants
 * @property {number} refused mutants that were drawn and that the type checker refuses: no test has to notice them
 */

/**
 * @param {object} request
 * @param {readonly string[]} request.folders below src/core
 * @param {number} request.count
 * @param {number} request.seed
 * @param {(mutant: Mutant) => boolean} request.compiles
 * @returns {Promise<Drawn>}
 */
export async function draw({ folders, count, seed, compiles }) {
  const random = randomFrom(seed);
  const sizes = folders.map((folder) =>
    filesOf(folder).reduce((total, file) => total + linesOfCode(readFileSync(file, "utf8")), 0),
  );
  const whole = sizes.reduce((total, size) => total + size, 0);
  const drawn = [];
  let refused = 0;
  for (const [index, folder] of folders.entries()) {
    const share = Math.max(Math.round((count * (sizes[index] ?? 0)) / whole), Math.min(fewest, count));
    const lines = await mutantsByLine(folder);
    let found = 0;
    while (found < share && lines.length > 0) {
      // A line gives one mutant, whichever of its own it is.
      const [mutants] = lines.splice(Math.floor(random() * lines.length), 1);
      const mutant = mutants?.[Math.floor(random() * mutants.length)];
      if (mutant === undefined) continue;
      if (compiles(mutant)) {
        drawn.push(mutant);
        found += 1;
      } else refused += 1;
    }
  }
  return { mutants: drawn, refused };
}

/**
 * @param {string} folder
 * @returns {Promise<Mutant[][]>} for each line on which a mutant starts, its mutants
 */
async function mutantsByLine(folder) {
  /** @type {Map<string, Mutant[]>} */
  const lines = new Map();
  for (const file of filesOf(folder)) {
    for (const mutant of await mutantsOf(folder, file)) {
      const key = `${file}:${mutant.start.line}`;
      lines.set(key, [...(lines.get(key) ?? []), mutant]);
    }
  }
  return [...lines.values()];
}
