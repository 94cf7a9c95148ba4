import { describe, expect, it } from "vitest";
import { describeStatus, runWord, statusLine } from "../../../webview/graphPanel/status.js";
import { status } from "../../fakes/graphs.js";

describe("the line of an operator with a state", () => {
  it.each([
    [
      "time and result of what succeeded",
      status("a", "succeeded", { seconds: 1.24, result: "4,898 rows × 12 columns" }),
      "1.2 s · 4,898 rows × 12 columns",
    ],
    ["the state in words where nothing else is known", status("a", "succeeded"), "succeeded"],
    ["what waits", status("a", "waiting"), "waiting"],
    ["what a warning was about", status("a", "warning", { seconds: 0.01, result: "not passed" }), "not passed · 10 ms"],
    [
      "a failure without its message, which is long",
      status("a", "failed", {
        seconds: 0.4,
        result: "KeyError: 'pH'",
        failure: { message: "KeyError: 'pH'", tip: "" },
      }),
      "failed · 0.4 s",
    ],
    [
      "which run the values come from, in the place of a time",
      status("a", "succeeded", { reused: "reused from run of 12:03", result: "4,898 rows × 12 columns" }),
      "reused from run of 12:03 · 4,898 rows × 12 columns",
    ],
    ["what failed before it could run", status("a", "upstreamFailed"), "upstream failed"],
  ])("says %s", (_what, of, line) => {
    expect(statusLine(of, 7)).toBe(line);
  });

  it("counts the seconds of what runs from when the host told", () => {
    expect(statusLine(status("a", "running", { seconds: 2.5 }), 7)).toBe("running · 9 s");
    expect(statusLine(status("a", "running", { seconds: 2.5 }), 60)).toBe("running · 1 min 2 s");
  });
});

it("is described with what a failure says and what to do about it", () => {
  const failed = status("a", "failed", {
    seconds: 0.4,
    result: "KeyError: 'pH'",
    failure: { message: "KeyError: 'pH'", tip: "Look at the table." },
  });
  expect(describeStatus(failed)).toEqual(["failed in 0.4 s", "KeyError: 'pH'", "Look at the table."]);
  expect(describeStatus(status("a", "running", { seconds: 3 }))).toEqual(["running"]);
  expect(describeStatus(status("a", "succeeded", { reused: "reused from run of 12:03", result: "13 rows" }))).toEqual([
    "succeeded",
    "reused from run of 12:03",
    "13 rows",
  ]);
});

it("has run states in words that name a warning", () => {
  expect(runWord({ state: "succeeded", warning: true })).toBe("Succeeded with a warning");
  expect(runWord({ state: "failed", warning: true })).toBe("Failed");
});
