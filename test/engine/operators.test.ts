import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { EngineFixture, outcomes, recordsUntil, started, submit } from "./engineFixture.js";
import { keyOf, manifests, operatorJob, operatorTask } from "./operatorJob.js";

const bound = { kind: "check", bound: { comparison: "lessThan", value: 3 } } as const;
const error = { operator: "param_error", artifact: "param_error", name: "error" };

describe("a run of operators", () => {
  it("hands the values of its parameters to the runner and puts result and manifest into the store", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    const inputs = [{ artifact: "param_error", producer: "param_error" }];
    const job = operatorJob(
      fixture,
      "run",
      [operatorTask(fixture, { id: "less_than_3", severity: "error", ...bound }, { inputs })],
      [{ ...error, value: { json: 2.5 } }],
    );
    await submit(engine, job);

    expect(outcomes(await recordsUntil(engine, "run"))).toEqual({ less_than_3: "succeeded" });
    const { less_than_3: check, param_error: parameter } = await manifests(fixture);
    expect(check).toMatchObject({
      status: "succeeded",
      engine: "local",
      try: 1,
      kind: "check",
      check: { passed: true, severity: "error" },
      failure: null,
      reuse: { code: "c".repeat(64) },
    });
    expect(parameter).toMatchObject({
      kind: "parameter",
      wallSeconds: 0,
      artifacts: [{ type: "numeric", encoding: "json" }],
    });
    for (const { key, sha256, size } of [...(check?.artifacts ?? []), ...(parameter?.artifacts ?? [])]) {
      const bytes = readFileSync(fixture.file(".aqueduct/store", key));
      expect([createHash("sha256").update(bytes).digest("hex"), bytes.length]).toEqual([sha256, size]);
    }
    expect(fixture.json(".aqueduct/store", keyOf("run.json"))).toMatchObject({
      runId: job.run?.runId,
      parameters: { error: 2.5 },
      startedBy: "local",
    });
    expect(statSync(fixture.file(".aqueduct/store", keyOf("marker"))).size).toBe(0);
    expect(hidden(fixture.file(".aqueduct/store"))).toEqual([]);
  });

  it("is failed by a check with severity ERROR, and its saves do not run; one with WARNING stops nothing", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    const inputs = [{ artifact: "param_error", producer: "param_error" }];
    const save = {
      ...operatorTask(
        fixture,
        { id: "save", kind: "save", outputs: [], resource: "db", table: "t", mode: "replace" },
        { inputs },
      ),
      dependencies: ["strict", "lenient"],
    };
    const job = operatorJob(
      fixture,
      "gated",
      [
        operatorTask(fixture, { id: "strict", severity: "error", ...bound }, { inputs }),
        operatorTask(fixture, { id: "lenient", severity: "warning", ...bound }, { inputs }),
        save,
      ],
      [{ ...error, value: { json: 7 } }],
    );
    await submit(engine, job, { db: `sqlite:///${fixture.file("wine.db")}` });

    expect(outcomes(await recordsUntil(engine, "gated"))).toEqual({
      strict: "failed",
      lenient: "succeeded",
      save: "upstreamFailed",
    });
    const { strict, lenient, save: saved } = await manifests(fixture);
    expect(strict).toMatchObject({
      status: "failed",
      failure: { type: "check" },
      check: { passed: false, severity: "error" },
    });
    expect(lenient).toMatchObject({
      status: "succeeded",
      failure: null,
      check: { passed: false, severity: "warning" },
    });
    expect(saved).toBeUndefined();
    expect(readdirSync(fixture.folder)).not.toContain("wine.db");
  });

  it("takes a parameter's default from its blob", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    const blob = fixture.file(createHash("sha256").update("1").digest("hex"));
    writeFileSync(blob, "1");
    const inputs = [{ artifact: "param_error", producer: "param_error" }];
    const value = { file: blob, encoding: "json", type: "numeric", json: 1 } as const;
    await submit(
      engine,
      operatorJob(
        fixture,
        "default",
        [operatorTask(fixture, { id: "less_than_3", severity: "error", ...bound }, { inputs })],
        [{ ...error, value }],
      ),
    );

    expect(outcomes(await recordsUntil(engine, "default"))).toEqual({ less_than_3: "succeeded" });
    expect((await manifests(fixture))["param_error"]?.artifacts[0]?.sha256).toBe(
      createHash("sha256").update("1").digest("hex"),
    );
  });

  it("is refused, and leaves its name free, when the bytes of a default are gone", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    const inputs = [{ artifact: "param_error", producer: "param_error" }];
    const value = { file: fixture.file("gone"), encoding: "json", type: "numeric" } as const;
    const job = operatorJob(
      fixture,
      "bare",
      [operatorTask(fixture, { id: "less_than_3", severity: "error", ...bound }, { inputs })],
      [{ ...error, value }],
    );

    await expect(submit(engine, job)).rejects.toThrow('The value of parameter "param_error" is not in the store.');
    expect([await engine.request("list", {}), readdirSync(path.join(fixture.base, "jobs"))]).toEqual([[], []]);
  });

  it("says what to do when the address of its database is not known", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    await submit(
      engine,
      operatorJob(fixture, "nameless", [
        operatorTask(fixture, { id: "query", kind: "extract", resource: "db", query: "SELECT 1" }),
      ]),
      { other: "sqlite://" },
    );

    expect(outcomes(await recordsUntil(engine, "nameless"))).toEqual({ query: "failed" });
    expect((await manifests(fixture))["query"]?.failure).toMatchObject({
      type: "system",
      message: 'The local engine does not have the address of database "db".',
      tip: expect.stringContaining("Run the workflow again") as string,
    });
  });

  it("has a manifest of what was cancelled, with the last figure of its memory and its log", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    // The engine does not care who the runner is: this one writes what a killed one leaves.
    const script = `cd "$1"; echo '{"event":"memory","peakBytes":100}' > events.ndjson; printf '{"event":"memory","peakBytes":12345}\\n{"event":"mem' >> events.ndjson; echo working; while :; do sleep 0.05; done`;
    const task = {
      ...operatorTask(fixture, { id: "slow", kind: "function" }),
      command: "/bin/sh",
      args: ["-c", script, "sh", fixture.attempt("stopped", "slow")],
    };
    await submit(engine, operatorJob(fixture, "stopped", [task]));
    await recordsUntil(engine, "stopped", started("slow"));
    await fixture.waitFor(path.join(fixture.attempt("stopped", "slow"), "stdout.log"), "working");
    await engine.request("cancel", { job: "stopped" });

    expect(outcomes(await recordsUntil(engine, "stopped"))).toEqual({ slow: "cancelled" });
    const manifest = (await manifests(fixture))["slow"];
    expect(manifest).toMatchObject({
      status: "cancelled",
      failure: { type: "cancelled" },
      peakBytes: 12345,
      artifacts: [],
    });
    expect(fixture.read(".aqueduct/store", manifest?.logs.stdout ?? "")).toBe("working\n");
  });

  it("does not take for done what left the interpreter without a result", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    const task = {
      ...operatorTask(fixture, { id: "leaver", kind: "function" }),
      args: ["-c", "import os; os._exit(0)"],
    };
    await submit(engine, operatorJob(fixture, "left", [task]));

    expect(outcomes(await recordsUntil(engine, "left"))).toEqual({ leaver: "failed" });
    expect((await manifests(fixture))["leaver"]?.failure).toMatchObject({
      type: "system",
      message: "The process ended with exit code 0 without a result.",
    });
  });

  it("may leave a log that is larger than a string can be", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    const lots = "import os; os.ftruncate(2, 3 << 30); os.lseek(2, 0, 2); os.write(2, b'out of luck'); os._exit(3)";
    const task = { ...operatorTask(fixture, { id: "loud", kind: "function" }), args: ["-c", lots] };
    await submit(engine, operatorJob(fixture, "loud", [task]));

    expect(outcomes(await recordsUntil(engine, "loud"))).toEqual({ loud: "failed" });
    expect((await manifests(fixture))["loud"]?.failure?.message).toContain("out of luck");
  });

  it("is in the store once, also when the daemon died between its end and its record", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    const inputs = [{ artifact: "param_error", producer: "param_error" }];
    await submit(
      first,
      operatorJob(
        fixture,
        "again",
        [operatorTask(fixture, { id: "less_than_3", severity: "error", ...bound }, { inputs })],
        [{ ...error, value: { json: 2.5 } }],
      ),
    );
    await recordsUntil(first, "again");
    const before = await manifests(fixture);
    await fixture.killDaemon(first);
    const journal = fixture.file(".air-executor/jobs/again/.engine/journal.ndjson");
    writeFileSync(journal, `${readFileSync(journal, "utf8").split("\n").slice(0, 3).join("\n")}\n`);
    writeFileSync(fixture.file(".air-executor/jobs/again/state.json"), "{}");

    expect(outcomes(await recordsUntil(await fixture.connect(), "again"))).toEqual({ less_than_3: "succeeded" });
    expect(await manifests(fixture)).toEqual(before);
  });
});

function hidden(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    path.basename(name).startsWith("."),
  );
}
