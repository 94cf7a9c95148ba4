import { beforeEach, describe, expect, it } from "vitest";

import { FakeShell, jsonOf } from "../../fakes/fakeShell.js";

let shell: FakeShell;

beforeEach(() => {
  shell = new FakeShell();
});

describe("aqueduct engine status", () => {
  it("is 0 where none runs, says so, and starts none", async () => {
    const said = await shell.type("engine", "status");
    expect(said).toEqual({ code: 0, stdout: "No local engine runs for this folder.\n", stderr: "" });
    expect(jsonOf(await shell.type("engine", "status", "--json"))).toEqual({ running: false, jobs: [] });
    expect(shell.engine.isRunning).toBe(false);
  });

  it("lists its jobs, each with its state", async () => {
    await shell.type("run", "wine.py");
    const name = shell.engine.submitted[0]?.job.name ?? "";
    const said = await shell.type("engine", "status");
    expect(said).toEqual({ code: 0, stdout: `The local engine runs.\n  ${name}: completed\n`, stderr: "" });
    expect(jsonOf(await shell.type("engine", "status", "--json"))).toMatchObject({
      running: true,
      jobs: [{ name, state: "completed", outcome: "succeeded" }],
    });
    expect(shell.engine.open).toBe(0);
  });

  it("asks that of the folder above, where an aqueduct.json stands there", async () => {
    shell.engine.find = (folder) => Promise.reject(new Error(`asked for ${folder}`));
    const said = await shell.type("engine", "status", "--json");
    expect([said.code, jsonOf(said)]).toEqual([3, { error: "asked for /wine" }]);
  });
});

describe("aqueduct engine stop", () => {
  it("is 0 where none runs, and says so", async () => {
    const said = await shell.type("engine", "stop");
    expect(said).toEqual({ code: 0, stdout: "No local engine runs for this folder.\n", stderr: "" });
    expect(jsonOf(await shell.type("engine", "stop", "--json"))).toEqual({ stopped: false });
  });

  it("ends the one that runs", async () => {
    await shell.type("run", "wine.py");
    const said = await shell.type("engine", "stop");
    expect(said).toEqual({ code: 0, stdout: "The local engine has ended.\n", stderr: "" });
    expect([shell.engine.isRunning, shell.engine.open]).toEqual([false, 0]);
    shell.engine.isRunning = true;
    expect(jsonOf(await shell.type("engine", "stop", "--json"))).toEqual({ stopped: true });
  });

  it("makes no project of a folder that is none", async () => {
    shell.files.contents.delete("/wine/aqueduct.json");
    await shell.type("engine", "status");
    await shell.type("engine", "stop");
    expect(shell.files.contents.has("/wine/aqueduct.json")).toBe(false);
  });
});
