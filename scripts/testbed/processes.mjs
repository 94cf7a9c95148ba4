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
 * SIGTERM, then, once the time is up, SIGKILL to whatever is left of the group, and of the session that its leader began: a
 * task of Airflow leads a group of its own, and outlives a scheduler that was ended.
 *
 * @param {number} group
 * @param {Asked} asked
 * @param {number} graceMilliseconds
 */
export function endGroup(group, asked, graceMilliseconds) {
  const forced = () => [-group, ...strayMembers(group)];
  return end(asked === "leader" ? group : -group, forced, () => groupIsEmpty(group), graceMilliseconds);
}

/**
 * SIGTERM to one process, then, once the time is up, SIGKILL.
 *
 * @param {number} pid
 * @param {number} graceMilliseconds
 */
export function endProcess(pid, graceMilliseconds) {
  return end(
    pid,
    () => [pid],
    () => !isAlive(pid),
    graceMilliseconds,
  );
}

/**
 * @param {number} asked who gets SIGTERM
 * @param {() => readonly number[]} forced who gets SIGKILL
 * @param {() => boolean} isGone
 * @param {number} graceMilliseconds
 */
async function end(asked, forced, isGone, graceMilliseconds) {
  if (isGone()) return;
  signal(asked, "SIGTERM");
  const deadline = Date.now() + graceMilliseconds;
  while (!isGone()) {
    if (Date.now() > deadline) for (const target of forced()) signal(target, "SIGKILL");
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
    const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    });
    return stdout?.trim() ? { startTime: stdout.trim(), bootId: "" } : undefined;
  }
  const status = processStatus(String(pid));
  if (!status || status.state === "Z") return undefined;
  return { startTime: status.startTime, bootId: readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim() };
}

/** @param {number} group */
function groupIsEmpty(group) {
  if (process.platform !== "linux") return !canSignal(-group);
  return members(group).length === 0;
}

/** @param {number} group those of its session that left the group */
function strayMembers(group) {
  return process.platform === "linux" ? members(group) : [];
}

/**
 * In a container whose first process reaps nobody, dead members stay as zombies and must not be waited for.
 *
 * @param {number} group
 * @returns {number[]}
 */
function members(group) {
  const running = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry));
  return running.filter((entry) => isMember(processStatus(entry), group)).map(Number);
}

/**
 * @param {ReturnType<typeof processStatus>} status
 * @param {number} group
 */
function isMember(status, group) {
  return status !== undefined && status.state !== "Z" && (status.group === group || status.session === group);
}

/**
 * @param {string} pid
 * @returns {{ state: string, group: number, session: number, startTime: string } | undefined} undefined: there is no such process
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
  const [state = "", , group, session] = fields;
  return { state, group: Number(group), session: Number(session), startTime: fields[19] ?? "" };
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
