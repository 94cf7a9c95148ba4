// @ts-check
/** Python interpreters of this machine, and environments with exactly the packages of a requirements file. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { cacheFolder, ensureCached } from "./cache.mjs";
import { run } from "./command.mjs";
import { ensureDebianPackages, mayInstallPackages } from "./debian.mjs";

const uvVersion = "0.13.8";
const windows = process.platform === "win32";
const newestMinor = 14;

/**
 * @typedef {object} Interpreter
 * @property {string} path absolute, links and shims resolved by Python itself
 * @property {readonly [number, number]} version such as `[3, 11]`
 * @property {string} fullVersion such as `3.11.7`
 */

/**
 * A range of versions of Python 3, both ends included.
 *
 * @typedef {object} PythonRange
 * @property {number} from least minor version
 * @property {number} to greatest minor version
 */

/**
 * The interpreter that `python3` means here if it is in range, else the newest `python3.N` on PATH that is, else one of pyenv's.
 *
 * @param {PythonRange} range
 * @returns {Promise<Interpreter | undefined>}
 */
async function findPython({ from, to }) {
  const numbered = Array.from({ length: to - from + 1 }, (_, index) => `python3.${to - index}`);
  for (const command of windows ? ["python"] : ["python3", "python", ...numbered, ...(await pyenvPythons())]) {
    const found = await interpreter(command);
    if (found && found.version[0] === 3 && found.version[1] >= from && found.version[1] <= to) return found;
  }
  return undefined;
}

/** Interpreters that pyenv has installed, newest first: its `python3.N` on PATH give only the versions that are chosen. */
async function pyenvPythons() {
  const versions = path.join(process.env["PYENV_ROOT"] ?? path.join(homedir(), ".pyenv"), "versions");
  const installed = existsSync(versions) ? await readdir(versions) : []; // else there is no pyenv here
  return installed
    .sort((one, other) => other.localeCompare(one, "en", { numeric: true }))
    .map((version) => path.join(versions, version, "bin", "python"));
}

/**
 * Why no Python in `range` can be had here; undefined: one can.
 *
 * @param {string} what needs it, such as `Airflow 3.3.2`
 * @param {PythonRange} range
 * @returns {Promise<string | undefined>} the beginning of a sentence that ends with what to do
 */
export async function pythonObstacle(what, range) {
  if (mayInstallPackages || (await findPython(range))) return undefined;
  return missing(what, range);
}

/**
 * @param {string} what needs it
 * @param {PythonRange} range
 * @returns {Promise<Interpreter>} installed first, where the system has it and we may
 * @throws {Error} when the machine has none in range
 */
export async function requirePython(what, range) {
  const found = await findPython(range);
  if (found) return found;
  if (mayInstallPackages) await ensureDebianPackages(["python3", "python3-venv"]);
  const installed = await findPython(range);
  if (!installed) throw new Error(`${missing(what, range)}.`);
  return installed;
}

/**
 * @param {string} what
 * @param {PythonRange} range
 */
function missing(what, { from, to }) {
  return `${what} takes Python 3.${from} to 3.${to}, and none of these is on PATH; install one from python.org or your system's packages (on Debian \`sudo apt-get install python3 python3-venv\`)`;
}

/**
 * An environment that holds the packages of `requirementsFile` and nothing else, from the cache where it is there.
 *
 * @param {string} name what it is for, such as `airflow-3.3.2`
 * @param {string} requirementsFile every package with its exact version
 * @param {Interpreter} base
 * @returns {Promise<string>} path of its interpreter
 */
export async function ensureEnvironment(name, requirementsFile, base) {
  const requirements = await readFile(requirementsFile, "utf8");
  const folder = await ensureCached(name, [requirements, base.path, base.fullVersion], (empty) =>
    makeEnvironment(path.join(empty, "venv"), requirementsFile, base),
  );
  return environmentPython(path.join(folder, "venv"));
}

/**
 * @param {string} folder where the new environment goes
 * @param {string} requirementsFile
 * @param {Interpreter} base
 */
export async function makeEnvironment(folder, requirementsFile, base) {
  const uv = await ensureUv();
  const wayOut = "The packages come from the package index that pip and uv are set up for: is it reachable?";
  const env = { ...process.env, UV_CACHE_DIR: path.join(cacheFolder, "uv") }; // same disk: its files are linked, not copied
  await run(uv, ["venv", "--no-project", "--python", base.path, folder], { env, wayOut });
  // Compiled now, once: otherwise the first start of a server pays for it, and again in each environment.
  await run(
    uv,
    [
      "pip",
      "install",
      "--no-deps",
      "--compile-bytecode",
      "--python",
      environmentPython(folder),
      "-r",
      requirementsFile,
    ],
    { env, wayOut },
  );
}

/**
 * Adds one package, with what it needs, to an environment that belongs to whoever asks.
 *
 * @param {string} python the environment's interpreter
 * @param {string} wanted such as `debugpy==1.8.22`
 */
export async function addPackage(python, wanted) {
  await run(await ensureUv(), ["pip", "install", "--quiet", "--python", python, wanted], {
    env: { ...process.env, UV_CACHE_DIR: path.join(cacheFolder, "uv") },
    wayOut: "The package comes from the package index that pip and uv are set up for: is it reachable?",
  });
}

/** @param {string} environment */
export function environmentPython(environment) {
  return windows ? path.join(environment, "Scripts", "python.exe") : path.join(environment, "bin", "python");
}

/** @returns {Promise<string>} path of uv, which makes environments many times faster than pip */
async function ensureUv() {
  const base = await requirePython("The harness", { from: 9, to: newestMinor });
  const folder = await ensureCached(`uv-${uvVersion}`, [base.path, base.fullVersion], async (empty) => {
    const environment = path.join(empty, "venv");
    await makePlainEnvironment(base, environment);
    await run(environmentPython(environment), [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--disable-pip-version-check",
      `uv==${uvVersion}`,
    ]);
  });
  return path.join(path.dirname(environmentPython(path.join(folder, "venv"))), windows ? "uv.exe" : "uv");
}

/**
 * @param {Interpreter} base
 * @param {string} folder
 */
async function makePlainEnvironment(base, folder) {
  // Debian's own Python comes without ensurepip: its venv module is there and fails.
  const complete = await run(base.path, ["-c", "import ensurepip, venv"]).then(
    () => true,
    () => false,
  );
  if (!complete && mayInstallPackages) await ensureDebianPackages([`python${base.version.join(".")}-venv`]);
  await run(base.path, ["-m", "venv", folder], {
    wayOut: "Python's venv module is needed: on Debian `sudo apt-get install python3-venv`.",
  });
}

/**
 * @param {string} command
 * @returns {Promise<Interpreter | undefined>} undefined: there is no such command, or it is no Python that works
 */
async function interpreter(command) {
  const script =
    "import platform, sys; print(sys.executable, platform.python_version(), *sys.version_info[:2], sep='\\n')";
  const output = await promisify(execFile)(command, ["-c", script]).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
  const [executable, fullVersion, major, minor] = output?.trim().split(/\r?\n/) ?? [];
  if (!executable || !fullVersion) return undefined;
  return { path: executable, fullVersion, version: [Number(major), Number(minor)] };
}
