import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { JobRecord } from "../../../src/core/model/job.js";
import type { Daemon, RecordListener } from "../../../src/engine/daemon.js";
import { serveClient } from "../../../src/engine/requests.js";
import { engineSocket } from "../../../src/formats/engine.js";
import { openEngine, type EngineRpc } from "../../../src/platform/engineConnection.js";
import { listen } from "../../../src/platform/localSocket.js";
import { silentLog } from "../../fakes/silentLog.js";

const record: JobRecord = { seq: 1, at: "2026-11-21T01:23:01.048Z", type: "cancelRequested" };

/** A client of a daemon that has nothing but its subscriptions. */
async function engine(): Promise<{ readonly rpc: EngineRpc; readonly listeners: Set<RecordListener> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "requests-"));
  const address = path.join(folder, "engine");
  const listeners = new Set<RecordListener>();
  const daemon: Partial<Daemon> = {
    list: () => [],
    subscribe: (_name, _from, listener) => {
      listeners.add(listener);
      return { seq: 0, stop: () => void listeners.delete(listener) };
    },
  };
  const world = { log: silentLog } as never;
  const parts = { boundary: engineSocket, complain: () => undefined };
  const server = await listen(address, parts, (connection) => {
    serveClient(connection, daemon as Daemon, {} as never, () => undefined, world);
  });
  const rpc = await openEngine(address, parts.complain);
  onTestFinished(async () => {
    rpc.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });
  return { rpc, listeners };
}

describe.skipIf(process.platform === "win32")("a subscription", () => {
  it("ends in the daemon when nobody reads it any more, and the connection goes on", async () => {
    const { rpc, listeners } = await engine();
    const reading = rpc.records({ job: null, from: 0 });
    const first = reading.next();
    await vi.waitFor(() => {
      expect(listeners.size).toBe(1);
    });
    for (const listener of listeners) listener("wine-1", record);
    expect((await first).value).toMatchObject({ job: "wine-1", record });
    await reading.return(undefined as never);
    await rpc.request("list", {});
    expect(listeners.size).toBe(0);
  });

  it("has its own records where there are several on one connection", async () => {
    const { rpc, listeners } = await engine();
    const [one, two] = [rpc.records({ job: "a", from: 0 }), rpc.records({ job: "b", from: 0 })];
    const [ofOne, ofTwo] = [one.next(), two.next()];
    await vi.waitFor(() => {
      expect(listeners.size).toBe(2);
    });
    [...listeners].forEach((listener, at) => {
      listener(at === 0 ? "a" : "b", record);
    });
    expect([(await ofOne).value.job, (await ofTwo).value.job]).toEqual(["a", "b"]);
  });

  it("ends with its connection", async () => {
    const { rpc, listeners } = await engine();
    const first = rpc.records({ job: null, from: 0 }).next();
    await vi.waitFor(() => {
      expect(listeners.size).toBe(1);
    });
    rpc.close();
    await expect(first).rejects.toThrow("The local engine went away.");
    await vi.waitFor(() => {
      expect(listeners.size).toBe(0);
    });
  });
});
