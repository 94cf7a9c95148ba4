import { describe, expect, it } from "vitest";

import type { BuildOperator } from "../../../src/core/model/build.js";
import type { ArtifactType, Json } from "../../../src/core/model/workflow.js";
import { checkParameters, TypedText } from "../../../src/core/runs/parameters.js";

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

describe("the values for a run", () => {
  const floor = { ...parameter("floor", { type: "numeric", json: 5 }), name: "my floor" };

  it("are found by id and by name, and come back by id", () => {
    expect(checkParameters([floor], { floor: 6 })).toEqual({ ok: true, values: { floor: 6 } });
    expect(checkParameters([floor], { "my floor": 7 })).toEqual({ ok: true, values: { floor: 7 } });
    expect(checkParameters([floor], {})).toEqual({ ok: true, values: {} });
  });

  it("go by id where that is the name of another parameter", () => {
    const other = { ...parameter("other", { type: "numeric", json: 1 }), name: "floor" };
    expect(checkParameters([other, floor], { floor: 6 })).toEqual({ ok: true, values: { floor: 6 } });
  });

  it("are refused where there is no such parameter, with those that there are", () => {
    const operator = { ...parameter("clean", undefined), kind: "function" } as BuildOperator;
    expect(checkParameters([floor, operator, parameter("b", undefined)], { clean: 1 })).toEqual({
      ok: false,
      errors: ["There is no parameter clean. The workflow has floor, b."],
    });
    expect(checkParameters([operator], { x: 1 })).toEqual({
      ok: false,
      errors: ["There is no parameter x. The workflow has none."],
    });
  });

  it("that were typed are read by the type of their parameter", () => {
    const word = parameter("word", { type: "string", json: "a" });
    const typed = { word: new TypedText("1"), "my floor": new TypedText("1") };
    expect(checkParameters([floor, word], typed)).toEqual({ ok: true, values: { word: "1", floor: 1 } });
    expect(checkParameters([floor], { floor: new TypedText("high") })).toEqual({
      ok: false,
      errors: ["my floor is a number, such as 6 or 0.25."],
    });
  });

  it("are refused all at once", () => {
    expect(checkParameters([floor], { floor: "x", y: 1, "my floor": 2 })).toMatchObject({
      ok: false,
      errors: [expect.stringContaining("not a string") as string, expect.stringContaining("no parameter y") as string],
    });
  });

  it.each<[ArtifactType, Json]>([
    ["numeric", 1.5],
    ["string", "a"],
    ["boolean", false],
    ["list", []],
    ["dictionary", { a: 1 }],
    ["json", null],
    ["json", "a"],
    ["unknown", null],
    ["unknown", [1]],
  ])("that are a %s may be %j", (type, value) => {
    expect(checkParameters([parameter("p", { type })], { p: value })).toEqual({ ok: true, values: { p: value } });
  });

  it.each<[ArtifactType, Json, string]>([
    ["numeric", true, "boolean"],
    ["string", 1, "numeric"],
    ["boolean", "true", "string"],
    ["list", { a: 1 }, "dictionary"],
    ["dictionary", [1], "list"],
    ["dictionary", null, "unknown"],
  ])("that are a %s may not be %j", (type, value, got) => {
    expect(checkParameters([parameter("p", { type })], { p: value })).toEqual({
      ok: false,
      errors: [`p is a ${type}, not a ${got}: ${JSON.stringify(value)}.`],
    });
  });

  it.each<ArtifactType>(["table", "tuple", "bytes", "image", "picklable"])("that are a %s cannot be given", (type) => {
    expect(checkParameters([parameter("p", { type })], { p: 1 })).toMatchObject({ ok: false });
  });

  it("may be anything where nothing says what they are", () => {
    expect(checkParameters([parameter("p", undefined)], { p: [1] })).toMatchObject({ ok: true });
  });
});
