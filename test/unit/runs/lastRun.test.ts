import { describe, expect, test } from "vitest";
import { lastRunOf } from "../../../src/core/index.js";
import type { Manifest } from "../../../src/core/model/manifest.js";
import type { OperatorRun, Run } from "../../../src/core/model/run.js";
import { agoText } from "../../../src/core/runs/agoText.js";

const now = new Date("2026-11-21T12:00:00Z");

const manifest: Manifest = {
  format: 1,
  operator: "clean",
  kind: "function",
  status: "succeeded",
  build: "b",
  life: "l",
  try: 1,
  engine: "local",
  failure: null,
  check: null,
  metric: null,
  startedAt: "2026-11-21T11:57:58Z",
  endedAt: "2026-11-21T11:58:00Z",
  wallSeconds: 0.8,
  peakBytes: null,
  python: "3.12.1",
  saved: null,
  reuse: null,
  logs: { stdout: null, stderr: null },
  artifacts: [
    {
      id: "clean",
      key: "k",
      sha256: "0",
      size: 10,
      type: "table",
      encoding: "parquet",
      rows: 1599,
      schema: [{ name: "a", dtype: "int64" }],
      sample: null,
    },
  ],
};

function run(operator: Partial<OperatorRun>, more: Partial<Run> = {}): Run {
  const operators: readonly OperatorRun[] = [
    {
      operator: "clean",
      kind: "function",
      state: "succeeded",
      tryNumber: 1,
      startedAt: null,
      endedAt: null,
      manifest,
      ...operator,
    } as OperatorRun,
  ];
  return {
    rid: "r",
    target: "local",
    project: "p",
    workflow: "wine",
    runId: "1",
    life: null,
    state: "succeeded",
    warning: false,
    build: null,
    parameters: {},
    queuedAt: null,
    startedAt: null,
    endedAt: null,
    operators,
    ...more,
  } as Run;
}

const textOf = (...runs: readonly Run[]): string | undefined => lastRunOf(runs, "clean", now)?.text;

describe("the last run of an operator", () => {
  test("tells its state, when it was, what it gave and how long it took", () => {
    expect(textOf(run({}))).toBe("Succeeded 2 min ago · 1,599 rows × 1 column · 0.8 s");
  });

  test("that failed tells why", () => {
    expect(
      textOf(
        run({
          state: "failed",
          manifest: {
            ...manifest,
            status: "failed",
            artifacts: [],
            failure: { type: "user", message: "KeyError: 'quality'", tip: "", trace: [] },
          },
        }),
      ),
    ).toBe("Failed 2 min ago · KeyError: 'quality' · 0.8 s");
  });

  test("that is under way tells so", () => {
    expect(textOf(run({ state: "running", manifest: null }, { state: "running" }), run({}))).toBe("Running");
  });

  test("is none where it never had a part", () => {
    expect(textOf(run({ operator: "other" }))).toBeUndefined();
    expect(textOf()).toBeUndefined();
  });
});

describe("a time ago", () => {
  test.each([
    [-3, "just now"],
    [59, "just now"],
    [60, "1 min ago"],
    [7_199, "1 h ago"],
    [86_400, "1 day ago"],
    [200_000, "2 days ago"],
  ])("of %s seconds is told as %s", (seconds, text) => {
    expect(agoText(new Date(now.getTime() - seconds * 1000), now)).toBe(text);
  });
});

describe("an attempt that has no manifest", () => {
  test("tells when the engine saw its end", () => {
    expect(textOf(run({ state: "failed", manifest: null, endedAt: "2026-11-21T10:00:00Z" }))).toBe("Failed 2 h ago");
  });

  test("comes with the run and the operator that it is of", () => {
    const of = run({});
    const found = lastRunOf([of], "clean", now);
    expect([found?.run, found?.operator]).toEqual([of, of.operators[0]]);
  });
});

describe("how long ago", () => {
  test.each([
    [3_599, "59 min ago"],
    [3_600, "1 h ago"],
    [86_399, "23 h ago"],
    [172_800, "2 days ago"],
    [119, "1 min ago"],
  ])("%s seconds are: %s", (seconds, text) => {
    expect(agoText(new Date(now.getTime() - seconds * 1000), now)).toBe(text);
  });
});
