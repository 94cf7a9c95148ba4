// @ts-check
// The integration tests in desktop VS Code, the oldest one that the manifest names and the newest. Needs internet access
// for the two downloads, and a display (`xvfb-run -a npm run test:desktop` where there is none); so it stands outside `npm test`.
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { compiled, compileTests } from "../../scripts/suites/integration.mjs";
import { packagedExtension } from "../../scripts/testbed/vsix.mjs";

const root = path.join(import.meta.dirname, "../..");
process.chdir(root);

const { engines } = JSON.parse(await readFile("package.json", "utf8"));
const versions = [engines.vscode.replace("^", ""), "stable"];

await compileTests();
const vsix = await packagedExtension(
  async (command, args) => spawnSync(command, args, { stdio: "inherit" }).status ?? 1,
);
for (const version of versions) await runOn(await downloaded(version), version);

/** @param {string} version */
async function downloaded(version) {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: path.join(root, "out/vscode") });
  } catch (error) {
    console.error(
      `VS Code ${version} could not be downloaded. This suite needs internet access; "npm test" runs the same tests without it.`,
    );
    throw error;
  }
}

/**
 * Runs the tests with the packaged extension installed, as a user has it, in an empty profile.
 *
 * @param {string} executable of VS Code
 * @param {string} version
 */
async function runOn(executable, version) {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-desktop-"));
  try {
    const profile = [
      `--user-data-dir=${path.join(folder, "data")}`,
      `--extensions-dir=${path.join(folder, "extensions")}`,
    ];
    install(executable, profile);
    const workspace = path.join(folder, "workspace");
    await cp("examples/porting", workspace, { recursive: true });
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: await nothingToDevelop(folder),
      extensionTestsPath: path.join(root, "scripts/suites/mochaInExtensionHost.cjs"),
      launchArgs: [workspace, ...profile, "--disable-workspace-trust"],
      extensionTestsEnv: {
        AQUEDUCT_TESTS: compiled,
        AQUEDUCT_TEST_REPORT: path.join(folder, "report.json"),
        AQUEDUCT_TEST_PYTHON: "python3",
      },
    });
    console.log(`VS Code ${version}: passed`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} executable
 * @param {readonly string[]} profile
 */
function install(executable, profile) {
  const [command = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  const { status } = spawnSync(command, [...args, ...profile, "--install-extension", vsix], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`The packaged extension could not be installed (exit code ${status}).`);
}

/**
 * VS Code insists on an extension under development; an empty one leaves the installed one to be tested.
 *
 * @param {string} folder
 */
async function nothingToDevelop(folder) {
  const empty = path.join(folder, "empty");
  await cp(path.join(root, "LICENSE"), path.join(empty, "LICENSE"));
  await writeFile(
    path.join(empty, "package.json"),
    JSON.stringify({ name: "empty", publisher: "aqueduct", version: "0.0.1", engines: { vscode: engines.vscode } }),
  );
  return empty;
}
