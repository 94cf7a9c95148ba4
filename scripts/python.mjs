// @ts-check
/** `node scripts/python.mjs ARGUMENTS`: runs the Python of our tests, installed first where it is not there yet. */
import { spawnSync } from "node:child_process";
import { testPython } from "./testbed/testPython.mjs";

const { status, error } = spawnSync(await testPython(), process.argv.slice(2), { stdio: "inherit" });
if (error) throw error;
process.exitCode = status ?? 1;
