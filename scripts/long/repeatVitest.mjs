// @ts-check
// Runs every test of some files several times; fast-check takes another seed each time, and prints the one that failed.
//   node scripts/long/repeatVitest.mjs ROUNDS REPORT FILE…
import path from "node:path";
import { startVitest } from "vitest/node";
import { pythonText } from "../build/pythonText.mjs";

const [rounds = "", report = "", ...files] = process.argv.slice(2);
if (files.length === 0) throw new Error("Write: node scripts/long/repeatVitest.mjs ROUNDS REPORT FILE…");

process.env["AQUEDUCT_LONG_ROUNDS"] = rounds;
const vitest = await startVitest(
  "test",
  files,
  {
    config: false,
    watch: false,
    include: files,
    runner: path.resolve("scripts/long/repeatingRunner.mjs"),
    testTimeout: 30 * 60_000,
    reporters: ["default", "json"],
    outputFile: { json: report },
  },
  { plugins: [pythonText] },
);
await vitest.close();
