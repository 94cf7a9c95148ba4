import { describe, expect, test } from "vitest";
import { type AskedParameter, isTypable, readTyped, typedText } from "../../../src/core/index.js";
import type { ArtifactType, Json } from "../../../src/core/model/workflow.js";

function parameter(type: ArtifactType, json?: Json): AskedParameter {
  return { id: "floor", name: "floor", default: { type, ...(json !== undefined && { json }) } };
}

describe("what is typed for a parameter", () => {
  test.each<[ArtifactType, string, Json]>([
    ["numeric", "6", 6],
    ["numeric", " 2.5 ", 2.5],
    ["string", "red", "red"],
    ["string", "6", "6"],
    ["string", "", ""],
    ["boolean", "true", true],
    ["boolean", "False", false],
    ["list", "[1, 2]", [1, 2]],
    ["dictionary", '{"a": 1}', { a: 1 }],
    ["json", "null", null],
    ["unknown", "red", "red"],
    ["unknown", "6", 6],
  ])("is read by its type: %s %j", (type, text, value) => {
    expect(readTyped(parameter(type), text)).toEqual({ ok: true, value });
  });

  test.each<[ArtifactType, string, string]>([
    ["numeric", "six", "floor is a number, such as 6 or 0.25."],
    ["numeric", '"6"', "floor is a number, such as 6 or 0.25."],
    ["numeric", "", "floor is a number, such as 6 or 0.25."],
    ["boolean", "yes", "floor is true or false."],
    ["list", '{"a": 1}', 'floor is a list in JSON, such as [1, 2] or ["red", "white"].'],
    ["dictionary", "[1]", 'floor is a dictionary in JSON, such as {"red": 1}.'],
    ["table", "x", "floor is a table, which cannot be typed. Leave it at its default, or change that in the file."],
  ])("is refused with what to type instead: %s %j", (type, text, error) => {
    expect(readTyped(parameter(type), text)).toEqual({ ok: false, error });
  });

  test.each<[ArtifactType, Json]>([
    ["numeric", 6],
    ["string", "red"],
    ["string", "6"],
    ["boolean", false],
    ["list", ["a"]],
    ["dictionary", { a: [1] }],
    ["json", "red"],
    ["unknown", "red"],
  ])("is what is shown, unchanged: %s %j", (type, value) => {
    expect(readTyped(parameter(type), typedText(value, type))).toEqual({ ok: true, value });
  });

  test("can be typed unless it is a value that only code makes", () => {
    expect(
      [parameter("numeric"), parameter("json"), parameter("table"), parameter("picklable"), { id: "a", name: "a" }].map(
        isTypable,
      ),
    ).toEqual([true, true, false, false, true]);
  });
});

describe("typing", () => {
  test.each<[ArtifactType, string, Json]>([
    ["boolean", "  TRUE ", true],
    ["string", " padded ", " padded "],
    ["dictionary", "{}", {}],
    ["list", "[]", []],
    ["unknown", "null", null],
    ["unknown", "a b", "a b"],
  ])("of a %s may be %j", (type, text, value) => {
    expect(readTyped(parameter(type), text)).toEqual({ ok: true, value });
  });

  test.each<[ArtifactType, string, string]>([
    ["numeric", "true", "floor is a number, such as 6 or 0.25."],
    ["boolean", "1", "floor is true or false."],
    ["list", "null", 'floor is a list in JSON, such as [1, 2] or ["red", "white"].'],
    ["dictionary", "null", 'floor is a dictionary in JSON, such as {"red": 1}.'],
    ["dictionary", "6", 'floor is a dictionary in JSON, such as {"red": 1}.'],
    ["json", "red", 'floor is JSON, such as 6, "red" or [1, 2].'],
    [
      "picklable",
      "x",
      "floor is a picklable, which cannot be typed. Leave it at its default, or change that in the file.",
    ],
  ])("of a %s may not be %j", (type, text, error) => {
    expect(readTyped(parameter(type), text)).toEqual({ ok: false, error });
  });

  test.each<[ArtifactType, string, string]>([
    ["numeric", "9007199254740993", "9007199254740993"],
    ["numeric", "-9007199254740992", "-9007199254740992"],
    ["list", '["9007199254740993", 1, 9007199254740993]', "9007199254740993"],
    ["dictionary", '{"9007199254740993": [-12345678901234567890]}', "-12345678901234567890"],
    ["json", "123456789012345678", "123456789012345678"],
    ["unknown", "123456789012345678", "123456789012345678"],
  ])("of a %s may not hold a whole number that would arrive as another one: %s", (type, text, digits) => {
    const read = readTyped(parameter(type), text);
    expect(read).toEqual({ ok: false, error: expect.stringContaining(`floor cannot be ${digits}: `) as string });
  });

  test.each<[ArtifactType, string, Json]>([
    ["numeric", "9007199254740991", 9007199254740991],
    ["numeric", "12345678901234567890.5", 12345678901234567890.5],
    ["numeric", "1e20", 1e20],
    ["numeric", "0.12345678901234567890", 0.12345678901234568],
    ["list", '["9007199254740993"]', ["9007199254740993"]],
    ["string", "9007199254740993", "9007199254740993"],
    ["unknown", "number 9007199254740993", "number 9007199254740993"],
  ])("of a %s may be %s, which arrives as it is", (type, text, value) => {
    expect(readTyped(parameter(type), text)).toEqual({ ok: true, value });
  });

  test("of a number is a finite one", () => {
    expect(readTyped(parameter("numeric"), "1e400")).toMatchObject({ ok: false });
  });

  test("of a value without a default is anything", () => {
    expect(readTyped({ id: "a", name: "a" }, "6")).toEqual({ ok: true, value: 6 });
  });

  test("shows text without quotes where a text is wanted, and JSON else", () => {
    expect([
      typedText("red", "string"),
      typedText("red", "json"),
      typedText(6, "string"),
      typedText([1], "list"),
    ]).toEqual(["red", '"red"', "6", "[1]"]);
  });
});
