// @ts-check
// What VS Code loads as the tests: activates both extensions on a quiet host and writes how long each took.
const { writeFileSync } = require("node:fs");
const { performance } = require("node:perf_hooks");
const vscode = require("vscode");

/** Milliseconds: a host that answers timers within `lag`, `calm` times in a row, is at rest. */
const rest = { pause: 20, lag: 4, calm: 25 };

/** @returns {Promise<void>} */
exports.run = async function run() {
  const { AQUEDUCT_BENCH_ORDER: order = "", AQUEDUCT_BENCH_REPORT: report = "" } = process.env;
  /** @type {Record<string, number>} */
  const times = {};
  for (const id of order.split(",")) {
    await atRest();
    const extension = vscode.extensions.getExtension(id);
    if (!extension || extension.isActive) throw new Error(`${id} is not there, or was activated before it was measured.`);
    const start = performance.now();
    await extension.activate();
    times[id] = performance.now() - start;
  }
  writeFileSync(report, JSON.stringify(times));
};

async function atRest() {
  for (let calm = 0; calm < rest.calm; ) {
    const start = performance.now();
    await new Promise((resolve) => setTimeout(resolve, rest.pause));
    calm = performance.now() - start < rest.pause + rest.lag ? calm + 1 : 0;
  }
}
