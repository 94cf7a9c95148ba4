// @ts-check
// What VS Code loads as the tests: finds the compiled test files, runs them, and writes mocha's own report for machines.
const { readdirSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const Mocha = require("mocha");

const ending = ".test.js";

/** @returns {Promise<void>} rejected when a test failed */
exports.run = function run() {
  const { AQUEDUCT_TESTS: folder = "", AQUEDUCT_TEST_REPORT: report = "", AQUEDUCT_TEST_NAME: name } = process.env;
  const chosen = process.env["AQUEDUCT_TEST_FILES"]?.split(",");
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, color: false, reporter: "spec", forbidOnly: true });
  if (name !== undefined) mocha.fgrep(name);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const file of files.sort())
    if (file.endsWith(ending) && (chosen?.includes(path.basename(file, ending)) ?? true))
      mocha.addFile(path.join(folder, file));
  return new Promise((resolve, reject) => {
    /** @type {{ fullTitle: string, duration: number }[]} */
    const tests = [];
    /** @type {{ fullTitle: string, err: { message: string } }[]} */
    const failed = [];
    /** @type {{ fullTitle: string }[]} */
    const pending = [];
    const runner = mocha.run((failures) => {
      writeFileSync(report, JSON.stringify({ stats: runner.stats, tests, failures: failed, pending }));
      if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else resolve();
    });
    // Hooks fail too.
    runner.on("fail", (test, { message }) => failed.push({ fullTitle: test.fullTitle(), err: { message } }));
    runner.on("pending", (test) => pending.push({ fullTitle: test.fullTitle() }));
    runner.on("test end", (test) => tests.push({ fullTitle: test.fullTitle(), duration: test.duration ?? 0 }));
  });
};
