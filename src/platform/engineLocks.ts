import { readdirSync } from "node:fs";
import path from "node:path";
import type { ProcessIdentity } from "../core/model/job.js";
import { engineLockFormat } from "../formats/engineFiles.js";
import { hintOf } from "../formats/reader.js";
import { engineFolderOf, isOfElsewhere } from "./engineCard.js";
import { limits, readHint } from "./ownedFile.js";
import { isAlive } from "./processIdentity.js";
import type { Trust } from "./trustedFolders.js";

/** The living process that holds a base, and the file that names it. */
export interface LockHolder {
  /** Absolute path. */
  readonly lock: string;
  readonly process: ProcessIdentity;
}

/**
 * Who holds a base; undefined where nobody does: the highest lock names nobody, or one that has died.
 *
 * Throws `NotTrusted` where another user has put the lock there.
 */
export function lockHolder(base: string, trust: Trust): LockHolder | undefined {
  const highest = lockNumbers(base).at(-1);
  if (highest === undefined) return undefined;
  const file = lockFile(base, highest);
  // One that names nobody is held by nobody: the next number is made, as where its holder has died.
  const text = readHint(file, { folder: path.dirname(base), limit: limits.card, trust })?.toString("utf8");
  const lock = hintOf(engineLockFormat, text);
  if (lock === undefined || isOfElsewhere(lock, base) || !isAlive(lock)) return undefined;
  const { pid, startTime, bootId } = lock;
  return { lock: file, process: { pid, startTime, bootId } };
}

/** Numbers of the locks that are there, in their order. */
export function lockNumbers(base: string): readonly number[] {
  return namesIn(engineFolderOf(base))
    .flatMap((name) => /^lock\.(\d{1,9})$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

export function lockFile(base: string, number: number): string {
  return path.join(engineFolderOf(base), `lock.${number}`);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return [];
    throw error;
  }
}
