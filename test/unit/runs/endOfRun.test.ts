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
