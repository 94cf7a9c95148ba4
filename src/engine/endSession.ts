import { readdirSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import type { ProcessIdentity } from "../core/model/job.js";
import { isAlive, readProcess } from "../platform/processIdentity.js";

/**
 * Ends a task: TERM to its whole process group, KILL to what is left after `grace` milliseconds. On Linux also what left the group but not the session.
 * Resolves when nothing is left. A process that made a session of its own is out of reach: it asked to outlive its parent.
 */
export async function endSession(leader: ProcessIdentity, grace: number): Promise<void> {
  const deadline = performance.now() + grace;
  signalAll(leader, "SIGTERM");
  while (isAnyLeft(leader)) {
    if (performance.now() >= deadline) signalAll(leader, "SIGKILL");
    await after(look);
  }
}

/** Milliseconds between looks: nothing tells when a process group is empty. */
const look = 25;

function signalAll(leader: ProcessIdentity, signal: "SIGTERM" | "SIGKILL"): void {
  if (process.platform !== "linux") {
    signalIfThere(-leader.pid, signal);
    return;
  }
  const left = members(leader);
  if (left.some(({ group }) => group === leader.pid)) signalIfThere(-leader.pid, signal);
  for (const { pid, group } of left) if (group !== leader.pid) signalIfThere(pid, signal);
}

function isAnyLeft(leader: ProcessIdentity): boolean {
  if (process.platform === "linux") return members(leader).length > 0;
  return isAlive(leader) || signalIfThere(-leader.pid, 0);
}

/**
 * A session keeps its leader's number from being given away while one of its members lives, so what has that number and started
 * no earlier than the leader is ours.
 */
function members(leader: ProcessIdentity): readonly { readonly pid: number; readonly group: number }[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => {
    const entry = readProcess(Number(name));
    const ours =
      entry !== undefined &&
      !entry.dead &&
      entry.session === leader.pid &&
      Number(entry.startTime) >= Number(leader.startTime);
    return ours ? [entry] : [];
  });
}

/** False where there is nothing to signal. */
function signalIfThere(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}
