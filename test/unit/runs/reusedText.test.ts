import { describe, expect, it } from "vitest";
import type { CallReason } from "../../../src/core/model/manifest.js";
import { callReasonText, reusedText, whyText } from "../../../src/core/runs/reusedText.js";

const endedAt = "2026-11-21T12:30:00.000000Z";
const reused = {
  rid: "0".repeat(20),
  life: "20261121T120305.000000Z",
  try: 1,
  runStartedAt: "2026-11-21T12:03:05.000000Z",
};
const style = { locale: "en", timeZone: "UTC" };

describe("why an operator was reused or called", () => {
  it("says what was the same, and where that is not enough to be sure", () => {
    expect(whyText({ reused, endedAt }, style)).toBe("reused from run of 12:03: same code, inputs and packages");
    expect(whyText({ reused: { ...reused, cached: true }, endedAt }, style)).toBe(
      "reused from run of 12:03: same code, inputs and packages; what it reads from outside may have changed",
    );
    expect(reusedText({ reused, endedAt }, style)).toBe("reused from run of 12:03");
  });

  it("is nothing in a run that reuses nothing, of what has not ended, and of the one that was run", () => {
    expect([whyText({ endedAt }), whyText(null), whyText({ called: { why: "asked" }, endedAt })]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("says `again` only where there was an earlier call", () => {
    const begun = (reason: CallReason): string | undefined => whyText({ called: reason, endedAt })?.replace(/:.*/, "");
    expect([begun({ why: "first" }), begun({ why: "extract" }), begun({ why: "source" })]).toEqual([
      "called",
      "called",
      "called",
    ]);
    expect([begun({ why: "code" }), begun({ why: "gone" }), begun({ why: "outside", outside: ["a"] })]).toEqual([
      "called again",
      "called again",
      "called again",
    ]);
  });

  it("names inputs and parameters that have changed", () => {
    const text = (inputs: readonly string[], parameters: readonly string[]): string =>
      callReasonText({ why: "inputs", inputs, parameters });
    expect([
      text(["clean"], []),
      text([], ["floor"]),
      text(["a", "b"], ["floor"]),
      text(["a", "b", "c", "d", "e"], []),
    ]).toEqual([
      "input clean has changed",
      "parameter floor has changed",
      "inputs a, b and parameter floor have changed",
      "inputs a, b, c and 2 more have changed",
    ]);
  });

  it("names what was read and what was used", () => {
    const text = (...outside: readonly string[]): string => callReasonText({ why: "outside", outside });
    expect([
      text("data/a.txt"),
      text("$HOME", "network", "the time"),
      text("random numbers"),
      text("files that read_parquet reads"),
    ]).toEqual([
      "it read data/a.txt",
      "it read $HOME and used the network, the time",
      "it used random numbers",
      "it read files that read_parquet reads",
    ]);
  });

  it.each([
    "asked",
    "extract",
    "source",
    "measures",
    "unknownCode",
    "unknownPackages",
    "first",
    "unreadable",
    "code",
    "packages",
    "changed",
    "failed",
    "gone",
  ] as const)("has a sentence for %s", (why) => {
    expect(callReasonText({ why })).toMatch(/^[a-zA-Z][a-zA-Z, ']+[a-z]$/);
  });
});
