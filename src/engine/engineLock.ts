import { lstatSync, mkdirSync, rmSync } from "node:fs";
import type { ProcessIdentity } from "../core/model/job.js";
import { engineFolderOf } from "../platform/engineCard.js";
import { lockFile, lockHolder, lockNumbers } from "../platform/engineLocks.js";
import { realOf } from "../platform/realPaths.js";
import type { Trust } from "../platform/trustedFolders.js";
import { hintIfThere, writeExclusively } from "./wholeFiles.js";

export interface EngineLock {
  release(): void;
}

/**
 * Makes this process the one daemon of a base; undefined where another lives.
 *
 * The lock is a row of files `lock.<n>`, each naming a process; the highest one holds. A dead holder is followed by creating the next number, which
 * only one process can: nothing is ever deleted or renamed in order to take over, so two that take over at once cannot both win.
 */
export function acquireEngineLock(base: string, self: ProcessIdentity, trust: Trust): EngineLock | undefined {
  mkdirSync(engineFolderOf(base), { recursive: true, mode: 0o700 });
  const highest = lockNumbers(base).at(-1) ?? 0;
  if (lockHolder(base, trust) !== undefined) return undefined;
  const number = highest + 1;
  if (number > last)
    throw new Error(`${lockFile(base, highest)} has the last number that a lock may have. Delete it, then try again.`);
  const mine = lockFile(base, number);
  const text = JSON.stringify({ ...self, base: realOf(base) });
  if (!writeExclusively(mine, text)) return undefined;
  const numbers = lockNumbers(base);
  if (numbers.at(-1) !== number) {
    // We listed before somebody faster took over and tidied up, so our number was free again.
    rmSync(mine, { force: true });
    return undefined;
  }
  for (const other of numbers) if (other < number) removeLock(lockFile(base, other));
  return {
    release: () => {
      // Where the folder was moved, another one may stand here, with a lock of its own.
      if (hintIfThere(mine) === text) rmSync(mine, { force: true });
    },
  };
}

/** Of nine digits, which is all that is looked for. */
const last = 999_999_999;

/** Leaves a folder alone, which nobody takes for a lock: whoever put it there may miss what is in it. */
function removeLock(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) rmSync(file, { force: true });
}
