import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calledAtOnce,
  callKey,
  reasonOfAll,
  reusedAttempt,
  wantedKey,
  whyNotReused,
} from "../../../src/core/jobs/reuse.js";
import type { JobRun, OperatorTask } from "../../../src/core/model/job.js";
import type { CallKey, CallReason, Manifest, StoredArtifact } from "../../../src/core/model/manifest.js";
import { workflowKey } from "../../../src/core/store/keys.js";
import { nodeHash as hash } from "../../../src/platform/hash.js";
import { manifest as anyManifest } from "../runs/facts.js";
import { predict } from "./jobs.js";

const run: JobRun = {
  project: "p",
  workflow: "wine",
  target: "local",
  runId: "local__2",
  rid: "2".repeat(20),
  life: "20261121T130000.000000Z",
  build: "b".repeat(64),
  store: "/w/.aqueduct/store",
  parameters: [
    { operator: "floor", artifact: "floor", name: "floor", value: { json: 6 } },
    { operator: "unread", artifact: "unread", name: "unread", value: { json: 1 } },
  ],
  reuse: { asked: "evaluate", operators: ["predict"], extracts: "again" },
};
const task: OperatorTask = {
  ...predict,
  inputs: [
    { artifact: "clean", producer: "clean" },
    { artifact: "floor", producer: "floor" },
  ],
  surroundings: { python: "3.11", digest: "d".repeat(64) },
};
const artifact = (id: string, more: Partial<StoredArtifact> = {}): StoredArtifact => ({
  id,
  key: `old/${id}`,
  sha256: hash.sha256(id),
  size: 1,
  type: "numeric",
  encoding: "json",
  rows: null,
  schema: null,
  sample: `old/${id}.json`,
  ...more,
});
const inputs = [artifact("clean"), artifact("floor")];
const code = task.reuse ?? "";
const reuseKey = (of: JobRun, what: OperatorTask, given: readonly StoredArtifact[], python: string): string =>
  callKey(of, what, what.reuse ?? "", given, python, hash).key;
const wanted = callKey(run, task, code, inputs, "3.11.7", hash);
const same = wanted.key;
const earlier = anyManifest("predict", {
  engine: "local",
  life: "20261121T120305.000000Z",
  try: 2,
  wallSeconds: 9,
  peakBytes: 5,
  artifacts: [artifact("predict")],
  logs: { stdout: "old/stdout.log", stderr: "old/stderr.log" },
  reuse: wanted,
  outside: [],
});

