import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testPython } from "../../scripts/testbed/testPython.mjs";
import { aqueduct, expectExit, start, type Place } from "../e2e/support/cli.js";

const flow = `import time
from aqueduct import Client, op

@op
def sleeper():
    print("asleep", flush=True)
    time.sleep(SECONDS)
    return 1

@op
def after(value):
    return value + 1

Client().publish_flow("mine", artifacts=[after(sleeper())])
`;

let root: string;
let place: Place;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "moved-"));
  mkdirSync(path.join(root, "old"));
  place = { cwd: path.join(root, "old"), env: { PATH: process.env["PATH"] ?? "", HOME: root, LANG: "C.UTF-8" } };
});

afterEach(async () => {
  await aqueduct({ ...place, cwd: path.join(root, "new") }, "engine", "stop");
  await rm(root, { recursive: true, force: true });
});

// engine.md 2.7.
describe("a folder that is renamed while a workflow runs", () => {
  it.each([
    ["long before its operator ends", "60"],
    ["just before its operator ends", "0.3"],
  ])("%s ends the run with a sentence, is not made again, and runs where it is now", async (_name, seconds) => {
    const file = path.join(place.cwd, "flow.py");
    writeFileSync(file, flow.replace("SECONDS", seconds));
    const python = await testPython();
    const running = start(place, "run", "flow.py", "--python", python);
    let said = "";
    running.process.stderr?.on("data", (text: string) => {
      said += text;
      if (said.includes("sleeper | asleep") && existsSync(place.cwd)) renameSync(place.cwd, path.join(root, "new"));
    });
    const { code, json, stderr } = await running.answer;
    expect(code).toBe(3);
    expect((json as { error: string }).error).toBe(
      `${place.cwd} is not there any more: it was moved, renamed or deleted while the workflow ran. Run it again from where it is now.`,
    );
    expect(stderr).toContain(`The folder ${place.cwd} is not there any more`);
    expect(stderr).not.toMatch(/file_dependencies|\n\s+at /);
    expect(existsSync(place.cwd)).toBe(false);

    const now = { ...place, cwd: path.join(root, "new") };
    writeFileSync(path.join(now.cwd, "flow.py"), flow.replace("SECONDS", "0"));
    const { run } = expectExit<{ run: { state: string } }>(
      await aqueduct(now, "run", "flow.py", "--python", python),
      0,
    );
    expect(run.state).toBe("succeeded");
    const { runs } = expectExit<{ runs: { state: string }[] }>(await aqueduct(now, "runs"), 0);
    expect(runs.map(({ state }) => state)).not.toContain("running");
  });
});
