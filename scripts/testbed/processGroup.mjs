// @ts-check
/** Servers and other programs that run in a process group of their own, so that nothing of them is left behind. */
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { lastLines } from "./command.mjs";
import { keep, release } from "./keeper.mjs";
import { endGroup } from "./processes.mjs";

/**
 * A running program with all that it started and that stayed in its group.
 *
 * @typedef {object} ProcessGroup
 * @property {string} name
 * @property {number} pid of the leader; also the id of the group
 * @property {Promise<string>} ended how the leader ended, such as `exit code 1`
 * @property {() => string} logTail the last lines of its output
 * @property {() => Promise<void>} stop ends the whole group, first politely; may be called twice
 */

/**
 * @typedef {object} GroupOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} env the whole environment
 * @property {string} logFile where its stdout and stderr go
 * @property {number} [graceMilliseconds] how long it may take to end by itself once asked
 */

/**
 * Starts a program as leader of a new group. The group also ends when this process dies, however it dies.
 *
 * @param {string} name what it is, for messages
 * @param {string} command
 * @param {readonly string[]} args
 * @param {GroupOptions} options
 * @returns {Promise<ProcessGroup>}
 */
export async function startGroup(name, command, args, { cwd, env, logFile, graceMilliseconds = 15_000 }) {
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = openSync(logFile, "a");
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(`could not be started: ${error.message}`));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${name} ${await ended}`);
  keep(pid, "leader");
  return {
    name,
    pid,
    ended,
    logTail: () => lastLines(readFileSync(logFile, "utf8"), 40),
    stop: async () => {
      await endGroup(pid, "leader", graceMilliseconds);
      release(pid);
    },
  };
}
