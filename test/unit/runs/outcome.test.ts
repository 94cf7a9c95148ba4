import { describe, expect, it } from "vitest";
import type { StoredArtifact } from "../../../src/core/model/manifest.js";
import type { OperatorRun } from "../../../src/core/model/run.js";
import { artifactLine, bytes, outcomeLine, secondsOf, shortOutcomeLine } from "../../../src/core/runs/outcome.js";
import { manifest } from "./facts.js";

const table: StoredArtifact = {
  id: "wine",
  sha256: "",
  size: 30_000,
  type: "table",
  encoding: "parquet",
  rows: 4898,
  schema: [
    { name: "pH", dtype: "float64" },
    { name: "quality", dtype: "int64" },
  ],
  key: "k",
  sample: null,
};
const text: StoredArtifact = { ...table, type: "string", rows: null, schema: null, size: 1536 };

describe("what an operator came to, on one line", () => {
  it.each([
    ["a table by its shape", manifest("clean", { artifacts: [table] }), "4,898 rows × 2 columns"],
    ["one row as one row", manifest("clean", { artifacts: [{ ...table, rows: 1, schema: null }] }), "1 row"],
    ["another value by its type and size", manifest("clean", { artifacts: [text] }), "text, 1.54 kB"],
    ["several values by the first", manifest("clean", { artifacts: [text, table] }), "text, 1.54 kB and 1 more"],
    [
      "a metric by its number",
      manifest("error", { kind: "metric", metric: 0.5312345678, artifacts: [text] }),
      "0.531235",
    ],
    ["a check that passed", manifest("bound", { kind: "check", check: { passed: true, severity: "error" } }), "passed"],
    [
      "a check that did not",
      manifest("bound", { kind: "check", check: { passed: false, severity: "warning" } }),
      "not passed",
    ],
    [
      "a save by what it wrote where",
      manifest("save", {
        kind: "save",
        saved: { resource: "db", table: "out", mode: "replace", rows: 12, digest: "" },
      }),
      "12 rows to out",
    ],
    [
      "a failure by its message's first line",
      manifest("clean", {
        status: "failed",
        failure: { type: "user", message: "KeyError: 'pH'\nand more", tip: "", trace: [] },
      }),
      "KeyError: 'pH'",
    ],
    [
      "a parameter not at all, since its value stands in the text",
      manifest("floor", { kind: "parameter", artifacts: [text] }),
      "",
    ],
  ])("names %s", (_what, of, line) => {
    expect(outcomeLine(of)).toBe(line);
  });
});

it("names a table by its rows alone where there is little room, and all else as it is", () => {
  expect(shortOutcomeLine(manifest("clean", { artifacts: [table] }))).toBe("4,898 rows");
  expect(shortOutcomeLine(manifest("clean", { artifacts: [text] }))).toBe("text, 1.54 kB");
});

describe("how long an operator took", () => {
  const now = new Date("2026-11-21T01:23:05.000Z");
  const run: OperatorRun = {
    operator: "clean",
    name: "clean",
    kind: "function",
    state: "running",
    tryNumber: 1,
    startedAt: "2026-11-21T01:23:01.500Z",
    endedAt: null,
    manifest: null,
  };

  it("is the time around its call, where it ended", () => {
    expect(secondsOf({ ...run, state: "succeeded", manifest: manifest("clean", { wallSeconds: 1.25 }) }, now)).toBe(
      1.25,
    );
  });

  it("counts on while it runs, and stops where the engine says that it ended", () => {
    expect(secondsOf(run, now)).toBe(3.5);
    expect(secondsOf({ ...run, state: "failed", endedAt: "2026-11-21T01:23:02.000Z" }, now)).toBe(0.5);
  });

  it("is nothing for what has not begun, and for parameters", () => {
    expect(secondsOf({ ...run, state: "waiting", startedAt: null }, now)).toBeUndefined();
    expect(secondsOf({ ...run, manifest: manifest("floor", { kind: "parameter" }) }, now)).toBeUndefined();
  });
});

