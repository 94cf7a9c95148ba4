// @ts-check
/** Runs a mocha suite inside a real extension host, with the real `vscode` API. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { launchBrowser, stillPage } from "./browser.mjs";
import { keepFolder, releaseFolder } from "./keeper.mjs";
import { startBareServer } from "./workbench.mjs";

/** VS Code runs no tests unless an extension is in development. */
const standIn = fileURLToPath(new URL("testsOnly", import.meta.url));

/**
 * @typedef {object} ExtensionHostOptions
 * @property {import("./codeServerInstall.mjs").CodeServerVersion} [version]
 * @property {string} [extensionPath] folder of the extension under test, loaded in development mode; or:
 * @property {string} [vsix] the packaged extension, installed as a user would (proposed API is closed to it)
 * @property {string} testsPath CommonJS module that exports `run(): Promise<void>` and rejects when a test failed
 * @property {string} workspace folder that is opened
 * @property {boolean} [trust] whether workspace trust is on
 * @property {Readonly<Record<string, unknown>>} [settings]
 * @property {Readonly<Record<string, string>>} [env] the tests see these variables
 * @property {number} [limitMilliseconds]
 * @property {(page: import("playwright-core").Page) => Promise<void>} [onPage] gets the page before VS Code is opened in it
 * @property {(line: string) => void} [onLine] gets each line of the extension host's console as it comes
 */

/**
 * @typedef {object} ExtensionHostResult
 * @property {number} exitCode 0: all passed
 * @property {string} output the console of the extension host
 * @property {string} logs VS Code's own log files
 */

/**
 * @param {ExtensionHostOptions} options
 * @returns {Promise<ExtensionHostResult>}
 * @throws {Error} when the tests never came to an end: the time is up, the page crashed, or the server ended
 */
export async function runInExtensionHost({
  version,
  extensionPath,
  vsix,
  testsPath,
  workspace,
  trust,
  settings,
  env,
  limitMilliseconds = 180_000,
  onPage,
  onLine,
}) {
  const server = await startBareServer({ ...definedOnly({ version, vsix, trust, settings, env }), workspace });
  /** @type {string[]} */
  const lines = [];
  try {
    const browser = await launchBrowser();
    try {
      const page = await stillPage(browser, { viewport: { width: 1400, height: 1000 } });
      const ended = new Promise((resolve) =>
        page.exposeFunction("codeAutomationExit", (/** @type {number} */ exitCode, /** @type {unknown} */ logs) =>
          resolve({ exitCode, logs }),
        ),
      );
      await page.exposeFunction("codeAutomationLog", (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
        const line = format(...args);
        lines.push(line);
        onLine?.(line);
      });
      await page.addInitScript(
        injectDevelopmentOptions,
        developmentOptions(server.authority, extensionPath, testsPath),
      );
      await onPage?.(page);
      await page.goto(server.url);
      const { exitCode, logs } = await Promise.race([
        ended,
        page.waitForEvent("crash", { timeout: 0 }).then(() => failed("the page crashed")),
        server.server.ended.then((how) => failed(`VS Code ended (${how})`)),
        timeUp(limitMilliseconds),
      ]);
      return { exitCode, output: lines.join("\n"), logs: typeof logs === "string" ? logs : JSON.stringify(logs) };
    } finally {
      await browser.close();
    }
  } catch (error) {
    throw new Error(
      `The tests in VS Code ${version ?? ""} did not come to an end: ${error instanceof Error ? error.message : String(error)}\n${lines.slice(-40).join("\n")}\n${server.server.logTail()}`,
      { cause: error },
    );
  } finally {
    await server.stop();
  }
}

/**
 * A copy of nothing: a new empty folder to open as a workspace.
 *
 * @returns {Promise<{ path: string, remove: () => Promise<void> }>}
 */
export async function temporaryWorkspace() {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-workspace-"));
  keepFolder(folder);
  return {
    path: folder,
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      releaseFolder(folder);
    },
  };
}

/**
 * Runs in the page, before VS Code reads its own configuration from the document.
 *
 * A built code-server takes no paths of extensions and tests from the address, so they are put where the workbench looks.
 *
 * @param {object} options
 */
function injectDevelopmentOptions(options) {
  document.addEventListener("readystatechange", () => {
    const element = document.getElementById("vscode-workbench-web-configuration");
    if (document.readyState !== "interactive" || !element) return;
    const configuration = JSON.parse(element.getAttribute("data-settings") ?? "{}");
    configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
    element.setAttribute("data-settings", JSON.stringify(configuration));
  });
}

/**
 * @param {string} authority
 * @param {string | undefined} extensionPath
 * @param {string} testsPath
 */
function developmentOptions(authority, extensionPath, testsPath) {
  /** @param {string} file */
  const remote = (file) => ({ $mid: 1, scheme: "vscode-remote", authority, path: path.resolve(file) });
  return { extensions: [remote(extensionPath ?? standIn)], extensionTestsPath: remote(testsPath) };
}

/**
 * @param {string} why
 * @returns {never}
 */
function failed(why) {
  throw new Error(`${why}.`);
}

/**
 * @param {number} milliseconds
 * @returns {Promise<never>}
 */
function timeUp(milliseconds) {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`${milliseconds / 1000} s are over.`)), milliseconds).unref();
  });
}

/**
 * @template {object} T
 * @param {T} options
 * @returns {{ [K in keyof T]?: Exclude<T[K], undefined> }} without the members that are undefined
 */
function definedOnly(options) {
  return /** @type {any} */ (Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)));
}
