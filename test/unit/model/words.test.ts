import { describe, expect, it } from "vitest";
import { countOf, operatorLabel } from "../../../src/core/model/words.js";

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

describe("an operator on the command line", () => {
  it("is called by its id, behind the name that the id does not show", () => {
    expect(operatorLabel("demo_query", "demo query")).toBe("demo_query");
    expect(operatorLabel("function_2", "预测")).toBe("预测 (function_2)");
  });
});
