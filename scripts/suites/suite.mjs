// @ts-check
/** What `npm test` knows of a suite. */

/**
 * Results of one suite or of a part of it.
 *
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped by the tests themselves, each for a reason that it states
 */

/**
 * @typedef {object} Suite
 * @property {string} name as typed after `npm test`
 * @property {string} covers what it tests, in a few words
 * @property {string} [folder] where its tests lie, if they lie in one
 * @property {"airflow" | "windows"} [needs] `airflow`: it runs one; `windows`: it opens windows, and runs none. Two of a kind would only slow each other
 *   down
 * @property {boolean} [packaged] whether it tests the packaged extension, which is then made once, before all suites
 * @property {() => Promise<string | undefined>} obstacle why this machine cannot run it and what to do about it; undefined: it can
 * @property {() => Promise<void>} prepare installs what it needs beyond npm's packages
 * @property {(run: SuiteRun) => Promise<Counts>} run
 * @property {(reports: string) => Promise<readonly import("./results.mjs").TestResult[]>} [results] of each of its tests, once it has run
 */

/**
 * What a suite may use while it runs.
 *
 * @typedef {object} SuiteRun
 * @property {string} reports folder for machine-readable reports
 * @property {string} [test] only tests whose name holds this
 * @property {(line: string) => void} say writes a line where the suite's output goes
 * @property {(command: string, args: readonly string[], options?: { env?: NodeJS.ProcessEnv }) => Promise<number>} command
 *   runs a command in the project's folder with its output where the suite's goes, and gives its exit code
 */

/** @type {Counts} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
export function sum(parts) {
  return parts.reduce(
    (total, part) => ({
      passed: total.passed + part.passed,
      failed: total.failed + part.failed,
      skipped: total.skipped + part.skipped,
    }),
    nothing,
  );
}

/**
 * The counts of a tool that says yes or no, such as a linter: it is one test.
 *
 * @param {number} exitCode
 * @returns {Counts}
 */
export function asOneTest(exitCode) {
  return exitCode === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}
