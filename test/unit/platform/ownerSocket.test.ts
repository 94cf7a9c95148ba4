import { stat } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { editorSocket } from "../../../src/formats/editorSocket.js";
import { serveTerminal } from "../../../src/extension/terminal/editorSocket.js";
import { connectLocal } from "../../../src/platform/localSocket.js";
import { listenForOwner, type OwnerSocket } from "../../../src/platform/ownerSocket.js";
import { Client } from "../../../src/protocol/client.js";

const open: OwnerSocket[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((socket) => socket.close()));
});

const name = `t${process.pid.toString()}`;

const parts = { boundary: editorSocket, complain: () => undefined };

async function listening(answer: string): Promise<OwnerSocket> {
  const socket = await listenForOwner(name, parts, (connection) => {
    serveTerminal(connection, () => Promise.resolve({ message: answer }), parts.complain);
  });
  open.push(socket);
  return socket;
}

async function ask(address: string): Promise<unknown> {
  const { messages, close } = await connectLocal(address, parts);
  const client = new Client(messages, editorSocket, parts.complain);
  messages.listen();
  const { message } = await client.request("run", { file: "/wine/flow.py", workflow: "wine" });
  close();
  return message;
}

describe.skipIf(process.platform === "win32")("a socket of one's own", () => {
  it("lies in a folder that nobody else may enter", async () => {
    const { address } = await listening("one");
    expect((await stat(path.dirname(address))).mode & 0o777).toBe(0o700);
    expect(await ask(address)).toBe("one");
  });

  it("has the same address when its name is listened to again", async () => {
    const first = await listening("one");
    await first.close();
    const second = await listening("two");
    expect(second.address).toBe(first.address);
    expect(await ask(second.address)).toBe("two");
  });

  it("takes no address away from one who listens", async () => {
    const first = await listening("one");
    const second = await listening("two");
    expect(await ask(first.address)).toBe("one");
    expect(await ask(second.address)).toBe("two");
  });
});
