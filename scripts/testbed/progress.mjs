// @ts-check
/** What a person at the terminal is told while something long goes on. */

/**
 * Says that `what` begins, runs it, and says how long it took.
 *
 * Goes to stderr, so that a caller's stdout stays free for results.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function step(what, action) {
  const start = performance.now();
  say(`${what} …`);
  const result = await action();
  say(`${what}: done in ${seconds(performance.now() - start)}`);
  return result;
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`  ${text}\n`);
}

/**
 * @param {number} milliseconds
 * @returns {string} such as `4.2 s` or `2 min 5 s`
 */
export function seconds(milliseconds) {
  const total = milliseconds / 1000;
  if (total < 60) return `${total.toFixed(1)} s`;
  return `${Math.floor(total / 60)} min ${Math.round(total % 60)} s`;
}
