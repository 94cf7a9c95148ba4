// @ts-check
/**
 * A checker for Stryker that lets through the mutants that were drawn.
 *
 * A range in `mutate` takes every mutant inside it along: those of the parts of an expression, and the others of the same one.
 */
import { keyOf } from "./mutants.mjs";
import path from "node:path";

/** @param {{ drawn: readonly string[] }} options Stryker's, with the keys of our own */
function drawnOnly({ drawn }) {
  const keys = new Set(drawn);
  return {
    async init() {},
    /** @param {readonly import("@stryker-mutator/api/core").Mutant[]} mutants */
    async check(mutants) {
      return Object.fromEntries(
        mutants.map((mutant) => [
          mutant.id,
          keys.has(keyOfStryker(mutant)) ? { status: "passed" } : { status: "compileError", reason: "was not drawn" },
        ]),
      );
    },
    /** @param {readonly import("@stryker-mutator/api/core").Mutant[]} mutants */
    async group(mutants) {
      return [mutants.map(({ id }) => id)];
    },
  };
}
drawnOnly.inject = /** @type {const} */ (["options"]);

/**
 * The key of a mutant as Stryker's plugins and results have it.
 *
 * @param {import("@stryker-mutator/api/core").Mutant} mutant
 */
export function keyOfStryker({ fileName, mutatorName, location: { start, end }, replacement }) {
  const file = path.relative(process.cwd(), fileName).replaceAll("\\", "/");
  return keyOf({
    file,
    mutator: mutatorName,
    start: { line: start.line + 1, column: start.column },
    end: { line: end.line + 1, column: end.column },
    replacement,
  });
}

export const strykerPlugins = [{ kind: "Checker", name: "drawn", factory: drawnOnly }];
