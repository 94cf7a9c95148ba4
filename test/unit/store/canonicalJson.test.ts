import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src/core/store/json.js";

describe("canonical JSON", () => {
  it("is the same whatever order the members were given in", () => {
    expect(canonicalJson({ b: 1e-7, a: [null] })).toBe('{"a":[null],"b":1e-7}');
  });

  it("refuses what is not a value of JSON, and says of what type it is", () => {
    expect(() => canonicalJson(undefined)).toThrow("A value of type undefined can't be written as JSON.");
  });
});
