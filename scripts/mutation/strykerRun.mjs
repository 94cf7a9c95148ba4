// @ts-check
/** Runs drawn mutants by Stryker. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { keyOfStryker } from "./drawnOnly.mjs";
import { keyOf, rangeOf } from "./mutants.mjs";

/** @typedef {import("./mutants.mjs").Mutant} Mutant */
/** @typedef {"killed" | "timeout" | "survived" | "not covered"} Outcome */
/** @typedef {Mutant & { outcome: Outcome, killedBy: string | undefined }} Tried */

const temporary = "out/mutation/typescript";

/** @type {Readonly<Record<string, Outcome>>} */
const outcomes = {
  Killed: "killed",
  // It broke what the tests stand on, or ended their process.
  RuntimeError: "killed",
  Timeout: "timeout",
  Survived: "survived",
  NoCoverage: "not covered",
};

/**
 * @param {readonly Mutant[]} drawn
 * @param {{ concurrency: number }} options
 * @returns {Promise<Tried[]>} in the order of `drawn`
 */
export async function tryMutants(drawn, { concurrency }) {
  mkdirSync(temporary, { recursive: true });
  const keys = drawn.map(keyOf);
  const results = await new Stryker(
    /** @type {any} */ ({
      mutate: [...new Set(drawn.map(rangeOf))],
      drawn: keys,
      testRunner: "vitest",
      plugins: ["@stryker-mutator/vitest-runner", path.resolve("scripts/mutation/drawnOnly.mjs")],
      checkers: ["drawn"],
      coverageAnalysis: "perTest",
      vitest: { configFile: "scripts/mutation/vitest.config.mts", related: false },
      concurrency,
      reporters: ["progress-append-only"],
      clearTextReporter: { logTests: false },
      // A busy machine may be slow; a loop without an end is found by its count of hits.
      timeoutMS: 30_000,
      timeoutFactor: 4,
      dryRunTimeoutMinutes: 15,
      tempDirName: temporary,
      ignorePatterns: ["dist", "out", "sample", ".testbed", ".git", "docs", "media", "bench", "*.vsix"],
      disableTypeChecks: false,
      logLevel: "warn",
      warnings: { unknownOptions: false, slow: false },
    }),
  ).runMutationTest();

  /** @type {Map<string, Tried>} */
  const tried = new Map();
  const wanted = new Map(drawn.map((mutant) => [keyOf(mutant), mutant]));
  for (const result of results) {
    const mutant = wanted.get(keyOfResult(result));
    if (mutant === undefined) continue;
    const outcome = outcomes[result.status];
    if (outcome === undefined || tried.has(keyOf(mutant)))
      throw new Error(
        `Stryker ended ${keyOf(mutant)} as ${result.status}: ${result.statusReason ?? "no reason given"}`,
      );
    tried.set(keyOf(mutant), { ...mutant, outcome, killedBy: result.killedBy?.[0] });
  }
  return keys.map((key) => {
    const one = tried.get(key);
    if (one === undefined) throw new Error(`Stryker did not try ${key}.`);
    return one;
  });
}

/**
 * In its results Stryker counts lines and columns from 1, in its plugins from 0.
 *
 * @param {import("@stryker-mutator/api/core").MutantResult} result
 */
function keyOfResult({ location: { start, end }, ...mutant }) {
  return keyOfStryker({
    ...mutant,
    location: {
      start: { line: start.line - 1, column: start.column - 1 },
      end: { line: end.line - 1, column: end.column - 1 },
    },
  });
}
