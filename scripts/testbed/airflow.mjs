// @ts-check
/** A real Airflow on loopback, set so that it picks up files and starts tasks within a second or two. */
import { randomBytes } from "node:crypto";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureCached } from "./cache.mjs";
import { run } from "./command.mjs";
import { keepFolder, releaseFolder } from "./keeper.mjs";
import { ensureEnvironment, pythonObstacle, requirePython } from "./python.mjs";
import { startGroup } from "./processGroup.mjs";
import { freePorts, waitUntil } from "./waiting.mjs";

/** @typedef {import("./processGroup.mjs").ProcessGroup} ProcessGroup */

/**
 * The versions that we hold a set of exact packages for, and the Pythons that each set takes.
 *
 * The lower ends are those of numpy and pandas in the sets; the upper one of 2.11.2 is Airflow's own, the others are how far the sets go.
 */
export const airflowPythons = /** @type {const} */ ({
  "2.11.2": { from: 11, to: 12 },
  "3.3.2": { from: 11, to: 13 },
  "3.4.0b2": { from: 11, to: 13 },
});

/** @typedef {keyof typeof airflowPythons} AirflowVersion */

/**
 * @typedef {object} AirflowOptions
 * @property {Exclude<AirflowVersion, "2.11.2">} [version]
 * @property {number} [port] by default a free one
 * @property {Readonly<Record<string, string | object>>} [connections] by name: a URI, or what Airflow takes as JSON (`{conn_type, login, …}`)
 * @property {Readonly<Record<string, string>>} [passwords] of `admin`, `vera` (viewer) and `ulf` (user); by default random ones
 * @property {Readonly<Record<string, string>>} [extraEnv] more variables for Airflow's processes
 */

/**
 * @typedef {object} Airflow
 * @property {string} url without a slash at its end
 * @property {string} username of an administrator
 * @property {string} password
 * @property {Readonly<Record<string, string>>} passwords by user name
 * @property {string} home AIRFLOW_HOME; the tasks' logs lie in its `logs`
 * @property {string} dagsFolder
 * @property {string} python path of its interpreter
 * @property {NodeJS.ProcessEnv} env what its processes were started with
 * @property {() => string} logs the ends of its three processes' logs
 * @property {() => Promise<void>} halt ends its processes and keeps all that it knows
 * @property {() => Promise<void>} resume starts them again after a `halt`, at the same address
 * @property {() => Promise<void>} stop ends it and removes its home; may be called twice
 */

const startMilliseconds = 120_000;
const roles = { admin: "admin", vera: "viewer", ulf: "user" };

/**
 * Whether this machine has a Python for `version`; if not, a sentence that says which ones it takes.
 *
 * @param {AirflowVersion} version
 * @returns {Promise<string | undefined>} undefined: it has one
 */
export async function airflowObstacle(version) {
  if (process.platform === "win32") return "Airflow does not run on Windows itself; use WSL";
  return pythonObstacle(`Airflow ${version}`, airflowPythons[version]);
}

/**
 * The interpreter of an environment with this Airflow, pandas, pyarrow, SQLAlchemy and boto3.
 *
 * @param {AirflowVersion} version
 * @returns {Promise<string>} its path
 */
export async function airflowPython(version) {
  const base = await requirePython(`Airflow ${version}`, airflowPythons[version]);
  return ensureEnvironment(`airflow-${version}`, requirementsOf(version), base);
}

/**
 * Starts an Airflow and waits until it is healthy and its first task will start without delay.
 *
 * @param {AirflowOptions} [options]
 * @returns {Promise<Airflow>}
 */
export async function startAirflow({
  version = "3.3.2",
  port,
  connections = {},
  passwords: given = {},
  extraEnv = {},
} = {}) {
  const python = await airflowPython(version);
  const database = await migratedDatabase(version, python);
  const home = await mkdtemp(path.join(tmpdir(), "aqueduct-airflow-"));
  keepFolder(home);
  const dagsFolder = path.join(home, "dags");
  await mkdir(dagsFolder);
  await copyFile(database, databaseIn(home));

  const passwords = Object.fromEntries(
    Object.keys(roles).map((user) => [user, given[user] ?? randomBytes(12).toString("hex")]),
  );
  const passwordsFile = path.join(home, "passwords.json");
  await writeFile(passwordsFile, JSON.stringify(passwords), { mode: 0o600 });

  const [free = 0, workerLogPort = 0, triggererLogPort = 0] = await freePorts(3);
  const apiPort = port ?? free;
  const env = {
    ...baseEnvironment(home, python),
    ...serverEnvironment({ apiPort, workerLogPort, triggererLogPort, passwordsFile }),
    ...connectionVariables(connections),
    ...extraEnv,
  };
  const url = `http://127.0.0.1:${apiPort}`;

  /** @type {ProcessGroup[]} */
  const groups = [];
  const halt = async () => {
    await Promise.all(groups.splice(0).map((group) => group.stop()));
  };
  const resume = async () => {
    for (const component of ["api-server", "scheduler", "dag-processor"]) {
      groups.push(
        await startGroup(`airflow ${component}`, python, ["-m", "airflow", component], {
          cwd: home,
          env,
          logFile: path.join(home, `${component}.log`),
        }),
      );
    }
    await waitUntil(`Airflow ${version} is healthy`, groups, startMilliseconds, () => isHealthy(url));
    // The interface that tasks report to is loaded by its first caller, which takes seconds: that shall not be a task.
    await waitUntil(
      "Airflow's execution API answers",
      groups,
      startMilliseconds,
      async () => (await fetch(`${url}/execution/health`)).ok,
    );
  };
  const stop = async () => {
    await halt();
    await rm(home, { recursive: true, force: true });
    releaseFolder(home);
  };
  try {
    await resume();
  } catch (error) {
    await stop();
    throw error;
  }
  const logs = () => groups.map((group) => `--- ${group.name}\n${group.logTail()}`).join("\n");
  return {
    url,
    username: "admin",
    password: passwords["admin"] ?? "",
    passwords,
    home,
    dagsFolder,
    python,
    env,
    logs,
    halt,
    resume,
    stop,
  };
}

