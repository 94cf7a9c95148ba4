import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { JobRecord } from "../../src/core/model/job.js";
import { jobRecords } from "../../src/platform/jobRecords.js";
import { EngineFixture, isAliveNow, outcomes, recordsUntil, runShell, started, submit } from "./engineFixture.js";

const untilGo = "while [ ! -e go ]; do sleep 0.01; done";

describe("a daemon that is killed in the middle of a task", () => {
  it("is followed by one that has the same process and its real exit code", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    await submit(
      first,
      fixture.job("long", [
        runShell(`${untilGo}; echo out; exit 3`),
        runShell(untilGo),
        runShell("true", { dependencies: ["t2"] }),
      ]),
    );
    const before = await recordsUntil(first, "long", started("t2"));
    await fixture.killDaemon(first);

    const second = await fixture.connect();
    expect(isAliveNow(pidOf(before, "t1"))).toBe(true);
    const finished = recordsUntil(second, "long");
    writeFileSync(fixture.file("go"), "");
    const records = await finished;

    expect(outcomes(records)).toEqual({ t1: "failed", t2: "succeeded", t3: "succeeded" });
    expect(records.find(({ type, ...rest }) => type === "ended" && "task" in rest && rest.task === "t1")).toMatchObject(
      { code: 3, signal: null },
    );
    expect(records.filter((record) => record.type === "starting" && record.task === "t1")).toHaveLength(1);
    expect(pidOf(records, "t1")).toBe(pidOf(before, "t1"));
    expect(fixture.read(".air-executor/jobs/long/logs/t1.log")).toBe("out\n");
  });

  it("is followed by one that learns what ended in between", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    await submit(
      first,
      fixture.job("meanwhile", [runShell(untilGo), runShell("echo next > next", { dependencies: ["t1"] })]),
    );
    await recordsUntil(first, "meanwhile", started("t1"));
    await fixture.killDaemon(first);
    writeFileSync(fixture.file("go"), "");

    expect(outcomes(await recordsUntil(await fixture.connect(), "meanwhile"))).toEqual({
      t1: "succeeded",
      t2: "succeeded",
    });
    expect(fixture.read("next")).toBe("next\n");
  });

  it("never makes a success of a task whose end nobody saw, and ends what is left of it", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    // The orphan tells its number, so that the test can see it end.
    await submit(
      first,
      fixture.job("killed", [
        runShell("(trap '' TERM; sh -c 'echo $PPID' > orphan; echo ready; while :; do sleep 0.05; done) & wait"),
        runShell("true", { dependencies: ["t1"] }),
      ]),
    );
    const shim = pidOf(await recordsUntil(first, "killed", started("t1")), "t1");
    await fixture.waitFor(path.join(fixture.attempt("killed", "t1"), "stdout.log"), "ready");
    await fixture.killDaemon(first);
    process.kill(shim, "SIGKILL");

    expect(outcomes(await recordsUntil(await fixture.connect(), "killed"))).toEqual({
      t1: "lost",
      t2: "upstreamFailed",
    });
    expect(isAliveNow(Number(fixture.read("orphan")))).toBe(false);
    expect(fixture.json(".air-executor/jobs/killed/state.json")).toMatchObject({ state: "failed" });
  });

  it("is followed by one that cancels what it took over", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    await submit(first, fixture.job("endless", [runShell("while :; do sleep 0.05; done")]));
    const shim = pidOf(await recordsUntil(first, "endless", started("t1")), "t1");
    await fixture.killDaemon(first);

    const second = await fixture.connect();
    await second.request("cancel", { job: "endless" });
    expect(outcomes(await recordsUntil(second, "endless"))).toEqual({ t1: "cancelled" });
    expect(isAliveNow(shim)).toBe(false);
  });
});

describe("a client that follows a job", () => {
  it("hears every record once, though the daemon dies in between", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    await submit(engine, fixture.job("followed", [runShell(untilGo), runShell("true", { dependencies: ["t1"] })]));
    const seen: JobRecord[] = [];
    for await (const record of jobRecords(fixture.options, "followed", 1)) {
      seen.push(record);
      if (record.type !== "started" || record.task !== "t1") continue;
      await fixture.killDaemon(engine);
      writeFileSync(fixture.file("go"), "");
    }

    expect(outcomes(seen)).toEqual({ t1: "succeeded", t2: "succeeded" });
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
  });
});

describe("daemons that are killed again and again, each at the first new thing that it tells", () => {
  it("together run every task once, to its end", async () => {
    const fixture = await EngineFixture.make();
    const tasks = ["a", "b", "c", "d", "e"].map((id, place) =>
      runShell(`echo ${id} >> runs; echo ${id}`, {
        id,
        dependencies: ["a", "b", "c", "d"].slice(Math.max(0, place - 2), place),
      }),
    );
    await submit(await fixture.connect(), fixture.job("storm", tasks, 2));

    let records: readonly JobRecord[] = [];
    while (records.at(-1)?.type !== "finished") {
      const engine = await fixture.connect();
      const seen = records.length;
      records = await recordsUntil(engine, "storm", ({ seq, type }) => seq > seen || type === "finished");
      await fixture.killDaemon(engine);
    }
    expect(outcomes(records)).toEqual({
      a: "succeeded",
      b: "succeeded",
      c: "succeeded",
      d: "succeeded",
      e: "succeeded",
    });
    expect(fixture.read("runs").trim().split("\n").sort()).toEqual(["a", "b", "c", "d", "e"]);
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
  });
});

