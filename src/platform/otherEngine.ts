import path from "node:path";
import { setTimeout as after } from "node:timers/promises";
import type { ProcessIdentity } from "../core/model/job.js";
import { engineProtocol } from "../formats/engine.js";
import { baseOf, readCard } from "./engineCard.js";
import { lockHolder } from "./engineLocks.js";
import { argumentsOf, isAlive } from "./processIdentity.js";
import type { Trust } from "./trustedFolders.js";

/** An engine that lives, and that can't be asked for anything: it is of another version, or its card does not say where it listens. */
export class OtherEngine extends Error {
  override readonly name = "OtherEngine";
  constructor(
    readonly folder: string,
    readonly process: ProcessIdentity,
    message: string,
  ) {
    super(message);
  }
}

export function ofAnotherVersion(folder: string, process: ProcessIdentity, protocol: number): OtherEngine {
  return new OtherEngine(
    folder,
    process,
    `The local engine that runs for ${folder} is of another version of Aqueduct (protocol ${protocol}, not ${engineProtocol}; process ${process.pid}). End it with "aqueduct engine stop" or "kill ${process.pid}"; it also ends by itself a minute after its last job. Then try again.`,
  );
}

/** The living engine of a folder whose card says nothing; undefined where nobody holds the folder, or where its card names the holder. */
export function mute(folder: string, trust: Trust): OtherEngine | undefined {
  const base = baseOf(folder);
  const holder = lockHolder(base, trust);
  if (holder === undefined || readCard(base, trust)?.pid === holder.process.pid) return undefined;
  const { lock, process } = holder;
  return new OtherEngine(
    folder,
    process,
    `The local engine of ${folder} lives (process ${process.pid}, says ${lock}), but ${path.join(path.dirname(lock), "engine.json")} does not say where it listens. End it with "aqueduct engine stop" or "kill ${process.pid}", then try again.`,
  );
}

/**
 * Ends an engine by a signal, as its own version understands it: what runs goes on without it. Resolves once it is gone.
 *
 * Rejects with its sentence where nothing but a file says that the process is an engine of this folder, or where it does not end.
 */
export async function endOther(other: OtherEngine): Promise<void> {
  const { folder, process: engine } = other;
  const args = argumentsOf(engine.pid);
  const base = args[args.indexOf("--base") + 1];
  if (!args.includes("--base") || base === undefined || path.resolve(base) !== baseOf(folder) || !isAlive(engine))
    throw other;
  process.kill(engine.pid, "SIGTERM");
  const deadline = performance.now() + patience;
  while (isAlive(engine)) {
    if (performance.now() > deadline)
      throw new Error(
        `The local engine of ${folder} (process ${engine.pid}) was told to end, and has not. End it with "kill -9 ${engine.pid}".`,
      );
    await after(look);
  }
}

/** Milliseconds; nothing tells when a process ends that is not our child. */
const look = 25;
const patience = 10_000;
