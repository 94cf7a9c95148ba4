// @ts-check
/** The packaged extension inside a real VS Code: the oldest one that we claim to support, and the current one. */
import { cp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { browserObstacle, ensureChromium } from "../testbed/browser.mjs";
import { codeServerObstacle, codeServers, ensureCodeServer } from "../testbed/codeServerInstall.mjs";
import { runInExtensionHost, temporaryWorkspace } from "../testbed/extensionHost.mjs";
import { testPython, testPythonObstacle } from "../testbed/testPython.mjs";
import { countByReport, mochaCounts } from "./reports.mjs";
import { mochaResults, testResults } from "./results.mjs";
import { sum } from "./suite.mjs";
import { packagedExtension } from "../testbed/vsix.mjs";

/** @typedef {import("../testbed/codeServerInstall.mjs").CodeServerVersion} CodeServerVersion */

const versions = /** @type {readonly CodeServerVersion[]} */ (Object.keys(codeServers));
export const compiled = path.resolve("out/integration");

/** The oldest VS Code that we support. In it, the long table `oldest` runs every test, and `npm test` the files that meet most of its interfaces. */
export const oldest = "4.100.3";
const inOldest = ["activation", "language", "graphPanel", "previewPanel"];

/** @type {import("./suite.mjs").Suite} */
export const integration = {
  name: "integration",
  covers: `the installed .vsix inside VS Code ${versions.map((version) => codeServers[version].vscode).join(" and ")}`,
  folder: "test/integration",
  needs: "windows",
  packaged: true,
  obstacle: async () => codeServerObstacle() ?? browserObstacle() ?? testPythonObstacle(),
  prepare: async () => {
    await Promise.all([ensureChromium(), testPython(), ...versions.map((version) => ensureCodeServer(version))]);
  },
  run: async (run) => {
    await compileTests();
    const vsix = await packagedExtension(run.command);
    const parts = [];
    for (const version of versions) {
      const files = version === oldest && run.test === undefined ? inOldest : undefined;
      parts.push(await runOn(version, vsix, run, files));
    }
    return sum(parts);
  },
  results: (reports) =>
    testResults(
      versions.map((version) => reportIn(reports, version)),
      mochaResults,
    ),
};

/** One CommonJS file per test file, since the extension host loads nothing else; `vscode` and mocha are given there. */
export async function compileTests() {
  const { build, stop } = await import("esbuild"); // not there yet when this file is loaded on a fresh clone
  const { sourceAliases, sourceLoader } = await import("../build/bundles.mjs");
  await rm(compiled, { recursive: true, force: true });
  const files = await readdir("test/integration", { recursive: true });
  await build({
    entryPoints: files.filter((file) => file.endsWith(".test.ts")).map((file) => path.join("test/integration", file)),
    outdir: compiled,
    outbase: "test/integration",
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    alias: sourceAliases,
    loader: sourceLoader,
    sourcemap: "inline",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
  await stop(); // its process would stay until we end, and look like one that a test has left
}

/**
 * @param {string} reports
 * @param {CodeServerVersion} version
 */
function reportIn(reports, version) {
  return path.join(reports, `integration-${codeServers[version].vscode}.json`);
}

/**
 * @param {CodeServerVersion} version
 * @param {string} vsix
 * @param {import("./suite.mjs").SuiteRun} run
 * @param {readonly string[]} [files] names of test files, without their ending; by default all of them
 */
export async function runOn(version, vsix, run, files) {
  run.say(`  VS Code ${codeServers[version].vscode}`);
  const report = reportIn(run.reports, version);
  const workspace = await temporaryWorkspace();
  try {
    await cp("examples/porting", workspace.path, { recursive: true });
    return await countByReport(
      report,
      () => runTests(version, vsix, workspace.path, report, run, files),
      mochaCounts,
      run.say,
    );
  } finally {
    await workspace.remove();
  }
}

/**
 * @param {CodeServerVersion} version
 * @param {string} vsix
 * @param {string} workspace
 * @param {string} report
 * @param {import("./suite.mjs").SuiteRun} run
 * @param {readonly string[] | undefined} files
 */
async function runTests(version, vsix, workspace, report, { say, test }, files) {
  const { exitCode } = await runInExtensionHost({
    version,
    vsix,
    workspace,
    testsPath: fileURLToPath(new URL("mochaInExtensionHost.cjs", import.meta.url)),
    settings: { "aqueduct.python": await testPython() },
    env: {
      AQUEDUCT_TESTS: compiled,
      AQUEDUCT_TEST_REPORT: report,
      AQUEDUCT_TEST_PYTHON: await testPython(),
      ...(test === undefined ? {} : { AQUEDUCT_TEST_NAME: test }),
      ...(files === undefined ? {} : { AQUEDUCT_TEST_FILES: files.join(",") }),
      NODE_OPTIONS: "--enable-source-maps",
    },
    limitMilliseconds: 900_000, // real runs of real workflows, each of which starts Python more than once
    // Mocha indents what it says; what VS Code says on the same console is not, and fills screens.
    onLine: (text) => {
      if (/^\s/.test(text)) say(text);
    },
  });
  return exitCode;
}
