import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import type { ProcessIdentity } from "../core/model/job.js";
import { attemptProcessFormat, exitFormat } from "../formats/engineFiles.js";
import { hintOf } from "../formats/reader.js";
import { identityOf, isAlive } from "../platform/processIdentity.js";
import { watchPath } from "../platform/watchPath.js";
import { shimArgs, shimCommand } from "../platform/shim.js";
import { endSession } from "./endSession.js";
import { readIfThere, writeExclusively } from "./wholeFiles.js";

/** How an attempt's process ended. Without exit record its code is not known, and it never counts as success. */
export interface ProcessEnd {
  readonly recorded: boolean;
  readonly code: number | null;
  readonly signal: string | null;
}

/** An attempt that runs, whether this daemon started it or took it over. */
export interface AttemptProcess {
  /** Undefined: it could not be started, and `ended` rejects. */
  readonly identity: ProcessIdentity | undefined;
  readonly ended: Promise<ProcessEnd>;
}

export interface AttemptRequest {
  /** Absolute; must not exist yet: making it is what allows the attempt to start. */
  readonly folder: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Makes the attempt's folder. Throws where it exists: then somebody started this attempt before. */
export function claimFolder(folder: string): void {
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  mkdirSync(folder, { mode: 0o700 });
}

/**
 * Starts the shim in a session of its own, with the attempt's logs as its output, so that neither needs us.
 *
 * @param stdin one text, after which stdin is closed; undefined: nothing
 */
export function startAttempt(
  { folder, command, args, cwd, environment }: AttemptRequest,
  stdin: string | undefined,
): AttemptProcess {
  const stdout = openSync(path.join(folder, "stdout.log"), "ax", 0o600);
  const stderr = openSync(path.join(folder, "stderr.log"), "ax", 0o600);
  const child = spawn(shimCommand, shimArgs(folder, command, args), {
    cwd,
    env: environment,
    detached: true,
    stdio: [stdin === undefined ? "ignore" : "pipe", stdout, stderr],
  });
  closeSync(stdout);
  closeSync(stderr);
  const failed = new Promise<never>((_resolve, reject) => child.once("error", reject));
  const exited = new Promise<ProcessEnd>((resolve) =>
    child.once("exit", (_code, signal) => resolve(exitRecord(folder) ?? { recorded: false, code: null, signal })),
  );
  // A task that ends without reading its stdin is no failure of ours; its exit tells.
  child.stdin?.on("error", () => undefined).end(stdin);
  return {
    identity: child.pid === undefined ? undefined : childIdentity(child.pid),
    ended: Promise.race([exited, failed]),
  };
}

/** Waits for the end of an attempt that another daemon started: for its exit record, or for its process to be gone without one. */
export function adoptAttempt(folder: string, identity: ProcessIdentity): AttemptProcess {
  const ended = new Promise<ProcessEnd>((resolve) => {
    const look = (): void => {
      const alive = isAlive(identity);
      // In this order: a process that ended between the two looks has left its record.
      const end = exitRecord(folder) ?? (alive ? undefined : { recorded: false, code: null, signal: null });
      if (end === undefined) return;
      stopWatching();
      clearInterval(interval);
      resolve(end);
    };
    const stopWatching = watchPath(folder, look);
    // Nothing tells us of the death of a process that is not our child.
    const interval = setInterval(look, adoptedLook);
    look();
  });
  return { identity, ended };
}

/** Ends everything that the attempt started; resolves when nothing of it is left. */
export async function endAttempt({ identity }: AttemptProcess, grace: number): Promise<void> {
  if (identity !== undefined) await endSession(identity, grace);
}

/** Who the shim of an attempt is; undefined where it has not said so. */
export function attemptIdentity(folder: string): ProcessIdentity | undefined {
  const text = readIfThere(path.join(folder, "pid.json"));
  if (text?.endsWith("\n") !== true) return undefined;
  const found = hintOf(attemptProcessFormat, text);
  return found === undefined ? undefined : { pid: found.pid, startTime: found.startTime, bootId: found.bootId };
}

/**
 * Makes sure that an attempt whose shim has not begun never will: true where it has not. A shim that was started but has not made its `pid.json` finds it made,
 * and ends without running anything.
 */
export function neverStarts(folder: string): boolean {
  try {
    return writeExclusively(path.join(folder, "pid.json"), "");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return true;
    throw error;
  }
}

function exitRecord(folder: string): ProcessEnd | undefined {
  const text = readIfThere(path.join(folder, "exit.json"));
  if (text === undefined) return undefined;
  // One that does not say how it ended is none: such an attempt never counts as a success.
  const end = hintOf(exitFormat, text);
  return end === undefined ? undefined : { recorded: true, ...end };
}

/** Of our own child: it is there at least as a corpse until we have heard of its end. */
function childIdentity(pid: number): ProcessIdentity {
  return identityOf(pid) ?? { pid, startTime: "", bootId: "" };
}

/** Milliseconds between looks at an adopted process; its exit record is seen at once. */
const adoptedLook = 500;
