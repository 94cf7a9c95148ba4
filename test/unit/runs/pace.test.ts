import { describe, expect, it } from "vitest";
import { pauseBeforeLook } from "../../../src/core/runs/pace.js";

describe("the pace of looking at the history", () => {
  it("is even while something runs", () => {
    expect(pauseBeforeLook({ isBusy: true, quietLooks: 9 })).toBe(2_000);
  });

  it("slows down while nothing happens, to a limit", () => {
    expect([0, 1, 2, 3, 30].map((quietLooks) => pauseBeforeLook({ isBusy: false, quietLooks }))).toEqual([
      5_000, 10_000, 20_000, 40_000, 40_000,
    ]);
  });
});
