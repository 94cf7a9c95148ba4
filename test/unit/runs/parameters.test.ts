import { describe, expect, it } from "vitest";

import type { BuildOperator } from "../../../src/core/model/build.js";
import { checkParameters } from "../../../src/core/runs/parameters.js";

function parameter(id: string, fallback: BuildOperator["default"]): BuildOperator {
  return { id, name: id, kind: "parameter", default: fallback } as BuildOperator;
}

describe("checking the values for a run", () => {
  it("says of a type that JSON does not have that it cannot be given, instead of showing an undefined default", () => {
    const checked = checkParameters([parameter("pair", { type: "tuple" })], { pair: [3, 4] });
    expect(checked).toEqual({
      ok: false,
      errors: [
        "pair is a tuple, which cannot be written on a command line. Leave it at its default, or change that in the file.",
      ],
    });
  });

  it("leaves out a default that has no JSON, such as NaN", () => {
    expect(checkParameters([parameter("floor", { type: "numeric" })], { floor: "x" })).toEqual({
      ok: false,
      errors: ['floor is a numeric, not a string: "x".'],
    });
  });

  it("shows the default of another type", () => {
    expect(checkParameters([parameter("floor", { type: "numeric", json: 5 })], { floor: "x" })).toEqual({
      ok: false,
      errors: ['floor is a numeric (by default 5), not a string: "x".'],
    });
  });
});
