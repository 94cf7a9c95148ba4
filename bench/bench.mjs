// Builds for production, bundles bench/main.ts and runs it. Takes the machine as it is: nothing else should run meanwhile.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { bundles } from "../scripts/build/bundles.mjs";
import { airflowObstacle, airflowPython } from "../scripts/testbed/airflow.mjs";

process.chdir(path.join(import.meta.dirname, ".."));
run("scripts/build.mjs", "--production");

const engine = bundles.find(({ outfile }) => outfile === "dist/engine.js");
await build({ ...engine, entryPoints: ["bench/main.ts"], outfile: "out/bench/main.js", bundle: true, sourcemap: "inline", logLevel: "warning" });

const noAirflow = await airflowObstacle("3.3.2");
if (noAirflow) console.error(`Without the import of DAG files: ${noAirflow}.`);
run("out/bench/main.js", ...(noAirflow ? [] : [await airflowPython("3.3.2")]));

/** @param {string[]} args */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
