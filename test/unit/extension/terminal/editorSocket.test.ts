import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { editorSocket, type Begun, type EditorSocket } from "../../../../src/formats/editorSocket.js";
import { serveTerminal, type TerminalRequest } from "../../../../src/extension/terminal/editorSocket.js";
import { connectLocal, listen } from "../../../../src/platform/localSocket.js";
import { Client } from "../../../../src/protocol/client.js";

/** A window that answers so; gives its address. */
async function windowOf(answer: (request: TerminalRequest) => Promise<Begun>): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "terminal-"));
  const address = path.join(folder, "socket");
  const server = await listen(address, parts, (connection) => {
    serveTerminal(connection, answer, parts.complain);
  });
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  return address;
}

const parts = { boundary: editorSocket, complain: () => undefined };

/** A terminal of a window that answers so. */
async function terminal(answer: (request: TerminalRequest) => Promise<Begun>): Promise<Client<EditorSocket>> {
  const { messages, close } = await connectLocal(await windowOf(answer), parts);
  const client = new Client(messages, editorSocket, parts.complain);
  messages.listen();
  onTestFinished(close);
  return client;
}

const params = { file: "/wine/level3.py", workflow: "wine", line: 3 };

describe.skipIf(process.platform === "win32")("a terminal's request", () => {
  it("gets the answer to what it asks", async () => {
    const asked: TerminalRequest[] = [];
    const client = await terminal((request) => {
      asked.push(request);
      return Promise.resolve({ message: "See Runs." });
    });
    expect(await client.request("run", params)).toEqual({ message: "See Runs." });
    expect(await client.request("publish", params)).toEqual({ message: "See Runs." });
    expect(asked).toEqual([
      { method: "run", params },
      { method: "publish", params },
    ]);
  });

  it("is told why it is refused", async () => {
    const client = await terminal(() => Promise.reject(new Error("Not trusted.")));
    await expect(client.request("run", params)).rejects.toThrow(/^Not trusted\.$/);
  });

  it("is answered on the wire as the Python end reads it", async () => {
    const samples = JSON.parse(readFileSync("test/fixtures/protocols/editorSocket.json", "utf8")) as Record<
      "request" | "reply" | "refusal",
      { readonly result: Begun; readonly error: { readonly message: string } }
    >;
    const { result } = samples.reply;
    expect(await saidTo(await windowOf(() => Promise.resolve(result)), samples.request)).toEqual(samples.reply);
    const refusal = new Error(samples.refusal.error.message);
    expect(await saidTo(await windowOf(() => Promise.reject(refusal)), samples.request)).toEqual(samples.refusal);
  });

  it("that is none gets a reply too", async () => {
    const client = await terminal(() => Promise.reject(new Error("never asked")));
    await expect(client.request("run", { ...params, line: 0 })).rejects.toThrow(
      "The editor does not know this request. Run “Aqueduct: Set Up Python”, so that both are of one version.",
    );
  });
});

/** What a message is answered with, as it stands on the socket. */
async function saidTo(address: string, message: unknown): Promise<unknown> {
  const body = JSON.stringify(message);
  return new Promise((resolve, reject) => {
    const socket = createConnection(address);
    socket.once("error", reject).once("data", (chunk: Buffer) => {
      socket.end();
      resolve(JSON.parse(chunk.toString().split("\r\n\r\n")[1] ?? ""));
    });
    socket.write(`Content-Length: ${Buffer.byteLength(body).toString()}\r\n\r\n${body}`);
  });
}
