import { describe, expect, it } from "vitest";
import type { LocalConnection } from "../../../../src/core/index.js";
import type { Begun, EditorSocketRequest } from "../../../../src/protocol/editorSocket.js";
import { serveTerminal } from "../../../../src/extension/terminal/editorSocket.js";

const request: EditorSocketRequest = { id: 4, method: "run", params: { file: "/wine/level3.py", workflow: "wine" } };

async function replyTo(message: unknown, answer: () => Promise<Begun>): Promise<unknown> {
  return new Promise((resolve) => {
    const sent: unknown[] = [];
    const connection: LocalConnection = {
      send: (one) => {
        sent.push(one);
      },
      close: () => {
        resolve(sent);
      },
      closed: Promise.resolve(),
    };
    serveTerminal(connection, answer)(message);
  });
}

describe("a terminal's request", () => {
  it("gets one reply, and the connection ends", async () => {
    expect(await replyTo(request, () => Promise.resolve({ message: "See Runs." }))).toEqual([
      { id: 4, ok: true, result: { message: "See Runs." } },
    ]);
  });

  it("is told why it is refused", async () => {
    expect(await replyTo(request, () => Promise.reject(new Error("Not trusted.")))).toEqual([
      { id: 4, ok: false, error: "Not trusted." },
    ]);
  });

  it("that is none gets a reply too", async () => {
    expect(await replyTo({ method: "forget" }, () => Promise.reject(new Error("never asked")))).toEqual([
      { id: 0, ok: false, error: expect.stringContaining("does not know this request") as string },
    ]);
  });
});
