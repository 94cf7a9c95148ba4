import { describe, expect, it } from "vitest";
import { AirflowError, PublishError, WorkflowProblems, type PublishResult } from "../../../../src/core/index.js";
import type { Problem } from "../../../../src/core/model/problem.js";
import { NotSaved } from "../../../../src/extension/documents/notSaved.js";
import { cancelledAt, outcomeOf, outcomeOfError } from "../../../../src/extension/publish/publishOutcome.js";

const result: PublishResult = {
  outcome: "published",
  build: "0f3a9c51e2d7".padEnd(64, "0"),
  dagId: "wine",
  dagFile: "/dags/wine.py",
  startDate: "2026-11-21T00:00:00Z",
  message: "",
};
const problem = (line: number): Problem => ({
  code: "x",
  severity: "error",
  message: `Mend ${line}.`,
  file: "wine.py",
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
});

describe("how a publication ended", () => {
  it("names the build that is live, and leads to Airflow and to a run", () => {
    const { outcome, actions } = outcomeOf(result, "airflow");
    expect(outcome).toEqual({ state: "succeeded", message: "Build 0f3a9c51e2d7 is live on “airflow” as wine." });
    expect(actions.map(({ id }) => id)).toEqual(["openInAirflow", "trigger"]);
  });

  it("says that nothing was to do", () => {
    expect(outcomeOf({ ...result, outcome: "unchanged" }, "airflow").outcome).toMatchObject({
      state: "unchanged",
      message: expect.stringContaining("already") as string,
    });
  });

  it("waits for a silent Airflow with what to do, and offers to look once more", () => {
    const { outcome, actions } = outcomeOf(
      { ...result, outcome: "waiting", message: "Its DAG processor is not running: start it." },
      "airflow",
    );
    expect(outcome.state).toBe("waiting");
    expect(outcome.message).toContain("DAG processor is not running");
    expect(actions[0]?.id).toBe("publishAgain");
  });

  it("keeps what Airflow said of an import, and its problem for the line", () => {
    const error = new PublishError("importError", "It was put back. Airflow says:\nTraceback", [problem(15)]);
    expect(outcomeOfError(error)).toMatchObject({
      outcome: { state: "failed", message: "It was put back. Airflow says:\nTraceback" },
      problems: [{ line: 15 }],
    });
  });

  it("lists the first problems of a file and counts the others", () => {
    const { outcome, actions, problems } = outcomeOfError(
      new WorkflowProblems("wine.py cannot be built.", [1, 2, 3, 4, 5, 6, 7].map(problem)),
    );
    expect(outcome.message.split("\n")).toEqual([
      "wine.py cannot be built. Correct what is marked in it, then publish again.",
      ...[1, 2, 3, 4, 5].map((line) => `wine.py:${line}: Mend ${line}.`),
      "… and 2 more",
    ]);
    expect(actions.map(({ id }) => id)).toContain("showProblems");
    expect(problems).toHaveLength(7);
  });

  it("leads to connecting where Airflow is the trouble", () => {
    expect(outcomeOfError(new AirflowError("signedOut", "Sign in.")).actions.map(({ id }) => id)).toEqual([
      "publishAgain",
      "connect",
    ]);
  });

  it("names what could not be saved, and opens it", () => {
    const { outcome, actions } = outcomeOfError(new NotSaved("file:///wine/steps.py", ["steps.py", "aqueduct.json"]));
    expect(outcome.message).toBe(
      "steps.py and aqueduct.json could not be saved, and would be read as they lie on disk. Save them, then try again.",
    );
    expect(actions.map(({ id }) => id)).toEqual(["publishAgain", "openFile"]);
  });

  it.each([
    ["trace", /nothing was changed/],
    ["upload", /stays in the store/],
    ["proof", /as it was before/],
    ["record", /goes on where it stopped/],
  ] as const)("says what state things are in when it was cancelled at %s", (step, words) => {
    expect(cancelledAt(step).outcome).toMatchObject({
      state: "cancelled",
      message: expect.stringMatching(words) as string,
    });
  });
});
