import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { operatorJob, operatorTask } from "./operatorJob.js";
import { EngineFixture, isAliveNow, recordsUntil, runShell, started, submit } from "./engineFixture.js";

const hello = { protocol: 1, nonce: "0".repeat(64) };

describe("the engine of a folder", () => {
  it("is one process, however many clients want one at the same moment", async () => {
    const fixture = await EngineFixture.make();
    const engines = await Promise.all(Array.from({ length: 6 }, () => fixture.connect()));
    const pids = await Promise.all(engines.map(async (engine) => (await engine.request("hello", hello)).pid));

    expect(new Set(pids).size).toBe(1);
    expect(pids[0]).toBe(fixture.daemonPid);
    expect(readdirSync(path.join(fixture.base, ".engine")).filter((name) => name.startsWith("lock"))).toHaveLength(1);
  });

  it("is one process also when all of them follow one that was killed", async () => {
    const fixture = await EngineFixture.make();
    await fixture.killDaemon(await fixture.connect());
    const engines = await Promise.all(Array.from({ length: 6 }, () => fixture.connect()));
    const pids = await Promise.all(engines.map(async (engine) => (await engine.request("hello", hello)).pid));

    expect(new Set(pids).size).toBe(1);
  });

  it("ends by itself when nobody is there and nothing runs, and leaves nothing but its jobs", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect({ idle: 50 });
    const pid = fixture.daemonPid;
    const { socket } = fixture.json(".air-executor/.engine/engine.json") as { readonly socket: string };
    await submit(engine, fixture.job("last", [runShell("sleep 0.3; echo done > done")]));
    await recordsUntil(engine, "last", started("t1"));
    engine.close();

    await gone(pid);
    expect(fixture.read("done")).toBe("done\n");
    expect(readdirSync(path.join(fixture.base, ".engine"))).toEqual(["engine.log"]);
    expect(() => statSync(path.dirname(socket))).toThrow("ENOENT");
  });

  it("can be reached also where the temporary folder has a long name", async () => {
    const fixture = await EngineFixture.make();
    vi.stubEnv("TMPDIR", fixture.file("x".repeat(100)));
    onTestFinished(() => void vi.unstubAllEnvs());
    mkdirSync(fixture.file("x".repeat(100)));
    const engine = await fixture.connect();
    await expect(engine.request("list", {})).resolves.toEqual([]);
  });

  it("runs from a copy that an update of its installation does not touch", async () => {
    const fixture = await EngineFixture.make();
    await fixture.connect();
    const command = readFileSync(`/proc/${fixture.daemonPid}/cmdline`, "utf8").split("\0");
    expect(command[1]).toMatch(new RegExp(`^${fixture.file("data/aqueduct/engine")}/[0-9a-f]{16}/engine.js$`));
  });

  it("lets its tasks go on when it is told to stop, and ends them where that is asked", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    await submit(first, fixture.job("kept", [runShell("while :; do sleep 0.05; done")]));
    const record = (await recordsUntil(first, "kept", started("t1"))).at(-1);
    const task = record?.type === "started" ? record.process.pid : 0;
    await first.request("stop", { running: "leave" });
    await first.closed;
    expect(isAliveNow(task)).toBe(true);

    const second = await fixture.connect();
    await second.request("stop", { running: "cancel" });
    await second.closed;
    expect(isAliveNow(task)).toBe(false);
    expect(fixture.json(".air-executor/jobs/kept/state.json")).toMatchObject({ state: "failed" });
  });

  it("tells a client that asks for what it does not know, and stays", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    await expect(engine.request("cancel", { job: 3 } as never)).rejects.toThrow("does not know this request");
    await expect(engine.request("list", {})).resolves.toEqual([]);
  });

  it("tells the records of a job from any number on, also of one that finished before it started", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    await submit(first, fixture.job("old", [runShell("true")]));
    const all = await recordsUntil(first, "old");
    await fixture.killDaemon(first);

    const later = [];
    for await (const { record } of (await fixture.connect()).records({ job: "old", from: 3 })) {
      later.push(record);
      if (record.type === "finished") break;
    }
    expect(later).toEqual(all.slice(2));
  });
});

describe("secrets", () => {
  it("of a submission are in no file and no process, and a task's environment has none of ours", async () => {
    const fixture = await EngineFixture.make();
    const canary = `canary${Math.random().toString(36).slice(2)}`;
    process.env["AQUEDUCT_LAKE_PASSWORD"] = canary;
    const engine = await fixture.connect();
    delete process.env["AQUEDUCT_LAKE_PASSWORD"];
    const job = fixture.job("quiet", [runShell("env; echo up; while [ ! -e go ]; do sleep 0.01; done")]);
    const environment = {
      PATH: process.env["PATH"] ?? "",
      HELLO: "hello",
      AIRFLOW__CORE__FERNET_KEY: canary,
      AQUEDUCT_DB_PASSWORD: canary,
      AWS_SECRET_ACCESS_KEY: canary,
    };
    await engine.request("submit", { job, secrets: { db: `postgresql://ann:${canary}@db/wine` }, environment });
    await recordsUntil(engine, "quiet", started("t1"));
    await fixture.waitFor(path.join(fixture.attempt("quiet", "t1"), "stdout.log"), "up");

    expect(filesWith(fixture.folder, canary)).toEqual([]);
    expect(filesWith(fixture.folder, "HELLO=hello")).toContain(path.join(fixture.base, "jobs/quiet/logs/t1.log"));
    expect(processesWith(canary)).toEqual([]);
  });
});

describe("the address of a database", () => {
  it("reaches the operator that needs it on stdin, no other, and is in no file and no process", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    const canary = `canary${Math.random().toString(36).slice(2)}`;
    const script = `read -r job; case $job in *'"database":{"url":'*) echo has it;; *) echo has none;; esac; while [ ! -e go ]; do sleep 0.01; done`;
    const tasks = (["extract", "function"] as const).map((kind) => ({
      ...operatorTask(fixture, { id: kind, kind, resource: "db" }),
      command: "/bin/sh",
      args: ["-c", script],
    }));
    await submit(engine, operatorJob(fixture, "handed", tasks), { db: `postgresql://ann:${canary}@db/wine` });
    await fixture.waitFor(path.join(fixture.attempt("handed", "extract"), "stdout.log"), "has it");
    await fixture.waitFor(path.join(fixture.attempt("handed", "function"), "stdout.log"), "has none");

    expect(filesWith(fixture.folder, canary)).toEqual([]);
    expect(processesWith(canary)).toEqual([]);
  });
});

async function gone(pid: number): Promise<void> {
  while (isAliveNow(pid)) await new Promise((resolve) => setImmediate(resolve));
}

function filesWith(folder: string, text: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text));
}

function processesWith(text: string): readonly string[] {
  const own = String(process.pid);
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && name !== own);
  const files = pids.flatMap((pid) => [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`]);
  return files.filter((file) => textOf(file).includes(text));
}

/** Processes end while they are looked at. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
