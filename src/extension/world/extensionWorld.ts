import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import type { Log, Secrets, World } from "../../core/index.js";
import { nodeClock } from "../../platform/clock.js";
import { nodeFilesFor } from "../../platform/files.js";
import { nodeHash } from "../../platform/hash.js";
import { nodeHttp } from "../../platform/http.js";
import { nodeInterpreters } from "../../platform/interpreters.js";
import { createLocalEngine } from "../../platform/localEngine.js";
import { findNode } from "../../platform/nodePath.js";
import { nodeProcesses } from "../../platform/processes.js";
import { nodeRandom } from "../../platform/random.js";
import { isWithin } from "../../platform/realPaths.js";
import { openStore } from "../../platform/stores.js";
import { toldWaits, type TellWait } from "../../platform/toldWaits.js";
import { userTrust } from "../../platform/trustedFolders.js";
import { interpreterChoice } from "./interpreterChoice.js";
import { onlyTrustedHttp, onlyTrustedStores } from "./onlyTrusted.js";

export interface ExtensionWorldParts {
  /** Absolute path of the extension's `dist`. */
  readonly dist: string;
  readonly version: string;
  readonly log: vscode.LogOutputChannel;
  readonly secrets: Secrets;
  readonly tellWait: TellWait;
}

/** The world of a window: this machine, the editor's choices and secrets, and what lies beside the bundle. Loaded when it is first needed. */
export function extensionWorld({ dist, version, log, secrets, tellWait }: ExtensionWorldParts): World {
  let node: Promise<string> | undefined;
  const isTrusted = (): boolean => vscode.workspace.isTrusted;
  const trust = (folder: string): boolean => isInTrustedWindow(folder) || userTrust(folder);
  const world: World = {
    files: nodeFilesFor(trust),
    http: onlyTrustedHttp(nodeHttp, isTrusted),
    processes: nodeProcesses,
    interpreters: nodeInterpreters(nodeProcesses, interpreterChoice),
    secrets,
    hash: nodeHash,
    random: nodeRandom,
    clock: nodeClock,
    log: logInto(log),
    engine: createLocalEngine(
      path.join(dist, "engine.js"),
      () => (node ??= findNode(nodeProcesses)),
      logInto(log),
      trust,
    ),
    runtime: { version, folder: path.join(dist, "runtime"), zip: () => readFile(path.join(dist, "runtime.zip")) },
    openStore: onlyTrustedStores(openStore, isTrusted),
    workspaceFolderOf: (file) => vscode.workspace.getWorkspaceFolder(vscode.Uri.file(file))?.uri.fsPath,
    cores: availableParallelism(),
  };
  return toldWaits(world, tellWait);
}

/** Who opens a folder has been asked by VS Code whether its authors are to be trusted. */
function isInTrustedWindow(folder: string): boolean {
  const { isTrusted, workspaceFolders = [] } = vscode.workspace;
  return isTrusted && workspaceFolders.some(({ uri }) => uri.scheme === "file" && isWithin(folder, uri.fsPath));
}

function logInto(log: vscode.LogOutputChannel): Log {
  return {
    info: (message, data = {}) => {
      log.info(message, data);
    },
    warn: (message, data = {}) => {
      log.warn(message, data);
    },
    error: (message, error, data = {}) => {
      log.error(message, error, data);
    },
  };
}
