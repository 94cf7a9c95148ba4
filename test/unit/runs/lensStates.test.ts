import { describe, expect, test } from "vitest";
import { failedOperator, newestOf, operatorLine, runLine } from "../../../src/core/index.js";
import type { CallReason } from "../../../src/core/model/manifest.js";
import type { OperatorRun, OperatorState, Run } from "../../../src/core/model/run.js";
import { stateWord } from "../../../src/core/runs/lensStates.js";
import { manifest } from "./facts.js";

function operator(id: string, state: OperatorState, changes: Partial<OperatorRun> = {}): OperatorRun {
  return {
    operator: id,
    name: id,
    kind: "function",
    state,
    tryNumber: 1,
    startedAt: null,
    endedAt: null,
    manifest: null,
    ...changes,
  };
}

function run(operators: readonly OperatorRun[], changes: Partial<Run> = {}): Run {
  return {
    rid: "r",
    target: "local",
    project: "p",
    workflow: "wine",
    runId: "local__1",
    life: null,
    state: "succeeded",
    warning: false,
    build: null,
    parameters: {},
    queuedAt: null,
    startedAt: "2026-11-21T01:00:00.000000Z",
    endedAt: "2026-11-21T01:00:02.400000Z",
    deleted: false,
    operators,
    ...changes,
  };
}

describe("the newest run of an operator", () => {
  const older = run([operator("clean", "succeeded"), operator("predict", "succeeded")], { rid: "older" });

  test("is the newest that it had a part in", () => {
    const onlyClean = run([operator("clean", "failed"), operator("save", "succeeded")], { rid: "newer" });
    expect(newestOf([onlyClean, older], "clean")?.run.rid).toBe("newer");
    expect(newestOf([onlyClean, older], "predict")?.run.rid).toBe("older");
  });

  test("is the one under way, in which it waits", () => {
    const underWay = run([operator("clean", "running"), operator("predict", "waiting")], {
      rid: "newer",
      state: "running",
      endedAt: null,
    });
    expect(newestOf([underWay, older], "predict")?.operator.state).toBe("waiting");
  });

  test("is none where it never ran", () => {
    expect(newestOf([older], "other")).toBeUndefined();
  });
});

describe("what is said of an operator", () => {
  test("is its result", () => {
    expect(operatorLine(operator("error", "succeeded", { manifest: manifest("error", { metric: 0.5 }) }))).toEqual({
      state: "succeeded",
      text: "0.5 · 1 s",
    });
  });

  test("names the run that its values come from where it was not called, with the day where that was another one", () => {
    const reused = {
      rid: "0".repeat(20),
      life: "20261121T120305.000000Z",
      try: 1,
      runStartedAt: "2026-11-21T12:03:05.000000Z",
    };
    const line = (endedAt: string): string =>
      operatorLine(operator("error", "succeeded", { manifest: manifest("error", { metric: 0.5, endedAt, reused }) }), {
        locale: "en",
        timeZone: "UTC",
      }).text;
    expect(line("2026-11-21T12:30:00.000000Z")).toBe("0.5 · reused from run of 12:03: same code, inputs and packages");
    expect(line("2026-11-22T00:10:00.000000Z")).toBe(
      "0.5 · reused from run of Nov 21, 12:03: same code, inputs and packages",
    );
  });

  test("says why it was called in a run that reuses values, but of the one that was run itself", () => {
    const line = (called: CallReason): string =>
      operatorLine(operator("error", "succeeded", { manifest: manifest("error", { called }) })).text;
    expect(line({ why: "outside", outside: ["data/a.txt"] })).toBe("1 s · called again: it read data/a.txt");
    expect(line({ why: "asked" })).toBe("1 s");
  });

  test("is the first line of what went wrong", () => {
    const failed = manifest("clean", {
      status: "failed",
      failure: { type: "user", message: "ValueError: bad\nmore", tip: "", trace: [] },
    });
    expect(operatorLine(operator("clean", "failed", { manifest: failed })).text).toBe("ValueError: bad · 1 s");
  });

  test("is its state where there is no more", () => {
    expect(
      (["waiting", "queued", "running", "upstreamFailed", "cancelled"] as const).map(
        (state) => operatorLine(operator("a", state)).text,
      ),
    ).toEqual(["Waiting", "Starting", "Running", "Not run, since something it needs failed", "Cancelled"]);
  });
});

