import { rmSync } from "node:fs";
import path from "node:path";
import { argumentsOf, identityOf, isPid } from "../platform/processIdentity.js";
import { hintIfThere, writeProjection } from "./wholeFiles.js";

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
    const pid = Number(hintIfThere(this.file)?.trim());
    if (isPid(pid) && pid !== process.pid && isManager(pid))
      throw new Error(
        `An Air-Executor 1 (process ${pid}) manages ${this.base}, and would judge jobs that it does not know. End it with "air-executor stop", or by "kill ${pid}", then try again.`,
      );
    writeProjection(this.file, String(process.pid));
  }

  release(): void {
    if (hintIfThere(this.file) === String(process.pid)) rmSync(this.file, { force: true });
  }
}

/** Its number may have been given to anybody since. */
function isManager(pid: number): boolean {
  return identityOf(pid) !== undefined && manager.test(argumentsOf(pid).join(" "));
}

/** By its command, or as Python starts its module; the folder of that name with a dot before it is everybody's. */
const manager = /(?:^|[ /])air-executor(?: |$)|[ /]air[_]executor[./]/;
