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
import { failures, skippedTests, slowest } from "./suites/results.mjs";
import { runtime } from "./suites/runtime.mjs";
import { sideBySide } from "./suites/schedule.mjs";
import { nothing, sum } from "./suites/suite.mjs";
import { browser, e2e, engine, guards, unit, wild, window } from "./suites/vitest.mjs";
import { ensurePackages } from "./testbed/packages.mjs";
import { seconds } from "./testbed/progress.mjs";
import { never, Session } from "./testbed/session.mjs";
import { packagedExtension, vsixVariable } from "./testbed/vsix.mjs";

/** @typedef {import("./suites/suite.mjs").Suite} Suite */
/** @typedef {import("./suites/suite.mjs").Counts} Counts */
/** @typedef {import("./suites/output.mjs").Output} Output */
/** @typedef {import("./suites/results.mjs").TestResult} TestResult */
/** @typedef {{ suite: Suite, obstacle: string | undefined }} Planned */
/** @typedef {{ counts: Counts, failures: readonly string[] }} Outcome what a suite did, and what failed in it, in lines */
/** @typedef {{ suites: readonly Suite[], test: string | undefined, oneByOne: boolean }} Wish */

/** In the order in which they begin: of each kind, what takes longest comes first, since nothing can begin beside the last one. */
const suites = [runtime, engine, wild, unit, guards, lint, e2e, window, integration, browser];
const reports = path.resolve("out/reports");
const underCi = Boolean(process.env["CI"]);
/** @type {Outcome} */
const untroubled = { counts: nothing, failures: [] };

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
  const building = await install(wish, session);
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

  const outcomes = [building, ...results];
  const { passed, failed } = sum(outcomes.map(({ counts }) => counts));
  for (const line of outcomes.flatMap((outcome) => outcome.failures)) print(line);
  print(`\nAll of it took ${seconds(performance.now() - start)}.`);
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * @param {readonly string[]} args
 * @returns {Wish | string} a sentence where they ask for what is not there
 */
function read(args) {
  const options = parsed(args);
  if (typeof options === "string") return options;
  const { values, positionals: names } = options;
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined)
    return `There is no suite "${unknown}"; there are ${suites.map(({ name }) => name).join(", ")}.`;
  if (values.test !== undefined && names.length === 0)
    return "Name the suite of the test too: npm test -- unit -t NAME.";
  const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));
  return { suites: chosen, test: values.test, oneByOne: values["one-by-one"] };
}

/**
 * @param {readonly string[]} args
 * @returns what they say, or a sentence where there is no such option
 */
function parsed(args) {
  try {
    return parseArgs({
      args: [...args],
      options: { test: { type: "string", short: "t" }, "one-by-one": { type: "boolean", default: false } },
      allowPositionals: true,
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
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
 * @returns {Promise<Outcome>}
 */
async function install({ suites: chosen }, session) {
  await ensurePackages();
  /** @param {string} script */
  const npmRun = (script) => session.command("npm", ["run", "--silent", script]);
  if (!chosen.some(({ packaged }) => packaged === true)) return (await npmRun("build")) === 0 ? untroubled : notBuilt();
  try {
    process.env[vsixVariable] = await packagedExtension((command, args) => session.command(command, args));
    return untroubled;
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return notBuilt();
  }
}

/** @returns {Outcome} */
function notBuilt() {
  print("\n--- build: failed; why stands above");
  return { counts: { ...nothing, failed: 1 }, failures: ["\nFailed in build; why stands at the top."] };
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
 * @returns {Promise<Outcome>}
 */
async function runOne({ suite, obstacle }, wish, session, isLive) {
  if (obstacle !== undefined) return notRun(suite, `not runnable here: ${obstacle}`, underCi);
  if (suite.folder && !existsSync(suite.folder)) return notRun(suite, `there is no ${suite.folder}`, true);
  print(isLive ? `\n=== ${suite.name}: ${suite.covers}` : `… ${suite.name} begins (out/reports/${suite.name}.log)`);
  const output = isLive ? live() : keptBack(path.join(reports, `${suite.name}.log`));
  const start = performance.now();
  const { counts, results } = await prepareAndRun(suite, wish, session, output);
  if (session.isEnding) return never();
  const said = output.end();
  if (!isLive) print(`\n=== ${suite.name}: ${suite.covers}\n${said}`);
  if (results.length > 0) print([`    slowest of ${suite.name}:`, ...slowest(results)].join("\n"));
  // Where one test is asked for by its name, all others are skipped.
  if (wish.test === undefined) for (const name of skippedTests(results)) print(`    skipped: ${name}`);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  print(
    `--- ${suite.name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds(performance.now() - start)})`,
  );
  return { counts, failures: counts.failed === 0 ? [] : whatFailed(suite, failures(results), said) };
}

/**
 * What failed in a suite, for the end of all output: who reads a run that is over sees the end first, and sometimes nothing else.
 *
 * @param {Suite} suite
 * @param {readonly string[]} tests
 * @param {string} said its output, where it was kept back
 */
function whatFailed(suite, tests, said) {
  const output = said === "" ? ["Its output stands above."] : said.trimEnd().split("\n").slice(-30);
  const lines = tests.length > 0 ? tests : output;
  return [`\nFailed in ${suite.name}:`, ...lines.map((line) => `  ${line}`)];
}

/**
 * What keeps a suite from running is its failure, and none of the others'. Its reports are read once it has run: earlier ones say nothing of this run.
 *
 * @param {Suite} suite
 * @param {Wish} wish
 * @param {Session} session
 * @param {Output} output
 * @returns {Promise<{ counts: Counts, results: readonly TestResult[] }>}
 */
async function prepareAndRun(suite, { test }, session, output) {
  try {
    await suite.prepare();
    const counts = await suite.run({
      reports,
      ...(test === undefined ? {} : { test }),
      say: output.say,
      command: (command, args, options) => session.command(command, args, { ...options, output: output.stdio }),
    });
    return { counts, results: (await suite.results?.(reports)) ?? [] };
  } catch (error) {
    if (session.isEnding) return never();
    output.say(error instanceof Error ? `${error.message}` : String(error));
    return { counts: { ...nothing, failed: 1 }, results: [] };
  }
}

/**
 * @param {Suite} suite
 * @param {string} why
 * @param {boolean} isFailure
 * @returns {Outcome}
 */
function notRun(suite, why, isFailure) {
  print(`\n--- ${suite.name}: ${why}${isFailure ? " (counted as a failure)" : ""}`);
  if (!isFailure) return untroubled;
  return { counts: { ...nothing, failed: 1 }, failures: [`\nFailed in ${suite.name}: ${why}`] };
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
