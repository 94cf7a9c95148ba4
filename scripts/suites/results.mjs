// @ts-check
/** What each test did, from the reports that test runners write for machines: which took longest, which were skipped, and which failed and why. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";
import { seconds } from "../testbed/progress.mjs";

/**
 * @typedef {object} TestResult
 * @property {string} name with the groups that it stands in
 * @property {number} milliseconds
 * @property {string} [failure] why it failed; a test without one did not
 * @property {true} [skipped]
 */

/** @typedef {(text: string) => TestResult[]} ResultReader */

const shownTests = 10;
const shownLines = 8;

/**
 * @param {readonly string[]} reports files that `read` understands; one that was not written holds nothing
 * @param {ResultReader} read
 * @returns {Promise<readonly TestResult[]>}
 */
export async function testResults(reports, read) {
  const written = reports.filter((report) => existsSync(report));
  return (await Promise.all(written.map(async (report) => read(await readFile(report, "utf8"))))).flat();
}

/**
 * @param {readonly TestResult[]} results
 * @returns {readonly string[]} the slowest tests, a line each
 */
export function slowest(results) {
  const sorted = [...results].sort((left, right) => right.milliseconds - left.milliseconds).slice(0, shownTests);
  return sorted.map(({ name, milliseconds }) => `${seconds(milliseconds).padStart(12)}  ${name}`);
}

/**
 * @param {readonly TestResult[]} results
 * @returns {readonly string[]} the names of those that were skipped
 */
export function skippedTests(results) {
  return results.filter(({ skipped }) => skipped).map(({ name }) => name);
}

/**
 * @param {readonly TestResult[]} results
 * @returns {readonly string[]} each test that failed, and below it how its failure begins
 */
export function failures(results) {
  return results.flatMap(({ name, failure }) => (failure === undefined ? [] : [name, ...beginning(failure)]));
}

/**
 * @param {string} text
 * @returns {readonly string[]} its first lines, indented
 */
function beginning(text) {
  const lines = stripVTControlCharacters(text).trim().split("\n");
  const shown = lines.slice(0, shownLines).map((line) => line.slice(0, 300));
  if (lines.length > shownLines) shown.push("…");
  return shown.map((line) => `    ${line}`);
}

/** @type {ResultReader} */
export function vitestResults(text) {
  /** @type {{ testResults: { name: string, status: string, message?: string, assertionResults: { fullName: string, duration?: number | null, status: string, failureMessages?: string[] | null }[] }[] }} */
  const report = JSON.parse(text);
  return report.testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    /** @type {TestResult[]} */
    const results = assertionResults.map(({ fullName, duration, status: its, failureMessages }) => ({
      name: fullName.trim(),
      milliseconds: duration ?? 0,
      ...(its === "failed" ? { failure: failureMessages?.[0] ?? "" } : {}),
      ...(its === "passed" || its === "failed" ? {} : { skipped: /** @type {const} */ (true) }),
    }));
    const isBroken = status === "failed" && !results.some(({ failure }) => failure !== undefined);
    if (isBroken) results.push({ name: file, milliseconds: 0, failure: message ?? "" });
    return results;
  });
}

/** @type {ResultReader} */
export function mochaResults(text) {
  /** @typedef {{ fullTitle: string, duration?: number, err: { message?: string } }} MochaTest */
  /** @type {{ tests?: MochaTest[], failures?: MochaTest[], pending?: MochaTest[] }} */
  const { tests = [], failures: failed = [], pending = [] } = JSON.parse(text);
  const skipped = new Set(pending.map(({ fullTitle }) => fullTitle));
  const results = tests.map(({ fullTitle, duration }) => ({
    name: fullTitle,
    milliseconds: duration ?? 0,
    ...(skipped.has(fullTitle) ? { skipped: /** @type {const} */ (true) } : {}),
  }));
  // What failed stands among the tests as well, unless it is a hook.
  const broken = failed.map(({ fullTitle, err }) => ({ name: fullTitle, milliseconds: 0, failure: err.message ?? "" }));
  return [...results, ...broken];
}

/** @type {ResultReader} */
export function junitResults(text) {
  return [...text.matchAll(/<testcase\s([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g)].map((element) => {
    const [, attributes = "", , content = ""] = element;
    const failed = /<(?:failure|error)\s([^>]*)>/.exec(content)?.[1];
    return {
      name: `${attribute(attributes, "classname")} ${attribute(attributes, "name")}`,
      milliseconds: Number(attribute(attributes, "time")) * 1000,
      ...(failed === undefined ? {} : { failure: attribute(failed, "message") }),
      ...(/<skipped\s/.test(content) ? { skipped: /** @type {const} */ (true) } : {}),
    };
  });
}

/**
 * @param {string} attributes of an XML element
 * @param {string} name
 */
function attribute(attributes, name) {
  const [, value = ""] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes) ?? [];
  const characters = { "&quot;": '"', "&apos;": "'", "&lt;": "<", "&gt;": ">", "&#10;": "\n", "&#x0A;": "\n" };
  const unescaped = Object.entries(characters).reduce((so, [escaped, plain]) => so.replaceAll(escaped, plain), value);
  return unescaped.replaceAll("&amp;", "&");
}
