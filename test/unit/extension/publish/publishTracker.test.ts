import { beforeEach, describe, expect, it } from "vitest";
import { actions, PublishTracker } from "../../../../src/extension/publish/publishTracker.js";
import type { StepsModel } from "../../../../src/formats/stepsPanel.js";

let now = 0;
let tracker: PublishTracker;

beforeEach(() => {
  now = 0;
  tracker = new PublishTracker("Publish “wine” to airflow", [], () => now);
});

const stateOf = (id: string): string | undefined => tracker.model.steps.find((step) => step.id === id)?.state;
const offered = ({ actions: shown }: StepsModel): readonly string[] => shown.map(({ id }) => id);

describe("the steps of a publication", () => {
  it("are all there before the first begins, and can be cancelled", () => {
    expect(tracker.model.steps.map(({ state }) => state)).toEqual(Array.from({ length: 8 }, () => "pending"));
    expect(offered(tracker.model)).toEqual(["cancel"]);
  });

  it("count while they run, from where they began", () => {
    tracker.begin("trace");
    now = 1500;
    expect(tracker.model.steps[0]).toMatchObject({ state: "running", seconds: 1.5 });
    tracker.pass("trace", "");
    now = 9000;
    expect(tracker.model.steps[0]).toMatchObject({ state: "passed", seconds: 1.5 });
  });

  it("follow what core tells of each", () => {
    tracker.follow({ step: "proof", state: "started", message: "", elapsed: 0 });
    tracker.follow({ step: "proof", state: "progress", message: "Airflow has not read it yet.", elapsed: 10 });
    expect(tracker.model.steps.find(({ id }) => id === "proof")).toMatchObject({
      state: "running",
      message: "Airflow has not read it yet.",
    });
    tracker.follow({ step: "proof", state: "done", message: "parsed", elapsed: 4000 });
    expect(tracker.model.steps.find(({ id }) => id === "proof")).toMatchObject({
      state: "passed",
      message: "parsed",
      seconds: 4,
    });
  });

  it("show what would change and wait, with un-pausing where it is the first publication", () => {
    tracker.ask({ changes: [], questions: ["Really?"], isFirst: true }, []);
    expect(tracker.model).toMatchObject({ questions: ["Really?"], changes: [] });
    expect(offered(tracker.model)).toEqual(["publish", "showDiff", "cancel"]);
    expect(stateOf("unpause")).toBe("pending");
    tracker.goOn();
    expect(tracker.model.questions).toEqual([]);
    expect(offered(tracker.model)).toEqual(["cancel", "showDiff"]);
  });

  it("lead to the warnings of the file that it asks about, which stand on their lines", () => {
    const problem = { code: "x", message: "It.", file: "flow.py", line: 1, column: 1, endLine: 1, endColumn: 2 };
    const plan = { changes: [], questions: ["It."], isFirst: false };
    tracker.ask(plan, [{ ...problem, severity: "warning" }]);
    expect(offered(tracker.model)).toEqual(["publish", "showDiff", "showProblems", "cancel"]);
    tracker.ask(plan, [{ ...problem, severity: "information" }]);
    expect(offered(tracker.model)).toEqual(["publish", "showDiff", "cancel"]);
  });

  it("leave none running when it was cancelled or has failed", () => {
    tracker.begin("upload");
    tracker.end({ state: "cancelled", message: "Nothing was published." }, [actions.publishAgain]);
    expect(stateOf("upload")).toBe("unchecked");
    tracker.begin("upload");
    tracker.end({ state: "failed", message: "No." }, []);
    expect(stateOf("upload")).toBe("failed");
  });
});
