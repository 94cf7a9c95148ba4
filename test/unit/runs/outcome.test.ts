import { describe, expect, it } from "vitest";
import type { StoredArtifact } from "../../../src/core/model/manifest.js";
import type { OperatorRun } from "../../../src/core/model/run.js";
import { outcomeLine, secondsOf, shortOutcomeLine } from "../../../src/core/runs/outcome.js";
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
