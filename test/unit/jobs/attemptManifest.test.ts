import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  attemptRecord,
  outcomeOfCommand,
  outcomeOfManifest,
  type AttemptEnd,
} from "../../../src/core/jobs/attemptManifest.js";
import { lastPeak, type RunnerResult } from "../../../src/core/jobs/runnerResult.js";
import type { JobRun, OperatorTask } from "../../../src/core/model/job.js";
import type { Hash } from "../../../src/core/ports.js";
import { predict } from "./jobs.js";

const hash: Hash = { sha256: (bytes) => createHash("sha256").update(bytes).digest("hex") };
const run: JobRun = {
  project: "p",
  workflow: "wine predictions",
  target: "local",
  runId: "local__20261121T140000.000000Z__abcdef",
  rid: "0123456789abcdef0123",
  life: "20261121T140000.000000Z",
  build: "b".repeat(64),
  store: "/store",
  parameters: [{ operator: "floor", artifact: "floor", name: "floor", value: { json: 6 } }],
};
const task: OperatorTask = { ...predict, folder: "/f" };
const result: RunnerResult = {
  format: 1,
  status: "succeeded",
  failure: null,
  check: null,
  metric: null,
  startedAt: "2026-11-21T14:00:01.000000Z",
  endedAt: "2026-11-21T14:00:02.000000Z",
  wallSeconds: 0.5,
  peakBytes: 100,
  python: "3.11.7",
  artifacts: [
    {
      id: "predict",
      file: "outputs/1",
      sha256: "d".repeat(64),
      size: 9,
      type: "table",
      encoding: "parquet",
      rows: 3,
      schema: [{ name: "quality", dtype: "int64" }],
      sample: "samples/1.json",
    },
  ],
  saved: null,
};
const end: AttemptEnd = {
  attempt: 2,
  startedAt: "2026-11-21T14:00:00.500000Z",
  endedAt: "2026-11-21T14:00:02.500000Z",
  result,
  code: 0,
  signal: null,
  lost: false,
  cancelled: false,
  called: { why: "code" },
  refused: undefined,
  peakBytes: 90,
  errorTail: "",
  logs: { stdout: true, stderr: false },
};
/** Of bytes with the digest that the runner tells. */
const value = `values/p/wine_predictions-${hash.sha256("wine predictions").slice(0, 8)}/sha256/${"d".repeat(64)}`;
const attempt = "runs/p/wine_predictions-c2ff2bd5/0123456789abcdef0123/20261121T140000.000000Z/predict/0002";

