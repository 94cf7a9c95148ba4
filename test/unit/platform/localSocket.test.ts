import { getEventListeners } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createConnection, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it, onTestFinished } from "vitest";
import { done, nothing, type Boundary } from "../../../src/formats/boundary.js";
import { count, record, text } from "../../../src/formats/schema.js";
import { connectLocal, listen, type LocalConnection } from "../../../src/platform/localSocket.js";
import { Client, ConnectionEnded } from "../../../src/protocol/client.js";
import { Server, type ServerParts } from "../../../src/protocol/server.js";

const oven = {
  name: "the oven",
  misfit: "The oven is of another make. Buy a new one.",
  ended: "The oven went out. Light it again.",
  requests: {
    echo: { params: record({ word: text }), result: record({ word: text }) },
    /** Is answered once it is no longer wanted. */
    hang: { params: nothing, result: done },
    refuse: { params: nothing, result: done },
    /** Its answer is not what the schema says. */
    lie: { params: nothing, result: record({ degrees: count }) },
  },
  reports: { opened: record({ door: text }) },
  events: { warm: record({ degrees: count }) },
} as const satisfies Boundary;
type Oven = typeof oven;

interface Kitchen {
  readonly address: string;
  readonly client: Client<Oven>;
  readonly server: Server<Oven>;
  readonly close: () => void;
  readonly hangUp: () => void;
  /** What the two ends complain of. */
  readonly complaints: (readonly [string, Readonly<Record<string, unknown>>])[];
  readonly opened: string[];
  /** Resolves when a request that hangs is no longer wanted. */
  readonly cancelled: Promise<unknown>;
}

async function kitchen(more: Partial<ServerParts<Oven>["requests"]> = {}): Promise<Kitchen> {
  const address = addressOfOne();
  const complaints: Kitchen["complaints"] = [];
  const opened: string[] = [];
  const complain = (complaint: string, data: Readonly<Record<string, unknown>>): void => {
    complaints.push([complaint, data]);
  };
  let other: { readonly connection: LocalConnection; readonly server: Server<Oven> } | undefined;
  let cancel: (reason: unknown) => void = () => undefined;
  const cancelled = new Promise<unknown>((resolve) => (cancel = resolve));
  const listening = await listen(address, { boundary: oven, complain }, (connection) => {
    const server = new Server(connection.messages, oven, {
      requests: {
        echo: ({ word }) => ({ word }),
        hang: (_, signal) =>
          new Promise(() => {
            signal.addEventListener("abort", () => cancel(signal.reason));
          }),
        refuse: () => {
          throw new Error("No cake today.");
        },
        lie: () => ({ degrees: "hot" }) as never,
        ...more,
      },
      reports: { opened: ({ door }) => void opened.push(door) },
      refused: (_, error) => (error as Error).message,
      complain,
    });
    other = { connection, server };
    connection.messages.listen();
  });
  const { messages, close } = await connectLocal(address, { boundary: oven, complain });
  const client = new Client(messages, oven, complain);
  messages.listen();
  onTestFinished(async () => {
    close();
    await listening.close();
  });
  await client.request("echo", { word: "there" });
  if (other === undefined) throw new Error("Nobody connected.");
  const { connection, server } = other;
  return {
    address,
    client,
    server,
    close,
    hangUp: () => {
      connection.close();
    },
    complaints,
    opened,
    cancelled,
  };
}

function addressOfOne(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "rpc-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return path.join(folder, "socket");
}

