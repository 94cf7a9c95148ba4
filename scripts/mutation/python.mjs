// @ts-check
/**
 * `node scripts/mutation/python.mjs [--seed N] [--count N] [--folder launcher]… [--concurrency N]`
 *
 * Plants mutations in the Python package, drawn by lines, and says which of them its tests do not notice.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureEnvironment, requirePython } from "../testbed/python.mjs";

/** What mutmut runs on. */
const pythons = { from: 10, to: 14 };

if (process.platform === "win32")
  throw new Error("Mutation testing of Python forks its processes: run it on Linux or macOS.");

const here = path.dirname(fileURLToPath(import.meta.url));
const python = await ensureEnvironment(
  "mutation-python",
  path.join(here, "requirements.txt"),
  await requirePython("Mutation testing", pythons),
);
// One order of sets in every process: a mutant is judged by its tests, not by luck.
const env = { ...process.env, PYTHONHASHSEED: "0" };
const { status, error } = spawnSync(python, [path.join(here, "python"), ...process.argv.slice(2)], {
  stdio: "inherit",
  cwd: path.resolve(here, "../.."),
  env,
});
if (error) throw error;
process.exitCode = status ?? 1;
