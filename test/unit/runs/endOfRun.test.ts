import { describe, expect, it } from "vitest";
import { airflowAddress } from "../../../src/core/runs/airflowAddress.js";
import { endOfRun } from "../../../src/core/runs/endOfRun.js";
import { failedOperatorRun, operatorRun, run } from "./runs.js";

describe("the end of a run", () => {
  it("is told as a success with its time", () => {
    expect(endOfRun(run({ target: "airflow" }))).toEqual({
      severity: "information",
      text: "wine on airflow succeeded in 12 s.",
    });
  });

  it("names the operator that failed, why, and what to do", () => {
    expect(endOfRun(run({ state: "failed", operators: [operatorRun("clean"), failedOperatorRun("predict")] }))).toEqual(
      { severity: "error", text: "wine failed in 12 s in predict: KeyError: 'alcohol'. The table has no such column." },
    );
  });

  it("names a failed operator of which nothing more is known", () => {
    expect(
      endOfRun(
        run({ state: "failed", endedAt: null, operators: [operatorRun("clean", { state: "failed", manifest: null })] }),
      ).text,
    ).toBe("wine failed in clean.");
  });

  it("names the one operator that was run with what it needs", () => {
    expect(endOfRun(run({ only: "predict" })).text).toBe("predict of wine succeeded in 12 s.");
  });

  it("names the checks that did not pass", () => {
    expect(endOfRun(run({ warning: true, operators: [operatorRun("bound", { state: "warning" })] }))).toEqual({
      severity: "warning",
      text: "wine succeeded in 12 s, but bound did not pass.",
    });
  });
});

describe("the address of a run in Airflow", () => {
  it("keeps what stands in a run's id", () => {
    expect(airflowAddress("http://airflow/", "wine", "manual__2026-11-25T00:00:00+00:00")).toBe(
      "http://airflow/dags/wine/runs/manual__2026-11-25T00%3A00%3A00%2B00%3A00",
    );
  });

  it("of a workflow is that of its DAG", () => {
    expect(airflowAddress("http://airflow", "wine")).toBe("http://airflow/dags/wine");
  });
});

describe("the end of a run in a sentence", () => {
  it("of a cancelled one has its time, and is no warning", () => {
    expect(endOfRun(run({ state: "cancelled", target: "airflow" }))).toEqual({
      severity: "information",
      text: "wine on airflow was cancelled in 12 s.",
    });
  });

  it("of one whose times are not known has none", () => {
    expect(endOfRun(run({ startedAt: null })).text).toBe("wine succeeded.");
  });

  it("of a failure of which no operator is known names none", () => {
    expect(endOfRun(run({ state: "failed", operators: [operatorRun("clean")] })).text).toBe("wine failed in 12 s.");
  });

  it("names the failed operator that tells why before one that does not, and no other", () => {
    const silent = operatorRun("silent", { state: "failed", manifest: null });
    const upstream = { ...failedOperatorRun("upstream"), state: "upstreamFailed" as const };
    const { text } = endOfRun(run({ state: "failed", operators: [upstream, silent, failedOperatorRun("told")] }));
    expect(text).toBe("wine failed in 12 s in told: KeyError: 'alcohol'. The table has no such column.");
    const known = operatorRun("known", { state: "failed" });
    expect(endOfRun(run({ state: "failed", operators: [known] })).text).toBe("wine failed in 12 s in known.");
  });

  it("names all checks that did not pass", () => {
    const operators = [
      operatorRun("low", { state: "warning" }),
      operatorRun("fine"),
      operatorRun("high", { state: "warning" }),
    ];
    expect(endOfRun(run({ warning: true, operators })).text).toBe(
      "wine succeeded in 12 s, but low and high did not pass.",
    );
  });
});
