// @ts-check
// Runs pytest over some files several times, each with another seed of Hypothesis; all of it is one report.
//   node scripts/long/repeatPytest.mjs ROUNDS REPORT FILE…
import { spawnSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { junitCounts } from "../suites/reports.mjs";
import { nothing, sum } from "../suites/suite.mjs";
import { testPython } from "../testbed/testPython.mjs";

const [rounds = "", report = "", ...files] = process.argv.slice(2);
if (files.length === 0) throw new Error("Write: node scripts/long/repeatPytest.mjs ROUNDS REPORT FILE…");

const python = await testPython();
const env = { ...process.env, PYTHONPATH: path.resolve("src/runtime"), PYTHONDONTWRITEBYTECODE: "1" };
const first = Math.floor(Date.now() / 1000);
let total = nothing;
for (let seed = first; seed < first + Number(rounds); seed += 1) {
  process.stdout.write(`--hypothesis-seed=${seed}\n`);
  await rm(report, { force: true });
  const args = ["-m", "pytest", "-q", `--hypothesis-seed=${seed}`, `--junitxml=${report}`, ...files];
  const { status, error } = spawnSync(python, args, { stdio: "inherit", env });
  if (error) throw error;
  total = sum([total, junitCounts(await readFile(report, "utf8"))]);
  if (status !== 0) process.exitCode = 1;
}
const { passed, failed, skipped } = total;
const tests = passed + failed + skipped;
await writeFile(report, `<testsuite tests="${tests}" failures="${failed}" errors="0" skipped="${skipped}"/>\n`);
