// @ts-check
/** Which tests took longest, from the reports that test runners write for machines. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { seconds } from "../testbed/progress.mjs";

/**
 * @typedef {object} TestTime
 * @property {string} name with the groups that it stands in
 * @property {number} milliseconds
 */

/** @typedef {(text: string) => TestTime[]} TimesReader */

const shown = 10;

/**
 * The slowest tests of a suite, a line each; nothing where no report was written.
 *
 * @param {readonly string[]} reports files that `read` understands
 * @param {TimesReader} read
 * @returns {Promise<readonly string[]>}
 */
export async function slowestTests(reports, read) {
  const written = reports.filter((report) => existsSync(report));
  const tests = (await Promise.all(written.map(async (report) => read(await readFile(report, "utf8"))))).flat();
  const slowest = tests.sort((left, right) => right.milliseconds - left.milliseconds).slice(0, shown);
  return slowest.map(({ name, milliseconds }) => `${seconds(milliseconds).padStart(12)}  ${name}`);
}

/** @type {TimesReader} */
export function vitestTimes(text) {
  /** @type {{ testResults: { assertionResults: { fullName: string, duration?: number | null }[] }[] }} */
  const { testResults } = JSON.parse(text);
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({ name: fullName.trim(), milliseconds: duration ?? 0 })),
  );
}

/** @type {TimesReader} */
export function mochaTimes(text) {
  /** @type {{ tests?: { fullTitle: string, duration: number }[] }} */
  const { tests = [] } = JSON.parse(text);
  return tests.map(({ fullTitle, duration }) => ({ name: fullTitle, milliseconds: duration }));
}

/** @type {TimesReader} */
export function junitTimes(text) {
  return [...text.matchAll(/<testcase\s[^>]*>/g)].map(([element]) => {
    /** @param {string} name */
    const attribute = (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? "";
    return { name: `${attribute("classname")} ${attribute("name")}`, milliseconds: Number(attribute("time")) * 1000 };
  });
}
