import path from "node:path";
import process from "node:process";

import type { EngineConnection, LocalEngine } from "../core/index.js";
import type { JobRecord } from "../core/model/job.js";
import { connectEngine, findEngine, type EngineOptions } from "../platform/engineClient.js";
import { jobRecords } from "../platform/jobRecords.js";
import { nodeProcesses } from "../platform/processes.js";
import type { Rpc } from "../platform/rpc.js";
import { engineProtocol, type EngineEvent, type EngineRequests } from "../protocol/engine.js";

/** The local engine as core's actions use it, over its socket. */
export const localEngine: LocalEngine = {
  connect: async (folder, signal) => connection(folder, await connectEngine<EngineRequests, EngineEvent>(options(folder, signal))),
  find: async (folder, signal) => {
    const found = await findEngine<EngineRequests, EngineEvent>(options(folder, signal));
    return found === undefined ? undefined : connection(folder, found);
  },
};

function options(folder: string, signal: AbortSignal | undefined): EngineOptions<EngineRequests, EngineEvent> {
  return {
    protocol: engineProtocol,
    folder,
    engineBundle: path.join(__dirname, "engine.js"),
    nodePath: process.execPath,
    ...(signal === undefined ? {} : { signal }),
  };
}

function connection(folder: string, rpc: Rpc<EngineRequests, EngineEvent>): EngineConnection {
  return {
    submit: async (job, secrets) => {
      await rpc.request("submit", { job, secrets, environment: nodeProcesses.environment() });
    },
    cancel: async (job) => {
      await rpc.request("cancel", { job });
    },
    list: () => rpc.request("list", {}),
    records: (job, from, signal) => records(folder, job, from, signal),
    stop: async () => {
      await rpc.request("stop", { running: "cancel" });
    },
    close: () => rpc.close(),
  };
}

/** Goes on across the death of a daemon. */
async function* records(folder: string, job: string, from: number, signal: AbortSignal | undefined): AsyncGenerator<JobRecord, void> {
  yield* jobRecords(options(folder, signal), job, from);
}
