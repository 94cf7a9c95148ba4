import { readText, valueOf } from "../formats/reader.js";
import { ownPackageFormat } from "../formats/userFiles.js";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import process from "node:process";

import type { World } from "../core/index.js";
import { nodeClock } from "../platform/clock.js";
import { confirmedServers } from "../platform/confirmedServers.js";
import { nodeFiles } from "../platform/files.js";
import { nodeHash } from "../platform/hash.js";
import { nodeHttp } from "../platform/http.js";
import { nodeInterpreters } from "../platform/interpreters.js";
import { createLocalEngine } from "../platform/localEngine.js";
import { lineLog } from "../platform/log.js";
import { nodeProcesses } from "../platform/processes.js";
import { nodeRandom } from "../platform/random.js";
import { environmentSecrets } from "../platform/secrets.js";
import { openStore } from "../platform/stores.js";
import { toldWaits } from "../platform/toldWaits.js";

export interface WorldOptions {
  /** What `--python` says. */
  readonly python?: string;
  /** Where `--verbose` writes what happens underneath; left out: nowhere. */
  readonly writeLog?: (line: string) => void;
  /** Asks whether a password may go to a server; left out where nobody can be asked, or the command only looks. */
  readonly confirm?: (question: string) => Promise<boolean>;
  /** Says what is no failure, such as for what the command waits. */
  readonly warn: (sentence: string) => void;
}

/** The world of a command: this machine, its environment's secrets, and what lies beside the bundle. */
export function commandWorld({ python, writeLog, confirm, warn }: WorldOptions): World {
  const log = lineLog(writeLog ?? (() => undefined), () => nodeClock.now());
  const world: World = {
    files: nodeFiles,
    http: nodeHttp,
    processes: nodeProcesses,
    interpreters: nodeInterpreters(nodeProcesses, () =>
      Promise.resolve(python === undefined ? undefined : { command: python, source: "--python" }),
    ),
    secrets: environmentSecrets({ environment: process.env, confirmed: confirmedServers(), confirm, warn }),
    hash: nodeHash,
    random: nodeRandom,
    clock: nodeClock,
    log,
    engine: createLocalEngine(path.join(__dirname, "engine.js"), () => Promise.resolve(process.execPath), log),
    runtime: {
      get version() {
        return ownVersion();
      },
      folder: path.join(__dirname, "runtime"),
      zip: () => readFile(path.join(__dirname, "runtime.zip")),
    },
    openStore,
    cores: availableParallelism(),
  };
  return toldWaits(world, (sentence) => {
    if (sentence !== undefined) warn(sentence);
  });
}

/** That of the package that the bundle lies in, a checkout or an installed extension. */
function ownVersion(): string {
  const file = path.join(__dirname, "..", "package.json");
  return valueOf(readText(ownPackageFormat, readFileSync(file, "utf8")), file).version;
}
