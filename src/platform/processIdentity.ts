import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { ProcessIdentity } from "../core/model/job.js";

/**
 * The process that has this number now, told apart from any earlier or later one by its start and the machine's boot;
 * undefined where there is none, or only its corpse.
 */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const startTime = startTimeOf(pid);
  return startTime === undefined ? undefined : { pid, startTime, bootId: bootId() };
}

/** Whether that very process still runs. */
export function isAlive({ pid, startTime, bootId: boot }: ProcessIdentity): boolean {
  return boot === bootId() && startTimeOf(pid) === startTime;
}

/** Of any process but the first, which is the system's. */
export function isPid(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 1;
}

/** A process as `/proc` lists it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly group: number;
  readonly session: number;
  readonly startTime: string;
  /** It has ended, and only waits to be reaped. */
  readonly dead: boolean;
}

/** Reads `/proc/<pid>/stat`; undefined where there is no such process. Linux only. */
export function readProcess(pid: number): ProcessEntry | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The command stands in parentheses and may hold any character: fields count from the last one that closes.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, , group, session] = fields;
  return {
    pid,
    group: Number(group),
    session: Number(session),
    startTime: fields[19] ?? "",
    dead: state === "Z" || state === "X",
  };
}

/** The words that a process was started with, where the system tells them apart; empty where there is none. */
export function argumentsOf(pid: number): readonly string[] {
  if (process.platform !== "linux") return printed("ps", ["-o", "command=", "-p", String(pid)])?.split(" ") ?? [];
  return readIfThere(`/proc/${pid}/cmdline`)?.split("\0") ?? [];
}

function startTimeOf(pid: number): string | undefined {
  // On Windows there is no engine, so nobody whose start could matter.
  if (!isPid(pid) || process.platform === "win32") return undefined;
  if (process.platform === "linux") {
    const entry = readProcess(pid);
    return entry === undefined || entry.dead ? undefined : entry.startTime;
  }
  // In the C locale and UTC the shim prints the same words.
  return printed("ps", ["-o", "lstart=", "-p", String(pid)]);
}

/** Only Linux names its boots; elsewhere the start time alone must do. */
function bootId(): string {
  return process.platform === "linux" ? readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim() : "";
}

function printed(command: string, args: readonly string[]): string | undefined {
  try {
    const text = execFileSync(command, args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    }).trim();
    return text === "" ? undefined : text;
  } catch (error) {
    // Both end with a status of their own where there is no such process.
    if (error instanceof Error && "status" in error && typeof error.status === "number") return undefined;
    throw error;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    // ESRCH: it ended while we read.
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH"))
      return undefined;
    throw error;
  }
}
