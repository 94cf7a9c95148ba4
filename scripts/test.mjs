// @ts-check
/**
 * `npm test [-- suite …] [-t NAME] [--one-by-one]`: says which suites this machine can run, installs what they need, runs them, and ends with
 * one line `N passed, N failed`. A suite that cannot run here counts as failed where CI is set, and is only listed elsewhere.
 *
 * Several suites run side by side, and the output of each is shown when it ends; meanwhile it stands in `out/reports/<suite>.log`.
 */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { integration } from "./suites/integration.mjs";
import { lint } from "./suites/lint.mjs";
import { keptBack, live } from "./suites/output.mjs";
import { runtime } from "./suites/runtime.mjs";
import { sideBySide } from "./suites/schedule.mjs";
import { nothing, sum } from "./suites/suite.mjs";
import { browser, e2e, engine, guards, unit, wild } from "./suites/vitest.mjs";
import { ensurePackages } from "./testbed/packages.mjs";
import { seconds } from "./testbed/progress.mjs";
import { never, Session } from "./testbed/session.mjs";
import { packagedExtension, vsixVariable } from "./testbed/vsix.mjs";

/** @typedef {import("./suites/suite.mjs").Suite} Suite */
/** @typedef {import("./suites/suite.mjs").Counts} Counts */
/** @typedef {import("./suites/output.mjs").Output} Output */
/** @typedef {{ suite: Suite, obstacle: string | undefined }} Planned */
/** @typedef {{ suites: readonly Suite[], test: string | undefined, oneByOne: boolean }} Wish */

/** In the order in which they begin: of each kind, what takes longest comes first, since nothing can begin beside the last one. */
const suites = [lint, unit, guards, runtime, wild, engine, e2e, integration, browser];
const reports = path.resolve("out/reports");
const underCi = Boolean(process.env["CI"]);

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
process.exitCode = await main(process.argv.slice(2)).catch(failed);

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
async function main(args) {
  const wish = read(args);
  if (typeof wish === "string") {
    print(wish);
    return 2;
  }
  const session = new Session();
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.once(signal, () => void stop(session, signal));

  const start = performance.now();
  const planned = await plan(wish.suites);
  await mkdir(reports, { recursive: true });
  const built = await install(wish, session);
  const isLive = wish.oneByOne || planned.length === 1;
  /** @param {Planned} one */
  const run = (one) => runOne(one, wish, session, isLive);
  const results = wish.oneByOne
    ? await inOrder(planned, run)
    : await sideBySide(
        planned.map((one) => ({ ...one, needs: one.suite.needs })),
        run,
      );
  const strays = await session.end();
  for (const stray of strays) print(`a test left a process behind, which was ended: ${stray}`);

  const { passed, failed } = sum([built, ...results]);
  print(`\nAll of it took ${seconds(performance.now() - start)}.`);
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * @param {readonly string[]} args
 * @returns {Wish | string} a sentence where they ask for what is not there
 */
function read(args) {
  const { values, positionals: names } = parseArgs({
    args: [...args],
    options: { test: { type: "string", short: "t" }, "one-by-one": { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined)
    return `There is no suite "${unknown}"; there are ${suites.map(({ name }) => name).join(", ")}.`;
  if (values.test !== undefined && names.length === 0)
    return "Name the suite of the test too: npm test -- unit -t NAME.";
  const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));
  return { suites: chosen, test: values.test, oneByOne: values["one-by-one"] };
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
 * Builds once, for all suites: where one of them tests the package, that is made and tested as it ships. The other suites run though the build
 * fails: what the linter and the unit tests say often tells why.
 *
 * @param {Wish} wish
 * @param {Session} session
 * @returns {Promise<Counts>}
 */
async function install({ suites: chosen }, session) {
  await ensurePackages();
  /** @param {string} script */
  const npmRun = (script) => session.command("npm", ["run", "--silent", script]);
  if (!chosen.some(({ packaged }) => packaged === true)) return (await npmRun("build")) === 0 ? nothing : notBuilt();
  try {
    process.env[vsixVariable] = await packagedExtension((command, args) => session.command(command, args));
    return nothing;
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return notBuilt();
  }
}

/** @returns {Counts} */
function notBuilt() {
  print("\n--- build: failed; why stands above");
  return { ...nothing, failed: 1 };
}

/**
 * @template Task, Result
 * @param {readonly Task[]} tasks
 * @param {(task: Task) => Promise<Result>} run
 */
async function inOrder(tasks, run) {
  const results = [];
  for (const task of tasks) results.push(await run(task));
  return results;
}

/**
 * @param {Planned} planned
 * @param {Wish} wish
 * @param {Session} session
 * @param {boolean} isLive whether its output goes straight to the terminal
 * @returns {Promise<Counts>}
 */
async function runOne({ suite, obstacle }, wish, session, isLive) {
  if (obstacle !== undefined) return notRun(suite, `not runnable here: ${obstacle}`, underCi);
  if (suite.folder && !existsSync(suite.folder)) return notRun(suite, `there is no ${suite.folder}`, true);
  print(isLive ? `\n=== ${suite.name}: ${suite.covers}` : `… ${suite.name} begins (out/reports/${suite.name}.log)`);
  const output = isLive ? live() : keptBack(path.join(reports, `${suite.name}.log`));
  const start = performance.now();
  const counts = await prepareAndRun(suite, wish, session, output);
  if (session.isEnding) return never();
  if (!isLive) print(`\n=== ${suite.name}: ${suite.covers}\n${output.end()}`);
  for (const line of await slowest(suite)) print(line);
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
 * @param {Wish} wish
 * @param {Session} session
 * @param {Output} output
 * @returns {Promise<Counts>}
 */
async function prepareAndRun(suite, { test }, session, output) {
  try {
    await suite.prepare();
    return await suite.run({
      reports,
      ...(test === undefined ? {} : { test }),
      say: output.say,
      command: (command, args, options) => session.command(command, args, { ...options, output: output.stdio }),
    });
  } catch (error) {
    if (session.isEnding) return never();
    output.say(error instanceof Error ? `${error.message}` : String(error));
    return { ...nothing, failed: 1 };
  }
}

/**
 * @param {Suite} suite
 * @returns {Promise<readonly string[]>}
 */
async function slowest(suite) {
  const lines = (await suite.slowest?.(reports)) ?? [];
  return lines.length === 0 ? [] : [`    slowest of ${suite.name}:`, ...lines];
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