describe.skipIf(process.platform === "win32")("requests over a socket", () => {
  it("leave no listener on a signal that outlives them", async () => {
    const { client } = await kitchen();
    const { signal } = new AbortController();
    for (const word of ["one", "two", "three"])
      expect(await client.request("echo", { word }, signal)).toEqual({ word });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("that are given up reject with the reason, the other side is told, and the connection goes on", async () => {
    const { client, cancelled } = await kitchen();
    const given = new AbortController();
    const asked = client.request("hang", {}, given.signal);
    await client.request("echo", { word: "it has arrived" });
    given.abort(new Error("Enough."));
    await expect(asked).rejects.toThrow("Enough.");
    expect(await cancelled).toEqual(new Error("The answer is no longer wanted."));
    expect(await client.request("echo", { word: "still here" })).toEqual({ word: "still here" });
  });

  it("that are given up at once are never begun", async () => {
    let begun = 0;
    const { client } = await kitchen({
      hang: () => {
        begun += 1;
        return null;
      },
    });
    const given = new AbortController();
    const asked = client.request("hang", {}, given.signal);
    given.abort(new Error("Enough."));
    await expect(asked).rejects.toThrow("Enough.");
    await client.request("echo", { word: "all has arrived" });
    expect(begun).toBe(0);
  });

  it("that are given up are not kept, even where the other side never answers", async () => {
    const client = await withMute();
    const reason = await givenUp(client);
    await new Promise((resolve) => setImmediate(resolve));
    setFlagsFromString("--expose-gc");
    (runInNewContext("gc") as () => void)();
    expect(reason.deref()).toBeUndefined();
  });

  it("are told in the boundary's words that the other side has gone", async () => {
    const { client, hangUp } = await kitchen();
    const asked = client.request("hang", {});
    await client.request("echo", { word: "it has arrived" });
    hangUp();
    await expect(asked).rejects.toThrow(new ConnectionEnded(oven.ended));
    await expect(client.request("echo", { word: "too late" })).rejects.toThrow(new ConnectionEnded(oven.ended));
  });

  it("whose answer was on its way when the other side ended are answered", async () => {
    const { client, hangUp } = await kitchen({
      refuse: () => {
        hangUp();
        return null;
      },
    });
    const asked = Array.from({ length: 20 }, (_, at) => client.request("echo", { word: String(at) }));
    client.request("refuse", {}).catch(() => undefined);
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(asked.map(() => "fulfilled"));
  });

  it("that nobody is left to hear of are cancelled", async () => {
    const { client, close, cancelled } = await kitchen();
    client.request("hang", {}).catch(() => undefined);
    await client.request("echo", { word: "it has arrived" });
    close();
    expect(await cancelled).toEqual(new Error(oven.ended));
  });

  it("are refused with the other side's sentence", async () => {
    const { client } = await kitchen();
    await expect(client.request("refuse", {})).rejects.toThrow(/^No cake today\.$/);
  });
});

describe.skipIf(process.platform === "win32")("a message that makes no sense", () => {
  it("as a request is answered with what to do and what is wrong, logged without its value, and ends nothing", async () => {
    const { client, complaints } = await kitchen();
    await expect(client.request("echo", { word: 42 } as never)).rejects.toThrow(
      "The oven is of another make. Buy a new one. (“echo”: word is not a text.)",
    );
    expect(complaints).toEqual([
      ["a message of the oven makes no sense", { message: "echo", where: "word", why: "word is not a text" }],
    ]);
    expect(await client.request("echo", { word: "still here" })).toEqual({ word: "still here" });
  });

  it("as a request of a later version is answered, too", async () => {
    const { client, complaints } = await kitchen();
    await expect(client.request("bake" as never, {} as never)).rejects.toThrow("has no request “bake”");
    const other = await connectLocal((await kitchen()).address, { boundary: oven, complain: () => undefined });
    other.messages.listen();
    await expect(other.messages.sendRequest("bake", {})).rejects.toThrow(
      "The oven is of another make. Buy a new one. (“bake”: it is not known.)",
    );
    other.close();
    expect(complaints).toEqual([]);
  });

  it("as an answer rejects, and says what is wrong", async () => {
    const { client, complaints } = await kitchen();
    await expect(client.request("lie", {})).rejects.toThrow("(“lie”: degrees is not a whole number from 0.)");
    expect(complaints.map(([, data]) => data)).toEqual([
      { message: "lie", where: "degrees", why: "degrees is not a whole number from 0" },
    ]);
  });

  it("as an event or a report is logged, and those that make sense are taken", async () => {
    const { client, server, complaints, opened } = await kitchen();
    const degrees: number[] = [];
    client.on("warm", (event) => degrees.push(event.degrees));
    server.send("warm", { degrees: -1 });
    server.send("warm", { degrees: 180 });
    server.send("cold" as never, {} as never);
    client.report("opened", { door: 1 } as never);
    client.report("opened", { door: "upper" });
    client.report("shut" as never, {} as never);
    await client.request("echo", { word: "all has arrived" });
    expect([degrees, opened]).toEqual([[180], ["upper"]]);
    expect(complaints.map(([complaint, { message }]) => [complaint, message]).sort()).toEqual([
      ["a message of the oven makes no sense", "opened"],
      ["a message of the oven makes no sense", "warm"],
      ["a report that the oven does not know", "shut"],
      ["an event that the oven is not known to have", "cold"],
    ]);
  });

  it.each([
    ["is not JSON-RPC", '{"id":7}', true],
    ["carries a secret but no method", '{"jsonrpc":"2.0","id":7,"params":{"secrets":{"db":"canary"}}}', true],
    ["cancels nothing", '{"jsonrpc":"2.0","method":"$/cancelRequest"}', true],
    ["is not JSON", "{canary", false],
  ])("since it %s is logged without its value", async (_, body, isAnswered) => {
    const { address, complaints } = await kitchen();
    const said = await saidTo(address, framed(body), isAnswered);
    if (isAnswered) expect(said).toContain(oven.misfit);
    else expect(said).toBe("");
    expect(complaints.length).toBe(1);
    expect(JSON.stringify(complaints)).not.toContain("canary");
  });

  it("without a length ends the connection", async () => {
    const { address, complaints } = await kitchen();
    expect(await saidTo(address, "Content-Type: text/plain\r\n\r\n", false)).toBe("");
    expect(complaints).toEqual([
      ["a connection to the oven is given up", { why: expect.stringContaining("Content-Length") as string }],
    ]);
  });

  it("of a client of before JSON-RPC is answered in its form", async () => {
    const { address } = await kitchen();
    expect(await saidTo(address, '{"id":1,"method":"hello","params":{"protocol":2}}\n', false)).toBe(
      `${JSON.stringify({ id: 1, ok: false, error: oven.misfit })}\n`,
    );
  });
});

function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** What somebody says to bytes, until it ends or, where it answers, until then. */
async function saidTo(address: string, bytes: string, isAnswered: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address);
    let said = "";
    socket.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (isAnswered && said.endsWith("}")) socket.end();
    });
    socket.once("close", () => resolve(said)).once("error", reject);
    socket.write(bytes);
  });
}

/** A client of somebody who hears and never says anything. */
async function withMute(): Promise<Client<Oven>> {
  const address = addressOfOne();
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket.resume()));
  await new Promise<void>((resolve) => server.listen(address, resolve));
  const { messages, close } = await connectLocal(address, { boundary: oven, complain: () => undefined });
  const client = new Client(messages, oven, () => undefined);
  messages.listen();
  onTestFinished(() => {
    close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return client;
}

/** In a function of its own, so that nothing here holds what it leaves. */
async function givenUp(client: Client<Oven>): Promise<WeakRef<Error>> {
  const given = new AbortController();
  const reason = new Error("Enough.");
  const asked = client.request("hang", {}, given.signal);
  given.abort(reason);
  await asked.catch(() => undefined);
  return new WeakRef(reason);
}