describe("the key of a call", () => {
  it("is the same for another run, build, folder, place of the code, or value of a parameter that it does not read", () => {
    const digest = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(digest, digest, fc.integer(), fc.nat(), (life, folder, value, line) => {
        const other = {
          ...run,
          rid: life,
          life,
          build: folder,
          store: folder,
          parameters: [
            ...run.parameters.slice(0, 1),
            { operator: "unread", artifact: "unread", name: "unread", value: { json: value } },
          ],
        };
        const moved = {
          ...task,
          folder,
          code: {
            definitions: folder,
            file: "f.py",
            function: "predict",
            line,
            endLine: line,
            module: null,
            roots: [],
          },
          values: [{ name: "v", file: folder, encoding: "json" as const }],
        };
        expect(
          reuseKey(
            other,
            moved,
            inputs.map((one) => ({ ...one, key: life })),
            "3.11.9",
          ),
        ).toBe(same);
      }),
    );
  });

  it("is another one for other code, surroundings, requirements, inputs, their order, parameters or Python minor: no two share one", () => {
    const floor = (json: number): JobRun => ({
      ...run,
      parameters: [{ operator: "floor", artifact: "floor", name: "floor", value: { json } }],
    });
    const others = [
      reuseKey(run, { ...task, reuse: "e".repeat(64) }, inputs, "3.11.7"),
      reuseKey(run, { ...task, surroundings: { python: "3.11", digest: "e".repeat(64) } }, inputs, "3.11.7"),
      reuseKey(run, { ...task, requirements: ["pandas", "numpy"] }, inputs, "3.11.7"),
      reuseKey(run, task, [artifact("clean", { sha256: "f".repeat(64) }), artifact("floor")], "3.11.7"),
      reuseKey(run, task, [...inputs].reverse(), "3.11.7"),
      reuseKey(floor(7), task, inputs, "3.11.7"),
      reuseKey(run, task, inputs, "3.12.0"),
    ];
    expect(new Set([same, ...others]).size).toBe(others.length + 1);
  });

  it("tells the text 1 from the number 1, whose bytes are the same", () => {
    expect(
      reuseKey(run, task, [artifact("clean", { encoding: "text", type: "string" }), artifact("floor")], "3.11.7"),
    ).not.toBe(same);
  });

  it("is wanted of those alone that the run may reuse, and of none whose surroundings nobody knows", () => {
    const { surroundings: _, ...unknown } = task;
    const { reuse: __, ...whole } = run;
    expect(wantedKey(run, task, inputs, hash)).toEqual(wanted);
    expect([
      wantedKey(whole, task, inputs, hash),
      wantedKey({ ...run, reuse: { asked: "evaluate", operators: [], extracts: "cached" } }, task, inputs, hash),
      wantedKey(run, unknown, inputs, hash),
      wantedKey(run, { ...task, reuse: null }, inputs, hash),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("an earlier attempt", () => {
  const why = (changes: Partial<Manifest>, extracts: "again" | "cached" = "again"): CallReason | undefined =>
    whyNotReused({ ...earlier, ...changes }, wanted, task, {
      ...run,
      reuse: { asked: "evaluate", operators: ["predict"], extracts },
    });

  it("may stand for a call with its key", () => {
    expect(why({})).toBeUndefined();
    expect(why({ check: { passed: false, severity: "warning" } })).toBeUndefined();
  });

  it("may not where it failed, ran elsewhere, saved something or gave other values", () => {
    const others: readonly (readonly [Partial<Manifest>, CallReason["why"]])[] = [
      [{ status: "failed" }, "failed"],
      [{ engine: "airflow" }, "first"],
      [{ reuse: null }, "first"],
      [{ saved: { resource: "db", table: "t", mode: "append", rows: 1, digest: "" } }, "first"],
      [{ artifacts: [] }, "code"],
      [{ artifacts: [artifact("other")] }, "code"],
    ];
    expect(others.map(([changes]) => why(changes)?.why)).toEqual(others.map(([, reason]) => reason));
  });

  it("that has another key says which part of it is another: code first, then packages, then inputs and parameters", () => {
    const before = (more: Partial<CallKey>): CallReason | undefined =>
      why({ reuse: { ...wanted, key: "0".repeat(64), ...more } });
    const other = "f".repeat(64);
    expect([
      before({ code: other, packages: other }),
      before({ packages: other, inputs: {} }),
      before({ inputs: { ...wanted.inputs, clean: other } }),
      before({ inputs: { ...wanted.inputs, floor: other } }),
      before({ inputs: {} }),
      before({}),
    ]).toEqual([
      { why: "code" },
      { why: "packages" },
      { why: "inputs", inputs: ["clean"], parameters: [] },
      { why: "inputs", inputs: [], parameters: ["floor"] },
      { why: "inputs", inputs: ["clean"], parameters: ["floor"] },
      { why: "changed" },
    ]);
    expect(why({ reuse: { code, key: "0".repeat(64) } })).toEqual({ why: "changed" });
  });

  it("may not where its value is of another type than the last successful run's", () => {
    const held = (type: "numeric" | "string"): OperatorTask => ({
      ...task,
      expected: [{ name: "predict artifact", type, since: "2026-11-20T12:03:05.000000Z" }],
    });
    expect(whyNotReused(earlier, wanted, held("numeric"), run)).toBeUndefined();
    expect(whyNotReused(earlier, wanted, held("string"), run)).toEqual({ why: "type" });
  });

  it("that read a file or the network may only where extracts are cached", () => {
    expect([why({ outside: ["regions.csv"] }), why({ outside: ["network"] }, "cached")]).toEqual([
      { why: "outside", outside: ["regions.csv"] },
      undefined,
    ]);
  });
});

describe("why an operator is called", () => {
  const at = (more: Partial<OperatorTask["operator"]>, rest: Partial<OperatorTask> = {}): CallReason | undefined =>
    calledAtOnce(run, { ...task, operator: { ...task.operator, ...more }, ...rest });

  it("is known without a look at earlier runs of what no key can tell", () => {
    const { surroundings: _, ...unknown } = task;
    const { reuse: __, ...whole } = run;
    expect([
      at({ id: "evaluate" }),
      at({ id: "load" }),
      at({ id: "query", kind: "extract" }),
      at({ id: "runtime", kind: "systemMetric" }),
      at({}, { reuse: null }),
      calledAtOnce(run, unknown),
    ]).toEqual([
      { why: "asked" },
      { why: "source" },
      { why: "extract" },
      { why: "measures" },
      { why: "unknownCode" },
      { why: "unknownPackages" },
    ]);
    expect([at({}), calledAtOnce(whole, task)]).toEqual([undefined, undefined]);
  });

  it("is, of several attempts, what kept the newest with its very key, else the newest, from standing for it", () => {
    const other = { ...earlier, reuse: { code: "0".repeat(64), key: "0".repeat(64) } };
    const attempts = [
      { manifest: { ...other, reuse: null }, reason: { why: "first" } },
      { manifest: other, reason: { why: "code" } },
      { manifest: earlier, reason: { why: "outside", outside: ["a"] } },
      { manifest: earlier, reason: { why: "gone" } },
    ] as const;
    expect([
      reasonOfAll(wanted, attempts),
      reasonOfAll(wanted, attempts.slice(0, 2)),
      reasonOfAll(wanted, attempts.slice(0, 1)),
      reasonOfAll(wanted, []),
    ]).toEqual([{ why: "outside", outside: ["a"] }, { why: "code" }, { why: "first" }, { why: "first" }]);
  });
});

describe("the record of an attempt that takes values over", () => {
  const taken = (from: Manifest, hasLog = true): ReturnType<typeof reusedAttempt> =>
    reusedAttempt(run, task, 1, from, "1".repeat(20), "2026-11-21T13:00:01.000000Z", () => hasLog, hash);

  it("names the run that made them, took no time, and has samples and logs under keys of its own run", () => {
    const { manifest, links } = taken(earlier);
    expect(manifest).toMatchObject({
      status: "succeeded",
      life: run.life,
      build: run.build,
      try: 1,
      wallSeconds: 0,
      peakBytes: null,
      startedAt: "2026-11-21T13:00:01.000000Z",
      reuse: { key: same },
    });
    expect(manifest.reused).toEqual({
      rid: "1".repeat(20),
      life: earlier.life,
      try: 2,
      runStartedAt: "2026-11-21T12:03:05.000000Z",
    });
    const own = [manifest.artifacts[0]?.key, manifest.artifacts[0]?.sample, manifest.logs.stdout, manifest.logs.stderr];
    expect(links).toEqual(
      ["old/predict", "old/predict.json", "old/stdout.log", "old/stderr.log"].map((from, index) => ({
        from,
        to: own[index],
        isValue: index === 0,
      })),
    );
    expect(own[0]).toBe(`values/p/${workflowKey("wine", hash)}/sha256/${hash.sha256("predict")}`);
    expect(own.slice(1).every((key) => key?.includes(`/${run.rid}/${run.life}/predict/0001/`))).toBe(true);
  });

  it("names the very values of the earlier one, where these lie by their digests", () => {
    const key = taken(earlier).manifest.artifacts[0]?.key ?? "";
    const { manifest, links } = taken({ ...earlier, artifacts: [artifact("predict", { key })] });
    expect(manifest.artifacts[0]?.key).toBe(key);
    expect(links.map(({ from }) => from)).toEqual(["old/predict.json", "old/stdout.log", "old/stderr.log"]);
  });

  it("names the run that made them also where that one's values had been taken over already", () => {
    const reused = {
      rid: "0".repeat(20),
      life: "20261120T090000.000000Z",
      try: 1,
      runStartedAt: "2026-11-20T09:00:00.000000Z",
    };
    expect(taken({ ...earlier, reused }).reused).toEqual(reused);
  });

  it("says that its data came from outside, and forgets why the earlier one was called", () => {
    const from = { ...earlier, outside: ["a.csv"], called: { why: "first" } } as const;
    const { manifest } = taken(from);
    expect([manifest.reused?.cached, manifest.called]).toEqual([true, undefined]);
    const source = { ...task, inputs: task.inputs.slice(1) };
    expect(
      reusedAttempt(run, source, 1, earlier, "1".repeat(20), earlier.startedAt, () => true, hash).reused.cached,
    ).toBe(true);
    expect(taken(earlier).reused.cached).toBeUndefined();
  });

  it("is held to what this run holds it to, and not to what the earlier one did", () => {
    const expected = [{ name: "predict artifact", type: "numeric", since: "2026-11-21T12:03:05.000000Z" }] as const;
    const before = { ...earlier, origin: "old", expected: [null] };
    const held = { ...task, origin: "new", expected };
    const { manifest } = reusedAttempt(run, held, 1, before, "1".repeat(20), earlier.startedAt, () => true, hash);
    expect([manifest.origin, manifest.expected]).toEqual(["new", expected]);
    expect(taken(before).manifest).not.toHaveProperty("origin");
    expect(taken(before).manifest).not.toHaveProperty("expected");
  });

  it("does without a log that is gone", () => {
    const { manifest, links } = taken(earlier, false);
    expect([manifest.logs, links.length]).toEqual([{ stdout: null, stderr: null }, 2]);
  });
});

it("a parameter that is no JSON has no part in the key: its bytes are an input", () => {
  const value = (file: string) => ({ file, encoding: "pickle", type: "picklable" }) as const;
  const of = (file: string): string =>
    reuseKey(
      { ...run, parameters: [{ operator: "floor", artifact: "floor", name: "floor", value: value(file) }] },
      task,
      inputs,
      "3.11.7",
    );
  expect(of("/a")).toBe(of("/b"));
  expect(of("/a")).toBe(reuseKey({ ...run, parameters: [] }, task, inputs, "3.11.7"));
});
