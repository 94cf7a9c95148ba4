import { describe, expect, it } from "vitest";

import { WrongRequest } from "../../../src/core/actions/errors.js";
import { runOf } from "../../../src/core/actions/findRun.js";

describe("looking for a run by its id", () => {
  it("calls an id wrong where every target answered and none has it", () => {
    expect(() =>
      runOf(
        { runs: [], targets: [{ target: "airflow", state: "answers", message: "" }], workflows: [], unreadable: [] },
        "d48b2a08",
      ),
    ).toThrow(WrongRequest);
  });

  it("does not blame the id while a target that may have the run does not answer", () => {
    const look = (): unknown =>
      runOf(
        {
          runs: [],
          targets: [{ target: "airflow", state: "unreachable", message: "Airflow does not answer." }],
          workflows: [],
          unreadable: [],
        },
        "d48b2a08",
      );
    expect(look).toThrow("Run d48b2a08 was not found where there was an answer. Airflow does not answer.");
    expect(look).not.toThrow(WrongRequest);
  });
});
