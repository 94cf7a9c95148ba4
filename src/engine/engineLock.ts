import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { ProcessIdentity } from "../core/model/job.js";
import { engineLockFormat } from "../formats/engineFiles.js";
import { hintOf } from "../formats/reader.js";
import { isOfElsewhere } from "../platform/engineCard.js";
import { limits, readOwned } from "../platform/ownedFile.js";
import { isAlive } from "../platform/processIdentity.js";
import { realOf } from "../platform/realPaths.js";
import type { Trust } from "../platform/trustedFolders.js";
import { readIfThere, writeExclusively } from "./wholeFiles.js";

export interface EngineLock {
  release(): void;
}

/**
 * Makes this process the one daemon of a base; undefined where another lives.
 *
 * The lock is a row of files `lock.<n>`, each naming a process; the highest one holds. A dead holder is followed by creating the next number, which
 * only one process can: nothing is ever deleted or renamed in order to take over, so two that take over at once cannot both win.
 */
export function acquireEngineLock(folder: string, self: ProcessIdentity, trust: Trust): EngineLock | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const highest = lockNumbers(folder).at(-1) ?? 0;
  if (highest > 0 && isHeld(folder, highest, trust)) return undefined;
  const mine = highest + 1;
  const text = JSON.stringify({ ...self, base: realOf(path.dirname(folder)) });
  if (!writeExclusively(fileOf(folder, mine), text)) return undefined;
  const numbers = lockNumbers(folder);
  if (numbers.at(-1) !== mine) {
    // We listed before somebody faster took over and tidied up, so our number was free again.
    rmSync(fileOf(folder, mine), { force: true });
    return undefined;
  }
  for (const number of numbers) if (number < mine) rmSync(fileOf(folder, number), { force: true });
  return {
    release: () => {
      // Where the folder was moved, another one may stand here, with a lock of its own.
      if (readIfThere(fileOf(folder, mine)) === text) rmSync(fileOf(folder, mine), { force: true });
    },
  };
}

/** Throws NotTrusted where another user has put it there. */
function isHeld(folder: string, number: number, trust: Trust): boolean {
  const base = path.dirname(folder);
  const owned = { folder: path.dirname(base), limit: limits.card, trust };
  // One that names nobody is held by nobody: the next number is made, as where its holder has died.
  const lock = hintOf(engineLockFormat, readOwned(fileOf(folder, number), owned)?.toString("utf8"));
  const holder = lock === undefined || isOfElsewhere(lock, base) ? undefined : lock;
  return holder !== undefined && isAlive(holder);
}

function lockNumbers(folder: string): readonly number[] {
  return readdirSync(folder)
    .flatMap((name) => /^lock\.(\d{1,9})$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

function fileOf(folder: string, number: number): string {
  return path.join(folder, `lock.${number}`);
}