/** @param {string} url */
async function isHealthy(url) {
  const answer = await fetch(`${url}/api/v2/monitor/health`);
  /** @type {Record<string, { status?: string } | undefined>} */
  const health = /** @type {any} */ (await answer.json());
  return ["metadatabase", "scheduler", "dag_processor"].every((part) => health[part]?.status === "healthy");
}

/**
 * An empty database of this version: migrating takes half as long as all the rest of a start.
 *
 * @param {AirflowVersion} version
 * @param {string} python
 */
async function migratedDatabase(version, python) {
  const folder = await ensureCached(`airflow-${version}-database`, [python], async (empty) => {
    await run(python, ["-m", "airflow", "db", "migrate"], { cwd: empty, env: baseEnvironment(empty, python) });
  });
  return databaseIn(folder);
}

/** @param {string} home */
function databaseIn(home) {
  return path.join(home, "airflow.db");
}

/** @param {AirflowVersion} version */
function requirementsOf(version) {
  return fileURLToPath(new URL(`airflow/airflow-${version}.txt`, import.meta.url));
}

/**
 * @param {string} home
 * @param {string} python
 * @returns {NodeJS.ProcessEnv} without anything of the caller's own Airflow, Python environment or cloud
 */
function baseEnvironment(home, python) {
  return {
    PATH: [path.dirname(python), "/usr/local/bin", "/usr/bin", "/bin"].join(path.delimiter),
    HOME: home,
    LANG: "C.UTF-8",
    AIRFLOW_HOME: home,
    AIRFLOW__CORE__LOAD_EXAMPLES: "False",
    AIRFLOW__CORE__DAGS_FOLDER: path.join(home, "dags"),
    AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: `sqlite:///${databaseIn(home)}`,
  };
}

/**
 * @param {{ apiPort: number, workerLogPort: number, triggererLogPort: number, passwordsFile: string }} server
 * @returns {NodeJS.ProcessEnv}
 */
function serverEnvironment({ apiPort, workerLogPort, triggererLogPort, passwordsFile }) {
  const url = `http://127.0.0.1:${apiPort}/`;
  return {
    AIRFLOW__API__HOST: "127.0.0.1",
    AIRFLOW__API__PORT: String(apiPort),
    AIRFLOW__API__BASE_URL: url,
    AIRFLOW__CORE__EXECUTION_API_SERVER_URL: `${url}execution/`,
    AIRFLOW__API_AUTH__JWT_SECRET: randomBytes(64).toString("hex"),
    AIRFLOW__API__SECRET_KEY: randomBytes(32).toString("hex"),
    AIRFLOW__CORE__FERNET_KEY: randomBytes(32).toString("base64").replaceAll("+", "-").replaceAll("/", "_"),
    // The default ports of these two are taken where another Airflow runs on the machine.
    AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT: String(workerLogPort),
    AIRFLOW__LOGGING__TRIGGER_LOG_SERVER_PORT: String(triggererLogPort),
    AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS: Object.entries(roles)
      .map(([user, role]) => `${user}:${role}`)
      .join(","),
    AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE: passwordsFile,
    AIRFLOW__CORE__PARALLELISM: "4",
    AIRFLOW__CORE__KILLED_TASK_CLEANUP_TIME: "5",
    // A new DAG file is seen after 1 to 2 s with these; with the defaults after up to 5 minutes.
    AIRFLOW__CORE__MIN_SERIALIZED_DAG_UPDATE_INTERVAL: "0",
    AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL: "1",
    AIRFLOW__DAG_PROCESSOR__BUNDLE_REFRESH_CHECK_INTERVAL: "1",
    AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL: "30",
    AIRFLOW__DAG_PROCESSOR__PARSING_PROCESSES: "1",
    AIRFLOW__SCHEDULER__SCHEDULER_HEARTBEAT_SEC: "1",
    // Longer than the shortest that it takes: at 0.1 an idle scheduler takes a quarter of a core from the tests.
    AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME: "0.5",
    AIRFLOW__SCHEDULER__JOB_HEARTBEAT_SEC: "1",
  };
}

/**
 * @param {Readonly<Record<string, string | object>>} connections
 * @returns {NodeJS.ProcessEnv}
 */
function connectionVariables(connections) {
  return Object.fromEntries(
    Object.entries(connections).map(([name, value]) => [
      `AIRFLOW_CONN_${name.toUpperCase()}`,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}
