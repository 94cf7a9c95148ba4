// Packages the extension, bundles bench/main.ts and runs it. Takes the machine as it is: nothing else should run meanwhile.
import { build } from "esbuild";
import { execFileSync, spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { bundles } from "../scripts/build/bundles.mjs";
import { airflowObstacle, airflowPython } from "../scripts/testbed/airflow.mjs";
import { ensureDatabaseServers } from "../scripts/testbed/databaseServers.mjs";
import { testPython } from "../scripts/testbed/testPython.mjs";
import { codeServerObstacle } from "../scripts/testbed/codeServerInstall.mjs";
import { s3Obstacle } from "../scripts/testbed/s3.mjs";
import { measureActivation } from "./activation.mjs";
import { measureArtifactMemory } from "./artifactMemory.mjs";
import { measureFirstGraph } from "./firstGraph.mjs";

/** Each is a window of its own, or two, which take seconds. */
const windows = { activation: 7, firstGraph: 5 };

process.chdir(path.join(import.meta.dirname, ".."));
run("scripts/package.mjs");

const engine = bundles.find(({ outfile }) => outfile === "dist/engine.js");
await build({
  ...engine,
  entryPoints: ["bench/main.ts"],
  outfile: "out/bench/main.js",
  bundle: true,
  sourcemap: "inline",
  logLevel: "warning",
});

const noAirflow = await airflowObstacle("3.3.2");
if (noAirflow) console.error(`Without the import of DAG files: ${noAirflow}.`);
const noWindow = codeServerObstacle();
if (noWindow) console.error(`Without activation and first graph: ${noWindow}.`);
else console.error("measuring activation");
const activation = noWindow
  ? undefined
  : await measureActivation(path.resolve("out/aqueduct.vsix"), windows.activation);
if (!noWindow) console.error("measuring the first graph");
const firstGraph = noWindow
  ? undefined
  : await measureFirstGraph(path.resolve("out/aqueduct.vsix"), windows.firstGraph);
console.error("measuring tables");
const tables = execFileSync(await testPython(), ["bench/tables.py", "10"], {
  encoding: "utf8",
  env: { ...process.env, PYTHONPATH: path.resolve("src/runtime") },
});
console.error("measuring saves");
await ensureDatabaseServers();
const saves = execFileSync(await testPython(), ["bench/saves.py", "7"], {
  encoding: "utf8",
  env: { ...process.env, PYTHONPATH: path.resolve("src/runtime") },
});
const noS3 = await s3Obstacle();
if (noS3) console.error(`Without the memory of large artifacts: ${noS3}.`);
else console.error("measuring the memory of large artifacts");
const artifacts = noS3 ? undefined : await measureArtifactMemory();
const given = "out/bench/given.json";
await writeFile(
  given,
  JSON.stringify({
    tables: JSON.parse(tables),
    saves: JSON.parse(saves),
    ...(!noS3 && { artifacts }),
    ...(activation && { activation }),
    ...(firstGraph && { firstGraph }),
    ...(!noAirflow && { airflowPython: await airflowPython("3.3.2") }),
  }),
);
run("out/bench/main.js", given);

/** @param {string[]} args */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
