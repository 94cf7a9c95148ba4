// @ts-check
/** Where the output of a suite goes: to the terminal, or to a file that is shown once the suite has ended. */
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {object} Output
 * @property {"inherit" | number} stdio what a child process writes to
 * @property {(line: string) => void} say
 * @property {() => string} end gives what was kept back; nothing where all went to the terminal
 */

/** @returns {Output} straight to this terminal */
export function live() {
  return { stdio: "inherit", say: (line) => void process.stdout.write(`${line}\n`), end: () => "" };
}

/**
 * Keeps the output back, so that suites that run side by side do not speak at once.
 *
 * @param {string} file where it can be read meanwhile
 * @returns {Output}
 */
export function keptBack(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const descriptor = openSync(file, "w");
  return {
    stdio: descriptor,
    say: (line) => void writeSync(descriptor, `${line}\n`),
    end: () => {
      closeSync(descriptor);
      return readFileSync(file, "utf8");
    },
  };
}
