// @ts-check
/** All that one npm command has started, and how it ends with that command. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { endKept, keep, keepersDone, keepersVariable, release } from "./keeper.mjs";
import { endGroup, endProcess, isAlive } from "./processes.mjs";

const sessionVariable = "AQUEDUCT_SESSION";
const graceMilliseconds = 5_000;

/** Runs commands and servers, and knows how to leave nothing of them behind. */
export class Session {
  #id = `${process.pid}-${Date.now()}`;
  #keepers = mkdtempSync(path.join(tmpdir(), "aqueduct-keepers-"));

  /** True from the moment that {@link end} is called: results that come later are no results. */
  isEnding = false;

  constructor() {
    // Whatever is started from here on inherits both.
    process.env[keepersVariable] = this.#keepers;
    process.env[sessionVariable] = this.#id;
  }

  /**
   * Runs a command in a process group of its own.
   *
   * @param {string} command
   * @param {readonly string[]} args
   * @param {{ env?: NodeJS.ProcessEnv, output?: "inherit" | number }} [options] `output`: an open file; by default this terminal
   * @returns {Promise<number>} its exit code; 128 where a signal ended it
   */
  async command(command, args, { env = process.env, output = "inherit" } = {}) {
    const child = spawn(command, args, { env, detached: true, stdio: ["ignore", output, output] });
    const exitCode = new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => resolve(code ?? 128));
    });
    const { pid } = child;
    if (pid === undefined) return exitCode;
    keep(pid, "everyone");
    const result = await exitCode;
    await endGroup(pid, "everyone", graceMilliseconds);
    release(pid);
    return this.isEnding ? never() : result;
  }

  /**
   * Ends all that stems from this session, however it was started.
   *
   * @returns {Promise<readonly string[]>} the command lines of processes that nothing else had ended
   */
  async end() {
    this.isEnding = true;
    await endKept();
    await keepersDone(this.#keepers);
    rmSync(this.#keepers, { recursive: true, force: true });
    const strays = straysOf(`${sessionVariable}=${this.#id}`);
    await Promise.all(strays.map(({ pid }) => endProcess(pid, graceMilliseconds)));
    return strays.map(({ commandLine }) => commandLine);
  }
}

/** @returns {Promise<never>} for who must not go on while all is being ended */
export function never() {
  return new Promise(() => undefined);
}

/**
 * Processes that carry a variable of ours in their environment; where the system does not tell, none.
 *
 * @param {string} assignment such as `NAME=value`
 */
function straysOf(assignment) {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .flatMap((pid) => {
      const environment = readProcessFile(pid, "environ").split("\0");
      if (!environment.includes(assignment) || !isAlive(Number(pid))) return [];
      const commandLine = readProcessFile(pid, "cmdline").replaceAll("\0", " ").trim();
      return commandLine.includes("keeper.mjs") ? [] : [{ pid: Number(pid), commandLine }];
    });
}

/**
 * @param {string} pid
 * @param {string} name
 */
function readProcessFile(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return ""; // gone in between, or of another user, and so not ours
  }
}
