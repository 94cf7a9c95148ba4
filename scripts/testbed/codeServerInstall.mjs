// @ts-check
/** The VS Code server and workbench that code-server carries in its npm package, and the Node that it wants. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, realpath, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { ensureCached } from "./cache.mjs";
import { run } from "./command.mjs";
import { ensureDebianPackages, mayInstallPackages } from "./debian.mjs";

/**
 * The versions that we test on: the oldest that `engines.vscode` allows, and the current one.
 *
 * `vscode` is the version of VS Code inside, `node` the one major version of Node that runs it.
 */
export const codeServers = /** @type {const} */ ({
  "4.100.3": { vscode: "1.100", node: 20 },
  "4.139.1": { vscode: "1.139", node: 24 },
});

/** @typedef {keyof typeof codeServers} CodeServerVersion */

/**
 * @typedef {object} CodeServer
 * @property {CodeServerVersion} version
 * @property {string} node path of the Node to run it with
 * @property {string} bare entry script of the VS Code server alone
 * @property {string} wrapper entry script of code-server, which keeps secrets over a reload
 */

const nodeVersions = /** @type {const} */ ({ 20: "20.20.2", 24: "24.21.0" });
const unusedParts = [
  "node_modules/@github",
  "node_modules/@microsoft/mxc-sdk",
  "extensions/copilot",
  "extensions/mermaid-markdown-features",
  "node_modules/node-pty/third_party",
];

/**
 * @param {CodeServerVersion} version
 * @returns {Promise<CodeServer>}
 */
export async function ensureCodeServer(version) {
  const node = await ensureNode(codeServers[version].node);
  const folder = await ensureCached(`code-server-${version}`, [node, "spdlog"], (empty) =>
    install(version, node, empty),
  );
  const root = path.join(folder, "node_modules", "code-server");
  return {
    version,
    node,
    bare: path.join(root, "lib/vscode/out/server-main.js"),
    wrapper: path.join(root, "out/node/entry.js"),
  };
}

/** Why no VS Code can be run in a browser here; undefined: it can. */
export function codeServerObstacle() {
  return process.platform === "win32" ? "code-server does not run on Windows itself; use WSL" : undefined;
}

/**
 * @param {CodeServerVersion} version
 * @param {string} node
 * @param {string} folder
 */
async function install(version, node, folder) {
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env["PATH"]}` };
  // Without install scripts little is compiled; of what is missing then only the log files are missed, see below.
  const options = ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await writeFile(path.join(folder, "package.json"), "{}");
  await run("npm", [...options, `code-server@${version}`], { cwd: folder, env });
  const vscode = path.join(folder, "node_modules/code-server/lib/vscode");
  await run("npm", options, { cwd: vscode, env });
  for (const part of unusedParts) await rm(path.join(vscode, part), { recursive: true, force: true });
  await linkRipgrep(vscode);
  await buildLogFiles(vscode, node, env);
}

/**
 * Compiles the addon that writes log files: without it every output channel of an extension stays empty. Without a compiler it is left out.
 *
 * The headers come with the Node of the npm package; node-gyp with npm.
 *
 * @param {string} vscode
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env in which that Node comes first on the path
 */
async function buildLogFiles(vscode, node, env) {
  if (!existsSync("/usr/bin/g++") || !existsSync("/usr/bin/make")) {
    if (!mayInstallPackages) return;
    await ensureDebianPackages(["g++", "make"]);
  }
  const { stdout: npmRoot } = await promisify(execFile)("npm", ["root", "--global"]);
  const gyp = path.join(npmRoot.trim(), "npm/node_modules/node-gyp/bin/node-gyp.js");
  const headers = path.dirname(path.dirname(await realpath(node)));
  if (!existsSync(gyp) || !existsSync(path.join(headers, "include/node/node_api.h"))) return;
  await run(node, [gyp, "rebuild", `--nodedir=${headers}`], {
    cwd: path.join(vscode, "node_modules/@vscode/spdlog"),
    env,
  });
}

/**
 * Older versions download the program behind Quick Open and Find in Files in an install script; the system's own serves as well.
 *
 * @param {string} vscode
 */
async function linkRipgrep(vscode) {
  const folder = path.join(vscode, "node_modules/@vscode/ripgrep");
  if (!existsSync(folder) || existsSync(path.join(folder, "bin/rg"))) return;
  if (!existsSync("/usr/bin/rg")) {
    if (!mayInstallPackages) return; // only search is empty then, and no test of ours searches
    await ensureDebianPackages(["ripgrep"]);
  }
  await mkdir(path.join(folder, "bin"), { recursive: true });
  await symlink("/usr/bin/rg", path.join(folder, "bin/rg"));
}

/**
 * A Node of this major version: the one that runs us, if it is that, else from npm, which carries the binaries as packages.
 *
 * @param {keyof typeof nodeVersions} major
 * @returns {Promise<string>} path of the program
 */
async function ensureNode(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const version = nodeVersions[major];
  const name = `node-${process.platform}-${process.arch}`;
  const folder = await ensureCached(`node-${version}`, [name], async (empty) => {
    await writeFile(path.join(empty, "package.json"), "{}");
    await run(
      "npm",
      ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", `${name}@${version}`],
      { cwd: empty },
    );
  });
  return path.join(folder, "node_modules", name, "bin", "node");
}
