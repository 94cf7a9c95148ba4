// @ts-check
/**
 * `npm run audit`: which vulnerabilities are known of what the lock file names, and of what is vendored. Exit code 0: none; 1: some; 3: that could not
 * be told, for which it says why.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { conclusion, npmOutcome, pipOutcome } from "./audit/outcomes.mjs";
import { vendored, versionOf } from "./build/billOfMaterials.mjs";

const root = path.join(import.meta.dirname, "..");
process.chdir(root);

const { lines, code } = conclusion([
  [
    "package-lock.json",
    npmOutcome(run("npm", ["audit", "--package-lock-only", "--json"]), toolsOf("package-lock.json")),
  ],
  ["Python, vendored", await pythonOutcome()],
]);
for (const line of lines) console.log(line);
process.exitCode = code;

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const { stdout, stderr, error } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  return { stdout, stderr, error };
}

/**
 * Packages that nothing of what ships needs, as the lock file says.
 *
 * @param {string} file
 * @returns {ReadonlySet<string>}
 */
function toolsOf(file) {
  /** @type {{ packages: Record<string, { dev?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(file, "utf8"));
  const entries = Object.entries(packages).map(([folder, one]) => ({
    name: folder.split("node_modules/").at(-1) ?? "",
    isTool: one.dev === true,
  }));
  const shipped = new Set(entries.flatMap(({ name, isTool }) => (isTool ? [] : [name])));
  return new Set(entries.flatMap(({ name, isTool }) => (isTool && !shipped.has(name) ? [name] : [])));
}

async function pythonOutcome() {
  const pins = await Promise.all(vendored.map(async (one) => `${one.name}==${await versionOf(root, one)}`));
  const folder = mkdtempSync(path.join(os.tmpdir(), "aqueduct-audit-"));
  try {
    const file = path.join(folder, "requirements.txt");
    writeFileSync(file, `${pins.join("\n")}\n`);
    const args = ["--no-deps", "--disable-pip", "--requirement", file, "--format", "json", "--progress-spinner", "off"];
    return pipOutcome(
      run("pip-audit", args),
      vendored.map(({ name }) => name),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
