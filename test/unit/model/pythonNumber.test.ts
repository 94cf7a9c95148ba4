import { describe, expect, test } from "vitest";
import { numberText } from "../../../src/core/model/pythonNumber.js";

describe("numberText", () => {
  // What Python's repr gives for the same numbers.
  test.each([
    [0, "0.0"],
    [-0, "-0.0"],
    [0.5, "0.5"],
    [-2, "-2.0"],
    [100, "100.0"],
    [1e15, "1000000000000000.0"],
    [123456789012345680, "1.2345678901234568e+17"],
    [1e16, "1e+16"],
    [1e20, "1e+20"],
    [1.5e300, "1.5e+300"],
    [0.0001, "0.0001"],
    [-0.0025, "-0.0025"],
    [0.00001, "1e-05"],
    [1.25e-7, "1.25e-07"],
    [0.1 + 0.2, "0.30000000000000004"],
    [Infinity, "inf"],
    [-Infinity, "-inf"],
    [NaN, "nan"],
  ])("prints the float %d as %s", (value, printed) => {
    expect(numberText(value, true)).toBe(printed);
  });

  test("prints integers without a point", () => {
    expect([numberText(0, false), numberText(-7, false), numberText(9007199254740991, false)]).toEqual([
      "0",
      "-7",
      "9007199254740991",
    ]);
  });
});
