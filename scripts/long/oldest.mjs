// @ts-check
// Runs every integration test in the oldest VS Code that we support.
//   node scripts/long/oldest.mjs REPORT
import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { compileTests, integration, oldest, runOn } from "../suites/integration.mjs";
import { Session } from "../testbed/session.mjs";
import { packagedExtension } from "../testbed/vsix.mjs";

const [report = ""] = process.argv.slice(2);
if (report === "") throw new Error("Write: node scripts/long/oldest.mjs REPORT");

const session = new Session();
await integration.prepare();
await compileTests();
const vsix = await packagedExtension((command, args) => session.command(command, args));
const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
const files = (await readdir("test/integration"))
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => path.basename(file, ".test.ts"))
  .filter((name) => name !== "terminal"); // the package of that code-server has no terminals
const counts = await runOn(oldest, vsix, { reports: path.dirname(report), say, command: session.command }, files);
await writeFile(report, JSON.stringify(counts));
await session.end();
if (counts.failed > 0) process.exitCode = 1;
