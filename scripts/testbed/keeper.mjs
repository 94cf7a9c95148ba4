// @ts-check
/**
 * Sees to it that no process group outlives the program that started it, even one that was killed outright.
 *
 * A keeper is a small process whose stdin is a pipe from us: when we die, the system closes the pipe, and the keeper ends
 * the groups that it was told of and removes their folders. Run as a program, this file is the keeper.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { endGroup, isAlive } from "./processes.mjs";

/** Names a folder with a file named like the process of each keeper, for a program that wants to wait for them all. */
export const keepersVariable = "AQUEDUCT_KEEPERS";

const graceMilliseconds = 10_000;

/** @typedef {import("./processes.mjs").Asked} Asked */
/** @typedef {{ groups: Map<number, Asked>, folders: Set<string> }} Kept */

/** What this process has started and not ended yet. @type {Kept} */
const kept = { groups: new Map(), folders: new Set() };

/** @type {ReturnType<typeof startKeeper> | undefined} */
let keeper;

/**
 * @param {number} group a process group that must not outlive this process
 * @param {Asked} asked
 */
export function keep(group, asked) {
  kept.groups.set(group, asked);
  tellKeeper();
}

/** @param {number} group one that has ended */
export function release(group) {
  kept.groups.delete(group);
  tellKeeper();
}

/** @param {string} folder to be removed should this process end before it does so itself */
export function keepFolder(folder) {
  kept.folders.add(folder);
  tellKeeper();
}

/** @param {string} folder one that is removed */
export function releaseFolder(folder) {
  kept.folders.delete(folder);
  tellKeeper();
}

/** Ends and removes at once all that this process still keeps, as when a user presses Ctrl-C, and its keeper with it. */
export async function endKept() {
  await clearUp(kept);
  kept.groups.clear();
  kept.folders.clear();
  if (!keeper) return;
  tellKeeper();
  keeper.stdin.end();
  keeper = undefined;
}

/**
 * Waits until the keepers of all programs that stem from this one have done their work and ended. Its own one is waited for
 * too, unless it has something to keep again: that one ends after us.
 *
 * @param {string} folder the one that {@link keepersVariable} names
 */
export async function keepersDone(folder) {
  const isAtWork = (/** @type {string} */ pid) => Number(pid) !== keeper?.pid && isAlive(Number(pid));
  while (readdirSync(folder).some(isAtWork)) await pause(50);
}

/** Each line holds everything, so that the last one counts. */
function tellKeeper() {
  keeper ??= startKeeper();
  keeper.stdin.write(`${JSON.stringify({ groups: [...kept.groups], folders: [...kept.folders] })}\n`);
}

function startKeeper() {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
  /** @type {import("node:net").Socket} */ (child.stdin).unref(); // neither keeps us from ending
  const folder = process.env[keepersVariable];
  if (folder && child.pid) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, String(child.pid)), "");
  }
  return child;
}

/** @param {Kept} what */
async function clearUp({ groups, folders }) {
  await Promise.all([...groups].map(([group, asked]) => endGroup(group, asked, graceMilliseconds)));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

async function main() {
  let last = '{"groups":[],"folders":[]}';
  for await (const line of createInterface({ input: process.stdin })) last = line;
  const { groups, folders } = JSON.parse(last);
  await clearUp({ groups: new Map(groups), folders: new Set(folders) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
