import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { followFile } from "../../src/platform/followFile.js";
import { EngineFixture, outcomes, recordsUntil, runShell, started, submit } from "./engineFixture.js";

describe("a job", () => {
  it("runs its tasks in order of their dependencies and leaves files that Air-Executor 1 reads", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    await submit(
      engine,
      fixture.job("nightly", [runShell("echo first > a"), runShell("cat a > b; echo done", { dependencies: ["t1"] })]),
    );

    expect(outcomes(await recordsUntil(engine, "nightly"))).toEqual({ t1: "succeeded", t2: "succeeded" });
    expect(fixture.read("b")).toBe("first\n");
    expect(fixture.json(".air-executor/jobs/nightly/state.json")).toMatchObject({
      name: "nightly",
      state: "completed",
    });
    expect(fixture.json(".air-executor/jobs/nightly/tasks.json")).toMatchObject([
      { status: "completed" },
      { status: "completed", error: null },
    ]);
    expect(fixture.read(".air-executor/jobs/nightly/logs/t2.log")).toBe("done\n");
  });

  it("ends at once when a task fails, with what hangs on it marked", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    await submit(
      engine,
      fixture.job("broken", [
        runShell("echo no such wine >&2; exit 7"),
        runShell("true", { dependencies: ["t1"] }),
        runShell("true", { dependencies: ["t2"] }),
        runShell("true"),
      ]),
    );

    expect(outcomes(await recordsUntil(engine, "broken"))).toEqual({
      t1: "failed",
      t2: "upstreamFailed",
      t3: "upstreamFailed",
      t4: "succeeded",
    });
    expect(fixture.json(".air-executor/jobs/broken/state.json")).toMatchObject({ state: "failed" });
    expect(fixture.json(".air-executor/jobs/broken/tasks.json")).toMatchObject([
      { status: "failed", error: "Exit code 7: no such wine" },
      { status: "failed" },
      {},
      { status: "completed" },
    ]);
  });

  it("runs as many tasks at once as it may, and no more", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    // Each waits until two are there, so that one at a time would never end; and none may see three.
    const meet =
      "mkdir -p here; touch here/$ME; while [ $(ls met here 2>/dev/null | grep -c t) -lt 2 ]; do sleep 0.01; done; mkdir -p met; ls here | wc -l >> counts; mv here/$ME met/";
    const tasks = ["t1", "t2", "t3", "t4"].map((id) => runShell(meet, { id, environment: { ME: id } }));
    await submit(engine, fixture.job("wide", tasks, 2));

    const records = await recordsUntil(engine, "wide");
    expect(outcomes(records)).toEqual({ t1: "succeeded", t2: "succeeded", t3: "succeeded", t4: "succeeded" });
    expect(mostAtOnce(records)).toBe(2);
    expect(Math.max(...fixture.read("counts").trim().split("\n").map(Number))).toBe(2);
  });

  it("shows a task's output while it runs", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    await submit(
      engine,
      fixture.job("chatty", [runShell("echo waiting for you; while [ ! -e go ]; do sleep 0.01; done; echo thanks")]),
    );
    const record = (await recordsUntil(engine, "chatty", started("t1"))).at(-1);
    if (record?.type !== "started") throw new Error("not started");

    const end = new AbortController();
    let text = "";
    for await (const piece of followFile(record.stdout, end.signal)) {
      text += piece;
      if (text !== "waiting for you\n") continue;
      writeFileSync(fixture.file("go"), "");
      void recordsUntil(engine, "chatty").then(() => end.abort());
    }
    expect(text).toBe("waiting for you\nthanks\n");
  });

  it("is refused when its name is taken, when a task waits for one that is not there, and when tasks wait for one another", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    const job = fixture.job("twice", [runShell("true")]);
    await submit(engine, job);
    await recordsUntil(engine, "twice");

    await expect(submit(engine, job)).rejects.toThrow('There is a job "twice" already');
    await expect(
      submit(engine, fixture.job("lonely", [runShell("true", { dependencies: ["nobody"] })])),
    ).rejects.toThrow('depends on "nobody"');
    await expect(submit(engine, fixture.job("circle", [runShell("true", { dependencies: ["t1"] })]))).rejects.toThrow(
      "wait for one another: t1",
    );
    expect(readdirSync(path.join(fixture.base, "jobs"))).toEqual(["twice"]);
  });

  it("fails with the reason when its working folder is not there", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    await submit(
      engine,
      fixture.job("nowhere", [
        runShell("true", { cwd: "/no/such/folder" }),
        runShell("true", { dependencies: ["t1"] }),
      ]),
    );

    expect(outcomes(await recordsUntil(engine, "nowhere"))).toEqual({ t1: "failed", t2: "upstreamFailed" });
    expect(fixture.json(".air-executor/jobs/nowhere/tasks.json")).toMatchObject([
      { error: "Its working folder /no/such/folder is not there." },
      {},
    ]);
  });

  it("is kept from others' eyes and from version control", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    await submit(engine, fixture.job("private", [runShell("true")]));
    await recordsUntil(engine, "private");
    const { socket } = fixture.json(".air-executor/.engine/engine.json") as { readonly socket: string };

    const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);
    expect([fixture.base, path.dirname(socket), fixture.attempt("private", "t1")].map(modeOf)).toEqual([
      "700",
      "700",
      "700",
    ]);
    expect(fixture.read(".air-executor/.gitignore")).toBe("*\n");
    expect(existsSync(path.join(fixture.attempt("private", "t1"), "exit.json"))).toBe(true);
  });
});

function mostAtOnce(records: Awaited<ReturnType<typeof recordsUntil>>): number {
  let running = 0;
  return Math.max(
    ...records.map(({ type }) => (type === "starting" ? (running += 1) : type === "ended" ? (running -= 1) : running)),
  );
}
