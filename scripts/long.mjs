// @ts-check
/**
 * `npm run test:long [-- TABLE …]`: runs the long tables, of which `npm test` runs samples, and writes how they went into test/long/result.json. One table
 * replaces its own entry alone.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf } from "./long/digest.mjs";
import { readResult, writeResult } from "./long/result.mjs";
import { tables } from "./long/tables.mjs";
import { countByReport } from "./suites/reports.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const reports = path.join(root, "out/reports");

process.chdir(root);
process.exitCode = await main(process.argv.slice(2));

/**
 * @param {readonly string[]} names
 * @returns {Promise<number>} exit code
 */
async function main(names) {
  const unknown = names.find((name) => !tables.some((table) => table.name === name));
  if (unknown !== undefined) {
    print(`There is no long table "${unknown}"; there are ${tables.map(({ name }) => name).join(", ")}.`);
    return 2;
  }
  await mkdir(reports, { recursive: true });
  let failures = 0;
  for (const table of tables.filter(({ name }) => names.length === 0 || names.includes(name)))
    failures += await run(table);
  return failures === 0 ? 0 : 1;
}

/**
 * @param {import("./long/tables.mjs").LongTable} table
 * @returns {Promise<number>} how many failed
 */
async function run(table) {
  print(`\n=== ${table.name}: ${table.says}`);
  const commit = execFileSync("git", ["rev-parse", "--short=12", "HEAD"], { encoding: "utf8" }).trim();
  const start = performance.now();
  // Before the run: what changes meanwhile has not been tried.
  const covered = await digestOf(root, table.covers);
  const report = path.join(reports, `long-${table.name}.report`);
  const [command, ...args] = table.command(report);
  const { passed, failed, skipped } = await countByReport(
    report,
    async () =>
      spawnSync(command, args, { stdio: "inherit", env: { ...process.env, AQUEDUCT_WHOLE: "1" } }).status ?? 1,
    table.read,
    print,
  );
  const minutes = Number(((performance.now() - start) / 60_000).toFixed(1));
  const entry = { commit, ranAt: new Date().toISOString(), passed, failed, skipped, minutes, covered };
  await writeResult(root, tables, { ...(await readResult(root)), [table.name]: entry });
  print(`--- ${table.name}: ${passed} passed, ${failed} failed (${minutes} min)`);
  return failed;
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