describe("what is said of a run", () => {
  test("is how far it is", () => {
    const operators = [
      operator("floor", "succeeded", { kind: "parameter", manifest: manifest("floor", { kind: "parameter" }) }),
      operator("clean", "succeeded", { manifest: manifest("clean") }),
      operator("predict", "running"),
    ];
    expect(runLine(run(operators, { state: "running", endedAt: null })).text).toBe("Running, 1 of 2 done");
    expect(runLine(run(operators, { state: "queued", endedAt: null })).text).toBe("Queued");
  });

  test("is how it ended and how long it took", () => {
    expect(runLine(run([]))).toEqual({ state: "succeeded", text: "Succeeded · 2.4 s" });
    expect(runLine(run([], { warning: true }))).toEqual({ state: "warning", text: "Succeeded with a warning · 2.4 s" });
    expect(runLine(run([], { state: "cancelled" })).text).toBe("Cancelled · 2.4 s");
  });

  test("names the operator that failed first", () => {
    const operators = [operator("late", "failed", { endedAt: "2" }), operator("early", "failed", { endedAt: "1" })];
    expect(runLine(run(operators, { state: "failed" })).text).toBe("early failed · 2.4 s");
    expect(failedOperator(run(operators))?.operator).toBe("early");
  });
});

describe("a part in a run", () => {
  const ended = run([operator("predict", "succeeded")], { rid: "older" });

  test.each<[OperatorState, string]>([
    ["skipped", "older"],
    ["unknown", "older"],
    ["waiting", "older"],
    ["queued", "newer"],
    ["upstreamFailed", "newer"],
    ["cancelled", "newer"],
  ])("of an operator that is %s, once the run is over, is that of the %s one", (state, rid) => {
    expect(newestOf([run([operator("predict", state)], { rid: "newer" }), ended], "predict")?.run.rid).toBe(rid);
  });
});

describe("the words for a state", () => {
  test("are one for each", () => {
    const states = [
      "waiting",
      "queued",
      "running",
      "succeeded",
      "warning",
      "failed",
      "cancelled",
      "upstreamFailed",
      "skipped",
      "unknown",
    ] as const;
    expect(states.map(stateWord)).toEqual([
      "Waiting",
      "Starting",
      "Running",
      "Succeeded",
      "Did not pass",
      "Failed",
      "Cancelled",
      "Not run, since something it needs failed",
      "Left out",
      "Unknown",
    ]);
  });
});

describe("a line over an operator", () => {
  test("is its time alone where it came to nothing that is told", () => {
    expect(operatorLine(operator("a", "succeeded", { manifest: manifest("a") }))).toEqual({
      state: "succeeded",
      text: "1 s",
    });
  });

  test("cuts long messages", () => {
    const of = (length: number): string => {
      const failure = { type: "user", message: "x".repeat(length), tip: "", trace: [] } as const;
      return operatorLine(operator("a", "failed", { manifest: manifest("a", { failure }) })).text;
    };
    expect([of(100), of(101)]).toEqual([`${"x".repeat(100)} · 1 s`, `${"x".repeat(99)}… · 1 s`]);
  });
});

describe("a line over a workflow", () => {
  test("has the state that it tells", () => {
    expect(
      (["queued", "running", "unknown", "failed", "cancelled", "succeeded"] as const).map((state) =>
        runLine(run([], { state, startedAt: null })),
      ),
    ).toEqual([
      { state: "queued", text: "Queued" },
      { state: "running", text: "Running" },
      { state: "unknown", text: "Running" },
      { state: "failed", text: "Failed" },
      { state: "cancelled", text: "Cancelled" },
      { state: "succeeded", text: "Succeeded" },
    ]);
  });

  test("has no duration without an end", () => {
    expect(runLine(run([], { endedAt: null })).text).toBe("Succeeded");
  });

  test("names of those that failed the first to end, and no other", () => {
    const operators = [
      operator("done", "succeeded", { endedAt: "0" }),
      operator("b", "failed", { endedAt: "2" }),
      operator("c", "failed", { endedAt: "3" }),
      operator("a", "failed", { endedAt: "1" }),
    ];
    expect(failedOperator(run(operators))?.operator).toBe("a");
    expect(failedOperator(run([...operators, operator("unknown", "failed")]))?.operator).toBe("unknown");
    expect(failedOperator(run([operator("done", "succeeded")]))).toBeUndefined();
  });
});
