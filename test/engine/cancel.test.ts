import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createLocalEngine } from "../../src/platform/localEngine.js";
import { EngineFixture, isAliveNow, outcomes, recordsUntil, runShell, started, submit } from "./engineFixture.js";
import { silentLog } from "../fakes/silentLog.js";

const stubborn = "trap '' TERM; while :; do sleep 0.05; done";

describe("stopping the engine", () => {
  it("ends once what runs has been cancelled and written down", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect({ grace: 30_000 });
    await submit(
      engine,
      fixture.job("slow", [runShell("trap 'sleep 0.5; exit 1' TERM; echo up; while :; do sleep 0.05; done")]),
    );
    await recordsUntil(engine, "slow", started("t1"));
    await fixture.waitFor(path.join(fixture.attempt("slow", "t1"), "stdout.log"), "up");

    vi.stubEnv("XDG_DATA_HOME", fixture.file("data"));
    onTestFinished(() => void vi.unstubAllEnvs());
    const found = await createLocalEngine("", () => Promise.resolve(process.execPath), silentLog).find(fixture.folder);
    await found?.stop();
    expect(found).toBeDefined();
    expect(fixture.json(".air-executor/jobs/slow/tasks.json")).toMatchObject([{ status: "failed" }]);
    expect(
      await createLocalEngine("", () => Promise.resolve(process.execPath), silentLog).find(fixture.folder),
    ).toBeUndefined();
  });
});

describe("cancelling a job", () => {
  it("ends what runs, grandchildren that ignore TERM included, and drops what waits", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    const task = runShell(`sh -c "echo \\$\\$ > grandchild; echo up; ${stubborn}" & wait`);
    await submit(engine, fixture.job("stubborn", [task, runShell("true", { dependencies: ["t1"] })]));
    await recordsUntil(engine, "stubborn", started("t1"));
    await fixture.waitFor(path.join(fixture.attempt("stubborn", "t1"), "stdout.log"), "up");
    const grandchild = Number(fixture.read("grandchild"));
    expect(isAliveNow(grandchild)).toBe(true);

    await engine.request("cancel", { job: "stubborn" });
    const records = await recordsUntil(engine, "stubborn");
    expect(isAliveNow(grandchild)).toBe(false);
    expect(outcomes(records)).toEqual({ t1: "cancelled", t2: "cancelled" });
    expect(records.at(-1)).toMatchObject({ type: "finished", outcome: "cancelled" });
    expect(fixture.json(".air-executor/jobs/stubborn/tasks.json")).toMatchObject([
      { status: "failed" },
      { status: "failed" },
    ]);
  });

  it.runIf(process.platform === "linux")("ends a grandchild that made a process group of its own", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    // With job control on, a shell gives each background job its own group.
    await submit(
      engine,
      fixture.job("apart", [runShell(`set -m; sh -c "echo \\$\\$ > grandchild; echo up; ${stubborn}" & wait`)]),
    );
    await recordsUntil(engine, "apart", started("t1"));
    await fixture.waitFor(path.join(fixture.attempt("apart", "t1"), "stdout.log"), "up");
    const grandchild = Number(fixture.read("grandchild"));

    await engine.request("cancel", { job: "apart" });
    expect(outcomes(await recordsUntil(engine, "apart"))).toEqual({ t1: "cancelled" });
    expect(isAliveNow(grandchild)).toBe(false);
  });

  it("lets a task clean up within its grace, and keeps a success that came first", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect({ grace: 30_000 });
    await submit(
      engine,
      fixture.job("tidy", [runShell("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done")]),
    );
    await recordsUntil(engine, "tidy", started("t1"));
    await fixture.waitFor(path.join(fixture.attempt("tidy", "t1"), "stdout.log"), "up");

    await engine.request("cancel", { job: "tidy" });
    expect(outcomes(await recordsUntil(engine, "tidy"))).toEqual({ t1: "succeeded" });
    expect(fixture.read(".air-executor/jobs/tidy/logs/t1.log")).toBe("up\nbye\n");
  });

  it("leaves a finished job as it is", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    await submit(engine, fixture.job("over", [runShell("true")]));
    await recordsUntil(engine, "over");

    await engine.request("cancel", { job: "over" });
    expect((await engine.request("list", {})).map(({ name, outcome }) => [name, outcome])).toEqual([
      ["over", "succeeded"],
    ]);
    await expect(engine.request("cancel", { job: "unknown" })).rejects.toThrow('no job "unknown"');
  });
});
