// @ts-check
/** A real S3 server on loopback that checks signatures and counts requests. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { keepFolder, releaseFolder } from "./keeper.mjs";
import { startGroup } from "./processGroup.mjs";
import { ensureEnvironment, pythonObstacle, requirePython } from "./python.mjs";
import { signedFetch } from "./s3Signature.mjs";
import { freePort, waitUntil } from "./waiting.mjs";

/**
 * @typedef {object} S3User
 * @property {string} secret
 * @property {readonly string[]} [allow] `r:` or `rw:` followed by the beginning of `bucket/key`; by default everything
 */

/**
 * @typedef {object} S3Request
 * @property {string} method
 * @property {string} bucket
 * @property {string} key decoded; empty for requests about the bucket
 * @property {string} query as sent
 * @property {string | null} user the key id that signed it; null where it was refused
 * @property {number} status what was answered: 412 is a put-if-absent that found something
 */

/**
 * @typedef {object} S3
 * @property {string} endpoint
 * @property {string} region
 * @property {(bucket: string) => Promise<void>} createBucket as the first user
 * @property {() => Promise<readonly S3Request[]>} requests since the last reset, oldest first
 * @property {() => Promise<void>} resetRequests
 * @property {() => Promise<void>} stop ends it and removes what it stored; may be called twice
 */

const user = "The S3 server";
const pythons = { from: 10, to: 13 };
const region = "us-east-1";
const startMilliseconds = 90_000;

/**
 * Whether this machine has a Python for the server; if not, a sentence that says which ones it takes.
 *
 * @returns {Promise<string | undefined>} undefined: it has one
 */
export function s3Obstacle() {
  return pythonObstacle(user, pythons);
}

/** @returns {Promise<string>} path of the interpreter that has the server's packages */
export async function s3Python() {
  const base = await requirePython(user, pythons);
  return ensureEnvironment("s3", fileURLToPath(new URL("s3/requirements.txt", import.meta.url)), base);
}

/**
 * @param {{ users: Readonly<Record<string, S3User>>, port?: number }} options users by access key id
 * @returns {Promise<S3>}
 */
export async function startS3({ users, port }) {
  const [first] = Object.entries(users);
  if (!first) throw new Error("An S3 server needs at least one user.");
  const python = await s3Python();
  const endpoint = `http://127.0.0.1:${port ?? (await freePort())}`;
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-s3-"));
  keepFolder(folder);
  const server = await startGroup(
    "S3 server",
    python,
    [fileURLToPath(new URL("s3_server.py", import.meta.url)), new URL(endpoint).port, path.join(folder, "data")],
    {
      cwd: folder,
      env: {
        PATH: process.env["PATH"],
        LANG: "C.UTF-8",
        PYTHONDONTWRITEBYTECODE: "1",
        S3_USERS: JSON.stringify(users),
      },
      logFile: path.join(folder, "server.log"),
    },
  );
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    releaseFolder(folder);
  };
  try {
    await waitUntil("the S3 server runs", [server], startMilliseconds, () => isRunning(endpoint));
  } catch (error) {
    await stop();
    throw error;
  }

  return { ...clientOf(endpoint, first), stop };
}

/**
 * What a test may ask a server that was started elsewhere.
 *
 * @param {string} endpoint
 * @param {readonly [accessKeyId: string, user: S3User]} first the user who creates buckets
 * @returns {Omit<S3, "stop">}
 */
export function clientOf(endpoint, [accessKeyId, { secret: secretAccessKey }]) {
  const own = `${endpoint}/_aqueduct/requests`;
  return {
    endpoint,
    region,
    createBucket: async (bucket) => {
      const answer = await signedFetch(
        "PUT",
        new URL(`${endpoint}/${bucket}`),
        { accessKeyId, secretAccessKey },
        region,
      );
      if (!answer.ok) throw new Error(`Bucket ${bucket} was not created: ${answer.status} ${await answer.text()}`);
    },
    requests: async () => /** @type {readonly S3Request[]} */ (await (await fetch(own)).json()),
    resetRequests: async () => {
      await fetch(own, { method: "DELETE" });
    },
  };
}

/** @param {string} endpoint */
async function isRunning(endpoint) {
  const answer = await fetch(`${endpoint}/_localstack/health`);
  const { services } = /** @type {{ services: Record<string, string | undefined> }} */ (await answer.json());
  return services["s3"] === "running";
}
