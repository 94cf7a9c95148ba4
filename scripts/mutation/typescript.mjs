// @ts-check
/**
 * `node scripts/mutation/typescript.mjs [--seed N] [--count N] [--folder parse]… [--concurrency N]`
 *
 * Plants mutations in core, drawn by lines, and says which of them the unit tests do not notice. `--folder` may name a folder
 * inside of one, such as parse/record, too.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { draw } from "./drawing.mjs";
import { entryOf, readEquivalents, scoresOf, survivorText, tableOf } from "./judging.mjs";
import { tryMutants } from "./strykerRun.mjs";
import { typeChecker } from "./typeCheck.mjs";

/** Percents that the tests have to kill. */
const demanded = { parse: 80, check: 80, compile: 70, publish: 80, airflow: 70, store: 70, runs: 70, jobs: 70 };

process.chdir(path.resolve(fileURLToPath(import.meta.url), "../../.."));
process.exitCode = await main();

/** @returns {Promise<number>} exit code */
async function main() {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "20261" },
      count: { type: "string", default: "240" },
      folder: { type: "string", multiple: true },
      concurrency: { type: "string", default: "1" },
    },
  });
  const wanted = (values.folder ?? Object.keys(demanded)).map((folder) => folder.replace(/^(src\/)?core\//, ""));
  const demands = Object.fromEntries(wanted.map((folder) => [folder, demandOn(folder)]));
  const seed = Number(values.seed);
  print(`Mutations of src/core/{${wanted.join(",")}}, seed ${seed}`);

  const { mutants, refused } = await draw({
    folders: wanted,
    count: Number(values.count),
    seed,
    compiles: typeChecker(),
  });
  print(`${mutants.length} drawn; ${refused} more do not compile and do not count`);
  const tried = await tryMutants(mutants, { concurrency: Number(values.concurrency) });

  const scores = scoresOf(tried, demands, readEquivalents());
  const survivors = scores.flatMap((score) => score.survivors);
  if (survivors.length > 0) print(`\nNot noticed:\n\n${survivors.map(survivorText).join("\n")}`);
  print(`\n${tableOf(scores)}\n`);
  write("out/reports/mutation-typescript.json", { seed, scores, tried });
  write("out/reports/mutation-typescript-survivors.json", survivors.map(entryOf));
  return scores.some(({ percent, demanded: wish }) => percent < wish) ? 1 : 0;
}

/** @param {string} folder */
function demandOn(folder) {
  const found = Object.entries(demanded).find(([name]) => folder === name || folder.startsWith(`${name}/`));
  if (found === undefined) throw new Error(`${folder} is none of ${Object.keys(demanded).join(", ")}.`);
  return found[1];
}

/**
 * @param {string} file
 * @param {unknown} value
 */
function write(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** @param {string} text */
function print(text) {
  process.stdout.write(`${text}\n`);
}
