// @ts-check
// What VS Code loads as the tests: activates both extensions on a quiet host and writes how long each took.
const { writeFileSync } = require("node:fs");
const { performance } = require("node:perf_hooks");
const vscode = require("vscode");
const { atRest } = require("./atRest.cjs");

/** @returns {Promise<void>} */
exports.run = async function run() {
  const { AQUEDUCT_BENCH_ORDER: order = "", AQUEDUCT_BENCH_REPORT: report = "" } = process.env;
  /** @type {Record<string, number>} */
  const times = {};
  for (const id of order.split(",")) {
    await atRest();
    const extension = vscode.extensions.getExtension(id);
    if (!extension || extension.isActive)
      throw new Error(`${id} is not there, or was activated before it was measured.`);
    const start = performance.now();
    await extension.activate();
    times[id] = performance.now() - start;
  }
  writeFileSync(report, JSON.stringify(times));
};
