import { describe, expect, test } from "vitest";
import { type AskedParameter, isTypable, readTyped, typedText } from "../../../src/core/index.js";
import { exactText, ofFloat, parseWithDigits } from "../../../src/core/model/exactJson.js";
import type { ArtifactType, Json } from "../../../src/core/model/workflow.js";

function parameter(type: ArtifactType, json?: Json): AskedParameter {
  return { id: "floor", name: "floor", default: { type, ...(json !== undefined && { json }) } };
}

describe("what is shown in a form", () => {
  test.each<[ArtifactType, Json, string]>([
    ["numeric", 6, "6"],
    ["numeric", ofFloat(6), "6.0"],
    ["numeric", { $aqueduct: "int", value: "9007199254740993" }, "9007199254740993"],
    ["string", "red", "red"],
    ["string", "6", "6"],
    ["boolean", false, "false"],
    ["list", ["a"], '["a"]'],
    ["dictionary", { a: [1] }, '{"a":[1]}'],
    ["json", "red", '"red"'],
    ["unknown", "red", '"red"'],
    ["picklable", null, "null"],
  ])("of a %s is %j as %s, and is read as what it was", (type, value, text) => {
    const asked = parameter(type, value);
    expect(typedText(value, asked)).toBe(text);
    expect(readTyped(asked, text)).toEqual({ ok: true, value });
  });

  test("can be typed unless it is a value that only code makes", () => {
    expect(
      [parameter("numeric"), parameter("json"), parameter("table"), parameter("picklable"), { id: "a", name: "a" }].map(
        isTypable,
      ),
    ).toEqual([true, true, false, false, true]);
  });

  test("of a value without a default is anything", () => {
    expect(readTyped({ id: "a", name: "a" }, "6")).toEqual({ ok: true, value: 6 });
    expect(readTyped({ id: "a", name: "a" }, "a b")).toEqual({ ok: true, value: "a b" });
  });
});

describe("JSON of others", () => {
  test("keeps the digits of whole numbers, and is else what JSON.parse makes of it", () => {
    const text =
      '{"conf": {"n": 9007199254740993, "t": "9007199254740993", "x": 1.0, "y": -12345678901234567890}, "a": [6, 1e20]}';
    expect(parseWithDigits(text)).toEqual({
      conf: {
        n: { $aqueduct: "int", value: "9007199254740993" },
        t: "9007199254740993",
        x: 1,
        y: { $aqueduct: "int", value: "-12345678901234567890" },
      },
      a: [6, 1e20],
    });
    expect(() => parseWithDigits("{")).toThrow(SyntaxError);
  });

  test("is shown with all digits", () => {
    expect(exactText(parseWithDigits("[9007199254740993, 0.5]") as Json)).toBe("[9007199254740993,0.5]");
  });
});
