// @ts-check
/** A VS Code on loopback, to be opened in a browser, with settings and extensions of its own. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { codeServers, ensureCodeServer } from "./codeServerInstall.mjs";
import { run } from "./command.mjs";
import { keepFolder, releaseFolder } from "./keeper.mjs";
import { startGroup } from "./processGroup.mjs";
import { freePort, waitUntil } from "./waiting.mjs";

/** @typedef {import("./codeServerInstall.mjs").CodeServerVersion} CodeServerVersion */

/**
 * @typedef {object} WorkbenchOptions
 * @property {CodeServerVersion} [version] by default the current one
 * @property {string} workspace the folder that is opened
 * @property {string} [vsix] an extension to install first
 * @property {number} [port] by default a free one
 * @property {boolean} [trust] whether folders have to be trusted first; by default they do not
 * @property {Readonly<Record<string, unknown>>} [settings] beside those that keep the window quiet
 * @property {Readonly<Record<string, string>>} [env] more variables; extensions see them
 * @property {string} [folder] where its data is kept, for one that is to remember; by default a new one, removed by `stop`
 */

/**
 * @typedef {object} Workbench
 * @property {string} url of the window with the workspace open
 * @property {string} authority `host:port`, as in `vscode-remote://` addresses
 * @property {string} folder holds its settings, extensions and logs
 * @property {import("./processGroup.mjs").ProcessGroup} server
 * @property {() => Promise<void>} stop may be called twice
 */

const startMilliseconds = 60_000;
const withoutArgon2 = fileURLToPath(new URL("withoutArgon2.cjs", import.meta.url));

/** The version that windows open where no other is named: AQUEDUCT_CODE_SERVER tries the tests on another one. */
const current = namedVersion() ?? "4.139.1";

/** What a first window would otherwise show on top of what is to be seen. */
const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "workbench.reduceMotion": "on",
  "editor.cursorBlinking": "solid",
  "editor.minimap.enabled": false, // it is drawn with the processor here
  "git.enabled": false, // no test looks at it, and it reads the whole repository
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "git.openRepositoryInParentFolders": "never", // the sample lies in this very checkout
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
};

/**
 * The VS Code server alone: it starts faster than the wrapper, but forgets secrets when the window is reloaded.
 *
 * @param {WorkbenchOptions} options
 * @returns {Promise<Workbench>}
 */
export function startBareServer(options) {
  return start(options, "bare", ({ port, folder, trust }) => [
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--without-connection-token",
    "--accept-server-license-terms",
    "--server-data-dir",
    folder,
    "--user-data-dir",
    path.join(folder, "data"),
    "--extensions-dir",
    path.join(folder, "extensions"),
    "--telemetry-level",
    "off",
    ...(trust ? [] : ["--disable-workspace-trust"]),
  ]);
}

/**
 * code-server as people use it.
 *
 * @param {WorkbenchOptions} options
 * @returns {Promise<Workbench>}
 */
export function startWrapper(options) {
  return start(options, "wrapper", ({ port, folder, trust }) => [
    "--config",
    path.join(folder, "config.yaml"),
    "--auth",
    "none",
    "--bind-addr",
    `127.0.0.1:${port}`,
    "--user-data-dir",
    path.join(folder, "data"),
    "--extensions-dir",
    path.join(folder, "extensions"),
    "--disable-telemetry",
    "--disable-update-check",
    "--disable-getting-started-override",
    ...(trust ? [] : ["--disable-workspace-trust"]),
  ]);
}

/**
 * @param {WorkbenchOptions} options
 * @param {"bare" | "wrapper"} kind
 * @param {(place: { port: number, folder: string, trust: boolean }) => readonly string[]} argumentsFor
 * @returns {Promise<Workbench>}
 */
async function start(options, kind, argumentsFor) {
  const { version = current, workspace, vsix, trust = false, settings = {}, env: extraEnv = {} } = options;
  const codeServer = await ensureCodeServer(version);
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), "aqueduct-code-")));
  const forgets = options.folder === undefined;
  if (forgets) keepFolder(folder);
  await writeProfile(folder, { ...quietSettings, "security.workspace.trust.enabled": trust, ...settings });

  const env = {
    ...process.env,
    HOME: folder,
    XDG_CONFIG_HOME: path.join(folder, ".config"),
    XDG_DATA_HOME: path.join(folder, ".local", "share"),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}', // otherwise it asks a gallery on the internet for updates
    PATH: `${process.env["PATH"]}`,
    ...extraEnv,
  };
  if (vsix) {
    await run(
      codeServer.node,
      [
        codeServer.bare,
        "--accept-server-license-terms",
        "--server-data-dir",
        folder,
        "--extensions-dir",
        path.join(folder, "extensions"),
        "--install-extension",
        vsix,
        "--force",
      ],
      { cwd: folder, env },
    );
  }

  const port = options.port ?? (await freePort());
  const server = await startGroup(
    `VS Code ${version}`,
    codeServer.node,
    [
      ...(kind === "wrapper" ? ["--require", withoutArgon2] : []),
      codeServer[kind],
      ...argumentsFor({ port, folder, trust }),
      ...(kind === "wrapper" ? [workspace] : []),
    ],
    {
      cwd: folder,
      env,
      logFile: path.join(folder, "server.log"),
      graceMilliseconds: 5_000,
    },
  );
  const stop = async () => {
    await server.stop();
    if (!forgets) return;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    releaseFolder(folder);
  };
  const authority = `127.0.0.1:${port}`;
  try {
    await waitUntil(
      "VS Code answers",
      [server],
      startMilliseconds,
      async () => (await fetch(`http://${authority}/`)).ok,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://${authority}/?folder=${encodeURI(workspace)}`, authority, folder, server, stop };
}

/**
 * @param {string} folder
 * @param {Readonly<Record<string, unknown>>} settings
 */
async function writeProfile(folder, settings) {
  await mkdir(path.join(folder, "extensions"), { recursive: true });
  for (const profile of ["data/User", "data/Machine"]) {
    await mkdir(path.join(folder, profile), { recursive: true });
    await writeFile(path.join(folder, profile, "settings.json"), JSON.stringify(settings, undefined, 2));
  }
}

/** @returns {CodeServerVersion | undefined} */
function namedVersion() {
  const named = process.env["AQUEDUCT_CODE_SERVER"];
  if (named === undefined || named in codeServers) return /** @type {CodeServerVersion | undefined} */ (named);
  throw new Error(`AQUEDUCT_CODE_SERVER names ${named}; there are ${Object.keys(codeServers).join(" and ")}.`);
}
