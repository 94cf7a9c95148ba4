import { describe, expect, it } from "vitest";
import { runAnnouncement } from "../../../webview/graphPanel/announcement.js";
import { runStates, status } from "../../fakes/graphs.js";

const nameOf = (id: string): string => `“${id}”`;
const running = runStates([status("clean", "running"), status("predict", "waiting")]);

describe("what is said aloud of a run", () => {
  it("is that it is shown, and how it ended", () => {
    expect(runAnnouncement(undefined, running, nameOf)).toBe("Run on local: Running.");
    expect(runAnnouncement(running, { ...running, state: "succeeded", warning: true }, nameOf)).toBe(
      "Run on local: Succeeded with a warning.",
    );
  });

  it("is what failed, once, and why", () => {
    const failure = { message: "KeyError: 'pH'", tip: "" };
    const failed = runStates([status("clean", "failed", { failure }), status("predict", "upstreamFailed")]);
    expect(runAnnouncement(running, failed, nameOf)).toBe("“clean” failed: KeyError: 'pH'");
    expect(runAnnouncement(failed, { ...failed, state: "failed" }, nameOf)).toBe("Run on local: Failed.");
  });

  it("is nothing of each step of each operator, and nothing of a run that is cleared", () => {
    expect(
      runAnnouncement(running, runStates([status("clean", "succeeded"), status("predict", "running")]), nameOf),
    ).toBe("");
    expect(runAnnouncement(running, undefined, nameOf)).toBe("");
  });
});
