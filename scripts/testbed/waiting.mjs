// @ts-check
/** Waiting for a server that has just been started. */
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** @typedef {import("./processGroup.mjs").ProcessGroup} ProcessGroup */

const probeMilliseconds = 200;

/**
 * Probes until the answer is true.
 *
 * @param {string} what such as `Airflow is healthy`
 * @param {readonly ProcessGroup[]} groups the processes that must live meanwhile
 * @param {number} limitMilliseconds
 * @param {() => Promise<boolean>} probe may throw while nothing listens yet
 * @returns {Promise<void>}
 * @throws {Error} when a process ends or the time is up, with the end of the logs
 */
export async function waitUntil(what, groups, limitMilliseconds, probe) {
  const deadline = Date.now() + limitMilliseconds;
  /** @type {string | undefined} */
  let ended;
  for (const group of groups)
    void group.ended.then((how) => {
      ended = `${group.name} ended (${how})`;
    });
  let last = "";
  for (;;) {
    try {
      if (await probe()) return;
      last = "it answers, but is not ready";
    } catch (error) {
      last = describe(error);
    }
    const late = Date.now() > deadline ? `${limitMilliseconds / 1000} s are over; last: ${last}` : undefined;
    const why = ended ?? late;
    if (why)
      throw new Error(
        [
          `Waited in vain until ${what}: ${why}.`,
          ...groups.map((group) => `--- end of ${group.name}'s log\n${group.logTail()}`),
        ].join("\n"),
      );
    await pause(probeMilliseconds);
  }
}

/** @param {unknown} error */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

/**
 * Ports of the loopback address that nothing listens on at this moment.
 *
 * @param {number} count
 * @returns {Promise<number[]>} all different
 */
export async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => /** @type {import("node:net").AddressInfo} */ (server.address()).port);
  await Promise.all(servers.map(close));
  return ports;
}

/** @returns {Promise<number>} */
export async function freePort() {
  const [port] = await freePorts(1);
  return /** @type {number} */ (port);
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether a server could listen on it
 */
export async function isFree(port) {
  try {
    await close(await listen(port));
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EADDRINUSE") return false;
    throw error;
  }
}

/**
 * @param {number} port
 * @returns {Promise<import("node:net").Server>}
 */
function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** @param {import("node:net").Server} server */
function close(server) {
  return new Promise((resolve) => server.close(resolve));
}
