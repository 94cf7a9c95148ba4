// @ts-check
// Runs the tests of values and of what travels on the oldest and the newest Python and pandas.
//   node scripts/long/pythons.mjs REPORT
import { spawnSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { junitCounts } from "../suites/reports.mjs";
import { nothing, sum } from "../suites/suite.mjs";
import { ensureEnvironment, requirePython } from "../testbed/python.mjs";

const [report = ""] = process.argv.slice(2);
if (report === "") throw new Error("Write: node scripts/long/pythons.mjs REPORT");

const files = [
  "test/runtime/values/test_across_processes.py",
  "test/runtime/shipping/test_beside_python.py",
  "test/runtime/shipping/test_state.py",
];
/**
 * Of the cases beside plain Python those of state: the other tables hold what Python 3.9 itself cannot read. What `unittest.mock` patches is
 * refused there, with a sentence: its pickles do not end on 3.9. Rows at a time are for pyarrow, which the oldest has not.
 */
const cases = "(not gives_what_python_gives and not rows_at_a_time) or (state- and not patch)";
const pythons = [
  { name: "oldest", minor: 9 },
  { name: "newest", minor: 13 },
];

let total = nothing;
for (const { name, minor } of pythons) {
  const base = await requirePython("This table", { from: minor, to: minor });
  const python = await ensureEnvironment(`python-${name}`, path.resolve(`test/long/pythons/${name}.txt`), base);
  process.stdout.write(`Python ${base.fullVersion}\n`);
  await rm(report, { force: true });
  const env = { ...process.env, PYTHONPATH: path.resolve("src/runtime"), PYTHONDONTWRITEBYTECODE: "1" };
  const args = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", cases, `--junitxml=${report}`, ...files];
  const { status, error } = spawnSync(python, args, { stdio: "inherit", env });
  if (error) throw error;
  total = sum([total, junitCounts(await readFile(report, "utf8"))]);
  if (status !== 0) process.exitCode = 1;
}
await writeFile(report, JSON.stringify(total));
