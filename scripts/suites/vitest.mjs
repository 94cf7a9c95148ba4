// @ts-check
/** The suites that vitest runs, each a project of its own in vitest.config.mts. */
import path from "node:path";
import { airflowObstacle, airflowPython } from "../testbed/airflow.mjs";
import { browserObstacle, ensureChromium } from "../testbed/browser.mjs";
import { codeServerObstacle, ensureCodeServer } from "../testbed/codeServerInstall.mjs";
import { s3Obstacle, s3Python } from "../testbed/s3.mjs";
import { testPython } from "../testbed/testPython.mjs";
import { countByReport, vitestCounts } from "./reports.mjs";

/** @typedef {import("./suite.mjs").Suite} Suite */

/** @type {Suite} */
export const unit = vitestSuite("unit", "core, platform and webview logic, in Node alone");

/** @type {Suite} */
export const guards = vitestSuite("guards", "the structure of the code itself");

/** @type {Suite} */
export const browser = {
  ...vitestSuite("browser", "each panel in a real browser"),
  obstacle: async () => browserObstacle(),
  prepare: async () => {
    await ensureChromium();
  },
};

const airflowVersions = /** @type {const} */ (["2.11.2", "3.3.2", "3.4.0b2"]);

/** @type {Suite} */
export const e2e = {
  ...vitestSuite("e2e", "the packaged extension and command line with a real Airflow and a real S3 server"),
  obstacle: async () => {
    const noAirflow = await Promise.all(airflowVersions.map(airflowObstacle));
    return (
      noAirflow.find((why) => why !== undefined) ?? (await s3Obstacle()) ?? browserObstacle() ?? codeServerObstacle()
    );
  },
  prepare: async () => {
    for (const version of airflowVersions) await airflowPython(version);
    await s3Python();
    await testPython();
    await ensureChromium();
    await ensureCodeServer("4.139.1");
  },
};

/**
 * @param {string} name of the suite, its vitest project and its folder under test/
 * @param {string} covers
 * @returns {Suite}
 */
function vitestSuite(name, covers) {
  return {
    name,
    covers,
    folder: `test/${name}`,
    obstacle: async () => undefined,
    prepare: async () => undefined,
    run: ({ command, reports }) => {
      const report = path.join(reports, `${name}.json`);
      const args = [
        "vitest",
        "run",
        "--project",
        name,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ];
      return countByReport(report, () => command("npx", args), vitestCounts);
    },
  };
}
