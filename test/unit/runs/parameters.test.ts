import { describe, expect, it } from "vitest";

import type { BuildOperator } from "../../../src/core/model/build.js";
import type { ArtifactType } from "../../../src/core/model/workflow.js";
import { checkParameters } from "../../../src/core/runs/parameters.js";

function parameter(id: string, fallback: BuildOperator["default"]): BuildOperator {
  return { id, name: id, kind: "parameter", default: fallback } as BuildOperator;
}

describe("the values for a run", () => {
  const floor = { ...parameter("floor", { type: "numeric", json: 5 }), name: "my floor" };

  it("are found by id and by name, and come back by id", () => {
    expect(checkParameters([floor], { floor: "6" })).toEqual({ ok: true, values: { floor: 6 } });
    expect(checkParameters([floor], { "my floor": "7" })).toEqual({ ok: true, values: { floor: 7 } });
    expect(checkParameters([floor], {})).toEqual({ ok: true, values: {} });
  });

  it("go by id where that is the name of another parameter", () => {
    const other = { ...parameter("other", { type: "numeric", json: 1 }), name: "floor" };
    expect(checkParameters([other, floor], { floor: "6" })).toEqual({ ok: true, values: { floor: 6 } });
  });

  it("are refused where there is no such parameter, with those that there are", () => {
    const operator = { ...parameter("clean", undefined), kind: "function" } as BuildOperator;
    expect(checkParameters([floor, operator, parameter("b", undefined)], { clean: "1" })).toEqual({
      ok: false,
      errors: ["There is no parameter clean. The workflow has floor, b."],
    });
    expect(checkParameters([operator], { x: "1" })).toEqual({
      ok: false,
      errors: ["There is no parameter x. The workflow has none."],
    });
  });

  it("are read by the type of their parameter, and refused by its name", () => {
    const word = parameter("word", { type: "string", json: "a" });
    expect(checkParameters([floor, word], { word: "1", "my floor": "1" })).toEqual({
      ok: true,
      values: { word: "1", floor: 1 },
    });
    expect(checkParameters([floor], { floor: "high" })).toEqual({
      ok: false,
      errors: ['my floor takes a number, such as 6, not "high".'],
    });
  });

  it("are refused all at once", () => {
    expect(checkParameters([floor], { floor: "x", y: "1", "my floor": "2" })).toEqual({
      ok: false,
      errors: ['my floor takes a number, such as 6, not "x".', "There is no parameter y. The workflow has floor."],
    });
  });

  it.each<ArtifactType>(["table", "bytes", "image", "picklable"])("that are a %s cannot be given", (type) => {
    expect(checkParameters([parameter("p", { type })], { p: "1" })).toEqual({
      ok: false,
      errors: ["p takes a value that only Python can make. Leave it at its default, or change that in the file."],
    });
  });

  it("may be anything where nothing says what they are", () => {
    expect(checkParameters([parameter("p", undefined)], { p: "[1]" })).toEqual({ ok: true, values: { p: [1] } });
    expect(checkParameters([parameter("p", { type: "unknown" })], { p: "red" })).toEqual({
      ok: true,
      values: { p: "red" },
    });
  });
});
