// @ts-check
/**
 * `npm start`: installs, builds, makes the sample and opens it, with the extension, in a real VS Code in the browser.
 * `npm start -- --airflow` also brings up Airflow and an S3 server on loopback and connects the sample to them.
 * Goes on until Ctrl-C, which ends everything.
 */
import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { connectSample, demoDatabase, makeSample, sampleFolder, sampleState } from "./sample.mjs";
import { endEngine } from "./sample/processes.mjs";
import { airflowPythons, startAirflow } from "./testbed/airflow.mjs";
import { codeServerObstacle, ensureCodeServer } from "./testbed/codeServerInstall.mjs";
import { ensurePackages } from "./testbed/packages.mjs";
import { step } from "./testbed/progress.mjs";
import { requirePython } from "./testbed/python.mjs";
import { startS3 } from "./testbed/s3.mjs";
import { never, Session } from "./testbed/session.mjs";
import { supportedPythons } from "./testbed/testPython.mjs";
import { packagedExtension } from "./testbed/vsix.mjs";
import { isFree } from "./testbed/waiting.mjs";
import { startWrapper } from "./testbed/workbench.mjs";

/** @typedef {import("./testbed/airflow.mjs").Airflow} Airflow */

const airflowVersion = "3.3.2";
const bucket = "lake";
const accessKeyId = "SAMPLE";
const firstPort = Number(process.env["AQUEDUCT_START_PORT"] ?? 8788);
const ports = { workbench: firstPort, airflow: firstPort + 1, s3: firstPort + 2 };

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
await main(process.argv.slice(2));

/** @param {readonly string[]} args */
async function main(args) {
  const unknown = args.find((arg) => arg !== "--airflow");
  if (unknown !== undefined)
    return leave(`\`npm start\` does not know ${unknown}. It takes \`-- --airflow\`, or nothing.`, 2);
  const withAirflow = args.includes("--airflow");
  const session = new Session();
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.once(signal, () => void stop(session));
  try {
    const ended = await open(session, withAirflow);
    await end(session);
    leave(`${ended}. Everything was ended; run \`npm start\` again.`, 1);
  } catch (error) {
    if (session.isEnding) return never();
    await end(session);
    leave(error instanceof Error ? error.message : String(error), 1);
  }
}

/**
 * @param {Session} session
 * @param {boolean} withAirflow
 * @returns {Promise<string>} which of the servers ended by itself, and how
 */
async function open(session, withAirflow) {
  const obstacle = codeServerObstacle();
  if (obstacle) throw new Error(`This needs a VS Code server, but ${obstacle}.`);
  await requireFreePorts(withAirflow);
  const python = await samplePython(withAirflow);
  await ensurePackages();
  const vsix = await step("Building and packaging the extension", () =>
    packagedExtension((command, args) => session.command(command, args)),
  );
  await step("Making the sample", () => makeSample(python));
  await ensureCodeServer("4.139.1");

  const servers = withAirflow ? await startServers() : undefined;
  const profile = path.join(sampleState, "vscode");
  if (servers) await writeCredentials(profile, servers.secret);
  await connectSample(servers?.resources ?? {});
  const workbench = await step("Starting VS Code", () =>
    startWrapper({
      workspace: sampleFolder,
      vsix,
      port: ports.workbench,
      folder: profile,
      env: {
        // Empty: code-server would open addresses of this machine through itself, under a path where Airflow's pages stay blank.
        VSCODE_PROXY_URI: "",
        ...(servers && { AQUEDUCT_AIRFLOW_PASSWORD: servers.airflow.password }),
      },
    }),
  );
  announce(workbench.url, servers?.airflow);
  return workbench.server.ended.then((how) => (session.isEnding ? never() : `VS Code ended (${how})`));
}

/** @param {boolean} withAirflow */
async function requireFreePorts(withAirflow) {
  const needed = withAirflow ? Object.values(ports) : [ports.workbench];
  for (const port of needed) {
    if (await isFree(port)) continue;
    throw new Error(
      `Port ${port} of 127.0.0.1 is taken, perhaps by another \`npm start\`. End what listens there, or choose ${needed.length === 1 ? "another port" : "the first of three others"} by AQUEDUCT_START_PORT=9000 npm start${withAirflow ? " -- --airflow" : ""}.`,
    );
  }
}

/**
 * Where Airflow takes part, the sample gets a Python that it takes too, so that workflows behave the same on both.
 *
 * @param {boolean} withAirflow
 */
function samplePython(withAirflow) {
  return withAirflow
    ? requirePython(`Airflow ${airflowVersion}`, airflowPythons[airflowVersion])
    : requirePython("Aqueduct", supportedPythons);
}

async function startServers() {
  const secret = randomBytes(16).toString("hex");
  const s3 = await step("Starting an S3 server", () =>
    startS3({ users: { [accessKeyId]: { secret } }, port: ports.s3 }),
  );
  await s3.createBucket(bucket);
  const airflow = await step(`Starting Airflow ${airflowVersion}`, () =>
    startAirflow({
      version: airflowVersion,
      port: ports.airflow,
      connections: {
        lake: {
          conn_type: "aws",
          login: accessKeyId,
          password: secret,
          extra: { endpoint_url: s3.endpoint, region_name: s3.region },
        },
        aqueduct_demo: { conn_type: "sqlite", host: demoDatabase },
      },
    }),
  );
  const resources = {
    lake: { type: "store", bucket, prefix: "aqueduct", region: s3.region, endpoint: s3.endpoint, profile: "lake" },
    airflow: {
      type: "airflow",
      url: airflow.url,
      username: airflow.username,
      dagFolder: airflow.dagsFolder,
      store: "lake",
    },
  };
  return { airflow, secret, resources };
}

/**
 * The profile `lake`, in the home folder of the window and its terminals alone.
 *
 * @param {string} home
 * @param {string} secret
 */
async function writeCredentials(home, secret) {
  await mkdir(path.join(home, ".aws"), { recursive: true, mode: 0o700 });
  await writeFile(
    path.join(home, ".aws", "credentials"),
    `[lake]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secret}\n`,
    { mode: 0o600 },
  );
}

/**
 * @param {string} url
 * @param {Airflow | undefined} airflow
 */
function announce(url, airflow) {
  const lines = ["", `VS Code with Aqueduct and the sample:  ${url}`];
  if (airflow)
    lines.push(`Airflow ${airflowVersion}:  ${airflow.url}  (user ${airflow.username}, password ${airflow.password})`);
  lines.push("Open level3.py there. Ctrl-C ends everything; what you changed in sample/ stays.", "");
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** @param {Session} session */
async function stop(session) {
  process.stdout.write("\nEnding what was started …\n");
  await end(session);
  leave("Everything has ended.", 0);
}

/** @param {Session} session */
async function end(session) {
  // First the window: as long as it is there, it would start the engine again.
  await session.end();
  await endEngine(sampleFolder);
}

/**
 * @param {string} sentence
 * @param {number} exitCode
 */
function leave(sentence, exitCode) {
  process.stdout.write(`${sentence}\n`);
  process.exit(exitCode);
}
