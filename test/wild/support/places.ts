import { build } from "esbuild";
import { unzipSync } from "fflate";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { bundles } from "../../../scripts/build/bundles.mjs";
import { runtimeZip } from "../../../scripts/build/runtimeZip.mjs";
import { wildPython } from "../../../scripts/testbed/wildPython.mjs";
import type { PythonParser, World } from "../../../src/core/index.js";
import { nodeClock } from "../../../src/platform/clock.js";
import { nodeFiles } from "../../../src/platform/files.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { nodeHttp } from "../../../src/platform/http.js";
import { createLocalEngine } from "../../../src/platform/localEngine.js";
import { lineLog } from "../../../src/platform/log.js";
import { nodeProcesses } from "../../../src/platform/processes.js";
import { loadPythonParser } from "../../../src/platform/pythonParser.js";
import { nodeRandom } from "../../../src/platform/random.js";
import { openStore } from "../../../src/platform/stores.js";

export const execute = promisify(execFile);

export const suiteFolder = path.join(import.meta.dirname, "..");
export const repository = path.join(suiteFolder, "../..");

/** What all cases share; everything is under `root`, which is removed in the end. */
export interface Places {
  readonly root: string;
  /** Holds what a worker has of its own: the runtime, unpacked, and the script that plays Airflow. */
  readonly shared: string;
  readonly python: string;
  /** Where that Python's own library lies. */
  readonly basePrefix: string;
  readonly world: World;
  readonly parser: PythonParser;
  dispose(): Promise<void>;
}

/** Makes engine and runtime from the sources as they are, so that no old build is tested. */
export async function openPlaces(): Promise<Places> {
  const python = await wildPython();
  const root = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-wild-")));
  const shared = path.join(root, "shared");
  const runtime = path.join(shared, "runtime");
  const zip = await runtimeZip(path.join(repository, "src/runtime"));
  await unpack(zip, runtime);
  await cp(path.join(suiteFolder, "support/worker.py"), path.join(shared, "worker.py"));
  // Once, instead of by each of several hundred processes.
  await execute(python, ["-m", "compileall", "-q", "-j", "2", runtime]);
  const { stdout } = await execute(python, ["-c", "import sys; print(sys.version.split()[0], sys.base_prefix)"]);
  const [version = "", basePrefix = ""] = stdout.trim().split(" ");
  process.env["XDG_DATA_HOME"] = path.join(root, "data"); // copies of the engine go there
  const engine = await bundledEngine(root);
  const log = lineLog(
    () => undefined,
    () => nodeClock.now(),
  );
  const world: World = {
    files: nodeFiles,
    http: nodeHttp,
    processes: nodeProcesses,
    interpreters: { find: () => Promise.resolve({ path: python, version, source: "the suite" }) },
    secrets: { password: () => Promise.resolve(undefined) },
    hash: nodeHash,
    random: nodeRandom,
    clock: nodeClock,
    log,
    engine: createLocalEngine(engine, () => Promise.resolve(process.execPath), log),
    runtime: { version: "0", folder: runtime, zip: () => Promise.resolve(zip) },
    openStore,
    cores: 1, // the suite runs two cases at once
  };
  const dispose = (): Promise<void> => rm(root, { recursive: true, force: true });
  return { root, shared, python, basePrefix, world, parser: await loadPythonParser(), dispose };
}

async function unpack(zip: Uint8Array, folder: string): Promise<void> {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

async function bundledEngine(root: string): Promise<string> {
  const found = bundles.find(({ outfile }) => outfile === "dist/engine.js");
  if (found === undefined) throw new Error("There is no bundle of the engine.");
  const outfile = path.join(root, "engine.js");
  await build({ ...found, absWorkingDir: repository, outfile, bundle: true, logLevel: "warning" });
  return outfile;
}
