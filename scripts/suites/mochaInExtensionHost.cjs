// @ts-check
// What VS Code loads as the tests: finds the compiled test files, runs them, and writes mocha's own report for machines.
const { readdirSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const Mocha = require("mocha");

const ending = ".test.js";

/** How long VS Code has to save by itself what a test has edited, in milliseconds: it begins a second after the last edit. */
const patience = Number(process.env["AQUEDUCT_TEST_PATIENCE"] ?? 10_000);

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
    // One that cannot be saved keeps the runs of later tests from beginning.
    mocha.suite.afterEach("leaves no file unsaved", async function () {
      this.timeout(2 * patience);
      for (const name of await unsaved()) {
        const fullTitle = `${this.currentTest?.fullTitle() ?? ""} leaves ${name} unsaved`;
        console.log(`    ${fullTitle}`);
        failed.push({ fullTitle, err: { message: "VS Code could not save it. Save or revert it in the test." } });
      }
    });
    const runner = mocha.run(() => {
      writeFileSync(
        report,
        JSON.stringify({ stats: { ...runner.stats, failures: failed.length }, tests, failures: failed, pending }),
      );
      if (failed.length > 0) reject(new Error(`${failed.length} tests failed.`));
      else resolve();
    });
    // Hooks fail too.
    runner.on("fail", (test, { message }) => failed.push({ fullTitle: test.fullTitle(), err: { message } }));
    runner.on("pending", (test) => pending.push({ fullTitle: test.fullTitle() }));
    runner.on("test end", (test) => tests.push({ fullTitle: test.fullTitle(), duration: test.duration ?? 0 }));
  });
};

/** Files that VS Code has not saved, each told once: it is reverted. */
async function unsaved() {
  const vscode = require("vscode");
  const dirty = () => vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && uri.scheme === "file");
  const end = Date.now() + patience;
  while (dirty().length > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  const left = dirty();
  for (const document of left) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  return left.map(({ fileName }) => path.basename(fileName));
}