describe("what a daemon finds when it starts", () => {
  it("a journal whose last line was torn is read up to it, and goes on from there", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    await submit(first, fixture.job("torn", [runShell(untilGo), runShell("true", { dependencies: ["t1"] })]));
    await recordsUntil(first, "torn", started("t1"));
    await fixture.killDaemon(first);
    appendFileSync(
      fixture.file(".air-executor/jobs/torn/.engine/journal.ndjson"),
      '{"seq":4,"at":"2026-11-21T14:00:00.000000Z","type":"end',
    );
    writeFileSync(fixture.file("go"), "");

    expect(outcomes(await recordsUntil(await fixture.connect(), "torn"))).toEqual({ t1: "succeeded", t2: "succeeded" });
    const lines = fixture.read(".air-executor/jobs/torn/.engine/journal.ndjson").trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as JobRecord).seq)).toEqual(lines.map((_, index) => index + 1));
  });

  it("an attempt that was announced but never begun is begun anew, once", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    const journal = fixture.file(".air-executor/jobs/announced/.engine/journal.ndjson");
    await submit(first, fixture.job("announced", [runShell("echo ran >> runs")]));
    await recordsUntil(first, "announced");
    await fixture.killDaemon(first);
    // As if the daemon had died between its word and its deed.
    writeFileSync(journal, readFileSync(journal, "utf8").split("\n").slice(0, 2).join("\n").concat("\n"));
    writeFileSync(fixture.file(".air-executor/jobs/announced/state.json"), "{}");
    writeFileSync(fixture.file("runs"), "");
    for (const name of ["pid.json", "exit.json"]) fixture.remove(path.join(fixture.attempt("announced", "t1"), name));

    const records = await recordsUntil(await fixture.connect(), "announced");
    expect(records.map(({ type }) => type)).toEqual([
      "submitted",
      "starting",
      "notStarted",
      "starting",
      "started",
      "ended",
      "finished",
    ]);
    expect(fixture.read("runs")).toBe("ran\n");
  });

  it("a process that only has the same number is not taken for the task", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    await submit(first, fixture.job("reused", [runShell(untilGo)]));
    const shim = pidOf(await recordsUntil(first, "reused", started("t1")), "t1");
    const file = path.join(fixture.attempt("reused", "t1"), "pid.json");
    await fixture.waitFor(file, "pid"); // The start may be told before it stands there.
    await fixture.killDaemon(first);
    process.kill(-shim, "SIGKILL");
    writeFileSync(
      file,
      `${JSON.stringify({ ...(JSON.parse(readFileSync(file, "utf8")) as object), pid: process.pid })}\n`,
    );

    expect(outcomes(await recordsUntil(await fixture.connect(), "reused"))).toEqual({ t1: "lost" });
    expect(isAliveNow(process.pid)).toBe(true);
  });

  it("a job that came with a copy of somebody's folder is not started", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    await submit(first, fixture.job("theirs", [runShell("echo ran >> runs")]));
    await recordsUntil(first, "theirs");
    await fixture.killDaemon(first);

    const copy = await EngineFixture.make();
    cpSync(path.join(fixture.base, "jobs"), path.join(copy.base, "jobs"), { recursive: true });
    rmSync(copy.file(".air-executor/jobs/theirs/.engine/journal.ndjson"));
    writeFileSync(copy.file(".air-executor/jobs/theirs/state.json"), "{}");
    const engine = await copy.connect();
    await expect(engine.request("cancel", { job: "theirs" })).rejects.toThrow("did not carry it on");
    expect(copy.read(".air-executor/.engine/engine.log")).toContain("not submitted here");
    expect(fixture.read("runs")).toBe("ran\n");
  });

  it("a job that is no longer to be read is named in the log and keeps no other from going on", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    await submit(first, fixture.job("broken", [runShell("true")]));
    await recordsUntil(first, "broken");
    await fixture.killDaemon(first);
    writeFileSync(fixture.file(".air-executor/jobs/broken/state.json"), "{}");
    writeFileSync(fixture.file(".air-executor/jobs/broken/.engine/job.json"), "{");
    const engine = await fixture.connect();
    await submit(engine, fixture.job("fine", [runShell("true")]));

    expect(outcomes(await recordsUntil(engine, "fine"))).toEqual({ t1: "succeeded" });
    expect(fixture.read(".air-executor/.engine/engine.log")).toContain('"job":"broken"');
  });
});

function pidOf(records: readonly JobRecord[], task: string): number {
  const record = records.find((candidate) => candidate.type === "started" && candidate.task === task);
  if (record?.type !== "started") throw new Error(`"${task}" was not started`);
  return record.process.pid;
}
