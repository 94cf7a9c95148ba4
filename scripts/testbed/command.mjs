// @ts-check
/** Runs a command to its end. */
import { spawn } from "node:child_process";

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment; by default this process's own
 * @property {string} [wayOut] a sentence that says what to do when the command fails
 */

/**
 * Runs a command and returns what it wrote on stdout.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<string>}
 * @throws {Error} when it cannot be started or does not exit with 0, with the end of its output
 */
export function run(command, args, { cwd, env, wayOut } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let everything = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
      everything += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      everything += text;
    });
    /** @param {string} how */
    const fail = (how) =>
      reject(
        new Error(
          [`\`${[command, ...args].join(" ")}\` ${how}.`, wayOut, shortened(everything)].filter(Boolean).join("\n"),
        ),
      );
    child.on("error", (error) => fail(`could not be started (${error.message})`));
    child.on("close", (code, signal) =>
      code === 0 ? resolve(stdout) : fail(`ended with ${signal ?? `exit code ${code}`}`),
    );
  });
}

/**
 * The beginning and the end: some tools say first what is wrong (npm), others last (pip).
 *
 * @param {string} text
 */
function shortened(text) {
  const lines = text.trimEnd().split("\n");
  return lines.length <= 40 ? lines.join("\n") : [...lines.slice(0, 15), "…", ...lines.slice(-25)].join("\n");
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
