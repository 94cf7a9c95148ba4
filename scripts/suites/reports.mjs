// @ts-check
/** Reads how many tests passed and failed from the reports that test runners write for machines. */
import { readFile, rm } from "node:fs/promises";
import { nothing } from "./suite.mjs";

/** @typedef {import("./suite.mjs").Counts} Counts */

/**
 * Runs a test runner and counts by the report that it leaves.
 *
 * A runner can fail though no test did (a file that does not load, an error after the last test), or end before it wrote
 * a report, or find nothing to run: each counts as one failure.
 *
 * @param {string} report file that `runner` writes
 * @param {() => Promise<number>} runner gives its exit code
 * @param {(text: string) => Counts} read
 * @param {(line: string) => void} say where the output of the runner goes
 * @returns {Promise<Counts>}
 */
export async function countByReport(report, runner, read, say) {
  await rm(report, { force: true });
  const exitCode = await runner();
  const text = await readFile(report, "utf8").catch((error) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) {
    say(`  no report was written (exit code ${exitCode}): counted as a failure`);
    return { ...nothing, failed: 1 };
  }
  const counts = read(text);
  const ranNothing = counts.passed + counts.failed === 0;
  if (counts.failed === 0 && (exitCode !== 0 || ranNothing)) {
    say(`  ${ranNothing ? "no test ran" : `exit code ${exitCode} though every test passed`}: counted as a failure`);
    return { ...counts, failed: 1 };
  }
  return counts;
}

/**
 * @param {string} text of vitest's `json` reporter
 * @returns {Counts}
 */
export function vitestCounts(text) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const report = JSON.parse(text);
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {string} text of mocha's `json` reporter
 * @returns {Counts}
 */
export function mochaCounts(text) {
  /** @type {{ stats: { passes: number, failures: number, pending: number } }} */
  const { stats } = JSON.parse(text);
  return { passed: stats.passes, failed: stats.failures, skipped: stats.pending };
}

/**
 * @param {string} text in JUnit's XML form, as pytest writes it
 * @returns {Counts}
 */
export function junitCounts(text) {
  const [suite = ""] = /<testsuite\s[^>]*>/.exec(text) ?? [];
  /** @param {string} name */
  const number = (name) => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = number("failures") + number("errors");
  const skipped = number("skipped");
  return { passed: number("tests") - failed - skipped, failed, skipped };
}
