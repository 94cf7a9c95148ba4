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

/** Names a folder in which each keeper has a file while it lives, for a program that wants to wait for them all. */
export const keepersVariable = "AQUEDUCT_KEEPERS";

const graceMilliseconds = 10_000;

/** @type {import("node:stream").Writable | undefined} */
let pipe;

/** @param {number} group a process group that must not outlive this process */
export function keep(group) {
  tell(`keep ${group}`);
}

/** @param {number} group one that has ended */
export function release(group) {
  tell(`release ${group}`);
}

/** @param {string} folder to be removed should this process die before it does so itself */
export function keepFolder(folder) {
  tell(`keepFolder ${folder}`);
}

/** @param {string} folder one that is removed */
export function releaseFolder(folder) {
  tell(`releaseFolder ${folder}`);
}

/**
 * Waits until every keeper of programs that this one started has done its work.
 *
 * @param {string} folder the one that {@link keepersVariable} named for them
 */
export async function keepersDone(folder) {
  while (readdirSync(folder).some((pid) => isAlive(Number(pid)))) await pause(50);
}

/** @param {string} line */
function tell(line) {
  pipe ??= startKeeper();
  pipe.write(`${line}\n`);
}

function startKeeper() {
  const keeper = spawn(process.execPath, [fileURLToPath(import.meta.url)], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  const { stdin } = keeper;
  keeper.unref();
  /** @type {import("node:net").Socket} */ (stdin).unref(); // neither keeps us from ending
  const folder = process.env[keepersVariable];
  if (folder && keeper.pid) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, String(keeper.pid)), "");
  }
  return stdin;
}

async function main() {
  /** @type {Set<string>} */
  const groups = new Set();
  /** @type {Set<string>} */
  const folders = new Set();
  for await (const line of createInterface({ input: process.stdin })) {
    const [word, ...rest] = line.split(" ");
    const what = rest.join(" ");
    if (word === "keep") groups.add(what);
    else if (word === "release") groups.delete(what);
    else if (word === "keepFolder") folders.add(what);
    else folders.delete(what);
  }
  await Promise.all([...groups].map((group) => endGroup(Number(group), graceMilliseconds)));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const folder = process.env[keepersVariable];
  if (folder) rmSync(path.join(folder, String(process.pid)), { force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