describe("what the store holds of an attempt", () => {
  it("that succeeded is the runner's result under the store's keys, with files first to be put", () => {
    const { manifest, transfers } = attemptRecord(run, task, end, [], hash);
    const place = attempt.replace(/-[0-9a-f]{8}\//, `-${hash.sha256("wine predictions").slice(0, 8)}/`);
    expect(transfers).toEqual([
      { file: "outputs/1", key: value, isValue: true },
      { file: "samples/1.json", key: `${place}/samples/1.json`, isValue: false },
      { file: "stdout.log", key: `${place}/stdout.log`, isValue: false },
    ]);
    expect(manifest).toMatchObject({
      status: "succeeded",
      try: 2,
      peakBytes: 100,
      wallSeconds: 0.5,
      python: "3.11.7",
      failure: null,
      logs: { stdout: `${place}/stdout.log`, stderr: null },
    });
    expect(manifest.artifacts[0]).toMatchObject({
      id: "predict",
      key: value,
      sample: `${place}/samples/1.json`,
      rows: 3,
    });
    expect(outcomeOfManifest(manifest)).toBe("succeeded");
  });

  it("that failed has the user's failure as the runner tells it", () => {
    const failure = { type: "user", message: "ValueError: bad", tip: "Look at line 3.", trace: [] } as const;
    const { manifest } = attemptRecord(
      run,
      task,
      { ...end, code: 10, result: { ...result, status: "failed", failure, artifacts: [] } },
      [],
      hash,
    );
    expect(manifest).toMatchObject({ status: "failed", failure, artifacts: [] });
  });

  it("that was cancelled says so, whatever a dying runner still wrote, and keeps the last figure of its memory", () => {
    const { manifest } = attemptRecord(run, task, { ...end, result: undefined, code: null, cancelled: true }, [], hash);
    expect(manifest).toMatchObject({
      status: "cancelled",
      failure: { type: "cancelled" },
      peakBytes: 90,
      wallSeconds: 2,
    });
    const late = attemptRecord(
      run,
      task,
      {
        ...end,
        cancelled: true,
        result: {
          ...result,
          status: "failed",
          failure: { type: "user", message: "KeyboardInterrupt", tip: "", trace: [] },
        },
      },
      [],
      hash,
    );
    expect(late.manifest).toMatchObject({ status: "cancelled", failure: { type: "cancelled" } });
    expect(attemptRecord(run, task, { ...end, cancelled: true }, [], hash).manifest.status).toBe("succeeded");
  });

  it("whose end nobody saw is lost, not failed by its user", () => {
    const { manifest } = attemptRecord(run, task, { ...end, result: undefined, code: null, lost: true }, [], hash);
    expect([manifest.status, manifest.failure?.type, outcomeOfManifest(manifest)]).toEqual(["failed", "lost", "lost"]);
  });

  it("that was killed points to memory, with its last words", () => {
    const { manifest } = attemptRecord(
      run,
      task,
      { ...end, result: undefined, code: 137, signal: "SIGKILL", errorTail: "allocating" },
      [],
      hash,
    );
    expect(manifest.failure).toMatchObject({
      type: "system",
      message:
        "The process was ended by SIGKILL without a result: somebody killed it, or the system did since memory ran out. allocating",
      tip: expect.stringContaining("memory") as string,
    });
  });

  it("that crashed names the user's own line, and leaves the rest of the dump to the log", () => {
    const errorTail = [
      "Fatal Python error: Segmentation fault",
      "",
      "Thread 0x01 (most recent call first):",
      '  File "/usr/lib/python3/threading.py", line 331 in wait',
      "",
      "Current thread 0x02 (most recent call first):",
      '  File "/usr/lib/python3/ctypes/__init__.py", line 519 in string_at',
      '  File "/f/wine.py", line 31 in inner',
      '  File "/f/wine.py", line 40 in predict',
      '  File "/f/.venv/lib/python3/site-packages/aqueduct/runner/calls.py", line 51 in call_operator',
    ].join("\n");
    const { manifest } = attemptRecord(
      run,
      task,
      { ...end, result: undefined, code: 139, signal: "SIGSEGV", errorTail },
      [],
      hash,
    );
    expect(manifest.failure?.message).toBe(
      "The process was ended by SIGSEGV without a result: it used memory that is not its own. Fatal Python error: Segmentation fault.",
    );
    expect(manifest.failure?.trace.map(({ file, line, function: name }) => [file, line, name])).toEqual([
      ["wine.py", 40, "predict"],
      ["wine.py", 31, "inner"],
    ]);
  });

  it("has a reuse key that follows code, inputs, parameters, requirements and Python's minor version, and nothing else", () => {
    const keyOf = (changed: {
      readonly run?: JobRun;
      readonly task?: Partial<OperatorTask>;
      readonly result?: Partial<RunnerResult>;
      readonly sha256?: string;
    }): string | undefined => {
      const input = {
        id: "floor",
        key: "k",
        sha256: changed.sha256 ?? "e".repeat(64),
        size: 1,
        type: "numeric",
        encoding: "json",
        rows: null,
        schema: null,
        sample: null,
      } as const;
      return attemptRecord(
        changed.run ?? run,
        { ...task, ...changed.task },
        { ...end, result: { ...result, ...changed.result } },
        [input],
        hash,
      ).manifest.reuse?.key;
    };
    const floor = (json: number): JobRun => ({
      ...run,
      parameters: [{ operator: "floor", artifact: "floor", name: "floor", value: { json } }],
    });
    const same = keyOf({});
    expect([
      keyOf({ result: { python: "3.11.9", wallSeconds: 9 } }),
      keyOf({ task: { folder: "/elsewhere" } }),
    ]).toEqual([same, same]);
    const others = [
      keyOf({ task: { reuse: "d".repeat(64) } }),
      keyOf({ sha256: "f".repeat(64) }),
      keyOf({ run: floor(7) }),
      keyOf({ task: { requirements: [] } }),
      keyOf({ result: { python: "3.12.0" } }),
    ];
    expect(new Set([same, ...others]).size).toBe(6);
  });
});

describe("how a plain command ended", () => {
  it("is told by its exit code alone, and no code is no success", () => {
    const of = (change: Partial<AttemptEnd>): string => outcomeOfCommand({ ...end, ...change });
    expect([
      of({ code: 0 }),
      of({ code: 1 }),
      of({ code: null, lost: true }),
      of({ code: null, lost: true, cancelled: true }),
      of({ code: 143, cancelled: true }),
      of({ code: 0, cancelled: true }),
    ]).toEqual(["succeeded", "failed", "lost", "cancelled", "cancelled", "succeeded"]);
  });
});

describe("the last figure of a runner's memory", () => {
  it("is found in a file that ends in the middle of a line, and is null where there is none", () => {
    expect(
      lastPeak(
        '{"event":"started"}\n{"event":"memory","peakBytes":1}\n{"event":"memory","peakBytes": 22}\n{"event":"mem',
      ),
    ).toBe(22);
    expect(lastPeak('{"event":"started"}\n')).toBeNull();
  });
});

describe("the manifest of an attempt", () => {
  const record = (
    changes: Partial<AttemptEnd>,
    of: OperatorTask = task,
    inputs: Parameters<typeof attemptRecord>[3] = [],
  ): ReturnType<typeof attemptRecord> => attemptRecord(run, of, { ...end, ...changes }, inputs, hash);
  const place = `runs/p/wine_predictions-${hash.sha256("wine predictions").slice(0, 8)}/${run.rid}/${run.life}/predict/0002`;

  it("has all that the formats say, of a runner that left a result", () => {
    const check = { passed: false, severity: "warning" } as const;
    const saved = { resource: "demo", table: "t", mode: "append", rows: 3, digest: "x" } as const;
    const [given] = result.artifacts;
    if (given === undefined) throw new Error("There is no value.");
    const { file: _, ...facts } = given;
    const { manifest } = record({ result: { ...result, check, metric: 0.5, saved, outside: ["regions.csv"] } });
    expect(manifest).toEqual({
      format: 1,
      operator: "predict",
      kind: "function",
      status: "succeeded",
      build: run.build,
      life: run.life,
      try: 2,
      engine: "local",
      failure: null,
      check,
      metric: 0.5,
      startedAt: result.startedAt,
      endedAt: result.endedAt,
      wallSeconds: 0.5,
      peakBytes: 100,
      python: "3.11.7",
      saved,
      artifacts: [{ ...facts, key: value, sample: `${place}/samples/1.json` }],
      logs: { stdout: `${place}/stdout.log`, stderr: null },
      reuse: {
        code: task.reuse,
        key: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        packages: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        inputs: expect.any(Object) as object,
      },
      outside: ["regions.csv"],
      called: { why: "code" },
    });
  });

  it("has what the engine saw where the runner left no result", () => {
    const { manifest, transfers } = record(
      { result: undefined, code: 3, logs: { stdout: false, stderr: true } },
      { ...task, python: "3.10" },
    );
    expect(manifest).toEqual({
      format: 1,
      operator: "predict",
      kind: "function",
      status: "failed",
      build: run.build,
      life: run.life,
      try: 2,
      engine: "local",
      failure: {
        type: "system",
        message: "The process ended with exit code 3 without a result.",
        tip: "See its log. Code that leaves the interpreter by itself (os._exit) ends like this.",
        trace: [],
      },
      check: null,
      metric: null,
      startedAt: end.startedAt,
      endedAt: end.endedAt,
      wallSeconds: 2,
      peakBytes: 90,
      python: "3.10",
      saved: null,
      artifacts: [],
      logs: { stdout: null, stderr: `${place}/stderr.log` },
      called: { why: "code" },
      reuse: null,
    });
    expect(transfers).toEqual([{ file: "stderr.log", key: `${place}/stderr.log`, isValue: false }]);
  });

  it("says nothing of Python where nobody knows it, and of an exit code that nobody saw that it is unknown", () => {
    const { manifest } = record({ result: undefined, code: null });
    expect([manifest.python, manifest.failure?.message]).toEqual([
      "",
      "The process ended with exit code unknown without a result.",
    ]);
  });

  it("never took less than no time, though a clock was put back", () => {
    expect(record({ result: undefined, endedAt: "2026-11-21T13:00:00.000000Z" }).manifest.wallSeconds).toBe(0);
  });

  it("names its values by their bytes, numbers samples from 1, and has no sample of a value without one", () => {
    const [given] = result.artifacts;
    if (given === undefined) throw new Error("There is no value.");
    const artifacts = [given, { ...given, id: "second", file: "outputs/2", sha256: "e".repeat(64), sample: null }];
    const { manifest, transfers } = record({ result: { ...result, artifacts } });
    expect(manifest.artifacts.map(({ id, key, sample }) => [id, key, sample])).toEqual([
      ["predict", value, `${place}/samples/1.json`],
      ["second", value.replace(/[^/]+$/, "e".repeat(64)), null],
    ]);
    expect(transfers.map(({ file }) => file)).toEqual(["outputs/1", "samples/1.json", "outputs/2", "stdout.log"]);
  });

  it("has no key for reuse where nothing is to be reused, or where there is no result", () => {
    expect(record({}, { ...task, reuse: null }).manifest.reuse).toBeNull();
    expect(record({ result: undefined }).manifest.reuse).toBeNull();
  });

  it("does not say what it read of the world where the runner did not look", () => {
    expect(record({}).manifest).not.toHaveProperty("outside");
  });

  it("of a cancelled one says so, with the lines that were under way", () => {
    const trace = [{ file: "wine.py", line: 3, function: "f", text: "x" }];
    const failure = { type: "user", message: "KeyboardInterrupt", tip: "", trace } as const;
    expect(record({ cancelled: true, result: { ...result, status: "failed", failure } }).manifest.failure).toEqual({
      type: "cancelled",
      message: "The run was cancelled.",
      tip: "Run it again when you want its values.",
      trace,
    });
    expect(record({ cancelled: true, result: undefined }).manifest.failure?.trace).toEqual([]);
  });

  it("of one that could not be started says why, whatever else is known", () => {
    const refused = { message: "No Python.", tip: "Install it." };
    expect(record({ refused, result: undefined, lost: true }).manifest.failure).toEqual({
      type: "system",
      ...refused,
      trace: [],
    });
  });

  it("of a lost one says what to do", () => {
    expect(record({ lost: true, result: undefined }).manifest.failure).toEqual({
      type: "lost",
      message: "The process is gone and left no exit code.",
      tip: "It was killed together with the local engine, or the machine went down. Run it again.",
      trace: [],
    });
  });

  it("of one that failed and left its failure is that one, though its end was not seen", () => {
    const failure = { type: "user", message: "ValueError", tip: "", trace: [] } as const;
    const { manifest } = record({ lost: true, result: { ...result, status: "failed", failure } });
    expect([manifest.failure, outcomeOfManifest(manifest)]).toEqual([failure, "failed"]);
  });

  it("of one that was killed says what kills", () => {
    expect(record({ result: undefined, signal: "SIGKILL" }).manifest.failure?.tip).toBe(
      "Where memory ran out, read fewer rows, or give the machine more memory.",
    );
    expect(record({ result: undefined, signal: "SIGTERM" }).manifest.failure?.tip).toMatch(/shut down.* Run it again/);
  });
});

it("a command that could not be started did not succeed, though its exit code is 0", () => {
  const refused = { message: "No Python.", tip: "" };
  expect(outcomeOfCommand({ code: 0, lost: false, cancelled: false, refused })).toBe("failed");
});
