import { describe, expect, it } from "vitest";
import { countOf } from "../../../src/core/model/words.js";

describe("a count", () => {
  it.each([
    [0, "0 rows"],
    [1, "1 row"],
    [2, "2 rows"],
    [4898, "4,898 rows"],
  ])("of %d", (count, words) => {
    expect(countOf(count, "row")).toBe(words);
  });
});
