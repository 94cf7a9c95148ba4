import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { identityOf, isPid } from "../platform/processIdentity.js";
import { readIfThere, writeProjection } from "./wholeFiles.js";

/**
 * An Air-Executor 1 that manages the same folder would take a task of ours that runs for one whose runner has died, and call the job completed. It writes
 * `manager.pid`, and does not start where a living process is named there: so we refuse while it lives, and write our own number while we do.
 */
export class ManagerFile {
  private readonly file: string;

  constructor(private readonly base: string) {
    this.file = path.join(base, "manager.pid");
  }

  /** Throws, with a sentence, while an Air-Executor 1 manages the folder. */
  take(): void {
    const pid = Number(readIfThere(this.file)?.trim());
    if (isPid(pid) && pid !== process.pid && isManager(pid))
      throw new Error(
        `An Air-Executor 1 (process ${pid}) manages ${this.base}, and would judge jobs that it does not know. End it with "air-executor stop", or by "kill ${pid}", then try again.`,
      );
    writeProjection(this.file, String(process.pid));
  }

  release(): void {
    if (readIfThere(this.file) === String(process.pid)) rmSync(this.file, { force: true });
  }
}

/** Its number may have been given to anybody since. */
function isManager(pid: number): boolean {
  return identityOf(pid) !== undefined && manager.test(commandOf(pid));
}

/** By its command, or as Python starts its module; the folder of that name with a dot before it is everybody's. */
const manager = /(?:^|[ /])air-executor(?: |$)|[ /]air[_]executor[./]/;

function commandOf(pid: number): string {
  try {
    return process.platform === "linux"
      ? readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ")
      : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch (error) {
    // It ended while we looked.
    if (
      error instanceof Error &&
      ("status" in error || ("code" in error && (error.code === "ENOENT" || error.code === "ESRCH")))
    )
      return "";
    throw error;
  }
}
