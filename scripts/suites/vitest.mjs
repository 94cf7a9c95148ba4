// @ts-check
/** The suites that vitest runs, each a project of its own in vitest.config.mts. */
import path from "node:path";
import { airflowObstacle, airflowPython } from "../testbed/airflow.mjs";
import { browserObstacle, ensureChromium } from "../testbed/browser.mjs";
import { codeServerObstacle, ensureCodeServer } from "../testbed/codeServerInstall.mjs";
import { s3Obstacle, s3Python } from "../testbed/s3.mjs";
import { compileRuntime, testPython } from "../testbed/testPython.mjs";
import { wildPython, wildPythonObstacle } from "../testbed/wildPython.mjs";
import { countByReport, vitestCounts } from "./reports.mjs";
import { testResults, vitestResults } from "./results.mjs";
import { vitestCommand } from "./vitestCommand.mjs";

/** @typedef {import("./suite.mjs").Suite} Suite */

/** @type {Suite} */
export const unit = vitestSuite("unit", "core, platform and webview logic, in Node alone");

/** @type {Suite} */
export const engine = {
  ...vitestSuite("engine", "the local engine and what else starts processes, with this machine's own Python"),
  obstacle: async () => (process.platform === "win32" ? "the local engine does not run on Windows yet" : undefined),
  prepare: compileRuntime,
};

/** @type {Suite} */
export const guards = vitestSuite("guards", "the structure of the code itself");

/** @type {Suite} */
export const wild = {
  ...vitestSuite("wild", "workflows as people write them: run here, and from their blobs alone as another user"),
  obstacle: wildPythonObstacle,
  prepare: async () => {
    await wildPython();
  },
};

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
  needs: "airflow",
  packaged: true,
  obstacle: async () => {
    const noAirflow = await Promise.all(airflowVersions.map(airflowObstacle));
    return (
      noAirflow.find((why) => why !== undefined) ?? (await s3Obstacle()) ?? browserObstacle() ?? codeServerObstacle()
    );
  },
  prepare: async () => {
    // Each waits for the network most of the time.
    await Promise.all([
      ...airflowVersions.map(airflowPython),
      s3Python(),
      testPython(),
      ensureChromium(),
      ensureCodeServer("4.139.1"),
    ]);
  },
};

/** @type {Suite} */
export const window = {
  ...vitestSuite("window", "the packaged extension in a window of VS Code, by mouse and keyboard"),
  needs: "windows",
  packaged: true,
  obstacle: async () => browserObstacle() ?? codeServerObstacle(),
  prepare: async () => {
    await Promise.all([testPython(), ensureChromium(), ensureCodeServer("4.139.1")]);
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
    run: ({ command, reports, test, say }) => {
      const report = reportIn(reports, name);
      const filter = test === undefined ? [] : ["--testNamePattern", literally(test)];
      const [node, ...args] = vitestCommand(name, report, filter);
      return countByReport(report, () => command(node, args), vitestCounts, say);
    },
    results: (reports) => testResults([reportIn(reports, name)], vitestResults),
  };
}

/**
 * @param {string} reports
 * @param {string} name
 */
function reportIn(reports, name) {
  return path.join(reports, `${name}.json`);
}

/** @param {string} text as a regular expression that finds just this */
function literally(text) {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}
