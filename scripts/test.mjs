// @ts-check
/**
 * `npm test [suite …]`: says which suites this machine can run, installs what they need, runs them, and ends with one line
 * `N passed, N failed`. A suite that cannot run here counts as failed where CI is set, and is only listed elsewhere.
 */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { integration } from "./suites/integration.mjs";
import { lint } from "./suites/lint.mjs";
import { ensurePackages } from "./testbed/packages.mjs";
import { runtime } from "./suites/runtime.mjs";
import { nothing, sum } from "./suites/suite.mjs";
import { never, Session } from "./testbed/session.mjs";
import { browser, e2e, guards, unit } from "./suites/vitest.mjs";
import { seconds } from "./testbed/progress.mjs";

/** @typedef {import("./suites/suite.mjs").Suite} Suite */
/** @typedef {import("./suites/suite.mjs").Counts} Counts */
/** @typedef {{ suite: Suite, obstacle: string | undefined }} Planned */

/** In the order in which they run: what fails fast comes first. */
const suites = [lint, unit, guards, runtime, integration, browser, e2e];
const reports = path.resolve("out/reports");
const underCi = Boolean(process.env["CI"]);

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
process.exitCode = await main(process.argv.slice(2)).catch(failed);

/**
 * @param {readonly string[]} names
 * @returns {Promise<number>} exit code
 */
async function main(names) {
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    print(`There is no suite "${unknown}"; there are ${suites.map(({ name }) => name).join(", ")}.`);
    return 2;
  }
  const session = new Session();
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.once(signal, () => void stop(session, signal));

  const planned = await plan(suites.filter(({ name }) => names.length === 0 || names.includes(name)));
  await mkdir(reports, { recursive: true });
  const results = [await install(session)];
  for (const one of planned) results.push(await runOne(one, session));
  const strays = await session.end();
  for (const stray of strays) print(`a test left a process behind, which was ended: ${stray}`);

  const { passed, failed } = sum(results);
  print(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * @param {readonly Suite[]} chosen
 * @returns {Promise<Planned[]>}
 */
async function plan(chosen) {
  print("Suites:");
  const planned = [];
  for (const suite of chosen) {
    const obstacle = await suite.obstacle();
    planned.push({ suite, obstacle });
    print(`  ${suite.name.padEnd(12)} ${obstacle ? `not runnable here: ${obstacle}` : suite.covers}`);
  }
  return planned;
}

/**
 * The other suites run though the build fails: what the linter and the unit tests say often tells why.
 *
 * @param {Session} session
 * @returns {Promise<Counts>}
 */
async function install(session) {
  await ensurePackages();
  if ((await session.command("npm", ["run", "--silent", "build"])) === 0) return nothing;
  print("\n--- build: failed; why stands above");
  return { ...nothing, failed: 1 };
}

/**
 * @param {Planned} planned
 * @param {Session} session
 * @returns {Promise<Counts>}
 */
async function runOne({ suite, obstacle }, session) {
  if (obstacle !== undefined) return notRun(suite, `not runnable here: ${obstacle}`, underCi);
  if (suite.folder && !existsSync(suite.folder)) return notRun(suite, `there is no ${suite.folder}`, true);
  print(`\n=== ${suite.name}: ${suite.covers}`);
  const start = performance.now();
  const counts = await prepareAndRun(suite, session);
  if (session.isEnding) return never();
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  print(
    `--- ${suite.name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds(performance.now() - start)})`,
  );
  return counts;
}

/**
 * What keeps a suite from running is its failure, and none of the others'.
 *
 * @param {Suite} suite
 * @param {Session} session
 * @returns {Promise<Counts>}
 */
async function prepareAndRun(suite, session) {
  try {
    await suite.prepare();
    return await suite.run({ reports, command: (command, args, options) => session.command(command, args, options) });
  } catch (error) {
    if (session.isEnding) return never();
    print(error instanceof Error ? `${error.message}` : String(error));
    return { ...nothing, failed: 1 };
  }
}

/**
 * @param {Suite} suite
 * @param {string} why
 * @param {boolean} isFailure
 * @returns {Counts}
 */
function notRun(suite, why, isFailure) {
  print(`\n--- ${suite.name}: ${why}${isFailure ? " (counted as a failure)" : ""}`);
  return isFailure ? { ...nothing, failed: 1 } : nothing;
}

/**
 * What kept every suite from running, such as packages that could not be installed.
 *
 * @param {unknown} error
 * @returns {number} exit code
 */
function failed(error) {
  print(error instanceof Error ? error.message : String(error));
  print("\n0 passed, 1 failed");
  return 1;
}

/**
 * @param {Session} session
 * @param {NodeJS.Signals} signal
 */
async function stop(session, signal) {
  print(`\n${signal}: ending what was started …`);
  await session.end();
  process.exit(130);
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
