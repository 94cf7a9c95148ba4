// @ts-check
/** The Python side: its tests, its types, its style. */
import path from "node:path";
import { ensureDatabaseServers } from "../testbed/databaseServers.mjs";
import { compileRuntime, testPython, testPythonObstacle } from "../testbed/testPython.mjs";
import { countByReport, junitCounts } from "./reports.mjs";
import { junitResults, testResults } from "./results.mjs";
import { asOneTest, sum } from "./suite.mjs";

/** @type {import("./suite.mjs").Suite} */
export const runtime = {
  name: "runtime",
  covers: "the Python package: pytest, mypy --strict, ruff",
  folder: "test/runtime",
  obstacle: testPythonObstacle,
  prepare: async () => {
    await Promise.all([compileRuntime(), ensureDatabaseServers()]);
  },
  run: async ({ command, reports, test, say }) => {
    const python = await testPython();
    const env = { ...process.env, PYTHONPATH: path.resolve("src/runtime"), PYTHONDONTWRITEBYTECODE: "1" };
    const report = reportIn(reports);
    const filter = test === undefined ? [] : ["-k", test];
    const tests = await countByReport(
      report,
      () => command(python, ["-m", "pytest", "-q", `--junitxml=${report}`, ...filter, "test/runtime"], { env }),
      junitCounts,
      say,
    );
    if (test !== undefined) return tests;
    const types = asOneTest(await command(python, ["-m", "mypy", "--strict", "src/runtime"]));
    const style = asOneTest(await command(python, ["-m", "ruff", "check", "src", "test/runtime", "scripts"]));
    const format = asOneTest(await command(python, ["-m", "ruff", "format", "--check"]));
    return sum([tests, types, style, format]);
  },
  results: (reports) => testResults([reportIn(reports)], junitResults),
};

/** @param {string} reports */
function reportIn(reports) {
  return path.join(reports, "runtime.xml");
}
