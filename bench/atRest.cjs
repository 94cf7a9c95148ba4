// @ts-check
const { performance } = require("node:perf_hooks");

/** Milliseconds: a host that answers timers within `lag`, `calm` times in a row, is at rest. */
const rest = { pause: 20, lag: 4, calm: 25 };

/** Resolves once this process has nothing to do. */
exports.atRest = async function atRest() {
  for (let calm = 0; calm < rest.calm; ) {
    const start = performance.now();
    await new Promise((resolve) => setTimeout(resolve, rest.pause));
    calm = performance.now() - start < rest.pause + rest.lag ? calm + 1 : 0;
  }
};