describe("a size in bytes", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1 kB"],
    [12_345, "12.3 kB"],
    [999_999, "1,000 kB"],
    [1_000_000, "1 MB"],
    [2_500_000_000, "2.5 GB"],
    [3_000_000_000_000, "3 TB"],
    [4_000_000_000_000_000, "4,000 TB"],
  ])("of %d is %s", (size, words) => {
    expect(bytes(size)).toBe(words);
  });
});

describe("a line that names values", () => {
  it("tells rows and columns in the singular where there is one", () => {
    expect(artifactLine({ ...table, rows: 1, schema: [{ name: "a", dtype: "int64" }] })).toBe("1 row × 1 column");
    expect(artifactLine({ ...table, rows: 0, schema: [] })).toBe("0 rows × 0 columns");
  });

  it("tells a table of unknown length by its size", () => {
    expect(artifactLine({ ...table, rows: null })).toBe("table, 30 kB");
    expect(artifactLine({ ...text, rows: 3 })).toBe("text, 1.54 kB");
  });

  it("tells of a failure before anything else, of a check before its number, of that before what was saved", () => {
    const failure = { type: "user", message: "bad", tip: "", trace: [] } as const;
    const check = { passed: true, severity: "error" } as const;
    const saved = { resource: "db", table: "out", mode: "replace", rows: 1, digest: "" } as const;
    expect([
      outcomeLine(manifest("a", { failure, check, metric: 1, saved })),
      outcomeLine(manifest("a", { check, metric: 1, saved })),
      outcomeLine(manifest("a", { metric: 0, saved })),
      outcomeLine(manifest("a", { saved })),
      outcomeLine(manifest("a")),
    ]).toEqual(["bad", "passed", "0", "1 row to out", ""]);
  });

  it("tells a number that is none as Python would not hide it", () => {
    expect(outcomeLine(manifest("a", { metric: Number.NaN }))).toBe("NaN");
    expect(outcomeLine(manifest("a", { metric: 1_234_567.891 }))).toBe("1,234,570");
  });

  it("counts what else was given", () => {
    expect(outcomeLine(manifest("a", { artifacts: [table, text, text] }))).toBe("4,898 rows × 2 columns and 2 more");
  });
});

describe("a short line names a table by its rows", () => {
  const failure = { type: "user", message: "bad", tip: "", trace: [] } as const;
  const saved = { resource: "db", table: "out", mode: "replace", rows: 1, digest: "" } as const;

  it.each([
    ["it failed", manifest("a", { artifacts: [table], failure }), "bad"],
    ["it was saved", manifest("a", { artifacts: [table], saved }), "1 row to out"],
    ["its length is not known", manifest("a", { artifacts: [{ ...table, rows: null }] }), "table, 30 kB"],
    ["it is one of several", manifest("a", { artifacts: [table, text] }), "4,898 rows × 2 columns and 1 more"],
    ["there is nothing", manifest("a"), ""],
  ])("unless %s", (_what, of, line) => {
    expect(shortOutcomeLine(of)).toBe(line);
  });
});

describe("the seconds of an operator", () => {
  const now = new Date("2026-11-21T01:23:05.000Z");
  const base: OperatorRun = {
    operator: "clean",
    name: "clean",
    kind: "function",
    state: "running",
    tryNumber: 1,
    startedAt: "2026-11-21T01:23:09.000Z",
    endedAt: null,
    manifest: null,
  };

  it("are none of one whose values were taken over", () => {
    const reused = { rid: "r", life: "l", try: 1, runStartedAt: "" };
    expect(secondsOf({ ...base, manifest: manifest("clean", { reused }) }, now)).toBeUndefined();
  });

  it("are never less than none, though clocks differ", () => {
    expect(secondsOf(base, now)).toBe(0);
  });

  it("do not count on for what has stopped without an end", () => {
    expect(secondsOf({ ...base, state: "unknown" }, now)).toBeUndefined();
    expect(secondsOf({ ...base, startedAt: null }, now)).toBeUndefined();
  });
});
