import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayStandFor, reuseKey, reusedAttempt, wantedKey } from "../../../src/core/jobs/reuse.js";
import type { JobRun, OperatorTask } from "../../../src/core/model/job.js";
import type { Manifest, StoredArtifact } from "../../../src/core/model/manifest.js";
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
  reuse: { operators: ["predict"], extracts: "again" },
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
const same = reuseKey(run, task, inputs, "3.11.7", hash);
const earlier = anyManifest("predict", {
  engine: "local",
  life: "20261121T120305.000000Z",
  try: 2,
  wallSeconds: 9,
  peakBytes: 5,
  artifacts: [artifact("predict")],
  logs: { stdout: "old/stdout.log", stderr: "old/stderr.log" },
  reuse: { code: "c".repeat(64), key: same },
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
            hash,
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
      reuseKey(run, { ...task, reuse: "e".repeat(64) }, inputs, "3.11.7", hash),
      reuseKey(run, { ...task, surroundings: { python: "3.11", digest: "e".repeat(64) } }, inputs, "3.11.7", hash),
      reuseKey(run, { ...task, requirements: ["pandas", "numpy"] }, inputs, "3.11.7", hash),
      reuseKey(run, task, [artifact("clean", { sha256: "f".repeat(64) }), artifact("floor")], "3.11.7", hash),
      reuseKey(run, task, [...inputs].reverse(), "3.11.7", hash),
      reuseKey(floor(7), task, inputs, "3.11.7", hash),
      reuseKey(run, task, inputs, "3.12.0", hash),
    ];
    expect(new Set([same, ...others]).size).toBe(others.length + 1);
  });

  it("tells the text 1 from the number 1, whose bytes are the same", () => {
    expect(
      reuseKey(run, task, [artifact("clean", { encoding: "text", type: "string" }), artifact("floor")], "3.11.7", hash),
    ).not.toBe(same);
  });

  it("is wanted of those alone that the run may reuse, and of none whose surroundings nobody knows", () => {
    const { surroundings: _, ...unknown } = task;
    const { reuse: __, ...whole } = run;
    expect(wantedKey(run, task, inputs, hash)).toBe(same);
    expect([
      wantedKey(whole, task, inputs, hash),
      wantedKey({ ...run, reuse: { operators: [], extracts: "cached" } }, task, inputs, hash),
      wantedKey(run, unknown, inputs, hash),
      wantedKey(run, { ...task, reuse: null }, inputs, hash),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("an earlier attempt", () => {
  const may = (changes: Partial<Manifest>, extracts: "again" | "cached" = "again"): boolean =>
    mayStandFor({ ...earlier, ...changes }, same, task, { operators: ["predict"], extracts });

  it("may stand for a call with its key", () => {
    expect(may({})).toBe(true);
    expect(may({ check: { passed: false, severity: "warning" } })).toBe(true);
  });

  it("may not where it failed, ran elsewhere, has another key, saved something or gave other values", () => {
    const others: readonly Partial<Manifest>[] = [
      { status: "failed" },
      { engine: "airflow" },
      { reuse: { code: "c".repeat(64), key: "0".repeat(64) } },
      { reuse: null },
      { saved: { resource: "db", table: "t", mode: "append", rows: 1, digest: "" } },
      { artifacts: [] },
      { artifacts: [artifact("other")] },
    ];
    expect(others.map((changes) => may(changes))).toEqual(others.map(() => false));
  });

  it("that read a file or the network may only where extracts are cached", () => {
    expect([may({ outside: ["regions.csv"] }), may({ outside: ["network"] }, "cached")]).toEqual([false, true]);
  });
});

describe("the record of an attempt that takes values over", () => {
  const taken = (from: Manifest, hasLog = true): ReturnType<typeof reusedAttempt> =>
    reusedAttempt(run, task, 1, from, "1".repeat(20), "2026-11-21T13:00:01.000000Z", () => hasLog, hash);

  it("names the run that made them, took no time, and stands under keys of its own run", () => {
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
      })),
    );
    expect(own.every((key) => key?.includes(`/${run.rid}/${run.life}/predict/0001/`))).toBe(true);
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
      hash,
    );
  expect(of("/a")).toBe(of("/b"));
  expect(of("/a")).toBe(reuseKey({ ...run, parameters: [] }, task, inputs, "3.11.7", hash));
});
