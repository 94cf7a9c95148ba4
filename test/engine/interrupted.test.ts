import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testPython } from "../../scripts/testbed/testPython.mjs";
import { aqueduct, start, type Place } from "../e2e/support/cli.js";

const flow = `import time
from aqueduct import Client, op

@op
def sleeper():
    print("asleep", flush=True)
    time.sleep(20)
    return 1

Client().publish_flow("mine", artifacts=[sleeper()])
`;

let place: Place;

beforeEach(async () => {
  const cwd = await mkdtemp(path.join(tmpdir(), "interrupted-"));
  place = { cwd, env: { PATH: process.env["PATH"] ?? "", HOME: cwd, LANG: "C.UTF-8" } };
  await writeFile(path.join(cwd, "flow.py"), flow);
});

afterEach(async () => {
  await aqueduct(place, "engine", "stop");
  await rm(place.cwd, { recursive: true, force: true });
});

// security.md 18: an uncaught ConnectionEnded, with its stack.
describe("Ctrl-C while the engine goes away", () => {
  it.each(["before", "after"] as const)("%s it ends in a sentence, not in a stack", async (order) => {
    const running = start(place, "run", "flow.py", "--python", await testPython());
    const card = path.join(place.cwd, ".air-executor", ".engine", "engine.json");
    let done = false;
    let said = "";
    running.process.stderr?.on("data", (text: string) => {
      said += text;
      if (done || !said.includes("sleeper | asleep")) return;
      done = true;
      void readFile(card, "utf8").then((read) => {
        const { pid } = JSON.parse(read) as { readonly pid: number };
        if (order === "before") running.process.kill("SIGINT");
        process.kill(pid, "SIGKILL");
        if (order === "after") running.process.kill("SIGINT");
      });
    });
    const { code, stdout, stderr } = await running.answer;
    expect(done, `what it said before: ${stdout}${stderr}`).toBe(true);
    // The run is cancelled by the engine that follows, long before its operator would have ended.
    expect(stderr).not.toContain("can't be cancelled");
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/ConnectionEnded|\n\s+at |Node\.js v/);
    expect(stderr).toContain("Cancelling…");
  });
});

// engine.md 2.3: `runs` said "running" for as long as nobody started a daemon, and `engine status` that none runs.
it("an engine that died with its command is told, and a new one goes on where it was", async () => {
  const python = await testPython();
  const running = start(place, "run", "flow.py", "--python", python);
  const card = path.join(place.cwd, ".air-executor", ".engine", "engine.json");
  let said = "";
  await new Promise<void>((resolve, reject) => {
    running.process.stderr?.on("data", (text: string) => {
      said += text;
      if (!said.includes("sleeper | asleep")) return;
      readFile(card, "utf8").then((read) => {
        running.process.kill("SIGKILL");
        process.kill((JSON.parse(read) as { readonly pid: number }).pid, "SIGKILL");
        resolve();
      }, reject);
    });
    running.process.on("close", () => {
      resolve();
    });
  });
  await running.answer;
  expect(said).toContain("sleeper | asleep");
  const words = /The local engine has ended before 1 run of this machine had \([0-9a-f]{8}\)/;
  const targets = async (): Promise<string> => JSON.stringify((await aqueduct(place, "runs")).json);
  await expect.poll(targets, { timeout: 20_000 }).toMatch(words);
  expect((await aqueduct(place, "engine", "start")).code).toBe(0);
  expect(await targets()).not.toMatch(words);
  await expect.poll(targets, { timeout: 60_000, interval: 1_000 }).toMatch(/"state":"(succeeded|failed)"/);
});
