import { describe, expect, it } from "vitest";
import type { OperatorRun, Run } from "../../../src/core/model/run.js";
import { runStates } from "../../../src/extension/runs/runStates.js";
import { manifest } from "../runs/facts.js";

const now = new Date("2026-11-21T01:23:09.000Z");
const operator = (id: string, more: Partial<OperatorRun> = {}): OperatorRun => ({
  operator: id,
  name: id,
  kind: "function",
  state: "succeeded",
  tryNumber: 1,
  startedAt: "2026-11-21T01:23:02.000Z",
  endedAt: "2026-11-21T01:23:03.000Z",
  manifest: manifest(id),
  ...more,
});
const run: Run = {
  rid: "r",
  target: "local",
  project: "p",
  workflow: "wine",
  runId: "1",
  life: null,
  state: "running",
  warning: false,
  build: null,
  parameters: { floor: 7 },
  queuedAt: null,
  startedAt: "2026-11-21T01:23:01.000Z",
  endedAt: null,
  deleted: false,
  operators: [operator("clean")],
};
const statusOf = (one: OperatorRun, of: Partial<Run> = {}) =>
  runStates("/wine", { ...run, ...of, operators: [one] }, now).operators[0];

describe("a run as the graph panel is told of it", () => {
  it("counts its time until now while it runs, and until its end afterwards", () => {
    expect(runStates("/wine", run, now)).toMatchObject({ folder: "/wine", rid: "r", when: run.startedAt, seconds: 8 });
    expect(runStates("/wine", { ...run, state: "succeeded", endedAt: "2026-11-21T01:23:04.000Z" }, now).seconds).toBe(
      3,
    );
  });

  it("counts what is done of its work, as its lens does: parameters are none", () => {
    const operators = [
      operator("floor", { kind: "parameter" }),
      operator("clean"),
      operator("predict", { state: "running", manifest: null }),
    ];
    expect(runStates("/wine", { ...run, operators }, now).progress).toEqual({ done: 1, of: 2 });
  });

  it("offers of an operator what it has", () => {
    const value = {
      id: "clean",
      sha256: "",
      size: 1,
      type: "numeric",
      encoding: "json",
      rows: null,
      schema: null,
      key: "k",
      sample: null,
    } as const;
    expect(statusOf(operator("clean", { manifest: manifest("clean", { artifacts: [value] }) }))?.parts).toEqual([
      "value",
      "log",
    ]);
    expect(statusOf(operator("clean", { state: "running", manifest: null }))?.parts).toEqual(["log"]);
    const failure = { type: "user", message: "KeyError: 'pH'", tip: "Look.", trace: [] } as const;
    expect(
      statusOf(operator("clean", { state: "failed", manifest: manifest("clean", { status: "failed", failure }) })),
    ).toMatchObject({ failure: { message: "KeyError: 'pH'", tip: "Look." }, parts: ["log", "trace"] });
    expect(statusOf(operator("clean", { state: "waiting", tryNumber: 0, manifest: null }))?.parts).toEqual([]);
  });

  it("says of an operator that was not called which run its values come from, and no time", () => {
    const reused = {
      rid: "0".repeat(20),
      life: "20261121T010000.000000Z",
      try: 1,
      runStartedAt: "2026-11-21T01:00:00.000000Z",
    };
    expect(statusOf(operator("clean", { manifest: manifest("clean", { reused }) }))).toMatchObject({
      state: "succeeded",
      seconds: null,
      reused: expect.stringMatching(/^reused from run of /) as string,
    });
    expect(statusOf(operator("clean"))?.reused).toBeNull();
  });

  it("says of a parameter what it was in this run", () => {
    expect(
      statusOf(operator("floor", { kind: "parameter", manifest: manifest("floor", { kind: "parameter" }) })),
    ).toMatchObject({ result: "7", seconds: null, parts: [] });
  });

  it("leaves out what still waits when the run is over: it was no part of it", () => {
    const waiting = operator("save", { state: "waiting", tryNumber: 0, manifest: null });
    expect(statusOf(waiting)?.state).toBe("waiting");
    expect(statusOf(waiting, { state: "succeeded" })).toBeUndefined();
    expect(statusOf({ ...waiting, state: "unknown" })).toBeUndefined();
  });
});
