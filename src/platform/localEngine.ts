import { withoutSecrets, type EngineConnection, type LocalEngine, type Log } from "../core/index.js";
import { connectEngine, findEngine, type EngineOptions } from "./engineClient.js";
import type { EngineRpc } from "./engineConnection.js";
import { endOther, mute, OtherEngine } from "./otherEngine.js";
import { jobRecords } from "./jobRecords.js";
import { userTrust, type Trust } from "./trustedFolders.js";
import { nodeProcesses } from "./processes.js";

/**
 * The local engine as core's actions use it, over its socket.
 *
 * @param engineBundle absolute path of `engine.js` as it came with this installation
 * @param findNode the Node that a daemon is started with
 * @param log told of messages that make no sense
 * @param trust which folders are taken as they are, whoever owns what lies in them
 */
export function createLocalEngine(
  engineBundle: string,
  findNode: () => Promise<string>,
  log: Log,
  trust: Trust = userTrust,
): LocalEngine {
  const optionsFor = async (folder: string, signal: AbortSignal | undefined): Promise<EngineOptions> => ({
    folder,
    engineBundle,
    nodePath: await findNode(),
    log,
    trust,
    ...(signal === undefined ? {} : { signal }),
  });
  const connection = (folder: string, rpc: EngineRpc): EngineConnection => ({
    submit: async (job, secrets) => {
      await rpc.request("submit", { job, secrets, environment: withoutSecrets(nodeProcesses.environment()) });
    },
    cancel: async (job) => {
      await rpc.request("cancel", { job });
    },
    list: () => rpc.request("list", {}),
    // Goes on across the death of a daemon.
    records: async function* (job, from, signal) {
      yield* jobRecords(await optionsFor(folder, signal), job, from);
    },
    stop: async () => {
      await rpc.request("stop", { running: "cancel" });
      await rpc.closed; // Not before what runs has been cancelled, and all of it written down.
    },
    close: () => rpc.close(),
  });
  const find: LocalEngine["find"] = async (folder, signal) => {
    const found = await findEngine({ folder, log, trust, ...(signal === undefined ? {} : { signal }) });
    return found === undefined ? undefined : connection(folder, found);
  };
  return {
    connect: async (folder, { signal, tell } = {}) => {
      const options = await optionsFor(folder, signal);
      return connection(folder, await connectEngine({ ...options, ...(tell === undefined ? {} : { tell }) }));
    },
    find,
    end: async (folder, signal) => {
      const found = (await find(folder, signal).catch(otherEngine)) ?? mute(folder, trust);
      if (found === undefined) return undefined;
      if (found instanceof OtherEngine) {
        await endOther(found);
        return "without its runs";
      }
      await found.stop().finally(() => found.close());
      return "with its runs";
    },
  };
}

/** One that lives but can't be asked is an answer to who ends it. */
function otherEngine(error: unknown): OtherEngine {
  if (error instanceof OtherEngine) return error;
  throw error;
}
