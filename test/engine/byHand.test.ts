import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { editorSocket, type Begun } from "../../src/formats/editorSocket.js";
import { listenForOwner, type OwnerSocket } from "../../src/platform/ownerSocket.js";
import { serveTerminal, type TerminalRequest } from "../../src/extension/terminal/editorSocket.js";

const flow = `from aqueduct import Client, op

client = Client()


@op
def number():
    return 41


made = number()
print("by hand:", made.get())
client.publish_flow("plain", artifacts=[made])
`;

let folder = "";
let socket: OwnerSocket | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "aqueduct-by-hand-"));
  await writeFile(path.join(folder, "flow.py"), flow);
});
afterEach(async () => {
  await socket?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the file as in a terminal of a window that answers so. */
async function byHand(
  answer: (request: TerminalRequest) => Promise<Begun>,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const parts = { boundary: editorSocket, complain: (complaint: string) => expect(complaint).toBe("none") };
  socket = await listenForOwner(`h${process.pid.toString()}`, parts, (connection) =>
    serveTerminal(connection, answer, parts.complain),
  );
  const env = { ...process.env, PYTHONPATH: path.resolve("src/runtime"), AQUEDUCT_EDITOR_SOCKET: socket.address };
  return new Promise((resolve) => {
    execFile("python3", ["flow.py"], { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe.skipIf(process.platform === "win32")("a workflow file that is run by hand", () => {
  it("asks the window to run it, and says what that answers", async () => {
    const asked: TerminalRequest[] = [];
    const ended = await byHand((request) => {
      asked.push(request);
      return Promise.resolve({ message: "See Runs." });
    });
    expect(ended).toMatchObject({
      code: 0,
      stdout: "by hand: 41\n",
      stderr: expect.stringMatching(/See Runs\.\n$/) as string,
    });
    expect(asked).toEqual([
      { method: "run", params: { file: path.join(folder, "flow.py"), workflow: "plain", line: 13 } },
    ]);
  });

  it("ends with the window's sentence where that refuses", async () => {
    const ended = await byHand(() => Promise.reject(new Error("Trust the folder first.")));
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/InvalidUserActionException: Trust the folder first\.\n$/);
  });
});
