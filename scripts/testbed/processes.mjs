// @ts-check
/** What the system says about processes and groups of them, and how a group is ended without a rest. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Who of a group is asked to end: `leader` for programs that end their own children and take a signal to these as a
 * failure (Airflow's scheduler), `everyone` for command lines whose first process may keep the signal to itself (npx).
 *
 * @typedef {"leader" | "everyone"} Asked
 */

/**
 * SIGTERM, then, once the time is up, SIGKILL to whatever of the group is left.
 *
 * @param {number} group
 * @param {Asked} asked
 * @param {number} graceMilliseconds
 */
export function endGroup(group, asked, graceMilliseconds) {
  return end(asked === "leader" ? group : -group, -group, () => groupIsEmpty(group), graceMilliseconds);
}

/**
 * SIGTERM to one process, then, once the time is up, SIGKILL.
 *
 * @param {number} pid
 * @param {number} graceMilliseconds
 */
export function endProcess(pid, graceMilliseconds) {
  return end(pid, pid, () => !isAlive(pid), graceMilliseconds);
}

/**
 * @param {number} asked who gets SIGTERM
 * @param {number} forced who gets SIGKILL
 * @param {() => boolean} isGone
 * @param {number} graceMilliseconds
 */
async function end(asked, forced, isGone, graceMilliseconds) {
  if (isGone()) return;
  signal(asked, "SIGTERM");
  const deadline = Date.now() + graceMilliseconds;
  while (!isGone()) {
    if (Date.now() > deadline) signal(forced, "SIGKILL");
    await pause(50);
  }
}

/**
 * Whether a process exists and still runs; one that ended and was not reaped does not.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  if (process.platform === "linux") {
    const status = processStatus(String(pid));
    return status !== undefined && status.state !== "Z";
  }
  return canSignal(pid);
}

/**
 * What tells a process from a later one with the same number, as the engine records it.
 *
 * @param {number} pid
 * @returns {{ startTime: string, bootId: string } | undefined} undefined: there is no such process
 */
export function identity(pid) {
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env: { ...process.env, LC_ALL: "C", TZ: "UTC" } });
    return stdout?.trim() ? { startTime: stdout.trim(), bootId: "" } : undefined;
  }
  const status = processStatus(String(pid));
  if (!status || status.state === "Z") return undefined;
  return { startTime: status.startTime, bootId: readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim() };
}

/** @param {number} group */
function groupIsEmpty(group) {
  if (!canSignal(-group)) return true;
  if (process.platform !== "linux") return false;
  // In a container whose first process reaps nobody, dead members stay as zombies and must not be waited for.
  return !readdirSync("/proc").some((entry) => {
    const status = /^\d+$/.test(entry) ? processStatus(entry) : undefined;
    return status?.group === group && status.state !== "Z";
  });
}

/**
 * @param {string} pid
 * @returns {{ state: string, group: number, startTime: string } | undefined} undefined: there is no such process
 */
function processStatus(pid) {
  let text;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "ENOENT" || code === "ESRCH") return undefined;
    throw error;
  }
  // The second field, the name in brackets, may itself hold blanks and brackets.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state = "", , group] = fields;
  return { state, group: Number(group), startTime: fields[19] ?? "" };
}

/** @param {number} target */
function canSignal(target) {
  try {
    process.kill(target, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * @param {number} target
 * @param {NodeJS.Signals} name
 */
function signal(target, name) {
  try {
    process.kill(target, name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error; // gone in between
  }
}
