import { getEventListeners } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it, onTestFinished } from "vitest";
import type { LocalConnection } from "../../../src/core/index.js";
import { listen } from "../../../src/platform/localSocket.js";
import { ConnectionEnded, openRpc, type Rpc, type RpcProtocol } from "../../../src/platform/rpc.js";

interface Requests {
  echo: { readonly params: string; readonly result: string };
  /** Is never answered. */
  hang: { readonly params: null; readonly result: null };
}
interface Event {
  readonly id: number;
  readonly event: string;
}
interface Asked {
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
}

const protocol: RpcProtocol<Requests, Event> = {
  isReply: (message): message is never => typeof message === "object" && message !== null && "ok" in message,
  isEvent: (message): message is Event => typeof message === "object" && message !== null && "event" in message,
};

async function connected(): Promise<{ readonly rpc: Rpc<Requests, Event>; readonly hangUp: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), "rpc-"));
  const address = path.join(folder, "socket");
  let other: LocalConnection | undefined;
  const server = await listen(address, (connection) => {
    other = connection;
    return (message) => {
      const { id, method, params } = message as Asked;
      if (method === "echo") connection.send({ id, ok: true, result: params });
    };
  });
  const rpc = await openRpc<Requests, Event>(address, protocol, { ended: "The oven went out. Light it again." });
  onTestFinished(async () => {
    rpc.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });
  return { rpc, hangUp: () => other?.close() };
}

describe.skipIf(process.platform === "win32")("requests over a socket", () => {
  it("leave no listener on a signal that outlives them", async () => {
    const { rpc } = await connected();
    const { signal } = new AbortController();
    for (const word of ["one", "two", "three"]) expect(await rpc.request("echo", word, signal)).toBe(word);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("that are given up reject with the reason, and the connection goes on", async () => {
    const { rpc } = await connected();
    const given = new AbortController();
    const asked = rpc.request("hang", null, given.signal);
    given.abort(new Error("Enough."));
    await expect(asked).rejects.toThrow("Enough.");
    expect(await rpc.request("echo", "still here")).toBe("still here");
  });

  it("that are given up are not kept until the connection ends", async () => {
    const { rpc } = await connected();
    const reason = await givenUp(rpc);
    await rpc.request("echo", "the tasks of before are over");
    setFlagsFromString("--expose-gc");
    (runInNewContext("gc") as () => void)();
    expect(reason.deref()).toBeUndefined();
  });

  it("are told in the caller's words that the other side has gone", async () => {
    const { rpc, hangUp } = await connected();
    const asked = rpc.request("hang", null);
    await rpc.request("echo", "it has arrived");
    hangUp();
    await expect(asked).rejects.toThrow(new ConnectionEnded("The oven went out. Light it again."));
    await expect(rpc.request("echo", "too late")).rejects.toThrow("The oven went out.");
  });
});

/** In a function of its own, so that nothing here holds what it leaves. */
async function givenUp(rpc: Rpc<Requests, Event>): Promise<WeakRef<Error>> {
  const given = new AbortController();
  const reason = new Error("Enough.");
  const asked = rpc.request("hang", null, given.signal);
  given.abort(reason);
  await asked.catch(() => undefined);
  return new WeakRef(reason);
}
