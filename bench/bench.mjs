// Builds for production, bundles bench/main.ts and runs it. Takes the machine as it is: nothing else should run meanwhile.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { bundles } from "../scripts/build/bundles.mjs";

process.chdir(path.join(import.meta.dirname, ".."));
run("scripts/build.mjs", "--production");

const engine = bundles.find(({ outfile }) => outfile === "dist/engine.js");
await build({ ...engine, entryPoints: ["bench/main.ts"], outfile: "out/bench/main.js", bundle: true, sourcemap: "inline", logLevel: "warning" });
run("out/bench/main.js", ...process.argv.slice(2));

/** @param {string[]} args */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
